"""Lines with a mark on them: what Enter would open, and the sentence that is read aloud."""

from collections.abc import Iterator

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from kiosk.app.lines import MARKED, MARKED_URGENT, Run
from kiosk.pages.page import Page
from kiosk.pages.typesetting import MARKER
from kiosk.pages.wrapping import Line


def runs(line: Line) -> Iterator[Run]:
    """A line as runs, each on its surface."""
    return ((piece.text, piece.style, piece.ground) for piece in line)


def marked_runs(line: Line, spot: int | None, *, is_choice: bool) -> Iterator[Run]:
    """A line with what Enter would open marked: a choice by a bar as well as by colour."""
    if is_choice:
        yield from _marked_choice(line, spot)
        return
    for piece in line:
        yield piece.text, "mark" if piece.spot == spot else piece.style, piece.ground


def marked_lines(page: Page, number: int) -> range:
    """The lines of the spot that is marked: as much air below its words as there is above them."""
    spot = page.spots[number]
    lines = range(spot.first, spot.last + 1)
    worded = [n for n in lines if any(p.text.strip() for p in page.lines[n] if p.spot == number)]
    is_led = spot.is_choice and worded[:1] == [spot.first]
    return range(spot.first, worded[-1] + 1) if is_led else lines


def _marked_choice(line: Line, spot: int | None) -> Iterator[Run]:
    """The line of a choice on the ground of what is marked, behind a bar as high as the choice."""
    is_first = True
    for piece in line:
        if piece.spot != spot:
            yield piece.text, piece.style, piece.ground
            continue
        # What is urgent still looks urgent while it is marked.
        ground = MARKED_URGENT if piece.ground == "urgent" else MARKED
        text = piece.text
        if is_first:
            yield MARKER, "bar"
            text, is_first = text[1:], False
        yield text, piece.style, ground


def with_said(strip: Strip, cells: tuple[int, int] | None, left: int, said: Style) -> Strip:
    """A line with what is being said of it marked.

    Args:
        strip: The line as it is drawn.
        cells: The first cell of the words and the one after them; None where nothing is said.
        left: The cells before the line.
        said: How such words look.
    """
    if cells is None:
        return strip
    first, end = (left + cell for cell in cells)
    words = Segment.apply_style(strip.crop(first, end), post_style=said)
    return Strip.join([strip.crop(0, first), Strip(words), strip.crop(end)])
