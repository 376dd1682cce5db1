"""Draws a page that was set beforehand, line by line; what is out of sight costs nothing."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from kiosk.app.beside import Beside, beside
from kiosk.app.frame import air_at_place, frame_of, has_place, rows_of_text
from kiosk.app.key_line import KeyLine
from kiosk.app.lines import LineWidget
from kiosk.app.marking import marked_lines, marked_runs, runs, with_said
from kiosk.app.place_line import PlaceLine
from kiosk.content.blocks import Target
from kiosk.neutral import margin
from kiosk.pages import ruler
from kiosk.pages.contents import Heading, contents_of, headings_of
from kiosk.pages.page import Page
from kiosk.pages.reader import Reader
from kiosk.pages.sentences import Sentence
from kiosk.pages.wrapping import NO_SPOT, Line

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
        self._beside = Beside()
        self._is_framed = self._is_discreet = False
        self._place = PlaceLine()
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

    def show_place(self, place: PlaceLine) -> None:
        """Show how far the reader has come, where that has a line of its own."""
        if place != self._place:
            self._place = place
            self.refresh(Region(0, self._place_row, self.size.width, 1))

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
        if y == self._place_row:
            frame = frame_of(self.size.width)
            place = self._place.runs(frame.measure, frame.width)
            text = self.strip([(" " * frame.left, "plain"), *place])
        elif y < self._rows:
            text = self._text_line(y)
        else:
            return self._foot_line(y)
        if y >= len(self._beside.lines):
            return text
        at = self._beside.at
        cards = self.strip(runs(self._beside.lines[y]), width=self.size.width - at)
        return Strip.join([text.crop(0, at), cards])

    def _foot_line(self, y: int) -> Strip:
        """A line of what is always in sight."""
        left = margin(self.size.width)
        foot = self.reader.page.foot
        number = y - self.size.height
        line = foot[number] if -number <= len(foot) else ()
        strip = self.strip([(" " * left, "plain"), *runs(line)], ground="notice" if line else "")
        return with_said(strip, self._marked.get(number), left, self._role_style("said"))

    @property
    def _rows(self) -> int:
        """The rows above the foot, and above the place on the page."""
        return self.size.height - len(self.reader.page.foot) - (1 if self._has_place else 0)

    @property
    def _has_place(self) -> bool:
        return self._is_framed and has_place(self.screen.size.height)

    @property
    def _place_row(self) -> int:
        """The row of the place on the page, which may have an empty one below it; -1 for none."""
        air = air_at_place(self.reader.page, self._rows, self.screen.size.height)
        return self._rows - air if self._has_place else -1

    def _set_contents(self) -> None:
        frame = frame_of(self.size.width)
        self._beside = Beside()
        if frame.side and not self._is_discreet:
            title = self._contents_title
            contents = contents_of(self.reader, self._headings, title, frame.side)
            self._beside = beside(self.reader, self._rows, contents, frame)

    def _text_line(self, y: int) -> Strip:
        line = _line(self.reader, y)
        spot = None if isinstance(self.screen.focused, KeyLine) else self.reader.spot
        drawn = runs(line)
        number = self.reader.top + y
        if self._is_discreet and not ruler.is_seen(self.reader, self._line, number):
            drawn = ((piece.text, "dimmed") for piece in line)
        page = self.reader.page
        if spot is not None and number in marked_lines(page, spot):
            drawn = marked_runs(line, spot, is_choice=page.spots[spot].is_choice)
        left = margin(self.size.width)
        strip = self.strip([(" " * left, "plain"), *drawn])
        return with_said(strip, self._marked.get(number), left, self._role_style("said"))

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        if (top := self._beside.leads_to(event.x, event.y)) is not None:
            self.reader.resume(top, None)
            self.moved()
            return
        column = event.x - margin(self.size.width)
        line = _line(self.reader, event.y)
        # The cells beside a short link belong to it.
        found = (_spot_at(line, at) for at in (column, column - 1, column + 1))
        if (spot := next((spot for spot in found if spot != NO_SPOT), None)) is None:
            self._touched(column, event.y)
            return
        self.reader.spot = spot  # so that Back finds it marked
        self.post_message(self.Chosen(self.reader.page.spots[spot].leads_to))

    def _touched(self, column: int, y: int) -> None:
        """Go where the way through the page was touched, or read the line that was."""
        is_place = y == self._place_row
        part = self._place.part_at(column, frame_of(self.size.width).measure) if is_place else None
        if part is not None:
            self.read_from(round(part * self.reader.last_top))
        elif is_place and self._place.key:
            self.move("page_down")
        elif self._is_discreet:
            self._line = ruler.at(self.reader, self.reader.top + y)
            self.moved()
        else:
            self.post_message(self.Touched())

    def wheel(self, direction: int) -> None:
        """Scroll by the wheel: 1 is down, -1 is up."""
        self.reader.wheel(direction)
        self.read_from(self.reader.top)

    def read_from(self, top: int) -> None:
        """Have another line at the top."""
        self.reader.move_to(top)
        if self._is_discreet:
            self._line = ruler.at(self.reader, ruler.begin(self.reader))
        self.moved()

    def on_resize(self) -> None:
        """Keep the place on a screen of another height."""
        self.reader.resize(rows_of_text(self.reader.page, self._rows, self.screen.size.height))
        self._set_contents()


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
