"""The screen's parts, and how they show the page that is open in a visit."""

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen

from kiosk.app.box import TypingBox
from kiosk.app.breathing import Breathing
from kiosk.app.frame import BREAKPOINTS, frame_of, has_place, room_of, rows_of_frame, rows_of_text
from kiosk.app.key_line import KeyLine
from kiosk.app.lines import FEW, FLAT, ROLE_CLASSES
from kiosk.app.page_view import PageView
from kiosk.app.place_line import PlaceLine
from kiosk.app.session import Session
from kiosk.app.title_line import TitleLine
from kiosk.content.blocks import Gap, Verbatim
from kiosk.neutral import neutral_text
from kiosk.pages.commands import ALOUD, BACK, TAKE, TYPED, Command
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here, Room
from kiosk.pages.navigation import page_of
from kiosk.pages.page import Page
from kiosk.pages.reader import Reader
from kiosk.pages.sight import letters_before, line_of_letter
from kiosk.pages.surfaces import PADDING
from kiosk.pages.typesetting import typeset
from kiosk.pages.view import Box, View
from kiosk.pages.visit import NEUTRAL, Stop, visit_at

BARE = "-bare"
"""The class of the screen while neither title nor keys are shown."""


class PageScreen(Screen[None], inherit_bindings=False):
    """Shows the page that is open in its visit, which is all that it remembers of a visitor."""

    AUTO_FOCUS = "PageView"
    COMPONENT_CLASSES = ROLE_CLASSES
    ALLOW_SELECT = False
    ESCAPE_TO_MINIMIZE = False
    VERTICAL_BREAKPOINTS = BREAKPOINTS

    def __init__(self, session: Session) -> None:
        super().__init__(classes=BARE if session.terminal.all_glyphs else f"{BARE} {FEW}")
        self.session = session
        self.visit = visit_at()
        self.breathing = Breathing(session.monotonic)
        self.view = View("", ())
        """The page that is shown."""

    def compose(self) -> ComposeResult:
        """The parts, from top to bottom."""
        yield TitleLine()
        yield TypingBox()
        yield PageView()
        yield KeyLine(self._edition)

    def on_mount(self) -> None:
        """Keep the neutral page's clock right; the page is shown once the size is known."""
        self.set_timer(60.5 - self.session.clock().second % 60, self._minute)

    def on_unmount(self) -> None:
        """Leave no voice behind."""
        self.session.aloud.stop()

    def on_resize(self) -> None:
        """Set the page for the new measure."""
        self.keep_stop()
        self.show()

    def show(self) -> None:
        """Show the page that is open, and what was typed in its box."""
        self.session.aloud.stop()
        if self.session.theme.wish(self.visit.comfort.theme):
            self.app.refresh_css(animate=False)
        self.breathing.begin(self.visit, self, self.show_change)
        self.show_page()
        # While the box is typed into, nobody else writes in it.
        widget = self.query_one(TypingBox)
        frame = frame_of(self.size.width)
        widget.styles.margin = (0, frame.left, 1, frame.left)
        widget.styles.height = self._room.box_rows - 1
        padding = self._room.padding
        widget.styles.padding = (padding, PADDING if padding else 1)  # as words on a card stand
        widget.open(self.view.box or Box(""), self.size.width - 2 * frame.left)

    def show_page(self) -> None:
        """Show the page that is open, where the visitor was on it."""
        stop = self.visit.here
        self.view, page = self._open()
        # What is drawn in large letters does not stand in the band as well.
        large = self.view.large if page.has_title else None
        title = self._edition.settings.name if self.view.title == large else self.view.title
        self.query_one(TitleLine).show(title, "" if self.view.aside == large else self.view.aside)
        has_names = self.session.theme.has_names
        self.update_classes({BARE: not self.view.framed, FLAT: has_names, "-typing": self.has_box})
        is_set_anew = letters_before(page, stop.top) != stop.letters
        top = line_of_letter(page, stop.letters) if is_set_anew else stop.top
        reader = self._reader(page, top, stop.spot)
        contents = self._edition.word("contents.title")
        is_discreet = self.visit.is_discreet and self.view.framed
        if is_discreet and stop.spot is None and not self.has_box:
            reader.spot = None  # what stands above the first choice is read first
        self.page.show(reader, contents, framed=self.view.framed, is_discreet=is_discreet)
        self.session.on_shown(self.visit, self.session.theme.name)
        self.focus_page()
        self._show_place()

    def keep_stop(self) -> None:
        """Remember what was read, so that going back returns to it, at any width."""
        reader = self.page.reader
        letters = letters_before(reader.page, reader.top)
        stop = Stop(self.visit.here.place, reader.top, letters, reader.spot)
        self.visit = self.visit.read_to(stop)

    def focus_page(self) -> None:
        """Let keys go to the page, or to its box."""
        self.set_focus(self.query_one(TypingBox) if self.has_box else self.page)

    def read_aloud(self) -> None:
        """Read the page aloud, if it can be."""
        if self.session.aloud.can_read(self.view):
            self.session.aloud.begin(self.page, self._edition, self.visit.here.place)

    @property
    def page(self) -> PageView:
        """The page, as it is drawn."""
        return self.query_one(PageView)

    @property
    def has_box(self) -> bool:
        """Whether the page has a box to type into."""
        return self.view.box is not None

    @property
    def _edition(self) -> Edition:
        """The words in the language that the visitor has chosen."""
        return self.session.catalogue.edition_for(self.visit.comfort)

    @on(PageView.Moved)
    def _show_place(self) -> None:
        reader, word = self.page.reader, self._edition.word
        key = label = place = brief = ""
        if reader.last_top:
            place = brief = word("place.end", percent=reader.percent)
            if reader.top < reader.last_top:
                key = word("place.key.typing" if self.has_box else "place.key")
                label = word("place.more")
                brief = word("place.more.brief")
        if self.session.aloud.is_reading:
            key, label = "", word("aloud.now")
            brief = label
        is_parted = self.session.theme.has_names
        self.page.show_place(PlaceLine(key, label, place, reader.percent, is_parted))
        self.query_one(KeyLine).show(
            self._edition,
            "" if has_place(self.size.height) else brief,
            self._useless_commands(),
            is_typed=self.view.box is not None and self.view.box.text != "",
        )

    def _useless_commands(self) -> frozenset[Command]:
        here = self.visit.here.place.kind
        useless = {command for command in TYPED if self.has_box or here == command.name}
        if self.view.take is None:
            useless.add(TAKE)
        if not self.session.aloud.can_read(self.view):
            useless.add(ALOUD)
        # From the first page, back is out, and the way out stands there in red.
        if not self.visit.can_go_back or self.visit.stops[-2].place == NEUTRAL:
            useless.add(BACK)
        return frozenset(useless)

    @property
    def _room(self) -> Room:
        """What there is room for on this screen."""
        session = self.session
        return room_of(
            *self.size,
            half_blocks=session.terminal.all_glyphs,
            has_surfaces=not session.theme.has_names,
        )

    def _open(self) -> tuple[View, Page]:
        session = self.session
        if self.visit.is_neutral:
            settings = session.catalogue.edition.settings
            text = neutral_text(settings, session.clock(), self.size.width, self.size.height - 2)
            view = View(title="", blocks=(Gap(), Verbatim(tuple(text.lines))), framed=False)
            return view, typeset(view.blocks, text.width)
        measure = frame_of(self.size.width).measure
        here = Here(
            now=session.clock(),
            columns=measure,
            room=self._room,
            colours=session.terminal.colours > 0,
            prints=session.prints,
            has_mouse=session.terminal.has_mouse,
            speaks=session.aloud.is_offered,
            beat=self.breathing.beat,
            theme=session.theme.chosen,
            staff=session.door.status,
        )
        return page_of(session.catalogue, self.visit, measure, here)

    def _reader(self, page: Page, top: int, spot: int | None) -> Reader:
        """Where a visitor is on a page, with the lines there will be for it on this screen."""
        height = self.size.height
        if self.view.framed:
            height -= rows_of_frame(height) + (self._room.box_rows if self.view.box else 0)
            height = rows_of_text(page, height - len(page.foot), self.size.height)
        reader = Reader(page, height, reading=self.view.reading)
        reader.resume(top, spot)
        return reader

    def _minute(self) -> None:
        """Show what the new minute changes: the clock, and who is open."""
        self.show_change()
        self.on_mount()

    def show_change(self) -> None:
        """Show what has changed on the page since it was set."""
        self.keep_stop()
        _, page = self._open()
        if page.lines != self.page.reader.page.lines and not self.session.aloud.is_reading:
            stop = self.visit.here
            self.page.show_changed(self._reader(page, stop.top, stop.spot))
            self._show_place()
