"""Tries what staff have edited in the process that visitors would be forked from."""

import errno
import os
from collections.abc import Callable
from contextlib import suppress

from kiosk.content.faults import ContentError, Fault, trouble_with
from kiosk.content.layers import Layer, folders_of
from kiosk.edits.kept import data_of, not_ours
from kiosk.edits.sources import copy_whole, fingerprint, folders
from kiosk.edits.store import AcceptedSet, Store
from kiosk.edits.vanished import vanished
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.loading import make_catalogue
from kiosk.settings import Settings, SettingsError, load_settings

MakePages = Callable[[Catalogue], object]
"""Makes every page of a catalogue, so that what cannot be made is known before a visitor comes."""

_UNUSABLE = (ContentError, SettingsError, OSError)


def start(settings_path: str, store: Store | None, make_pages: MakePages) -> Catalogue:
    """The pages to begin with: of the accepted words, so that nothing keeps a kiosk from starting.

    Where there are none, or they cannot be used (damaged, or made by another version of the
    kiosk), what staff have edited is tried; then earlier sets; and then the shipped words.

    Args:
        settings_path: The settings file that staff edit, or nothing for the defaults.
        store: The accepted sets; None where there is no place for any.
        make_pages: Called once with the pages to come.

    Raises:
        ContentError: Not even the shipped words can be used.
    """
    current = store.current() if store else None
    if current is not None and (catalogue := _of_set(current, make_pages)):
        return catalogue
    refusal = store.refusal if store else None
    if store is None or refusal is None or refusal.fingerprint != _edited(settings_path, store):
        with suppress(*_UNUSABLE):
            return _first_edit(settings_path, store, make_pages)
    for earlier in reversed(store.sets() if store else ()):
        if store and (catalogue := _of_set(earlier, make_pages)):
            with suppress(OSError):
                store.show(earlier.number)
            return catalogue
    return _shipped(settings_path, make_pages)


def renew(settings_path: str, store: Store | None, make_pages: MakePages) -> Catalogue:
    """The pages that are to follow: of what staff have edited, unless that was tried before.

    For the arguments, see `start`.

    Raises:
        ContentError: The words have faults, which the store has, too; or it cannot be used.
        SettingsError: Likewise, of the settings.
    """
    if store is None:
        return _unkept(settings_path, make_pages)
    try:
        with store.locked():
            return _renewed(settings_path, store, make_pages)
    except OSError as error:
        raise ContentError([_lacking(store, error)]) from error


def _renewed(settings_path: str, store: Store, make_pages: MakePages) -> Catalogue:
    current = store.current()
    edited = _edited(settings_path, store)
    if current is not None and current.fingerprint == edited:
        with suppress(OSError):
            store.forget_refusal()  # what was refused was mended, or taken back
        return load(current, make_pages)
    if current is not None and _was_refused(store, edited):
        return load(current, make_pages)
    return _try_edit(settings_path, store, make_pages)


def newest(settings_path: str, store: Store | None, make_pages: MakePages) -> Catalogue:
    """The pages for whoever comes once and then goes: of the newest words that can be used.

    For the arguments, see `start`.

    Raises:
        ContentError: Not even the shipped words can be used.
    """
    with suppress(*_UNUSABLE):
        return renew(settings_path, store, make_pages)
    return start(settings_path, store, make_pages)


def load(accepted: AcceptedSet, make_pages: MakePages) -> Catalogue:
    """The pages of a set, every one of them made.

    Raises:
        ContentError: Its words have faults, or a page cannot be made of them.
        SettingsError: Its settings have faults.
    """
    return _made(accepted.layers(), accepted.settings(), make_pages)


def _made(layers: list[Layer], settings: Settings, make_pages: MakePages) -> Catalogue:
    """Load words and make every page; what fails, but for the machine, is a fault of the words."""
    try:
        catalogue = make_catalogue(layers, settings)
        make_pages(catalogue)
    except (ContentError, OSError):
        raise
    except MemoryError as error:
        raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM)) from error
    except Exception as error:
        message = f"A page cannot be made of these words ({error!r}); take back the last edit."
        raise ContentError([Fault("content", 0, message)]) from error
    return catalogue


def _was_refused(store: Store, edited: str) -> bool:
    """Whether an edit was refused, or taken back, for what it says."""
    refusal = store.refusal
    return refusal is not None and refusal.fingerprint == edited and not refusal.may_pass


def _edited(settings_path: str, store: Store) -> str:
    return fingerprint(settings_path, str(store.folder))


def _of_set(accepted: AcceptedSet, make_pages: MakePages) -> Catalogue | None:
    """The pages of a set; None where it is damaged, or no longer right for this kiosk."""
    with suppress(*_UNUSABLE):
        if accepted.is_whole:
            return load(accepted, make_pages)
    return None


def _first_edit(settings_path: str, store: Store | None, make_pages: MakePages) -> Catalogue:
    """The pages of what staff have edited; where no set can be kept, of their own files."""
    if store is None:
        return _unkept(settings_path, make_pages)
    try:
        with store.locked():
            return _try_edit(settings_path, store, make_pages)
    except OSError:
        return _unkept(settings_path, make_pages)
    except ContentError as error:
        if isinstance(error.__cause__, OSError):  # of the store, or of files that may not matter
            return _unkept(settings_path, make_pages)
        raise


def _unkept(settings_path: str, make_pages: MakePages) -> Catalogue:
    settings = load_settings(settings_path)
    return _made(list(map(Layer, folders_of(settings))), settings, make_pages)


def _shipped(settings_path: str, make_pages: MakePages) -> Catalogue:
    """The pages of the shipped words: with the library's settings, where these can be used."""
    layers = list(map(Layer, folders_of(Settings())))
    with suppress(*_UNUSABLE):
        return _made(layers, load_settings(settings_path)._replace(content=()), make_pages)
    return _made(layers, Settings(), make_pages)


def _try_edit(settings_path: str, store: Store, make_pages: MakePages) -> Catalogue:
    """Copy everything, load the copy, make every page, and have the next visitors see it."""
    seen = _edited(settings_path, store)
    try:
        seen = copy_whole(settings_path, store.staging, str(store.folder))
        staged = store.staged(settings_path, folders(settings_path, str(store.folder)), seen)
        if faults := list(vanished(store.current(), staged)):
            raise ContentError(faults)
        catalogue = load(staged, make_pages)
        store.accept(staged)
        with suppress(OSError):
            store.held.forget_edited()
    except OSError as error:
        fault = _lacking(store, error)
        _refuse(store, seen, str(fault), may_pass=True)
        raise ContentError([fault]) from error
    except (ContentError, SettingsError) as error:
        _refuse(store, seen, str(error), may_pass=False)
        raise
    return catalogue


def _lacking(store: Store, error: OSError) -> Fault:
    """What the store cannot do, or the machine, and what to do about it."""
    if error.errno in (errno.EACCES, errno.EPERM):
        message = f"The kiosk may not write here. {not_ours(data_of(str(store.folder)))}"
        return Fault(str(store.folder), 0, message)
    return trouble_with(str(store.folder), error)


def _refuse(store: Store, seen: str, faults: str, *, may_pass: bool) -> None:
    """Refuse what was seen; what staff have mended meanwhile is another edit, to be tried."""
    with suppress(OSError):
        store.refuse(faults, seen, may_pass=may_pass)


def pending(settings_path: str, store: Store) -> bool:
    """Whether staff have edited something that visitors do not see, and nobody has said why."""
    current = store.current()
    return current is not None and not store.was_tried(_edited(settings_path, store))
