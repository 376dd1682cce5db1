"""What staff see behind the door, gathered at the moment when it opens."""

from datetime import datetime

from kiosk import __version__
from kiosk.content.clean import clean, told_name
from kiosk.desk.desk import Desk
from kiosk.desk.trouble import DeskError
from kiosk.edits.store import store_at
from kiosk.edits.trial import pending
from kiosk.pages.staff_status import StaffStatus

_FAULTS_SHOWN = 3


def look_around(
    store: str,
    settings_path: str,
    desk: Desk,
    loaded: datetime,
    wrong_tries: int,
    *,
    is_service: bool = False,
) -> StaffStatus:
    """The state of this kiosk.

    Args:
        store: The folder of accepted words; empty where none are kept.
        settings_path: The settings file that staff edit, or nothing for the defaults.
        desk: Has the forms that wait.
        loaded: When the visitors' app was loaded.
        wrong_tries: How often the passphrase was wrong before it was right.
        is_service: Whether systemd starts the kiosk again when it ends.
    """
    accepts = store_at(store)
    current = accepts.current() if accepts else None
    refusal = accepts.refusal if accepts else None
    faults = refusal.faults if refusal else []
    return StaffStatus(
        version=__version__,
        loaded=loaded,
        accepted=datetime.fromisoformat(current.accepted) if current else None,
        changed=tuple(current.changed) if current else (),
        refused=datetime.fromisoformat(refusal.when) if refusal and faults else None,
        faults=tuple(clean(fault) for fault in faults[:_FAULTS_SHOWN]),
        is_pending=accepts is not None and pending(settings_path, accepts),
        held=tuple(map(told_name, accepts.held.files)) if accepts else (),
        forms_waiting=_forms_waiting(desk),
        wrong_tries=wrong_tries,
        is_service=is_service,
    )


def _forms_waiting(desk: Desk) -> int | None:
    try:
        return desk.forms_waiting()
    except DeskError:
        return None
