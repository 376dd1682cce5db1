"""The page of keys, from the one table of commands."""

from kiosk.content.blocks import Row, Span, paragraph
from kiosk.pages.commands import COMMANDS
from kiosk.pages.library import Library
from kiosk.pages.view import View


def keys_view(library: Library, _name: str) -> View:
    """All keys and what they do."""
    word = library.word
    widest = max(len(word(f"key.{command.name}")) for command in COMMANDS)
    rows = (
        Row(
            (
                Span(word(f"key.{command.name}").ljust(widest + 3).replace(" ", "\xa0"), "number"),
                Span(word(f"command.{command.name}.help")),
            ),
            (),
        )
        for command in COMMANDS
    )
    return View(
        title=word("keys.title"),
        blocks=(paragraph(word("keys.lead")), *rows),
        reading=True,
    )
