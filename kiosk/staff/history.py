"""`kiosk history` and `kiosk rollback`: the last accepted words, and the way back to them."""

import sys
from datetime import datetime
from pathlib import Path

from kiosk.content.clean import told_name
from kiosk.content.faults import ContentError, trouble_with
from kiosk.content.walk import WORDS, files_in
from kiosk.edits.kept import (
    CURRENT,
    SETTINGS,
    is_emptied,
    last_store,
    not_ours,
    store_in,
    whole_path,
)
from kiosk.edits.sources import fingerprint
from kiosk.edits.store import AcceptedSet, Store
from kiosk.edits.trial import load, pending
from kiosk.exits import FAULT, NOTHING_FOUND
from kiosk.pages.catalogue import Catalogue
from kiosk.plain_file import may_be_there, read_plain
from kiosk.settings import SettingsError, load_settings
from kiosk.staff.service_view import unusable

_FILES_SHOWN = 3


def print_history(settings_path: str) -> int:
    """Print the accepted words, newest last, and what was wrong with the last edit.

    Args:
        settings_path: The settings file, or nothing for the defaults.

    Returns:
        The exit code: 1 where nothing is kept yet, 2 where nothing can be kept.
    """
    store, faults = _store(settings_path)
    if store is None:
        return FAULT
    refusal = store.refusal
    if faults and (refusal is None or refusal.faults != faults):
        print(*faults, sep="\n", file=sys.stderr)
    current = store.current()
    sets = store.sets()
    for each in sets:
        mark = "*" if each == current else " "
        print(f"{mark} {each.number:>3}  {_when(each.accepted)}  {_changes(each)}".rstrip())
    nothing = "No accepted words are kept. A kiosk accepts yours once it runs."
    print("* is what visitors see." if sets else nothing)
    if refusal and refusal.faults:
        if current:
            print(f"Where a file of yours is lost, copy it from {store.folder / CURRENT}.")
        print("", f"The edit of {_when(refusal.when)} was refused:", *refusal.faults, sep="\n")
    if pending(whole_path(settings_path), store):
        print("", "Your files say something that visitors do not see. Type: kiosk doctor", sep="\n")
    if held := store.held.files:
        print("", "A rollback holds these, until you edit them:", *map(told_name, held), sep="\n")
    return 0 if sets else NOTHING_FOUND


def roll_back(settings_path: str, number: int | None) -> int:
    """Show visitors earlier words again, from the next visitor on.

    Args:
        settings_path: The settings file, or nothing for the defaults.
        number: Which words, as `kiosk history` counts; None for those before the current ones.

    Returns:
        The exit code: 2 where there is nothing to go back to, or this kiosk cannot read it.
    """
    store, faults = _store(settings_path)
    if store is None:
        return FAULT
    if faults:
        print(*faults, sep="\n", file=sys.stderr)
    try:
        return _go_back(store, settings_path, number)
    except OSError as error:
        print(trouble_with(str(store.folder), error), file=sys.stderr)
        return FAULT


def _go_back(store: Store, settings_path: str, number: int | None) -> int:
    with store.locked():
        chosen = _chosen(store, number)
        if chosen is None:
            what = f"no set {number}" if number else "no earlier set"
            print(f"There is {what} to go back to; see 'kiosk history'.", file=sys.stderr)
            return FAULT
        try:
            load(chosen, Catalogue.keep_all)
        except (ContentError, SettingsError, OSError) as error:
            print(f"This kiosk cannot use set {chosen.number} any more:\n{error}", file=sys.stderr)
            return FAULT
        path = whole_path(settings_path)
        held = store.held
        try:
            held.replace(_differing(chosen, path))
            store.go_back(chosen.number, fingerprint(path, str(store.folder)))
        except OSError:
            held.replace({})
            raise
    print(f"The next visitor sees set {chosen.number}, of {_when(chosen.accepted)}.")
    print("Your files are as they were. Mend them: each is shown again once you have edited it.")
    return 0


def _store(settings_path: str) -> tuple[Store | None, list[str]]:
    """Where the accepted words are kept, and the faults of the settings; None once that is told."""
    path = whole_path(settings_path)
    faults: list[str] = []
    try:
        settings = load_settings(settings_path)
        data = settings.data
        faults = [f"{each.what} {each.remedy}" for each in unusable(settings_path, settings)]
        folder = last_store(path) if is_emptied(path) else store_in(data, path)
    except SettingsError as error:
        faults = str(error).splitlines()
        data = ""
        folder = last_store(path) or store_in(data, path)
    if folder:
        return Store(Path(folder)), faults
    if data and may_be_there(data):
        why = f"the kiosk may not write to {data}. {not_ours(data)}"
    else:
        named = f"{data} is not there" if data else "see above"
        why = (
            f"{named}. To keep them, let 'data' in the settings name a folder where the kiosk may "
            'make one, such as data = "kiosk-data" beside them (on an installed kiosk, leave it '
            "out); and start the kiosk again."
        )
    print(*faults, f"No accepted words are kept: {why}", sep="\n", file=sys.stderr)
    return None, faults


def _differing(chosen: AcceptedSet, settings_path: str) -> dict[str, tuple[Path, Path]]:
    """Where staff's files and a set differ: by their paths, the files, and those of the set.

    The shipped words are nobody's edit, so they are left out.
    """
    pairs: dict[str, tuple[Path, Path]] = {}
    if settings_path:
        pairs[settings_path] = (Path(settings_path), chosen.folder / SETTINGS)
    for number, name in list(enumerate(chosen.folders))[1:]:
        theirs, folder = chosen.folder / str(number), Path(name)
        places = {path.relative_to(theirs) for path in files_in(theirs, lambda _: None)}
        places |= {path.relative_to(folder) for path in files_in(folder, lambda _: None)}
        words = (place for place in places if place.suffix in WORDS)
        pairs |= {str(folder / place): (folder / place, theirs / place) for place in words}
    return {name: pair for name, pair in pairs.items() if _text(pair[0]) != _text(pair[1])}


def _text(path: Path) -> bytes | None:
    try:
        return read_plain(path)
    except OSError:
        return None


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
