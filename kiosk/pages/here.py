"""What a page may depend on beside the words: the moment, the screen, and the visitor's wishes."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from kiosk.content.blocks import Place
from kiosk.neutral import GAP, MEASURE, SIDES
from kiosk.pages.comfort import AS_IT_STANDS, NONE_GIVEN, Comfort, Consent
from kiosk.pages.draft import EMPTY, Draft
from kiosk.pages.staff_status import StaffStatus

_TALL_ROWS = 29
_GRAND_ROWS, _GRAND_WIDTH = 45, sorted(SIDES)[1]
_LOW_ROWS = 12


class Room(NamedTuple):
    """What there is room for on a screen."""

    rows: int = 0
    """The lines that can be seen at once; 0 for a page without a screen."""
    width: int = 0
    """The cells that cards may take side by side; 0 for those of a line of text."""
    side: int = 0
    """The cells of a column beside the text; 0 where there is none."""
    half_blocks: bool = True
    """Whether the terminal's font has the half blocks, of which figures and letters are made."""
    has_surfaces: bool = True
    """Whether the theme has surfaces, without which a tile is nothing but its words."""

    @property
    def main(self) -> int:
        """The cells left of the column at the right."""
        return self.width - GAP - self.side

    @property
    def has_middle(self) -> bool:
        """Whether a column as wide as the one at the right stands between that and the text."""
        return self.side > 0 and self.main - GAP - self.side >= MEASURE

    @property
    def is_tall(self) -> bool:
        """Whether choices are tiles, and numbers to call are large."""
        return self.rows >= _TALL_ROWS

    @property
    def is_low(self) -> bool:
        """Whether there is room for the choices of a page, and for little else."""
        return 0 < self.rows <= _LOW_ROWS

    @property
    def padding(self) -> int:
        """Empty lines above and below what stands on a card."""
        return 1 if self.is_tall else 0

    @property
    def box_rows(self) -> int:
        """Lines that a box to type into takes, with the empty one below."""
        return 4 if self.is_tall else 2

    @property
    def is_grand(self) -> bool:
        """Whether there is room for a title in large letters."""
        return self.rows >= _GRAND_ROWS and self.width >= _GRAND_WIDTH


NO_ROOM = Room()
"""For a page without a screen."""


@dataclass(frozen=True)
class Here:
    """Where and when a page is shown; as they stand, for a page on paper."""

    now: datetime | None = None
    """The moment; None for a page that is read at any time."""
    columns: int = 0
    """The longest line there may be, in cells."""
    room: Room = NO_ROOM
    """What there is room for."""
    colours: bool = True
    """Whether there are colours; without them, nobody knows which ground is the lighter one."""
    prints: bool = False
    """Whether the card of numbers can be printed."""
    has_mouse: bool = False
    """Whether a mouse would be heard, if there is one."""
    speaks: bool = False
    """Whether pages can be read aloud."""
    theme: str = ""
    """The theme that is shown; empty where there is none to choose."""
    comfort: Comfort = AS_IT_STANDS
    """How the visitor wants the pages."""
    consent: Consent = NONE_GIVEN
    """What may be remembered of the visitor."""
    draft: Draft = EMPTY
    """What the visitor has filled in."""
    beat: int | None = None
    """How far the slow breath has come, in beats; None where nothing may move."""
    is_discreet: bool = False
    """Whether the visitor wants only the line that is read to be seen, and no telling titles."""
    done: AbstractSet[tuple[Place, int]] = frozenset()
    """The steps of plans that the visitor has ticked off."""
    staff: StaffStatus | None = None
    """What staff may see, who have opened their door; None while it is shut."""

    @property
    def minute(self) -> datetime | None:
        """The minute of the moment, in UTC, where no minute comes twice."""
        return self.now and self.now.astimezone(UTC).replace(second=0, microsecond=0)

    @property
    def rows(self) -> int:
        """The lines that can be seen at once; 0 for a page without a screen."""
        return self.room.rows

    @property
    def half_blocks(self) -> bool:
        """Whether the terminal's font has the half blocks."""
        return self.room.half_blocks

    @property
    def has_keys(self) -> bool:
        """Whether there is a screen with keys that a page may name."""
        return self.rows > 0

    @property
    def screen(self) -> tuple[int, int, bool, bool]:
        """The screen alone."""
        return self.columns, self.rows, self.half_blocks, self.colours


PAPER = Here()
