"""Judges what staff have edited, and makes the pages from what is in force.

`python -m kiosk.live.judge STORE [SETTINGS]` judges, in a process of its own.
"""

import sys
from pathlib import Path

from kiosk.content.faults import ContentError, Fault
from kiosk.exits import FAULT
from kiosk.guard_log import make_log
from kiosk.live.sources import copy_whole, fingerprint, folders
from kiosk.live.store import AcceptedSet, Store
from kiosk.neutral import MEASURE
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.loading import make_catalogue
from kiosk.settings import SettingsError, load_settings


def catalogue_in_force(settings_path: str, store: Store) -> Catalogue:
    """The pages of the set in force; what has not been judged yet is judged first.

    Args:
        settings_path: The settings file that staff edit, or nothing for the defaults.
        store: The accepted sets.

    Raises:
        ContentError: The words have faults, and there is no accepted set.
        SettingsError: The settings have faults, and there is no accepted set.
        OSError: The store cannot be used.
    """
    with store.locked():
        current = store.current()
        if current is not None and store.judged == fingerprint(settings_path):
            try:
                return load_set(current)
            except (ContentError, SettingsError, OSError):
                current = None  # damaged, or made by another version of the kiosk
        try:
            return _accept(settings_path, store)
        except (ContentError, SettingsError) as error:
            store.refuse(str(error), fingerprint(settings_path))
            if current is None:
                raise
            return load_set(current)


def judge(settings_path: str, store: Store) -> str:
    """Accept what staff have edited, or refuse it.

    Args:
        settings_path: The settings file that staff edit, or nothing for the defaults.
        store: The accepted sets.

    Returns:
        Every fault; nothing where there is none, or where all this was judged before.
    """
    with store.locked():
        if store.judged == fingerprint(settings_path):
            return ""
        try:
            _accept(settings_path, store)
        except (ContentError, SettingsError, OSError) as error:
            store.refuse(str(error), fingerprint(settings_path))
            return str(error)
    return ""


def load_set(accepted: AcceptedSet) -> Catalogue:
    """The pages of a set.

    Raises:
        ContentError: Its words have faults.
        SettingsError: Its settings have faults.
    """
    return make_catalogue(accepted.layers(), accepted.settings())


def _accept(settings_path: str, store: Store) -> Catalogue:
    """Copy everything, load the copy, make every page of it, and put it in force."""
    seen = copy_whole(settings_path, store.staging)
    staged = store.staged(settings_path, folders(settings_path))
    catalogue = load_set(staged)
    _make_pages(catalogue)
    store.accept(staged, seen)
    return catalogue


def _make_pages(catalogue: Catalogue) -> None:
    """Make every page; what cannot be made is a fault of the words, whatever it is."""
    try:
        catalogue.keep_all(MEASURE)
    except Exception as error:
        message = f"A page cannot be made of these words ({error!r}); take back the last edit."
        raise ContentError([Fault("content", 0, message)]) from error


def main(store: str, settings_path: str = "") -> int:
    """Judge once, and tell staff what was refused: the faults in words, the log in numbers."""
    faults = judge(settings_path, Store(Path(store)))
    if not faults:
        return 0
    print(
        f"kiosk: an edit was refused; visitors see the words before it.\n{faults}", file=sys.stderr
    )
    try:
        log = load_settings(settings_path or None).log
    except SettingsError:
        return FAULT
    make_log(log)("edit_refused", faults=len(faults.splitlines()))
    return FAULT


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
