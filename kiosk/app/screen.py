"""The kiosk's screen: hears keys and clicks, and shows what comes of them."""

from textual import on
from textual.binding import Binding

from kiosk.app.box import TypingBox
from kiosk.app.key_line import KeyLine
from kiosk.app.page_screen import PageScreen
from kiosk.app.page_view import PageView
from kiosk.content.blocks import Target
from kiosk.pages import navigation
from kiosk.pages.acts import BeDiscreet
from kiosk.pages.catalogue import START
from kiosk.pages.commands import ALOUD, BACK, COMMANDS, DISCREET, LEAVE, SHOW
from kiosk.pages.events import KioskEnded
from kiosk.pages.reader import nearest
from kiosk.pages.staff_page import DOOR
from kiosk.pages.visit import visit_at
from kiosk.settings import STAFF_KEY


class KioskScreen(PageScreen, inherit_bindings=False):
    """One visitor's screen, from the neutral page on."""

    BINDINGS = [
        *(
            Binding(key, action, show=False)
            for command in COMMANDS
            for key, action in command.keys.items()
            if command is not LEAVE  # the app's own, with priority
        ),
        Binding(STAFF_KEY, "knock", show=False),
    ]

    def begin(self) -> None:
        """Forget the visitor, and show the neutral page."""
        self.visit = visit_at()
        self.session.door.shut()
        self.show()

    def follow(self, target: Target) -> None:
        """Go to a place, or carry out an act."""
        session = self.session
        self.keep_stop()
        if self.visit.is_neutral:
            self.visit = self.visit.wishing(session.leave_behind.wishes())
        self.visit, event = navigation.follow(self.visit, target)
        if isinstance(event, KioskEnded):
            session.door.end_kiosk()
        if event is not None:
            self.visit = session.leave_behind.hear(self.visit, event)
        self.show()
        if event is not None:
            self.call_after_refresh(session.leave_behind.count, event)

    def action_move(self, how: str) -> None:
        """Move on the page: a method of the reader, by name."""
        if not self.visit.is_neutral:
            self.focus_page()
            self.page.move(how)

    def action_right(self) -> None:
        """Go to the choice at the right, where some stand side by side."""
        if not self.visit.is_neutral and self.page.reader.beside(1):
            self.page.moved()

    async def action_left(self) -> None:
        """Go to the choice at the left, or back a page where none stands there."""
        if not self.visit.is_neutral and self.page.reader.beside(-1):
            self.page.moved()
        else:
            await self.action_command(BACK.name)

    @on(TypingBox.Submitted)
    def action_choose(self) -> None:
        """Open what is marked."""
        if self.visit.is_neutral:
            self.follow(START)
        elif self.visit.here.place.kind == DOOR.kind:
            answer = self.session.door.answer(self.query_one(TypingBox).value)
            self.visit = self.visit.instead_at(answer)
            self.show()
        elif (spot := self.page.reader.chosen) is not None:
            self.follow(spot.leads_to)
        elif self.has_box:  # what stands below what is in sight is shown first
            if self.view.reading:
                self.page.reader.page_down()  # nothing was found: no door is chosen for anybody
            else:
                self.page.reader.next_spot(1)
            self.page.moved()

    def action_knock(self) -> None:
        """Ask staff for their passphrase, once they have pressed the key often enough."""
        if self.visit.is_neutral and self.session.door.knock():
            self.follow(DOOR)

    def action_open(self, key: str) -> None:
        """Open the choice that this digit or letter stands at, or bring it in sight."""
        if self.visit.is_neutral:
            return
        if (spot := self.page.reader.keyed(key)) is not None:
            self.follow(spot.leads_to)
        else:
            self.page.moved()

    def action_next(self, step: int) -> None:
        """Go to the next link, and on to the line of keys."""
        if self.visit.is_neutral:
            return
        keys = self.query_one(KeyLine)
        if keys.has_focus:
            if not keys.step(step):
                self.focus_page()
                self.page.reader.forget_spot(step)
                self.page.moved()
        elif self.page.reader.next_spot(step):
            self.page.moved()
        elif step > 0 and self.has_box and not self.page.has_focus:
            self.set_focus(self.page)  # Tab and Enter after typing go on, as elsewhere
        else:
            keys.enter(step)
            self.page.refresh()  # the mark is there now, and nowhere else

    async def action_command(self, name: str) -> None:
        """Carry out a command that works everywhere."""
        if self.visit.is_neutral:
            return
        if name == BACK.name:
            await self._go_back()
        elif name == ALOUD.name:
            self.read_aloud()
        elif name == DISCREET.name:
            self.follow(BeDiscreet(not self.visit.is_discreet))
        elif name == SHOW.name:
            if (spot := nearest(self.page.reader, name)) is not None:
                self.follow(spot.leads_to)
        elif (place := navigation.command(self.visit, name, self.view)) is not None:
            self.follow(place)

    @on(KeyLine.Pressed)
    async def _carry_out(self, event: KeyLine.Pressed) -> None:
        if event.command is LEAVE:
            await self.app.run_action("leave")
        else:
            await self.action_command(event.command.name)

    @on(KeyLine.More)
    def _go_on(self) -> None:
        self.page.move("page_down")

    @on(TypingBox.Back)
    async def _go_back(self) -> None:
        """Go back a page; to the neutral page is leaving, so that the next person finds nothing."""
        self.visit = navigation.back(self.visit)
        if self.visit.is_neutral:
            await self.app.run_action("leave")
        else:
            self.show()

    @on(TypingBox.Changed)
    def _typed(self) -> None:
        # As it stands now: the page that an earlier letter was typed on may be gone.
        if self.has_box:
            self.visit = navigation.typed(self.visit, self.query_one(TypingBox).value)
            self.show_page()

    @on(PageView.Chosen)
    def _choose_clicked(self, event: PageView.Chosen) -> None:
        self.follow(event.leads_to)

    @on(PageView.Touched)
    def _begin_by_touch(self) -> None:
        if self.visit.is_neutral and not self.session.deafness.is_on:
            self.follow(START)
