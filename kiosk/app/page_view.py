"""Draws a page that was set beforehand, line by line; what is out of sight costs nothing."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from kiosk.app.frame import GAP, frame_of
from kiosk.app.key_line import KeyLine
from kiosk.app.lines import MARKED, MARKED_URGENT, LineWidget, Run
from kiosk.content.blocks import Target
from kiosk.neutral import margin
from kiosk.pages import ruler
from kiosk.pages.contents import Entry, Heading, contents_of, headings_of
from kiosk.pages.reader import Reader
from kiosk.pages.sentences import Sentence
from kiosk.pages.tiles import INDENT
from kiosk.pages.typesetting import MARKER, Page
from kiosk.pages.wrapping import NO_SPOT, Line

_DIGIT = 3
"""Cells of a choice that show its number, after those of the bar."""
_NUMBERS = {"number", "done"}
"""The roles of such a number."""
_NOTHING = Reader(Page((), ()), 1, reading=True)


class PageView(LineWidget, can_focus=True):
    """Shows the part of a page that its reader has in sight."""

    FOCUS_ON_CLICK = False

    class Chosen(Message):
        """A link or a choice was clicked."""

        def __init__(self, leads_to: Target) -> None:
            self.leads_to = leads_to
            """A place or an act."""
            super().__init__()

    class Touched(Message):
        """The page was clicked where nothing can be chosen."""

    class Moved(Message):
        """The reader moved on the page."""

    def __init__(self) -> None:
        super().__init__()
        self.reader = _NOTHING
        """Where on which page the visitor is."""
        self._contents_title = ""
        self._headings: Sequence[Heading] = ()
        self._contents: Sequence[Entry] = ()
        self._beside: Sequence[Line] = ()
        self._is_framed = self._is_discreet = False
        self._line = 0
        self._marked: dict[int, tuple[int, int]] = {}

    def show(
        self, reader: Reader, contents_title: str, *, framed: bool, is_discreet: bool = False
    ) -> None:
        """Show a page where its reader is.

        Args:
            reader: Where on which page.
            contents_title: What stands above the contents of the page, if there is room for them.
            framed: Whether it stands in the frame of title and keys.
            is_discreet: Whether only the line that is read is to be seen.
        """
        self._is_discreet = is_discreet
        self._line = ruler.begin(reader) if is_discreet else 0
        self.reader = reader
        self._contents_title = contents_title
        self._is_framed = framed
        self._headings = headings_of(reader.page)
        self._marked = {}
        self._set_contents()
        self.refresh()

    def show_changed(self, reader: Reader) -> None:
        """Show a page that differs from the present one in few lines, drawing only those."""
        before, self.reader = self.reader, reader
        if before.chosen != reader.chosen:
            self.refresh()
            return
        for y in range(self.size.height):
            if _line(before, y) != _line(reader, y):
                self.refresh(Region(0, y, self.size.width, 1))

    def move(self, how: str) -> None:
        """Move on the page: a method of the reader, by name."""
        if self._is_discreet:
            self._line = ruler.moved(self.reader, self._line, how)
        else:
            getattr(self.reader, how)()
        self.moved()

    def mark(self, sentence: Sentence | None) -> None:
        """Mark a sentence that is being said, and scroll to it; with None, mark nothing."""
        self._marked = {}
        if sentence is not None:
            self._marked = {line: (first, end) for line, first, end in sentence.cells}
            if sentence.first_line >= 0:
                self.reader.show_lines(sentence.first_line, sentence.last_line)
        self.moved()

    def moved(self) -> None:
        """Draw anew after the reader moved."""
        self._set_contents()
        self.refresh()
        self.post_message(self.Moved())

    def render_line(self, y: int) -> Strip:
        """Draw one line of those in sight, and of what stands beside them; or of the foot."""
        if y >= self.reader.height:
            return self._foot_line(y - self.reader.height)
        text = self._with_mark(self._text_line(y), self.reader.top + y)
        if y >= len(self._beside):
            return text
        at = self._side
        beside = self.strip(_runs(self._beside[y]), width=self.size.width - at)
        return Strip.join([text.crop(0, at), beside])

    def _foot_line(self, number: int) -> Strip:
        foot = self.reader.page.foot
        line = foot[number] if number < len(foot) else ()
        ground = "notice" if line else ""
        strip = self.strip([(" " * self._left, "plain"), *_runs(line)], ground=ground)
        return self._with_mark(strip, number - len(foot))

    def _set_contents(self) -> None:
        side = frame_of(self.size.width).side
        self._contents = self._beside = ()
        if not side or self._is_discreet:
            return
        self._contents = contents_of(self.reader, self._headings, self._contents_title, side)
        lines = [line for line, _ in self._contents]
        for card in self.reader.page.beside:
            if len(lines) + len(card) <= self.reader.height:
                lines += [*card, ()]
        self._beside = lines

    @property
    def _left(self) -> int:
        """The empty cells left of the text."""
        width = self.size.width
        return frame_of(width).left if self._is_framed else margin(width)

    @property
    def _side(self) -> int:
        """The cell at which the contents begin."""
        return self._left + frame_of(self.size.width).main + GAP

    def _text_line(self, y: int) -> Strip:
        line = _line(self.reader, y)
        chosen = None if isinstance(self.screen.focused, KeyLine) else self.reader.chosen
        runs = _runs(line)
        number = self.reader.top + y
        if self._is_discreet and not ruler.is_seen(self.reader, self._line, number):
            runs = ((piece.text, "dimmed") for piece in line)
        if chosen is not None and chosen.first <= self.reader.top + y <= chosen.last:
            runs = _marked_runs(line, self.reader.spot, is_choice=chosen.is_choice)
        return self.strip([(" " * self._left, "plain"), *runs])

    def _with_mark(self, strip: Strip, number: int) -> Strip:
        """A line with what is being said of it marked."""
        if number not in self._marked:
            return strip
        first, end = (self._left + cell for cell in self._marked[number])
        said = Segment.apply_style(strip.crop(first, end), post_style=self._role_style("said"))
        return Strip.join([strip.crop(0, first), Strip(said), strip.crop(end)])

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        if event.x >= self._side and event.y < len(self._contents):
            self.reader.resume(self._contents[event.y][1], None)
            self.moved()
            return
        line = _line(self.reader, event.y)
        column = event.x - self._left
        # The cells beside a short link belong to it.
        found = (_spot_at(line, at) for at in (column, column - 1, column + 1))
        if (spot := next((spot for spot in found if spot != NO_SPOT), None)) is None:
            self._touched(event.y)
            return
        self.reader.spot = spot  # so that Back finds it marked
        self.post_message(self.Chosen(self.reader.page.spots[spot].leads_to))

    def _touched(self, y: int) -> None:
        """Read the line that was touched, where only one is to be seen."""
        if self._is_discreet:
            self._line = ruler.at(self.reader, self.reader.top + y)
            self.moved()
        else:
            self.post_message(self.Touched())

    def wheel(self, direction: int) -> None:
        """Scroll by the wheel: 1 is down, -1 is up."""
        self.reader.wheel(direction)
        self._scrolled()

    def read_from(self, top: int) -> None:
        """Have another line at the top."""
        self.reader.move_to(top)
        self._scrolled()

    def _scrolled(self) -> None:
        if self._is_discreet:
            self._line = ruler.at(self.reader, ruler.begin(self.reader))
        self.moved()

    def on_resize(self) -> None:
        """Keep the place on a screen of another height."""
        self.reader.resize(self.size.height - len(self.reader.page.foot))
        self._set_contents()


def _runs(line: Line) -> Iterator[Run]:
    """A line as runs, each on its surface."""
    return ((piece.text, piece.style, piece.ground) for piece in line)


def _marked_runs(line: Line, spot: int | None, *, is_choice: bool) -> Iterator[Run]:
    """A line with what Enter would open marked: a choice by a bar as well as by colour."""
    if is_choice:
        yield from _marked_choice(line, spot)
        return
    for piece in line:
        yield piece.text, "mark" if piece.spot == spot else piece.style, piece.ground


def _marked_choice(line: Line, spot: int | None) -> Iterator[Run]:
    at = 0
    for index, piece in enumerate(line):
        if piece.spot != spot:
            yield piece.text, piece.style, piece.ground
            continue
        lead, text = piece.text[: max(INDENT - at, 0)], piece.text[max(INDENT - at, 0) :]
        # What is urgent still looks urgent while it is marked.
        ground = MARKED_URGENT if piece.ground == "urgent" else MARKED
        if not at:
            begins = not _NUMBERS.isdisjoint(each.style for each in line[index : index + 2])
            yield MARKER if begins else " ", "mark"
            lead, at = lead[1:], 1
        is_digit = piece.style in _NUMBERS and lead.strip()
        yield lead[:_DIGIT], "mark" if is_digit else "plain", ground
        yield lead[_DIGIT:], "plain", ground
        yield text, piece.style, ground
        at += len(lead)


def _line(reader: Reader, y: int) -> Line:
    """The line that is seen in a row, counted from the first one in sight."""
    lines = reader.page.lines
    number = reader.top + y
    return lines[number] if number < len(lines) and y < reader.shown else ()


def _spot_at(line: Line, column: int) -> int:
    """The spot that has a cell of a line."""
    for piece in line:
        width = cell_len(piece.text)
        if 0 <= column < width:
            return piece.spot
        column -= width
    return NO_SPOT
