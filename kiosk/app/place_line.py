"""The line below the text: the key that shows more of it, and how far the reader has come."""

from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len

from kiosk.app.lines import Run

RULE = "─"
WAY = "━"
"""What the rule is drawn with as far as the reader has come."""
_AFTER_KEY = 2


class PlaceLine(NamedTuple):
    """What the line says; each part of it has its cells, whatever it says."""

    key: str = ""
    """The key that shows more, as it is printed on a cap."""
    label: str = ""
    """What it does, or what any key would do."""
    place: str = ""
    """How far through the page the reader is, in words."""
    percent: int = 0
    """The same for the rule."""
    is_parted: bool = False
    """Whether a rule stands there even if there is nothing to say."""

    def runs(self, width: int, whole: int) -> Iterator[Run]:
        """The line as it is drawn.

        Args:
            width: The cells of the text above.
            whole: The cells of the whole page.
        """
        if not self.label and not self.place:
            yield (RULE * whole if self.is_parted else ""), "rule"
            return
        if self.key:
            yield f" {self.key} ", "key"
            yield " ", "plain"
        if self.label:
            yield f"{self.label}{' ' * _AFTER_KEY}", "soft"
        rule = self._rule(width)
        done = rule * self.percent // 100
        yield WAY * done, "way"
        yield RULE * (rule - done), "rule"
        yield f" {self.place}", "soft"

    def part_at(self, cell: int, width: int) -> float | None:
        """How far through the page a cell of the rule is, from 0 to 1; None beside the rule."""
        rule = self._rule(width)
        at = cell - self._before
        return at / rule if self.place and 0 <= at < rule else None

    def _rule(self, width: int) -> int:
        return width - self._before - cell_len(self.place) - 1

    @property
    def _before(self) -> int:
        key = cell_len(self.key) + 3 if self.key else 0
        return key + (cell_len(self.label) + _AFTER_KEY if self.label else 0)
