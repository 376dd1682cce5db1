"""Where the accepted words are kept: in the data folder, or only for as long as the kiosk runs.

Imported before the first frame is painted, so it imports little itself.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from zlib import crc32

from kiosk.settings import Settings, SettingsError, load_settings
from kiosk.system_paths import SERVICE_USER

CURRENT = "current"
"""The link, in a store, to the set that visitors see; it is replaced in one step."""
REFUSED = "refused.json"
"""The file, in a store, that tells which edit was refused, or taken back."""
SETTINGS = "kiosk.toml"
"""The name of the settings file in a set."""
HELD = "held"
"""The folder, in a store, of what a rollback holds."""
_ELSEWHERE = "elsewhere"
"""The file, in the default data folder, that names the data folder in use."""
_NAMED_DATA = re.compile(r"""^[ \t]*data[ \t]*=[ \t]*(["'])([^"'\n]+)\1""", re.MULTILINE)
"""The line of a settings file that names the data folder."""
_LONGEST_FILE = 100_000


def not_ours(folder: str) -> str:
    """What to do where the kiosk, whose user asks, may not write to its data folder."""
    from shlex import quote

    user = SERVICE_USER
    with suppress(ImportError, KeyError):  # not on Windows; and a user may have no name
        import pwd

        user = pwd.getpwuid(os.getuid()).pw_name
    return f"Let the kiosk's user own that folder: sudo chown -R {user}: {quote(folder)}"


def data_of(store: str) -> str:
    """The data folder that a store is in; the store itself where it is a private one."""
    data, name = os.path.split(os.path.dirname(store))
    return data if name == "words" else store


def whole_path(settings_path: str) -> str:
    """The path by which a settings file's store is known; nothing for the defaults."""
    return os.path.abspath(settings_path) if settings_path else ""


def store_in(data: str, settings_path: str) -> str:
    """The folder of accepted sets in a data folder, or nothing where none can be kept there.

    Each settings file has a store of its own, so that two kiosks with one data folder do not
    accept each other's words in turn. A store that has a set is used, also where nothing more can
    be kept in it: on a disk that has become read-only, say. Where nothing can be kept in the data
    folder, the default one has the store: a slip in `data` takes nobody the last good words.

    Args:
        data: The data folder.
        settings_path: The settings file, or nothing for the defaults.
    """
    stores = (_usable_in(place, settings_path) for place in (data, Settings().data))
    return next(filter(None, stores), "")


def _usable_in(data: str, settings_path: str) -> str:
    store = f"{data}/words/{_name_of(settings_path)}"
    usable = os.path.isdir(data) and os.access(data, os.W_OK | os.X_OK)
    return store if usable or _has_set(store) else ""


def last_store(settings_path: str) -> str:
    """The store that a settings file had when it was last right, or nothing; for when it is not.

    It is in the folder that the file names, if that line can be made out; where the last start
    has noted it; in the default data folder; or in a folder beside the settings file.

    Args:
        settings_path: The settings file, or nothing for the defaults.
    """
    name = _name_of(settings_path)
    default = f"{Settings().data}/words/{name}"
    noted = _text_of(f"{default}/{_ELSEWHERE}")
    beside = os.path.dirname(os.path.abspath(settings_path)) if settings_path else ""
    named = _NAMED_DATA.search(_text_of(settings_path)) if settings_path else None
    places = [os.path.join(beside, os.path.expanduser(named[2]))] if named else []
    places += [noted] if noted else []
    stores = [*(f"{place}/words/{name}" for place in places), default]
    with suppress(OSError):
        near = sorted(os.listdir(beside)) if beside else ()
        stores += [f"{beside}/{each}/words/{name}" for each in near]
    return next(filter(_has_set, stores), "")


@contextmanager
def store_for(data: str, settings_path: str) -> Iterator[str]:
    """Give the store's folder: a private one that goes afterwards, where none can be kept.

    Args:
        data: The data folder. It is made, unless it is the default: only settings that name a
            folder ask for one.
        settings_path: The settings file, or nothing for the defaults.

    Yields:
        The folder, or nothing where there is no place at all for one.
    """
    if data != Settings().data:
        with suppress(OSError):
            os.makedirs(data, 0o700, exist_ok=True)
    kept = store_in(data, settings_path)
    if kept:
        with suppress(OSError):
            _note(os.path.dirname(os.path.dirname(kept)), settings_path)
    temporary = "" if kept else _temporary()
    try:
        yield kept or temporary
    finally:
        if temporary:
            from shutil import rmtree

            rmtree(temporary, ignore_errors=True)


def _note(data: str, settings_path: str) -> None:
    """Note in the default data folder, where there is one, that the store is in another one."""
    default = Settings().data
    path = f"{default}/words/{_name_of(settings_path)}/{_ELSEWHERE}"
    if data == default or not settings_path:
        if os.path.lexists(path):
            os.unlink(path)
    elif os.path.isdir(default) and _text_of(path) != data:
        os.makedirs(os.path.dirname(path), 0o700, exist_ok=True)
        with open(f"{path}.new", "w", encoding="utf-8") as file:
            file.write(data)
        os.replace(f"{path}.new", path)


def _name_of(settings_path: str) -> str:
    """What the store of a settings file is called; the same, wherever a link in its place leads."""
    if not settings_path:
        return "default"
    folder, name = os.path.split(os.path.abspath(settings_path))
    path = os.path.join(os.path.realpath(folder), name)
    return f"{name.removesuffix('.toml')}-{crc32(os.fsencode(path)):08x}"


def is_emptied(settings_path: str) -> bool:
    """Whether a settings file has nothing in it, not even a note, and had: as after a power cut."""
    try:
        is_empty = not os.path.getsize(settings_path)
    except OSError:  # there is none, or another fault
        return False
    return is_empty and last_store(settings_path) != ""


def _has_set(store: str) -> bool:
    return os.path.exists(f"{store}/{CURRENT}/") or os.path.isdir(f"{store}/sets")


def _text_of(path: str) -> str:
    """The text of a small file; nothing where it cannot be read."""
    try:
        if not os.path.isfile(path):
            return ""
        with open(path, encoding="utf-8-sig", errors="replace") as file:
            return file.read(_LONGEST_FILE)
    except OSError:
        return ""


def accepted_settings(store: str) -> str | None:
    """The copied settings file of the set that visitors see, or None where it has none.

    Args:
        store: The folder of accepted sets.
    """
    path = f"{store}/{CURRENT}/{SETTINGS}"
    return path if os.path.exists(path) else None


def settings_in_force(settings_path: str, store: str) -> Settings:
    """The settings that visitors have; `kiosk rollback` may have brought them back.

    Args:
        settings_path: The settings file that staff edit, or nothing for the defaults.
        store: The folder of accepted words; empty where none are kept.

    Returns:
        Those of the accepted set, else those of the file, else the defaults: whatever can be used.
    """
    from kiosk.edits.store import store_at

    accepts = store_at(store)
    current = accepts.current() if accepts else None
    with suppress(SettingsError):
        if current:
            return current.settings()
    with suppress(SettingsError):
        return load_settings(settings_path)
    return Settings()


def _temporary() -> str:
    # `tempfile` would cost milliseconds before the first frame.
    base = os.environ.get("XDG_RUNTIME_DIR") or os.environ.get("TMPDIR") or "/tmp"  # noqa: S108 - the name is unguessable
    folder = f"{base}/kiosk-{os.urandom(8).hex()}"
    try:
        os.mkdir(folder, 0o700)
    except OSError:
        return ""
    return folder
