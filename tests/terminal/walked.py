"""A whole kiosk, walked through by keys at random, and what is left of each walk."""

import random
import re
import sys
from pathlib import Path

import pyte
from nacl.public import PrivateKey

from kiosk.desk.sealing import public_text
from kiosk.neutral import INVITATION
from tests.terminal.coming_in import come_in
from tests.terminal.kiosk_terminal import KioskTerminal
from tests.terminal.processes import children, family, is_alive, leads_session

LONGEST_WALK = 14
WORDS = "zebraquilt"
KEYS = (
    *(b"%d" % number for number in range(1, 10)), b"\r", b"\r", b"\t", b" ", b"/", b"?", b"c", b"h",
    b"s", b"\x7f", b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\x1b[D", b"\x1b[5~", b"\x1b[6~",
    b"\x1b[H", b"\x1b[F", b"\x1b[Z", WORDS.encode(), WORDS.encode(),
)  # fmt: skip
BACK = b"\x1b[D"
ESCAPE = b"\x1b"
# With the space before it, which is less before a longer day.
DAY_OR_TIME = re.compile(r" *(?:[A-Z][a-z]+day \d{1,2} [A-Z][a-z]+|\d\d:\d\d)")


class WalkedKiosk(KioskTerminal):
    """A kiosk with all that a visitor can leave behind."""

    def __init__(self, folder: Path) -> None:
        """Start it."""
        settings = folder / "kiosk.toml"
        settings.write_text(
            'counts = true\nkeep_settings = true\ndata = "data"\nlanguages = ["cy"]\n'
            f'[forms]\npublic_key = "{public_text(PrivateKey.generate().public_key)}"\n'
        )
        (folder / "data").mkdir()
        super().__init__([sys.executable, "-m", "kiosk", "--settings", str(settings)])

    def see_first_pages(self) -> None:
        """Wait until it is all there, and see how its pages are for the first visitor."""
        self.wait_until(lambda: self.is_neutral and len(self.visitors()) == 2)
        self.settle()
        self.neutral = self.face()
        self.come_in()
        self.first_page = self.face()
        self.send(ESCAPE)
        self.wait_until(lambda: self.is_neutral)
        self.settle()

    def visitors(self) -> list[int]:
        """The visitor at the screen and the spare one, by their birth."""
        below = (each for child in children(self.process.pid) for each in children(child))
        return list(filter(leads_session, below))

    def family(self) -> set[int]:
        """Every living process of it."""
        return {pid for pid in family(self.process.pid) if is_alive(pid)}

    @property
    def is_neutral(self) -> bool:
        """Whether the neutral page is wholly there."""
        return INVITATION in self.text

    def face(self) -> list[list[str]]:
        """The whole screen: each character with its colours, but for the day and the time."""
        return [
            [f"{cell.data} {cell.fg} {cell.bg} {cell.bold} {cell.reverse}" for cell in row]
            for row in map(self.lasting, range(self.screen.lines))
        ]

    def lasting(self, row: int) -> list[pyte.screens.Char]:
        """What is in a row whenever somebody looks: a walk may end on another day."""
        cells = [self.screen.buffer[row][column] for column in range(self.screen.columns)]
        if passing := DAY_OR_TIME.search("".join(cell.data for cell in cells)):
            del cells[slice(*passing.span())]
        return cells

    def come_in(self) -> None:
        """Go to the first page."""
        come_in(self)
        self.settle()

    @property
    def at_screen(self) -> int:
        """The visitor at the screen: of the two, who was born first."""
        return self.visitors()[0]

    def walk(self, chance: random.Random) -> int:
        """Come in, press keys at random, and leave if none of them does.

        Returns:
            The process that was at the screen.
        """
        self.come_in()
        visitor = self.at_screen
        for keys in chance.choices(KEYS, k=chance.randint(1, LONGEST_WALK)):
            self.send(keys)
            self.settle(0.15)
            if self.is_neutral:
                return visitor
        while not self.is_neutral:
            self.send(chance.choice((ESCAPE, BACK, BACK)))
            self.settle(0.3)
        return visitor

    def see_nothing_left(self, visitor: int) -> None:
        """Check that who was there is dead, and the pages are as they were for the first one.

        Raises:
            AssertionError: They are not.
        """
        self.wait_until(lambda: not is_alive(visitor))
        self.wait_until(lambda: self.face() == self.neutral)
        assert WORDS not in self.everywhere
        self.come_in()
        self.wait_until(lambda: self.face() == self.first_page)
        self.send(ESCAPE)
        self.wait_until(lambda: self.is_neutral)
