"""Draws a page that was set beforehand, line by line; what is out of sight costs nothing."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from kiosk.app.frame import GAP, frame_of
from kiosk.app.lines import LineWidget
from kiosk.content.blocks import Target
from kiosk.neutral import margin
from kiosk.pages.contents import Entry, Heading, contents_of, headings_of
from kiosk.pages.reader import Reader
from kiosk.pages.sentences import Sentence
from kiosk.pages.typesetting import MARKER, Page
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
        self._contents: Sequence[Entry] = ()
        self._is_framed = False
        self._marked: dict[int, tuple[int, int]] = {}

    def show(self, reader: Reader, contents_title: str, *, framed: bool) -> None:
        """Show a page where its reader is.

        Args:
            reader: Where on which page.
            contents_title: What stands above the contents of the page, if there is room for them.
            framed: Whether it stands in the frame of title and keys.
        """
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

    def mark(self, sentence: Sentence | None) -> None:
        """Mark a sentence that is being said, and scroll to it; with None, mark nothing."""
        self._marked = {}
        if sentence is not None:
            self._marked = {line: (first, end) for line, first, end in sentence.cells}
            self.reader.show_lines(sentence.first_line, sentence.last_line)
        self.moved()

    def moved(self) -> None:
        """Draw anew after the reader moved."""
        self._set_contents()
        self.refresh()
        self.post_message(self.Moved())

    def render_line(self, y: int) -> Strip:
        """Draw one line of those in sight, and of the contents beside them."""
        text = self._with_mark(self._text_line(y), self.reader.top + y)
        if y >= len(self._contents):
            return text
        beside = self.strip((piece.text, piece.style) for piece in self._contents[y][0])
        at = self._side
        return Strip.join([text.crop(0, at), beside.crop(0, self.size.width - at)])

    def _set_contents(self) -> None:
        side = frame_of(self.size.width).side
        if side:
            self._contents = contents_of(self.reader, self._headings, self._contents_title, side)
        else:
            self._contents = ()

    @property
    def _left(self) -> int:
        """The empty cells left of the text."""
        width = self.size.width
        return frame_of(width).left if self._is_framed else margin(width)

    @property
    def _side(self) -> int:
        """The cell at which the contents begin."""
        return self._left + frame_of(self.size.width).measure + GAP

    def _text_line(self, y: int) -> Strip:
        number = self.reader.top + y
        line = _line(self.reader, y)
        indent = (" " * self._left, "plain")
        spot = self.reader.spot
        choice = self.reader.chosen
        if choice is None or not choice.first <= number <= choice.last:
            return self.strip([indent, *((piece.text, piece.style) for piece in line)])
        if choice.is_choice:
            return self._chosen_line(line)
        runs = ((piece.text, "chosen" if piece.spot == spot else piece.style) for piece in line)
        return self.strip([indent, *runs])

    def _with_mark(self, strip: Strip, number: int) -> Strip:
        """A line with what is being said of it marked."""
        if number not in self._marked:
            return strip
        first, end = (self._left + cell for cell in self._marked[number])
        said = Segment.apply_style(strip.crop(first, end), post_style=self._role_style("said"))
        return Strip.join([strip.crop(0, first), Strip(said), strip.crop(end)])

    def _chosen_line(self, line: Line) -> Strip:
        """The line of the choice that Enter opens: marked by a bar as well as by colour."""
        indent = " " * self._left
        first, *rest = line
        runs = [(MARKER, "number"), (first.text[1:], first.style)]
        runs += [(piece.text, piece.style) for piece in rest]
        marked = self.strip(runs, chosen=True).crop(0, sum(cell_len(text) for text, _ in runs))
        return Strip.join(
            [self.strip([(indent, "plain")]).crop(0, len(indent)), marked]
        ).adjust_cell_length(self.size.width, self._role_style("plain"))

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
            self.post_message(self.Touched())
            return
        self.reader.spot = spot  # so that Back finds it marked
        self.post_message(self.Chosen(self.reader.page.spots[spot].leads_to))

    def on_mouse_scroll_down(self) -> None:
        """Scroll down."""
        self.reader.wheel(1)
        self.moved()

    def on_mouse_scroll_up(self) -> None:
        """Scroll up."""
        self.reader.wheel(-1)
        self.moved()

    def on_resize(self) -> None:
        """Keep the place on a screen of another height."""
        self.reader.resize(self.size.height)
        self._set_contents()


def _line(reader: Reader, y: int) -> Line:
    """The line that is seen in a row, counted from the first one in sight."""
    lines = reader.page.lines
    number = reader.top + y
    return lines[number] if number < len(lines) else ()


def _spot_at(line: Line, column: int) -> int:
    """The spot that has a cell of a line."""
    for piece in line:
        width = cell_len(piece.text)
        if 0 <= column < width:
            return piece.spot
        column -= width
    return NO_SPOT
