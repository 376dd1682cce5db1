"""The conversation: prints a page, and takes a number, a letter, or words."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from kiosk.clock import local_time
from kiosk.content.blocks import Place, Target
from kiosk.content.clean import clean
from kiosk.linear.terminal import Terminal
from kiosk.neutral import MEASURE, neutral_text
from kiosk.pages import navigation
from kiosk.pages.acts import TickStep
from kiosk.pages.catalogue import START, Catalogue
from kiosk.pages.commands import PEOPLE, SEARCH, TAKE
from kiosk.pages.edition import Edition
from kiosk.pages.events import Event
from kiosk.pages.here import Here
from kiosk.pages.leave_behind import LeaveBehind
from kiosk.pages.spoken import Spoken, speak
from kiosk.pages.view import View
from kiosk.pages.visit import visit_at
from kiosk.settings.table import PATIENT_SECONDS

LEAVE = "0"
_BACK, _KEYS = "b", "?"
_COMMANDS = {"h": PEOPLE.name, "t": TAKE.name}
_LONGEST = 500
"""Characters that are taken of one line."""


class Conversation:
    """Serves one visitor after the other on a terminal that shows one line at a time.

    Args:
        catalogue: Makes the pages.
        leave_behind: Takes what visitors leave behind.
        terminal: Takes lines and prints them.
        clock: Tells the time of day.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        leave_behind: LeaveBehind,
        terminal: Terminal,
        clock: Callable[[], datetime] = local_time,
    ) -> None:
        self._catalogue = catalogue
        self._visit = visit_at(START)
        self._event: Event | None = None
        self._leave_behind = leave_behind
        self._terminal = terminal
        self._clock = clock

    def run(self) -> None:
        """Serve visitors until the input ends."""
        with suppress(EOFError):
            while True:
                with suppress(KeyboardInterrupt):  # Ctrl+C leaves, as Escape does
                    self._wait_for_visitor()
                    self._serve()

    def _wait_for_visitor(self) -> None:
        """Forget the visitor, and show the neutral page until somebody presses Enter alone."""
        self._visit, self._event = visit_at(START), None
        self._terminal.clear()
        settings = self._catalogue.edition.settings
        text = neutral_text(settings, self._clock(), min(MEASURE, self._terminal.columns), 12)
        self._terminal.print([line.rstrip() for line in text.lines])
        self._terminal.read()

    def _serve(self) -> None:
        """One visit, from the first page to leaving."""
        self._visit = visit_at(START).wishing(self._leave_behind.wishes())
        is_new = True
        while True:
            view = self._view()
            spoken = self._speak(view)
            if is_new:
                self._terminal.print(["", *spoken.lines, ""])
                self._terminal.print([self._edition.word("linear.hint")])
            self._leave_behind.count(self._event)  # the page is out: there is time for the disk
            self._event = None
            said = self._listen(view)
            if said is None:
                return
            is_new = self._answer(said, view, spoken)

    def _listen(self, view: View) -> str | None:
        """What the visitor typed, or None where they left, or are not there any more."""
        self._terminal.prompt(f"{view.box.prompt} > " if view.box else "> ")
        least = PATIENT_SECONDS if self._visit.is_patient else 0
        said = self._terminal.read(max(least, self._catalogue.edition.settings.idle_seconds))
        if said is None:
            self._terminal.print(["", self._edition.word("idle.question")])
            said = self._terminal.read(_SECONDS_TO_ANSWER)
        if said is None or "\x1b" in said or said.strip() == LEAVE or self._says("quit", said):
            return None
        return " ".join(clean(said[:_LONGEST]).split())

    def _answer(self, said: str, view: View, spoken: Spoken) -> bool:
        """Do what was said.

        Returns:
            Whether there is a page to print.
        """
        if said == _KEYS or self._says("help", said):
            # Whoever says "help" may mean more than the keys.
            numbers = View("", self._edition.content.dangers.always)
            keys = self._edition.word("linear.keys").split(" | ")
            self._terminal.print([*self._speak(numbers).lines, "", *keys])
            return False
        if said == _BACK or self._says("back", said):
            before, self._visit = self._visit, navigation.back(self._visit)
            return self._visit is not before
        target = self._target(said, view, spoken)
        if target is None:
            self._terminal.print([self._edition.word("linear.unknown")])
            return False
        visit, self._event = navigation.follow(self._visit, target)
        self._visit = self._leave_behind.hear(visit, self._event)
        if isinstance(target, TickStep):
            is_done = (target.plan, target.number) in self._visit.done
            self._terminal.print([self._edition.word("plan.done" if is_done else "plan.undone")])
            return False
        return True

    def _target(self, said: str, view: View, spoken: Spoken) -> Target | None:
        """What was said leads to this; None where it leads nowhere."""
        if said.isdecimal() and 1 <= int(said) <= len(spoken.targets):
            return spoken.targets[int(said) - 1]
        if self._says("home", said):
            return START
        if said in _COMMANDS:
            return navigation.command(self._visit, _COMMANDS[said], view)
        if view.box and self._visit.here.place.kind != SEARCH.name:
            return self._typed(said)
        return Place(SEARCH.name, said) if said else None

    def _says(self, command: str, said: str) -> bool:
        """Whether what was typed is the word for a command, here or as the visit began."""
        words = (
            each.word(f"linear.{command}") for each in (self._edition, self._catalogue.edition)
        )
        return said.strip().casefold() in map(str.casefold, words)

    def _typed(self, said: str) -> Target | None:
        """Take an answer to a form's question, and where it leads."""
        if said:
            self._visit = navigation.typed(self._visit, said)
        return self._speak(self._view()).choice

    @property
    def _edition(self) -> Edition:
        """The words in the language that the visitor has chosen."""
        return self._catalogue.edition_for(self._visit.comfort)

    def _speak(self, view: View) -> Spoken:
        return speak(view, min(MEASURE, self._terminal.columns), self._edition.word)

    def _view(self) -> View:
        prints = bool(self._catalogue.edition.settings.printer)
        here = Here(now=self._clock(), prints=prints)
        return navigation.page_of(self._catalogue, self._visit, MEASURE, here)[0]


_SECONDS_TO_ANSWER = 20
"""How long somebody has to say that they are still there (WCAG 2.2, 2.2.1: at least 20 s)."""
