"""A desk to test with: remembers what was left on it, or refuses to take anything."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kiosk.desk.forms import Form
from kiosk.desk.trouble import DeskError, Reason


@dataclass
class TestDesk:
    """What a kiosk leaves behind in a test."""

    __test__ = False

    is_broken: bool = False
    forms: dict[object, Form] = field(default_factory=dict)
    """By their ids, as on a real desk: what is sent twice is there once."""
    counted: list[str] = field(default_factory=list)
    cards: list[tuple[str, ...]] = field(default_factory=list)
    """What was printed."""
    kept: dict[str, str] = field(default_factory=dict)

    def submit(self, form: Form) -> None:
        """Keep a form."""
        self._refuse()
        self.forms[form.id] = form

    def count(self, topic: str) -> None:
        """Count a topic."""
        self._refuse()
        self.counted.append(topic)

    def print_card(self, numbers: Sequence[str]) -> None:
        """Print a card."""
        self._refuse()
        self.cards.append(tuple(numbers))

    def wishes(self) -> dict[str, str]:
        """What was kept of a visitor before."""
        return self.kept

    def keep_wishes(self, wishes: Mapping[str, str]) -> None:
        """Keep wishes."""
        self._refuse()
        self.kept = dict(wishes)

    def forget_wishes(self) -> None:
        """Forget wishes."""
        self._refuse()
        self.kept = {}

    def _refuse(self) -> None:
        if self.is_broken:
            raise DeskError(Reason.FULL, "The disk takes nothing more.")
