"""What was there when visitors' words were accepted, and is there no more, without an edit.

An empty mount point, a share without its files, and a settings file that a power cut has emptied
look like edits, and nobody has made them.
"""

from collections.abc import Iterator
from pathlib import Path

from kiosk.content.faults import Fault
from kiosk.content.layers import Layer
from kiosk.content.walk import WORDS
from kiosk.edits.kept import SETTINGS
from kiosk.edits.store import AcceptedSet

_EMPTY = (
    "There are no words in this folder any more. If a disk or a share is away, bring it back. If "
    "you mean it, take the folder out of 'content' in the settings."
)
EMPTIED = (
    "This file is empty, and was not. Bring your copy back, or the kiosk's: 'kiosk history' says "
    "where that is. If you mean it, write a line that begins with #."
)


def vanished(before: AcceptedSet | None, now: AcceptedSet) -> Iterator[Fault]:
    """What is empty now and was not, each with what to do where it is meant.

    Args:
        before: The set that visitors see, if there is one.
        now: What staff's files say.
    """
    if before is None:
        return
    for number, folder in enumerate(now.folders):
        was = folder in before.folders and _has_words(before, before.folders.index(folder))
        if number and was and not _has_words(now, number):
            layer = Layer(Path(folder))
            yield Fault(folder, 0, _EMPTY if layer.is_there else layer.why)
    if _settings_of(before) and not _settings_of(now):
        yield Fault(now.settings_path, 0, EMPTIED)


def _has_words(accepted: AcceptedSet, number: int) -> bool:
    files = (accepted.folder / str(number)).rglob("*")
    return any(path.suffix in WORDS and path.is_file() for path in files)


def _settings_of(accepted: AcceptedSet) -> bytes:
    copied = accepted.folder / SETTINGS
    return copied.read_bytes().strip() if copied.is_file() else b""
