"""What pages use: may a visitor leave something here, and if so, keep it.

Everything slow is imported at first use, and only where staff have switched it on.
"""

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.settings import Settings

if TYPE_CHECKING:
    from kiosk.desk.forms import AnyForm
    from kiosk.desk.outbox import Outbox


class Desk:
    """Where a visitor can leave a form, and where topics are counted.

    It writes nothing and imports nothing until it is asked to, so that it can be made before
    visitors are forked. Each visitor's process may be killed at any instant.

    Args:
        settings: The library's settings.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def offers_forms(self) -> bool:
        """Whether forms can be sent: the library has given its public key."""
        return bool(self._settings.forms.public_key)

    @property
    def offers_counts(self) -> bool:
        """Whether the library lets the kiosk count; a visitor is asked beside."""
        return self._settings.counts

    def warm(self) -> None:
        """Import what visitors will need, in the process that they are forked from."""
        if self.offers_forms or self.offers_counts:
            import kiosk.desk.outbox
            import kiosk.desk.sealing  # noqa: F401 - imported for the visitors

    def submit(self, form: "AnyForm") -> None:
        """Seal a form and put it on the disk.

        It is safe there when this returns. Sending the same form again changes nothing, so after
        an error a visitor can simply try once more.

        Raises:
            DeskError: It was not kept; `reason` says why. The visitor still has the form.
        """
        from kiosk.desk.sealing import read_public_key, seal

        sealed = seal(form, read_public_key(self._settings.forms.public_key))
        self._outbox.add_form(form.id, sealed)

    def count(self, topic_id: str) -> None:
        """Add one to a topic's number of today; nothing where counts are not offered.

        Call it when the page is drawn: it waits for the disk.

        Raises:
            DeskError: It was not counted; no visitor need be told.
        """
        if self.offers_counts:
            self._outbox.add_count(topic_id, date.today())

    @cached_property
    def _outbox(self) -> "Outbox":
        from kiosk.desk.outbox import FILE_NAME, Outbox

        return Outbox(Path(self._settings.data) / FILE_NAME)
