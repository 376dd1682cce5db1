"""Reads files that anybody may have put there, without waiting for ever and without end.

Imported before the first frame is painted, so it imports little itself.
"""

import errno
import os
import stat
from unicodedata import normalize

SEPARATORS = str.maketrans("\u2028\u2029", "  ")
"""The separators of lines and paragraphs that word processors paste, each a space. Textual ends a
line at them, so that the words behind would be hidden from a visitor, and so does YAML."""
LONGEST_MB = 2
"""More than anybody writes: all of the shipped words together have 1 MB."""
_WHY = {
    errno.EACCES: "This cannot be read (no permission). Let the kiosk's user read it: "
    "sudo chmod a+rX",
    errno.EFBIG: f"This has more than {LONGEST_MB} MB, too much to read. Take out what is not "
    "meant for it, or take it away.",
    errno.EINVAL: "This is not a file that can be read. Take it away.",
    errno.EIO: "The disk cannot read this. Bring it back from a copy, and look at the disk with "
    "'dmesg'.",
    errno.ELOOP: "This is a link that leads back to itself. Take it away.",
    errno.ENAMETOOLONG: "A name, or the way to it, is too long. Take it away, or shorten it.",
    errno.ENOENT: "This is a link to nothing, or has just gone. Take it away, or bring that back.",
    errno.ENOTCONN: "The share on which this is does not answer. Connect it again.",
    errno.ESTALE: "The share on which this is does not answer. Connect it again.",
    errno.ENOTDIR: "This is a file, or a link, where a folder belongs. Take it away.",
    errno.ENOSPC: "The disk is full. Make room on it.",
    errno.EDQUOT: "The disk is full. Make room on it.",
    errno.EROFS: "The disk takes nothing more: it is read-only. Look at it with 'dmesg'.",
}
_NO_TEXT = "This is not UTF-8 text; save the file as UTF-8."
_CUT_OFF = "This was cut off, as when the power fails: nothing is left of it. Bring back your copy."
_NO_FILE = {errno.ENXIO, errno.EISDIR, errno.ENODEV}


def may_be_there(path: str | os.PathLike[str]) -> bool:
    """Whether something is there, or may be: what one may not look at is told as that."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def read_plain(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a file; a pipe, a device or a folder is refused, and so is what has no end.

    Raises:
        OSError: It cannot be read, is no file, or is too long.
    """
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise OSError(errno.EINVAL, "not a file", os.fspath(path))
    # Should a pipe take its place now, it is not waited for.
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    with open(descriptor, "rb") as file:
        text = file.read((LONGEST_MB << 20) + 1)
    if len(text) > LONGEST_MB << 20:
        raise OSError(errno.EFBIG, "too long", os.fspath(path))
    return text


def decoded(read: bytes) -> str:
    """The text of a file.

    Raises:
        UnicodeDecodeError: It is not UTF-8; nor is what has bytes of zero, as UTF-16 has.
    """
    if (zero := read.find(0)) >= 0:
        raise UnicodeDecodeError("utf-8", read, zero, zero + 1, "a byte of zero")
    return read.decode("utf-8-sig")


def read_text(path: str | os.PathLike[str]) -> str:
    """The text of a file, each line ended by a newline alone, each letter one character.

    Where an accent is a character of its own, as macOS writes it, a console draws a block. For
    separators, see `SEPARATORS`: marks next to one are marks.

    Raises:
        OSError: As for `read_plain`.
        UnicodeDecodeError: As for `decoded`.
    """
    text = with_newlines(decoded(read_plain(path)))
    return text if text.isascii() else normalize("NFC", text).translate(SEPARATORS)


def with_newlines(text: str) -> str:
    """The text with each line ended by a newline alone, whatever ended it before."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def line_of_fault(error: UnicodeDecodeError) -> int:
    """The line at which a file ceases to be text, counted from 1."""
    return error.object[: error.start].count(b"\n") + 1


def why_not(error: OSError | UnicodeDecodeError) -> str:
    """What stands in the way of a file, and what to do, in a sentence or two."""
    if isinstance(error, UnicodeDecodeError):
        return _NO_TEXT if error.object.strip(b"\0") else _CUT_OFF
    number = errno.EINVAL if error.errno in _NO_FILE else error.errno
    why = _WHY.get(number or 0) or f"This cannot be used: {error.strerror or error}."
    is_closed = number == errno.EACCES and error.filename
    return f"{why} {_closed(os.fsdecode(error.filename))}" if is_closed else why


def _closed(path: str) -> str:
    """What bars the way to a file, as one types it: the first folder of all, or else the file."""
    import shlex
    from pathlib import Path

    way = (str(folder) for folder in reversed(Path(path).absolute().parents))
    barred = next((folder for folder in way if not os.access(folder, os.X_OK)), path)
    return shlex.quote(barred) if barred.isprintable() else "FILE"
