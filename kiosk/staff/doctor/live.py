"""Edits while the kiosk runs: what visitors see now, and what was refused."""

import errno
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from kiosk.content.clean import told_name
from kiosk.edits.kept import data_of, is_emptied, last_store, not_ours, store_in, whole_path
from kiosk.edits.store import Store
from kiosk.edits.trial import pending
from kiosk.edits.watched import is_abandoned
from kiosk.plain_file import why_not
from kiosk.settings import Settings
from kiosk.staff.doctor import service
from kiosk.staff.doctor.machine import Machine
from kiosk.staff.findings import Finding, advice, fault, tick


def accepted(machine: Machine) -> Iterator[Finding]:
    """Since when visitors see the words that they see, and what of an edit they do not see."""
    path = whole_path(machine.settings_path)
    is_lost = bool(machine.troubles) or is_emptied(path)
    last = last_store(path) if is_lost else ""
    place = last or store_in(machine.settings.data, path)
    if not place:
        yield _unkept(machine)
        return
    data = machine.settings.data
    if not is_lost and not Path(place).is_relative_to(data):
        yield advice(
            f"{data}, which 'data' names, is not there, or not the kiosk's to write to: accepted "
            "words are kept elsewhere, and forms nowhere.",
            "Take 'data' out of the settings: then it is the kiosk's own folder.",
        )
    store = Store(Path(place))
    current = store.current()
    if current is None:
        yield _none_accepted(store, machine)
    elif not current.is_whole:
        yield fault(
            f"The accepted words (set {current.number}) are damaged; the next start shows others.",
            "See whether the disk is sound, then start the kiosk again.",
        )
    else:
        yield tick(f"Visitors see the words accepted at {current.accepted} (set {current.number}).")
    if store.refusal and store.refusal.faults:
        yield advice(
            f"An edit was refused at {store.refusal.when}: {' '.join(store.refusal.faults)}",
            "Mend that, or take the edit back; until then, visitors see the words before it.",
        )
    if pending(path, store):
        yield advice(
            "Something was edited that visitors do not see.",
            "Does the kiosk run? Has the disk room, and may the kiosk write there? Then it is "
            "taken within seconds.",
        )
    if is_abandoned(store.folder):
        yield advice(
            "Nobody watches for edits: what is edited now is not shown.",
            "The kiosk starts its watcher again within a minute. If this stays, start the kiosk "
            "again, and tell whoever looks after its program.",
        )
    if held := store.held.files:
        yield advice(
            f"A rollback holds as they were: {', '.join(map(told_name, held))}.",
            "Mend these files; each is shown again once it is edited.",
        )
    if not os.access(place if store.sets() else machine.settings.data, os.W_OK):
        yield fault(
            f"The kiosk may not write to {place}: no edit can be shown.",
            why_not(OSError(errno.EROFS, "")) if _is_read_only(place) else not_ours(data_of(place)),
        )


def _is_read_only(place: str) -> bool:
    with suppress(OSError):
        return bool(os.statvfs(place).f_flag & os.ST_RDONLY)
    return False


def _none_accepted(store: Store, machine: Machine) -> Finding:
    """What is to be said where nothing is in force: it was lost, or nobody has had it yet."""
    refusal = store.refusal
    if kept := len(store.sets()):
        return fault(
            f"The words that visitors saw last are lost. Earlier ones that are kept: {kept}.",
            "Mend what is told here, and start the kiosk again: it shows your files where they are "
            "right, and else the newest that are kept. See whether the disk is sound, too.",
        )
    if machine.troubles or (refusal and refusal.faults):
        return fault(
            "No accepted words are kept, and your files have faults: a new start shows the shipped "
            "words alone.",
            "Mend what is told here; the kiosk accepts your words within seconds. If it had "
            "accepted some before, see whether the disk is sound.",
        )
    return tick("No words are accepted yet; a kiosk that starts or runs does so.")


def _unkept(machine: Machine) -> Finding:
    data = Path(machine.settings.data)
    if data == Path(Settings().data) and not data.exists():
        if service.UNIT.exists():
            return fault(
                f"{data} is gone: no words, forms or counts are kept.",
                "Make it again: sudo systemctl restart kiosk",
            )
        return tick("Accepted words are not kept: there is no data folder.")
    return advice(
        f"Accepted words are not kept: {data} is not there, or not ours to write to.",
        "After a new start with a fault in the words, visitors see the shipped words alone. "
        f"{not_ours(str(data))}",
    )


def languages(machine: Machine) -> Iterator[Finding]:
    """Which languages visitors are offered, and which of those in the settings they are not."""
    if machine.content is None:
        return
    from kiosk.pages.loading import load_catalogue

    wanted = machine.settings.languages
    languages = [each.content.language for each in load_catalogue(machine.settings).editions]
    offered = [each.code for each in languages]
    in_browsers = [each.code for each in languages if each.needs_browser]
    alone = f" In browsers alone: {', '.join(in_browsers)}." if in_browsers else ""
    missing = [code for code in wanted if code not in offered]
    if missing:
        yield advice(
            f"Not offered, since nobody has reviewed it: {', '.join(missing)}.",
            "Have it reviewed (docs/words.md), or write drafts = true.",
        )
    elif machine.settings.drafts and len(wanted) > 1:
        yield tick(f"Languages: {', '.join(offered)}; drafts are offered, too.{alone}")
    else:
        yield tick(f"Languages: {', '.join(offered)}.{alone}")
