"""The honest error message: what happened, what was kept, what to do, and who can help."""

from kiosk.content.blocks import Heading, Span, paragraph
from kiosk.pages.library import Library
from kiosk.pages.people import helpline_blocks
from kiosk.pages.view import View


def trouble_view(library: Library, _name: str) -> View:
    """The page that stands in for one that could not be made."""
    word = library.word
    return View(
        title=word("trouble.title"),
        blocks=(
            paragraph(word("trouble.what")),
            paragraph(word("trouble.do")),
            Heading((Span(word("trouble.help")),), level=3),
            *helpline_blocks(library),
        ),
        reading=True,
    )
