"""`kiosk.toml` to one frozen `Settings`, with errors a librarian can act on.

Imported before the first frame is painted, so it imports little itself: `tomllib` only when
there is a file to read, and what the settings are for (`kiosk.settings.reference`) never.
"""

from typing import NamedTuple

from kiosk.settings import values as read
from kiosk.settings.desk import FormSettings, HubSettings, read_forms, read_hub
from kiosk.settings.local import LocalHelpline, read_helplines, read_local
from kiosk.settings.tables import MisfitsError, Reader, read_table
from kiosk.settings.values import (
    FEW_COLOURS,
    PANIC_KEY_NAMES,
    STAFF_KEY,
    THEMES,
    WEEKDAYS,
    Hours,
)
from kiosk.system_paths import data_folder

__all__ = [
    "FEW_COLOURS",
    "PANIC_KEY_NAMES",
    "STAFF_KEY",
    "THEMES",
    "WEEKDAYS",
    "Hours",
    "LocalHelpline",
    "Settings",
    "SettingsError",
    "load_settings",
]


class SettingsError(Exception):
    """The settings file cannot be used; the message lists every fault in it."""


class Settings(NamedTuple):
    """What the library's staff decide. Every value has a default that behaves well.

    A new one is a field here, its reader in `READERS`, and its words in `kiosk.settings.reference`.
    """

    name: str = "Library"
    """The library's name, at the head of the neutral page."""
    opening_hours: tuple[Hours, ...] = ()
    """Seven entries, Monday first; empty where the hours are not given."""
    notices: tuple[str, ...] = ()
    """Ordinary library news for the neutral page."""
    local_police: LocalHelpline | None = None
    """The police near the library, and where to report to them."""
    childrens_services: LocalHelpline | None = None
    """The council's children's services."""
    helplines: tuple[LocalHelpline, ...] = ()
    """More people to talk to near the library."""
    content: tuple[str, ...] = ()
    """Folders of words that are laid over the shipped ones, each over those before it."""
    idle_seconds: int = 150
    """Seconds without a key until the screen asks whether anybody is there."""
    warning_seconds: int = 20
    """Seconds from that question until the screen clears itself."""
    panic_keys: tuple[str, ...] = ()
    """Keys that clear the screen like Escape does, by name, for example `f12`."""
    theme: str = read.THEMES[0]
    """How the screen looks until a visitor chooses otherwise."""
    languages: tuple[str, ...] = ("en",)
    """Codes of the languages that visitors may choose; a visit begins with the first."""
    drafts: bool = False
    """Whether languages are offered that nobody has reviewed."""
    counts: bool = False
    """Whether the kiosk may count how often a topic is opened on a day."""
    keep_settings: bool = False
    """Whether a visitor's colours, spacing and language may greet the next one, if they agree."""
    feedback_words: bool = True
    """Whether feedback may hold words, beside the number."""
    mailing_list: bool = True
    """Whether adults can ask for news by email, where forms are offered."""
    reading_aloud: bool = False
    """Whether pages can be read aloud, by the speech engine of the machine."""
    forms: FormSettings = FormSettings()
    """What forms need; without it, none are offered."""
    hub: HubSettings = HubSettings()
    """Where forms and counts are sent; without it, nowhere."""
    staff_passphrase_hash: str = ""
    """What the staff's passphrase is compared with; there is no staff door where it is empty."""
    data: str = data_folder()
    """A folder for what the kiosk keeps."""
    log: str = ""
    """A file for the guard's log; no log is written where this is empty."""


READERS: dict[str, Reader] = {
    "name": read.text,
    "opening_hours": read.opening_hours,
    "notices": read.texts,
    "local_police": read_local,
    "childrens_services": read_local,
    "helplines": read_helplines,
    "content": read.folders,
    "idle_seconds": read.seconds(30, 3600, 150),
    "warning_seconds": read.seconds(20, 120, 20),
    "panic_keys": read.panic_keys,
    "theme": read.theme,
    "languages": read.languages,
    "drafts": read.switch,
    "counts": read.switch,
    "keep_settings": read.switch,
    "feedback_words": read.switch,
    "mailing_list": read.switch,
    "reading_aloud": read.switch,
    "forms": read_forms,
    "hub": read_hub,
    "staff_passphrase_hash": read.passphrase_hash,
    "data": read.text,
    "log": read.text,
}
_PATHS = ("content", "data", "log")
"""Settings that name folders and files, seen from the settings file."""


def load_settings(path: str | None, named: str = "") -> Settings:
    """Read the settings.

    Args:
        path: The settings file, or None for the defaults.
        named: What faults call the file, where it is a copy of one.

    Raises:
        SettingsError: The file cannot be read, or holds faults; all are named at once.
    """
    if path is None:
        return Settings()
    import tomllib

    name = named or path
    try:
        with open(path, encoding="utf-8-sig") as file:  # noqa: PTH123 - pathlib costs time here
            text = file.read()
        table = tomllib.loads(text)
    except OSError as error:
        raise SettingsError(f"{name}: cannot be read ({error.strerror}).") from error
    except (ValueError, RecursionError) as error:  # bad TOML, not UTF-8, or a monstrous value
        raise SettingsError(
            f"{_place(name, str(error))}: is not valid TOML: {error}. Write each one as in "
            'name = "Ashby Library", the text in quotation marks.'
        ) from error
    try:
        values = read_table(table, READERS)
    except MisfitsError as error:
        raise SettingsError(_message(name, text, error)) from error
    for key in _PATHS:
        if key in values:
            values[key] = _beside(name, values[key])
    return Settings(**values)  # type: ignore[arg-type]  # each value was checked by its reader


def _beside(path: str, folder: object) -> object:
    """A folder that the settings name, or several, from where the settings are."""
    import os

    if isinstance(folder, tuple):
        return tuple(_beside(path, each) for each in folder)
    here = os.path.dirname(os.path.abspath(path))  # noqa: PTH100, PTH120 - as above
    return os.path.join(here, os.path.expanduser(str(folder)))  # noqa: PTH111, PTH118 - as above


def _place(name: str, error: str) -> str:
    """The file and the line that a fault in its grammar names."""
    _, _, after = error.partition("(at line ")
    line = after.partition(",")[0]
    return f"{name}:{line}" if line.isdecimal() else name


def _message(name: str, text: str, misfits: MisfitsError) -> str:
    """Every fault, with the line at which it stands."""
    from kiosk.settings.lines import line_of

    told = []
    for steps, fault in misfits.faults:
        line = line_of(text, steps)
        key = ".".join(step for step in steps if isinstance(step, str))
        strayed = len(steps) > 1 and steps[-1] in READERS and fault.startswith("is not a setting")
        remedy = f"belongs further up, above the first line in [brackets]; move {steps[-1]} there."
        message = remedy if strayed else fault
        told.append((line, f"{name}:{line}: '{key}' {message}"))
    return "\n".join(line for _, line in sorted(told, key=lambda each: each[0]))
