"""Where visitors leave something: may they, and if so, keep it.

Everything slow is imported at first use, and only where staff have switched it on.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from kiosk.desk.trouble import DeskError, Reason
from kiosk.desk.wishes import forget_wishes, keep_wishes, read_wishes
from kiosk.settings import Settings

if TYPE_CHECKING:
    from kiosk.desk.forms import Form
    from kiosk.desk.outbox import Outbox
    from kiosk.desk.printer import Printer


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
        """Whether the library lets the kiosk count; a visitor is asked besides."""
        return self._settings.counts

    @property
    def offers_wishes(self) -> bool:
        """Whether the library lets a visitor's wishes greet the next one."""
        return self._settings.keep_settings

    @property
    def offers_print(self) -> bool:
        """Whether the library has a printer for the card of numbers."""
        return bool(self._settings.printer)

    def warm(self) -> None:
        """Have there what will be needed, before anybody waits for it."""
        if self.offers_forms or self.offers_counts:
            from kiosk.desk.outbox import Outbox

            with suppress(DeskError):  # of which whoever leaves something is told
                Outbox(self._outbox_file)

    def submit(self, form: "Form") -> None:
        """Seal a form and put it on the disk.

        It is safe there when this returns. Sending the same form again changes nothing, so after
        an error a visitor can simply try once more.

        Raises:
            DeskError: It was not kept; `reason` says why. The visitor still has the form.
        """
        self.keep_sealed(form.id, self.seal(form))

    def seal(self, form: "Form") -> bytes:
        """Seal a form, so that only the library can open it.

        Raises:
            DeskError: The library's key is none.
        """
        from kiosk.desk.sealing import read_public_key, seal

        return seal(form, read_public_key(self._settings.forms.public_key))

    def keep_sealed(self, number: UUID, sealed: bytes) -> None:
        """Put a form on the disk that was sealed elsewhere; one of that number stays as it is.

        Raises:
            DeskError: It was not kept.
        """
        self._outbox.add_form(number, sealed)

    def forms_waiting(self) -> int:
        """How many forms have not been delivered yet; none where no forms are offered.

        Raises:
            DeskError: They cannot be counted.
        """
        return self._outbox.count_forms() if self.offers_forms else 0

    def count(self, topic_id: str) -> None:
        """Add one to a topic's number of today; nothing where counts are not offered.

        It waits for the disk, so it is called once the topic's page is drawn.

        Raises:
            DeskError: It was not counted; no visitor need be told.
        """
        if self.offers_counts:
            self._outbox.add_count(topic_id, date.today())

    def wishes(self) -> dict[str, str]:
        """How a visitor who agreed to it wanted the pages; nothing where staff do not allow it."""
        return read_wishes(self._folder) if self.offers_wishes else {}

    def keep_wishes(self, wishes: Mapping[str, str]) -> None:
        """Keep how this visitor wants the pages, for the next one.

        Raises:
            DeskError: They could not be kept.
        """
        if self.offers_wishes:
            keep_wishes(self._folder, wishes)

    def forget_wishes(self) -> None:
        """Keep no visitor's wishes any longer.

        Raises:
            DeskError: They are still there.
        """
        if self.offers_wishes:
            forget_wishes(self._folder)

    def print_card(self, numbers: Sequence[str]) -> None:
        """Print the card of numbers; nothing of it stays in the queue.

        Raises:
            DeskError: It is not printed.
        """
        if not self.offers_print:
            raise DeskError(Reason.SETTINGS, "The settings name no printer.")
        self._printer.print_lines(numbers)

    def empty_printer(self) -> None:
        """Leave nothing in the printer's queue.

        Raises:
            DeskError: It cannot be asked.
        """
        if self.offers_print:
            self._printer.empty()

    @cached_property
    def _printer(self) -> "Printer":
        from kiosk.desk.printer import Printer

        return Printer(self._settings.printer)

    @property
    def _folder(self) -> Path:
        return Path(self._settings.data)

    @cached_property
    def _outbox(self) -> "Outbox":
        from kiosk.desk.outbox import Outbox

        return Outbox(self._outbox_file)

    @property
    def _outbox_file(self) -> Path:
        from kiosk.desk.outbox import FILE_NAME

        return self._folder / FILE_NAME
