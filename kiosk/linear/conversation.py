"""The conversation: prints a page, and takes a number, a letter, or words."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from kiosk.content.blocks import Place, Target
from kiosk.content.clean import clean
from kiosk.linear.terminal import InputEnded, Terminal
from kiosk.neutral import MEASURE, neutral_text
from kiosk.pages.catalogue import START, TROUBLE, Catalogue
from kiosk.pages.circumstances import Circumstances
from kiosk.pages.commands import PEOPLE, SEARCH
from kiosk.pages.leave_behind import LeaveBehind
from kiosk.pages.spoken import Spoken, speak
from kiosk.pages.view import View
from kiosk.pages.visit import Visit

LEAVE = "0"
_BACK, _KEYS, _PEOPLE, _TAKE = "b", "?", "h", "t"
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
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._catalogue = catalogue
        self._word = catalogue.library.word
        self._leave_behind = leave_behind
        self._terminal = terminal
        self._clock = clock

    def run(self) -> None:
        """Serve visitors until the input ends."""
        with suppress(InputEnded):
            while True:
                with suppress(KeyboardInterrupt):  # Ctrl+C leaves, as Escape does
                    self._wait_for_visitor()
                    self._serve()

    def _wait_for_visitor(self) -> None:
        """Show the neutral page until somebody presses Enter alone."""
        self._terminal.clear()
        settings = self._catalogue.library.settings
        text = neutral_text(settings, self._clock(), min(MEASURE, self._terminal.columns), 12)
        self._terminal.print([line.rstrip() for line in text.lines])
        self._terminal.read()

    def _serve(self) -> None:
        """One visit, from the first page to leaving."""
        visit = Visit(START)
        visit.comfort = self._leave_behind.wishes()
        is_new = True
        while True:
            view = self._view(visit)
            spoken = speak(view, min(MEASURE, self._terminal.columns), self._word)
            if is_new:
                self._terminal.print(["", *spoken.lines, ""])
                self._terminal.print([self._word("linear.hint")])
            said = self._listen(view)
            if said is None:
                return
            is_new = self._answer(said, visit, view, spoken)

    def _listen(self, view: View) -> str | None:
        """What the visitor typed, or None where they left, or are not there any more."""
        self._terminal.prompt(f"{view.box.prompt} > " if view.box else "> ")
        said = self._terminal.read(self._catalogue.library.settings.idle_seconds)
        if said is None:
            self._terminal.print(["", self._word("idle.question")])
            said = self._terminal.read(_SECONDS_TO_ANSWER)
        if said is None or "\x1b" in said or said.strip() == LEAVE or self._says("quit", said):
            return None
        return " ".join(clean(said[:_LONGEST]).split())

    def _answer(self, said: str, visit: Visit, view: View, spoken: Spoken) -> bool:
        """Do what was said.

        Returns:
            Whether there is a page to print.
        """
        target: Target | None
        if said.isdecimal() and 1 <= int(said) <= len(spoken.targets):
            target = spoken.targets[int(said) - 1]
        elif said == _KEYS or self._says("help", said):
            # Whoever says "help" may mean more than the keys.
            numbers = View("", self._catalogue.library.content.dangers.always)
            lines = speak(numbers, min(MEASURE, self._terminal.columns), self._word).lines
            self._terminal.print([*lines, "", *self._word("linear.keys").split(" | ")])
            return False
        elif said == _BACK or self._says("back", said):
            return visit.back()
        elif self._says("home", said):
            target = START
        elif said in (_PEOPLE, _TAKE):
            target = Place(PEOPLE.name, visit.audience) if said == _PEOPLE else view.take
        elif view.box and visit.here.place.kind != SEARCH.name:
            target = self._typed(said, visit)
        else:
            target = Place(SEARCH.name, said) if said else None
        if target is None:
            self._terminal.print([self._word("linear.unknown")])
            return False
        self._leave_behind.hear(visit.follow(target), visit)
        return True

    def _says(self, command: str, said: str) -> bool:
        """Whether what was typed is the word for a command."""
        return said.strip().casefold() == self._word(f"linear.{command}").casefold()

    def _typed(self, said: str, visit: Visit) -> Target | None:
        """Take an answer to a form's question, and where it leads."""
        if said:
            visit.type(said)
        return speak(self._view(visit), MEASURE, self._word).choice

    def _view(self, visit: Visit) -> View:
        here = Circumstances(
            now=self._clock(), comfort=visit.comfort, consent=visit.consent, draft=visit.draft
        )
        try:
            return self._catalogue.open(visit.here.place, MEASURE, here)[0]
        except Exception:
            return self._catalogue.open(TROUBLE, MEASURE)[0]


_SECONDS_TO_ANSWER = 20
"""How long somebody has to say that they are still there (WCAG 2.2, 2.2.1: at least 20 s)."""
