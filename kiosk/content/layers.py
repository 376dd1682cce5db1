"""Folders of words laid over one another: what a later one holds adds to the words, or replaces.

Topics, pathways and the start page are replaced file by file. In the files that are lists (sources,
helplines, the interface's words, meanings) entries are added, and replaced one by one, so that
a local number does not hold back a newer shipped one.
"""

import errno
import os
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from kiosk.content.clean import told_name
from kiosk.content.faults import Fault, FaultList
from kiosk.content.walk import is_passed_over
from kiosk.paths import content_folder
from kiosk.plain_file import may_be_there, read_plain, why_not
from kiosk.settings import Settings


@dataclass(frozen=True)
class Layer:
    """One folder of words."""

    folder: Path
    """Where it is read from."""
    name: str = ""
    """What stands before a file's name in a fault; the shipped words' need nothing."""

    @property
    def is_there(self) -> bool:
        """Whether the folder exists, and may be looked into."""
        return os.path.isdir(self.folder)

    @property
    def why(self) -> str:
        """What to do where it is not there."""
        if os.path.isfile(self.folder):
            return "This is a file; name the folder that your words are in."
        return (
            "This folder is not there. If a disk or a share is away, bring it back. Else make it, "
            "or take it out of 'content' in the settings."
        )


_DRAFT = re.compile(rb"^draft:[ \t]*true[ \t]*(?:#.*)?\r?$", re.MULTILINE)

Folders = Path | Sequence[Path | Layer]
"""One folder, or several, the first of them at the bottom."""


class Found(NamedTuple):
    """The pages of a folder in all layers.

    Attributes:
        paths: The uppermost file of each page, in the order of their names.
        hidden: The names of the pages that a layer hides.
    """

    paths: list[Path]
    hidden: set[str]


class Layers:
    """Finds the files of all layers."""

    def __init__(self, folders: Folders) -> None:
        """Lay folders over one another; above the first, a fault names the whole path."""
        listed = [folders] if isinstance(folders, Path) else folders
        self.layers = [
            each if isinstance(each, Layer) else Layer(each, f"{each}/" if number else "")
            for number, each in enumerate(listed)
        ]

    def name_of(self, path: Path) -> str:
        """A file's name for a fault."""
        layer = next(layer for layer in self.layers if path.is_relative_to(layer.folder))
        return told_name(layer.name + path.relative_to(layer.folder).as_posix())

    def each(self, name: str) -> list[Path]:
        """A file of that name in each layer that has one, from the bottom; else where it belongs.

        Args:
            name: The path from a layer on, such as `en/helplines.yaml`.
        """
        paths = [layer.folder / name for layer in self.layers]
        return [path for path in paths if may_be_there(path)] or paths[:1]

    def has(self, name: str) -> bool:
        """Whether some layer has a file of that name, or may have one where nobody may look."""
        return any(may_be_there(layer.folder / name) for layer in self.layers)

    def top(self, name: str) -> Path:
        """The uppermost file of that name, which replaces those below."""
        return self.each(name)[-1]

    def find(self, folder: str, ending: str, faults: list[Fault]) -> Found:
        """The pages of a folder; what else stands among them would never be shown.

        Args:
            folder: The path from a layer on, such as `en/topics`.
            ending: What their names end in.
            faults: Takes the faults.
        """
        found: dict[str, Path] = {}
        hidden: set[str] = set()
        for layer in self.layers:
            for path in _listed(layer.folder / folder, self.name_of, faults):
                noted = FaultList(self.name_of(path), faults)
                if path.suffix == ending and not path.is_dir():
                    _lay(path, found, hidden, noted)
                else:
                    noted.add(0, _stray(path, ending))
        return Found([found[name] for name in sorted(found)], hidden)


def _stray(path: Path, ending: str) -> str:
    if path.suffix.lower() == ".docx":
        return "This is a Word file. Make a page of it with 'kiosk import', and move it away."
    if path.is_dir():
        return "No folder is read here; move what is in it one folder up."
    return f"Names here end in {ending}; rename this or move it away."


def _listed(folder: Path, name_of: Callable[[Path], str], faults: list[Fault]) -> list[Path]:
    """What is in a folder; none where there is no folder."""
    try:
        return sorted(path for path in folder.iterdir() if not is_passed_over(path.name))
    except FileNotFoundError:
        if not folder.is_symlink():
            return []
        error: OSError = FileNotFoundError(errno.ENOENT, "a link to nothing")
    except OSError as raised:
        error = raised
    faults.append(Fault(name_of(folder), 0, why_not(error)))
    return []


def _lay(path: Path, found: dict[str, Path], hidden: set[str], faults: FaultList) -> None:
    """Lay a file over those of its name, or hide them; a draft does neither."""
    try:
        text = read_plain(path)
    except OSError as error:
        faults.add(0, why_not(error))
        return
    if text != without_draft(text):
        return
    if not _hides(text):
        found[path.stem] = path
        hidden.discard(path.stem)
    elif found.pop(path.stem, None):
        hidden.add(path.stem)
    else:
        faults.add(0, "There is nothing of this name to hide; see 'kiosk read' for the names.")


def folders_of(settings: Settings) -> list[Path]:
    """The shipped words' folder, and those that the settings lay over it."""
    return [content_folder(), *map(Path, settings.content)]


def without_draft(text: bytes) -> bytes:
    """The text of a page without the line `draft: true`, which keeps a page from visitors."""
    front, end, rest = text.partition(b"\n---")
    return _DRAFT.sub(b"#", front) + end + rest


def _hides(text: bytes) -> bool:
    """Whether a file says `hide: true` and nothing else."""
    lines = (line.strip() for line in text.removeprefix(BOM_UTF8).splitlines())
    said = (line for line in lines if line not in (b"", b"---") and not line.startswith(b"#"))
    hides = re.fullmatch(rb"hide:\s*[Tt]rue(?:\s+#.*)?", next(said, b"")) is not None
    return hides and next(said, None) is None
