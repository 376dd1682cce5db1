"""Tries what staff have edited in the process that visitors would be forked from."""

from collections.abc import Callable
from contextlib import suppress

from kiosk.content.faults import ContentError, Fault
from kiosk.edits.sources import copy_whole, fingerprint, folders
from kiosk.edits.store import AcceptedSet, Store
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.loading import make_catalogue
from kiosk.settings import SettingsError

MakePages = Callable[[Catalogue], object]
"""Makes every page of a catalogue, so that what cannot be made is known before a visitor comes."""

_UNUSABLE = (ContentError, SettingsError, OSError)


def start(settings_path: str, store: Store, make_pages: MakePages) -> Catalogue:
    """The pages to begin with: of the accepted words, so that no edit keeps a kiosk from starting.

    Where there are none, or they cannot be used (damaged, or made by another version of the
    kiosk), what staff have edited is tried.

    Args:
        settings_path: The settings file that staff edit, or nothing for the defaults.
        store: The accepted sets.
        make_pages: Called once with the pages to come.

    Raises:
        ContentError: The words have faults, and there is no accepted set.
        SettingsError: The settings have faults, and there is no accepted set.
        OSError: The store cannot be used.
    """
    with store.locked():
        current = store.current()
        if current is not None:
            with suppress(*_UNUSABLE):
                return load(current, make_pages)
        return _try_edit(settings_path, store, make_pages)


def renew(settings_path: str, store: Store, make_pages: MakePages) -> Catalogue:
    """The pages that are to follow: of what staff have edited, unless that was tried before.

    For the arguments, see `start`.

    Raises:
        ContentError: The words have faults; the report is in the store.
        SettingsError: Likewise, of the settings.
        OSError: What was edited cannot be copied, or the store cannot be used.
    """
    with store.locked():
        current = store.current()
        if current is not None and store.was_tried(fingerprint(settings_path)):
            return load(current, make_pages)
        return _try_edit(settings_path, store, make_pages)


def load(accepted: AcceptedSet, make_pages: MakePages) -> Catalogue:
    """The pages of a set, every one of them made.

    Raises:
        ContentError: Its words have faults, or a page cannot be made of them.
        SettingsError: Its settings have faults.
    """
    catalogue = make_catalogue(accepted.layers(), accepted.settings())
    try:
        make_pages(catalogue)
    except Exception as error:
        message = f"A page cannot be made of these words ({error!r}); take back the last edit."
        raise ContentError([Fault("content", 0, message)]) from error
    return catalogue


def _try_edit(settings_path: str, store: Store, make_pages: MakePages) -> Catalogue:
    """Copy everything, load the copy, make every page, and have the next visitors see it."""
    try:
        seen = copy_whole(settings_path, store.staging)
        staged = store.staged(settings_path, folders(settings_path), seen)
        catalogue = load(staged, make_pages)
        store.accept(staged)
    except _UNUSABLE as error:
        with suppress(OSError):
            store.refuse(str(error), fingerprint(settings_path))
        raise
    return catalogue
