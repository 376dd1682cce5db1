"""The neutral page, set for a screen: what everybody sees who only walks past."""

from datetime import datetime

from kiosk.content.blocks import Gap, Verbatim
from kiosk.neutral import neutral_text
from kiosk.pages.page import Page
from kiosk.pages.typesetting import typeset
from kiosk.pages.view import View
from kiosk.settings import Settings


def neutral_page(settings: Settings, now: datetime, columns: int, rows: int) -> tuple[View, Page]:
    """The page, without a frame of title and keys.

    Args:
        settings: The library's settings.
        now: The time that it shows.
        columns: The screen's width in cells.
        rows: The screen's height in cells.
    """
    text = neutral_text(settings, now, columns, rows - 2)
    view = View(title="", blocks=(Gap(), Verbatim(tuple(text.lines))), framed=False)
    return view, typeset(view.blocks, text.width)
