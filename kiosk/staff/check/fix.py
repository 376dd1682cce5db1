"""`kiosk check --fix`: mends what has one right answer, after it has shown what that would be.

A quotation mark may be a part of YAML or TOML, and not of what is said there. So a line is mended
only where the file then says the same as before, in plain letters; the check tells of the others.
"""

import difflib
import os
import re
import tempfile
import tomllib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from kiosk.content.topic_file import FRONT_MATTER
from kiosk.content.walk import WORDS, files_in
from kiosk.plain_file import decoded, read_plain, with_newlines
from kiosk.staff.check.letters import plain

_DOUBLE = re.compile("[\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}]")
_NO_DRAFT = re.compile(r"^draft:[ \t]*false[ \t]*(?:#.*)?\n", re.MULTILINE)


class Change(NamedTuple):
    """What would become of one file."""

    path: Path
    before: bytes
    after: str

    @property
    def diff(self) -> str:
        """The lines that differ; what nobody could see in them is told in words."""
        old = self.before.decode("utf-8-sig")
        lines = difflib.unified_diff(
            with_newlines(old).splitlines(),
            self.after.splitlines(),
            str(self.path),
            "mended",
            lineterm="",
            n=0,
        )
        unseen = "" if with_newlines(old) != self.after else f"--- {self.path}\n"
        if self.before.startswith(b"\xef\xbb\xbf"):
            unseen += "(the mark at the beginning goes)\n"
        if "\r" in old:
            unseen += "(each line ends as on Linux)\n"
        return "".join(f"{line}\n" for line in lines) + unseen


def changes_in(folders: Iterable[Path], settings_path: str) -> Iterator[Change]:
    """What can be mended in a library's own files.

    Args:
        folders: The folders of words, without the shipped one.
        settings_path: The settings file, if there is one.

    Raises:
        OSError: A file cannot be read.
    """
    paths = [path for folder in folders for path in files_in(folder, lambda _: None)]
    paths = [path for path in paths if path.suffix in WORDS]
    for path in [*paths, *([Path(settings_path)] if settings_path else [])]:
        try:
            before = read_plain(path)
            after = mended(decoded(before), path.suffix)
        except (OSError, UnicodeDecodeError):
            continue  # the check tells
        if after.encode() != before:
            yield Change(path, before, after)


def mended(text: str, ending: str) -> str:
    """A file's text as it should be.

    Args:
        text: What is in the file.
        ending: How its name ends, such as `.md`.
    """
    text = _without_tabs(with_newlines(text), ending)
    if ending == ".md" and (matter := FRONT_MATTER.match(text)):
        front = _NO_DRAFT.sub("", matter[0])
        rest = plain(text[matter.end() :])
        return _line_by_line(front, _said_in_front_matter) + rest
    if ending == ".yaml":
        return _line_by_line(text, _said_in_yaml)
    if ending == ".toml":
        return _line_by_line(text, _said_in_toml)
    return plain(text)


def write(change: Change) -> None:
    """Put what was mended in the place of the file, whole or not at all; rights and owner stay.

    Raises:
        OSError: It cannot be written; the file is as it was.
    """
    path = Path(os.path.realpath(change.path))
    status = path.stat()
    number, name = tempfile.mkstemp(dir=path.parent, prefix=".kiosk-")
    try:
        with os.fdopen(number, "w", encoding="utf-8", newline="") as file:
            file.write(change.after)
            file.flush()
            os.fsync(number)
            os.fchmod(number, status.st_mode & 0o7777)
            if os.geteuid() == 0:
                os.fchown(number, status.st_uid, status.st_gid)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _without_tabs(text: str, ending: str) -> str:
    width = 4 if ending == ".md" else 2
    return "\n".join(
        line.expandtabs(width) if line.lstrip(" ").startswith("\t") else line.replace("\t", " ")
        for line in text.split("\n")
    )


def _line_by_line(text: str, said_in: Callable[[str], object]) -> str:
    """Mend each line after which the file says the same, in plain letters."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        for better in dict.fromkeys((plain(line), plain(_DOUBLE.sub("'", line)))):
            if better == line:
                break
            before = said_in("\n".join(lines))
            after = said_in("\n".join([*lines[:number], better, *lines[number + 1 :]]))
            if before is None or _plainly(after) == _plainly(before):
                lines[number] = better
                break
    return "\n".join(lines)


def _said_in_yaml(text: str) -> object:
    try:
        return yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None


def _said_in_front_matter(text: str) -> object:
    matter = FRONT_MATTER.match(text)
    return _said_in_yaml(matter[1]) if matter else None


def _said_in_toml(text: str) -> object:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return None


def _plainly(value: object) -> object:
    """What is said, in plain letters; one kind of quotation mark is as good as the other."""
    match value:
        case str():
            return plain(value).replace('"', "'")
        case dict():
            return {_plainly(key): _plainly(item) for key, item in value.items()}
        case list():
            return [_plainly(item) for item in value]
    return value
