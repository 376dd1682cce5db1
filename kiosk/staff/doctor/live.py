"""Edits while the kiosk runs: what visitors see now, and what was refused."""

from collections.abc import Iterator
from pathlib import Path

from kiosk.edits.kept import store_in
from kiosk.edits.store import Store
from kiosk.staff.doctor.machine import Machine
from kiosk.staff.findings import Finding, advice, tick


def accepted(machine: Machine) -> Iterator[Finding]:
    """Since when visitors see the words that they see, and whether an edit was refused."""
    place = store_in(machine.settings.data, machine.settings_path or "")
    if not place:
        yield tick("Accepted words are not kept: the folder for data is not there, or not ours.")
        return
    store = Store(Path(place))
    current = store.current()
    if current is None:
        yield tick("No words have been accepted yet; the first start of the kiosk does so.")
    else:
        yield tick(f"Visitors see the words accepted at {current.accepted} (set {current.number}).")
    if store.refusal and store.refusal.faults:
        yield advice(
            f"An edit was refused at {store.refusal.when}: {' '.join(store.refusal.faults)}",
            "Mend that, or take the edit back; until then, visitors see the words before it.",
        )


def languages(machine: Machine) -> Iterator[Finding]:
    """Which languages visitors are offered, and which of those in the settings they are not."""
    if machine.content is None:
        return
    from kiosk.pages.loading import load_catalogue

    wanted = machine.settings.languages
    names = load_catalogue(machine.settings).edition.languages
    offered = tuple(names) or (machine.content.language.code,)
    missing = [code for code in wanted if code not in offered]
    if missing:
        yield advice(
            f"Not offered, since nobody has reviewed it: {', '.join(missing)}.",
            "Have it reviewed (docs/words.md), or write drafts = true.",
        )
    elif machine.settings.drafts and len(wanted) > 1:
        yield tick(f"Languages: {', '.join(offered)}; drafts are offered, too.")
    else:
        yield tick(f"Languages: {', '.join(offered)}.")
