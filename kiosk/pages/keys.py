"""The page of keys, from the one table of commands."""

from kiosk.content.blocks import Term, paragraph
from kiosk.pages.commands import ALOUD, COMMANDS
from kiosk.pages.library import Library
from kiosk.pages.view import View


def keys_view(library: Library, _name: str) -> View:
    """All keys and what they do."""
    word = library.word
    commands = [c for c in COMMANDS if c is not ALOUD or library.here.speaks]
    names = [word(f"key.{command.name}") for command in commands]
    indent = max(map(len, names)) + 3
    rows = (
        Term(name, word(f"command.{command.name}.help"), indent)
        for name, command in zip(names, commands, strict=True)
    )
    return View(
        title=word("keys.title"),
        blocks=(paragraph(word("keys.lead")), *rows),
        reading=True,
    )
