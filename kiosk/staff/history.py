"""`kiosk history` and `kiosk rollback`: the last accepted words, and the way back to them."""

import sys
from datetime import datetime
from pathlib import Path

from kiosk.content.faults import ContentError
from kiosk.edits.kept import store_in
from kiosk.edits.sources import fingerprint
from kiosk.edits.store import AcceptedSet, Store
from kiosk.edits.trial import load
from kiosk.exits import FAULT, NOTHING_FOUND
from kiosk.neutral import MEASURE
from kiosk.settings import SettingsError, load_settings

_FILES_SHOWN = 3


def print_history(settings_path: str | None) -> int:
    """Print the accepted words, newest last, and what was wrong with the last edit.

    Args:
        settings_path: The settings file, or None for the defaults.

    Returns:
        The exit code: 1 where nothing is kept yet, 2 where nothing can be kept.
    """
    store = _store(settings_path)
    if store is None:
        return FAULT
    current = store.current()
    sets = store.sets()
    for each in sets:
        mark = "*" if each == current else " "
        print(f"{mark} {each.number:>3}  {_when(each.accepted)}  {_changes(each)}".rstrip())
    print("* is what visitors see." if sets else "No words have been accepted yet.")
    refusal = store.refusal
    if refusal and refusal.faults:
        print("", f"The edit of {_when(refusal.when)} was refused:", *refusal.faults, sep="\n")
    return 0 if sets else NOTHING_FOUND


def roll_back(settings_path: str | None, number: int | None) -> int:
    """Show visitors earlier words again, from the next visitor on.

    Args:
        settings_path: The settings file, or None for the defaults.
        number: Which words, as `kiosk history` counts; None for those before the current ones.

    Returns:
        The exit code: 2 where there is nothing to go back to, or this kiosk cannot read it.
    """
    store = _store(settings_path)
    if store is None:
        return FAULT
    try:
        return _go_back(store, settings_path, number)
    except OSError as error:
        print(f"The accepted words cannot be used: {error}.", file=sys.stderr)
        return FAULT


def _go_back(store: Store, settings_path: str | None, number: int | None) -> int:
    with store.locked():
        chosen = _chosen(store, number)
        if chosen is None:
            what = f"no set {number}" if number else "no earlier set"
            print(f"There is {what} to go back to; see 'kiosk history'.", file=sys.stderr)
            return FAULT
        try:
            load(chosen, lambda catalogue: catalogue.keep_all(MEASURE))
        except (ContentError, SettingsError, OSError) as error:
            print(f"This kiosk cannot use set {chosen.number} any more:\n{error}", file=sys.stderr)
            return FAULT
        store.go_back(chosen.number, fingerprint(settings_path or ""))
    print(f"The next visitor sees set {chosen.number}, of {_when(chosen.accepted)}.")
    print("Your files are as they were. Mend them: your next edit is shown again.")
    return 0


def _store(settings_path: str | None) -> Store | None:
    try:
        data = load_settings(settings_path).data
    except SettingsError as error:
        print(error, file=sys.stderr)
        return None
    folder = store_in(data, settings_path or "")
    if not folder:
        print(
            f"No accepted words are kept: {data} is not there, or you may not write to it. "
            'To keep them, name a folder in the settings, such as data = "kiosk-data", which is '
            "then made beside them; and start the kiosk again.",
            file=sys.stderr,
        )
        return None
    return Store(Path(folder))


def _chosen(store: Store, number: int | None) -> AcceptedSet | None:
    current = store.current()
    if number is not None:
        return next((each for each in store.sets() if each.number == number), None)
    earlier = [each for each in store.sets() if current and each.number < current.number]
    return earlier[-1] if earlier else None


def _when(stamp: str) -> str:
    moment = datetime.fromisoformat(stamp)
    return f"{moment.day} {moment:%B %Y, %H:%M}"


def _changes(each: AcceptedSet) -> str:
    shown = ", ".join(each.changed[:_FILES_SHOWN])
    more = len(each.changed) - _FILES_SHOWN
    return f"{shown} and {more} more" if more > 0 else shown
