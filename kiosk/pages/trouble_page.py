"""The honest error message: what happened, what was kept, what to do, and who can help."""

from kiosk.content.blocks import heading, paragraph
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.people_page import helpline_blocks
from kiosk.pages.view import View


def trouble_view(edition: Edition, _here: Here, _name: str) -> View:
    """The page that stands in for one that could not be made."""
    word = edition.word
    return View(
        title=word("trouble.title"),
        blocks=(
            paragraph(word("trouble.what")),
            paragraph(word("trouble.do")),
            heading(word("trouble.help")),
            *helpline_blocks(edition),
        ),
        reading=True,
    )
