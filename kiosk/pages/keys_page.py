"""The page of keys, from the one table of commands."""

from rich.cells import cell_len

from kiosk.content.blocks import Term, paragraph
from kiosk.pages.call_cards import crisis_calls
from kiosk.pages.commands import ALOUD, COMMANDS
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.view import View


def keys_view(edition: Edition, here: Here, _name: str) -> View:
    """All keys and what they do."""
    word = edition.word
    commands = [c for c in COMMANDS if c is not ALOUD or here.speaks]
    keys = [tuple(word(f"key.{command.name}").split(", ")) for command in commands]
    # Each is set as a cap, with a cell at both sides.
    indent = max(sum(cell_len(key) + 3 for key in of_command) for of_command in keys) + 1
    rows = (
        Term(of_command, word(f"command.{command.name}.help"), indent)
        for of_command, command in zip(keys, commands, strict=True)
    )
    lead = [word("keys.lead"), *([word("keys.mouse")] if here.has_mouse else [])]
    return View(
        title=word("keys.title"),
        blocks=(paragraph(" ".join(lead)), *rows),
        beside=crisis_calls(edition, here),
        reading=True,
    )
