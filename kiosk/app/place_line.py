"""The line below the text: how far the reader has come, and the key that shows more of it."""

from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len

from kiosk.app.lines import Run

RULE = "─"
WAY = "━"
"""What the rule is drawn with as far as the reader has come."""
_BEFORE_KEY = 2


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
        rule = self._rule(width)
        done = rule * self.percent // 100
        yield WAY * done, "way"
        yield RULE * (rule - done), "rule"
        yield f" {self.place}", "soft"
        if self.label:
            yield " " * _BEFORE_KEY, "plain"
        if self.key:
            # Not at the left, where it would stand on the keys of the line below.
            yield f" {self.key} ", "key"
            yield " ", "plain"
        yield self.label, "soft"

    def part_at(self, cell: int, width: int) -> float | None:
        """How far through the page a cell of the rule is, from 0 to 1; None beside the rule."""
        rule = self._rule(width)
        return cell / rule if self.place and 0 <= cell < rule else None

    def _rule(self, width: int) -> int:
        key = cell_len(self.key) + 3 if self.key else 0
        label = cell_len(self.label) + _BEFORE_KEY if self.label else 0
        return width - 1 - cell_len(self.place) - label - key
