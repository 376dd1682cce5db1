"""What somebody with every right on the machine can read of running processes."""

import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from tests.tools import need_root

PIECE, STEP = 8, 4
"""A secret is looked for in pieces of 8 characters, of which one begins at every fourth."""
_CHUNK = 1 << 20


def traces(secret: str, content: bytes) -> set[str]:
    """The pieces of a secret that stand in some bytes, in any width of letters."""
    pieces = {secret[at : at + PIECE] for at in range(0, len(secret) - PIECE + 1, STEP)}
    return {
        piece
        for piece in pieces
        for encoding in ("utf-8", "utf-16-le", "utf-32-le")
        if piece.encode(encoding) in content
    }


def memory_of(pid: int) -> bytes:
    """Everything that a process has written to its memory; nothing of one that has ended."""
    need_root("the kiosk's processes are closed to others of their user")
    found = []
    with suppress(FileNotFoundError, ProcessLookupError):
        maps = Path(f"/proc/{pid}/maps").read_text(encoding="utf-8").splitlines()
        with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
            for line in maps:
                match = re.match(r"([0-9a-f]+)-([0-9a-f]+) rw", line)
                if match is None:
                    continue
                start, end = (int(number, 16) for number in match.groups())
                for at in range(start, end, _CHUNK):
                    memory.seek(at)
                    with suppress(OSError):  # a page that is mapped to nothing
                        found.append(memory.read(min(_CHUNK, end - at)))
    return b"".join(found)


def told_by_proc() -> bytes:
    """The command line, environment and name of every process on the machine."""
    return b"\n".join(_read(Path("/proc").glob(pattern)) for pattern in _TOLD)


_TOLD = ("[0-9]*/cmdline", "[0-9]*/environ", "[0-9]*/comm")


def files_below(folder: Path) -> bytes:
    """Every byte of every file in a folder, and the names of the files."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return _read(files) + "\n".join(map(str, files)).encode()


def _read(paths: Iterable[Path]) -> bytes:
    found = []
    for path in paths:
        with suppress(OSError):  # it has ended, or is another's
            found.append(path.read_bytes())
    return b"\n".join(found)
