"""Faults in what staff wrote: gathered from every file, then told all at once."""

import errno
import re
from dataclasses import dataclass, field

from kiosk.content.clean import clean, told_name
from kiosk.plain_file import why_not


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong in a content file."""

    path: str
    """The file, as staff would name it: from the content folder on."""
    line: int
    """The line, counted from 1; 0 where the whole file is meant."""
    message: str
    """What is wrong and what to write instead, in a sentence."""

    def __post_init__(self) -> None:
        """A name may hold anything; what is printed may not."""
        object.__setattr__(self, "path", told_name(self.path))

    def __str__(self) -> str:
        """The fault as `file:line: message`, which text editors can jump to."""
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.message}"


class ContentError(Exception):
    """The content cannot be used.

    Attributes:
        faults: Every fault in every file, in the order of the files.
    """

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = sorted(set(faults))
        super().__init__("\n".join(map(str, self.faults)))

    def __reduce__(self) -> tuple[type["ContentError"], tuple[list[Fault]]]:
        """Pickle the faults; an exception alone would pickle only its message."""
        return ContentError, (self.faults,)


@dataclass
class FaultList:
    """Takes the faults of one file."""

    path: str
    faults: list[Fault] = field(default_factory=list)

    def add(self, line: int, message: str) -> None:
        """Note a fault at a line, counted from 1."""
        self.faults.append(Fault(self.path, line, clean(message).replace("\n", " ")))


def is_lack(error: OSError) -> bool:
    """Whether the machine has run out of something, so that nothing can be said of the file."""
    return error.errno in (errno.EMFILE, errno.ENFILE, errno.ENOMEM)


def trouble_with(path: str, error: OSError) -> Fault:
    """What stands in the way of a file, and what to do.

    Args:
        path: What the file is called, where the error does not say.
        error: What the system said.
    """
    return Fault(str(error.filename or path), 0, why_not(error))


def line_of(text: str, *words: str) -> int:
    """Where some words stand, each looked for behind those before it.

    Args:
        text: A file's text.
        words: Words that stand there whole.

    Returns:
        The line of the last of them, counted from 1; 0 where one is missing.
    """
    position = 0
    for part in words:
        found = re.compile(rf"(?<![\w.-]){re.escape(part)}(?![\w.-])").search(text, position)
        if not found:
            return 0
        position = found.start() + 1
    return text.count("\n", 0, position) + 1
