"""The page of keys, from the one table of commands."""

from rich.cells import cell_len

from kiosk.content.blocks import Block, Gap, Term, paragraph
from kiosk.pages.call_cards import crisis_calls
from kiosk.pages.commands import ALOUD, COMMANDS, LEAVE, NEXT
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.view import View

_ENDS_OF_GROUPS = (LEAVE, NEXT)
"""The way out, what moves on a page, and what leads to others stand apart where there is room."""


def keys_view(edition: Edition, here: Here, _name: str) -> View:
    """All keys and what they do."""
    word = edition.word
    commands = [c for c in COMMANDS if c is not ALOUD or here.speaks]
    keys = [tuple(word(f"key.{command.name}").split(", ")) for command in commands]
    # Each is set as a cap, with a cell at both sides.
    indent = max(sum(cell_len(key) + 3 for key in of_command) for of_command in keys) + 1
    rows: list[Block] = []
    for of_command, command in zip(keys, commands, strict=True):
        rows.append(Term(of_command, word(f"command.{command.name}.help"), indent))
        if here.room.is_tall and command in _ENDS_OF_GROUPS:
            rows.append(Gap())
    lead = [word("keys.lead"), *([word("keys.mouse")] if here.has_mouse else [])]
    return View(
        title=word("keys.title"),
        blocks=(paragraph(" ".join(lead)), *rows),
        beside=crisis_calls(edition, here),
        reading=True,
    )
