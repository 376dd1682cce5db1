"""The kiosk's screen: shows one page after another, and knows the way back."""

from collections.abc import Callable
from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen

from kiosk.app.aloud import Aloud
from kiosk.app.box import TypingBox
from kiosk.app.environment import Terminal
from kiosk.app.frame import frame_of, rows_of_frame
from kiosk.app.key_line import KeyLine
from kiosk.app.lines import FEW, ROLE_CLASSES
from kiosk.app.page_view import PageView
from kiosk.app.speech import Speech
from kiosk.app.staff_door import StaffDoor
from kiosk.app.title_line import TitleLine
from kiosk.content.blocks import Place, Target
from kiosk.pages.catalogue import START, TROUBLE, Catalogue
from kiosk.pages.circumstances import Circumstances
from kiosk.pages.commands import ALOUD, BACK, COMMANDS, LEAVE, PEOPLE, TAKE, TYPED, Command
from kiosk.pages.leave_behind import LeaveBehind
from kiosk.pages.library import Library
from kiosk.pages.neutral_page import neutral_page
from kiosk.pages.reader import Reader, letters_before, line_of_letter
from kiosk.pages.staff import DOOR
from kiosk.pages.typesetting import Page
from kiosk.pages.view import Box, View
from kiosk.pages.visit import KioskEnded, Visit
from kiosk.settings import STAFF_KEY

NEUTRAL = Place("neutral")
BARE = "-bare"
"""The class of the screen while neither title nor keys are shown."""
Clock = Callable[[], datetime]


class KioskScreen(Screen[None], inherit_bindings=False):
    """One visitor's screen. Its only memory of the visitor is its `visit`."""

    AUTO_FOCUS = "PageView"
    COMPONENT_CLASSES = ROLE_CLASSES
    ALLOW_SELECT = False
    ESCAPE_TO_MINIMIZE = False
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-tall")]
    BINDINGS = [
        *(
            Binding(key, action, show=False)
            for command in COMMANDS
            for key, action in command.keys.items()
            if command is not LEAVE  # the app's own, with priority
        ),
        Binding(STAFF_KEY, "knock", show=False),
    ]

    def __init__(
        self,
        catalogue: Catalogue,
        clock: Clock,
        is_deaf: Callable[[], bool],
        show_theme: Callable[[str], str],
        *,
        terminal: Terminal,
        leave_behind: LeaveBehind,
        door: StaffDoor,
        speech: Speech | None = None,
    ) -> None:
        """Make the screen.

        Args:
            catalogue: Makes the pages.
            clock: Tells the time of day: the machine's own, where it names no time zone.
            is_deaf: Tells whether the visitor has left only a moment ago.
            show_theme: Shows the theme of a name, and tells which one that is.
            terminal: What the terminal can show.
            leave_behind: Takes what the visitor leaves behind.
            door: The way in for staff.
            speech: Reads pages aloud; without it, none is.
        """
        super().__init__(classes=BARE if terminal.all_glyphs else f"{BARE} {FEW}")
        self._catalogue = catalogue
        self._clock = clock
        self._is_deaf = is_deaf
        self._show_theme = show_theme
        self._theme = ""
        self._terminal = terminal
        self._leave_behind = leave_behind
        self._door = door
        self._take: Place | None = None
        self._has_box = self._can_be_read = False
        self.aloud = Aloud(speech)
        self.visit = Visit(NEUTRAL)

    def compose(self) -> ComposeResult:
        """The parts, from top to bottom."""
        yield TitleLine()
        yield TypingBox()
        yield PageView()
        yield KeyLine(self._library)

    def on_mount(self) -> None:
        """Keep the neutral page's clock right; the page is shown once the size is known."""
        self._await_next_minute()

    def on_unmount(self) -> None:
        """Leave no voice behind."""
        self.aloud.stop()

    def begin(self) -> None:
        """Forget the visitor, and show the neutral page."""
        self.visit = Visit(NEUTRAL)
        self._door.shut()
        self._show()

    def follow(self, target: Target) -> None:
        """Go to a place, or carry out an act."""
        self._keep_stop()
        if self.is_neutral:
            self.visit.comfort = self._leave_behind.wishes()
        event = self.visit.follow(target)
        if isinstance(event, KioskEnded):
            self._door.end_kiosk()
        self._leave_behind.hear(event, self.visit)
        self._show()

    @property
    def is_neutral(self) -> bool:
        """Whether the neutral page is shown."""
        return self.visit.here.place == NEUTRAL

    # What keys and clicks do

    def action_move(self, how: str) -> None:
        """Move on the page: a method of the reader, by name."""
        if not self.is_neutral:
            self._focus_page()
            getattr(self._page.reader, how)()
            self._page.moved()

    @on(TypingBox.Submitted)
    def action_choose(self) -> None:
        """Open what is marked."""
        if self.is_neutral:
            self.follow(START)
        elif self.visit.here.place.kind == DOOR.kind:
            self.visit.replace(self._door.answer(self.query_one(TypingBox).value))
            self._show()
        elif (spot := self._page.reader.chosen) is not None:
            self.follow(spot.leads_to)
        elif self._has_box and self._page.reader.next_spot(1):
            self._page.moved()  # what was found stands below what is in sight: show it first

    def action_knock(self) -> None:
        """Ask staff for their passphrase, once they have pressed the key often enough."""
        if self.is_neutral and self._door.knock():
            self.follow(DOOR)

    def action_number(self, number: int) -> None:
        """Open the choice with that number."""
        if not self.is_neutral and (spot := self._page.reader.numbered(number)) is not None:
            self.follow(spot.leads_to)

    def action_next(self, step: int) -> None:
        """Go to the next link, and on to the line of keys."""
        if self.is_neutral:
            return
        keys = self.query_one(KeyLine)
        if keys.has_focus:
            if not keys.step(step):
                self._focus_page()
                self._page.reader.forget_spot(step)
                self._page.moved()
        elif self._page.reader.next_spot(step):
            self._page.moved()
        elif step > 0 and self._has_box and not self._page.has_focus:
            self.set_focus(self._page)  # Tab and Enter after typing go on, as elsewhere
        else:
            keys.enter(step)

    async def action_command(self, name: str) -> None:
        """Carry out a command that works everywhere."""
        if self.is_neutral:
            return
        if name == BACK.name:
            await self._go_back()
        elif name == TAKE.name:
            if self._take is not None:
                self.follow(self._take)
        elif name == ALOUD.name:
            if self._can_be_read:
                self.aloud.begin(self._page, self._library, self.visit.here.place)
        else:
            self.follow(Place(name, self.visit.audience if name == PEOPLE.name else ""))

    @on(KeyLine.Pressed)
    async def _carry_out(self, event: KeyLine.Pressed) -> None:
        if event.command is LEAVE:
            await self.app.run_action("leave")
        else:
            await self.action_command(event.command.name)

    @on(TypingBox.Back)
    async def _leave_search(self) -> None:
        await self.action_command(BACK.name)

    async def _go_back(self) -> None:
        """Go back a page; to the neutral page is leaving, so that the next person finds nothing."""
        if self.visit.back() and not self.is_neutral:
            self._show()
        elif self.is_neutral:
            await self.app.run_action("leave")

    @on(TypingBox.Changed)
    def _typed(self) -> None:
        # As it stands now: the page that an earlier letter was typed on may be gone.
        if self._has_box:
            self.visit.type(self.query_one(TypingBox).value)
            self._show_page()

    @on(PageView.Chosen)
    def _choose_clicked(self, event: PageView.Chosen) -> None:
        self.follow(event.leads_to)

    @on(PageView.Touched)
    def _begin_by_touch(self) -> None:
        if self.is_neutral and not self._is_deaf():
            self.follow(START)

    # What is shown

    def on_resize(self) -> None:
        """Set the page for the new measure."""
        self._keep_stop()
        self._show()

    @on(PageView.Moved)
    def _show_place(self) -> None:
        reader = self._page.reader
        place = brief = ""
        if reader.last_top:
            place = brief = self._library.word("place.end", percent=reader.percent)
            if reader.top < reader.last_top:
                key = "place.more.typing" if self._has_box else "place.more"
                place = self._library.word(key, percent=reader.percent)
        if self.aloud.is_reading:
            place = brief = self._library.word("aloud.now")
        useless = self._useless_commands()
        self.query_one(KeyLine).show(self._library, place, brief, useless, percent=reader.percent)

    def _useless_commands(self) -> frozenset[Command]:
        here = self.visit.here.place.kind
        useless = {command for command in TYPED if self._has_box or here == command.name}
        if self._take is None:
            useless.add(TAKE)
        if not self._can_be_read:
            useless.add(ALOUD)
        return frozenset(useless if self.visit.can_go_back else useless | {BACK})

    @property
    def _library(self) -> Library:
        """The words in the language that the visitor has chosen."""
        return self._catalogue.library_for(self.visit.comfort)

    @property
    def _page(self) -> PageView:
        return self.query_one(PageView)

    def _keep_stop(self) -> None:
        """Remember what was read, so that going back returns to it, at any width."""
        reader = self._page.reader
        stop = self.visit.here
        stop.top, stop.spot = reader.top, reader.spot
        stop.letters = letters_before(reader.page, reader.top)

    def _show(self) -> None:
        self.aloud.stop()
        self._theme = self._show_theme(self.visit.comfort.theme)
        self._show_box(self._show_page())

    def _show_box(self, box: Box | None) -> None:
        """Open the page's box with what was typed in it; while it is typed into, nobody writes."""
        widget = self.query_one(TypingBox)
        frame = frame_of(self.size.width)
        widget.styles.margin = (0, frame.left, 1, frame.left)
        widget.open(box or Box(""), self.size.width - 2 * frame.left)

    def _show_page(self) -> Box | None:
        stop = self.visit.here
        view, page = self._open(stop.place)
        self._take, self._has_box = view.take, view.box is not None
        self._can_be_read = self.aloud.can_read(view)
        self.query_one(TitleLine).show(view.title, view.aside)
        self.set_class(not view.framed, BARE)
        self.set_class(self._has_box, "-typing")
        reader = Reader(page, self._page_height(view), reading=view.reading)
        is_set_anew = letters_before(page, stop.top) != stop.letters
        top = line_of_letter(page, stop.letters) if is_set_anew else stop.top
        reader.resume(top, stop.spot)
        self._page.show(reader, self._library.word("contents.title"), framed=view.framed)
        self._focus_page()
        self._show_place()
        return view.box

    def _focus_page(self) -> None:
        self.set_focus(self.query_one(TypingBox) if self._has_box else self._page)

    def _page_height(self, view: View) -> int:
        """The lines there will be for the page, before the layout knows it."""
        height = self.size.height
        if not view.framed:
            return height
        return height - rows_of_frame(height) - (2 if view.box else 0)

    def _open(self, place: Place) -> tuple[View, Page]:
        if place == NEUTRAL:
            settings = self._catalogue.library.settings
            return neutral_page(settings, self._clock(), *self.size)
        measure = frame_of(self.size.width).measure
        here = Circumstances(
            now=self._clock(),
            columns=measure,
            rows=self.size.height - rows_of_frame(self.size.height),
            half_blocks=self._terminal.all_glyphs,
            colours=self._terminal.colours > 0,
            speaks=self.aloud.is_offered,
            theme=self._theme,
            comfort=self.visit.comfort,
            consent=self.visit.consent,
            draft=self.visit.draft,
            staff=self._door.status,
        )
        try:
            return self._catalogue.open(place, measure, here)
        except Exception:
            return self._catalogue.open(TROUBLE, measure, Circumstances(comfort=here.comfort))

    def _await_next_minute(self) -> None:
        self.set_timer(60.5 - self._clock().second % 60, self._minute)

    def _minute(self) -> None:
        """Show what the new minute changes: the clock, and who is open."""
        self._keep_stop()
        stop = self.visit.here
        view, page = self._open(stop.place)
        if page.lines != self._page.reader.page.lines and not self.aloud.is_reading:
            reader = Reader(page, self._page_height(view), reading=view.reading)
            reader.resume(stop.top, stop.spot)
            self._page.show_changed(reader)
            self._show_place()
        self._await_next_minute()
