"""What staff and disks can do to a whole kiosk, at random: visitors see the last good words.

    python -m tests.terminal.disk_faults [--rounds 200] [--seed 1]

A round breaks the files that staff edit or the disks that they are on, cuts the power in half of
the cases, and looks at the screen; then all is mended, and the next edit has to be shown. Words and
data are on small file systems in memory, which are really full, read-only, or gone. Needs root, and
a mount namespace of its own, which it makes; the kiosk may read no more than rights allow.
"""

import argparse
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tests.terminal.kiosk_terminal import KioskTerminal
from tests.terminal.processes import family, open_files
from tests.terminal.test_kiosk import INVITATION, KIOSK
from tests.terminal.test_live import LiveKiosk
from tests.unit.library import FAULTS

_LINES_OF_LOG = 30
"""What is told of the log where a visitor did not see what they should."""
_INSIDE = "KIOSK_MOUNTS_OF_ITS_OWN"
_AS_OTHERS = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
_ON_ONE_DISK = {"an empty mount point", "a share that is gone"}
"""Faults that move the folder of words, which is a disk of its own here; see `DISKS` instead."""


def hears_of_edits(pid: int) -> bool:
    """Tell whether the kernel tells this process of edits."""
    return any("inotify" in name for name in open_files(pid))


class Kiosk(LiveKiosk):
    """A kiosk on disks of its own.

    Attributes:
        number: Of the edit that is right, and that visitors are to see.
        words: The folder of words.
        page: The page that is edited.
    """

    def __init__(self, folder: Path, number: int = 0) -> None:
        """Start it, with whatever is on the disks."""
        self.folder, self.number = folder, number
        self.settings, self.log_file = folder / "kiosk.toml", folder / "log"
        self.words, self.data = folder / "words", folder / "data"
        self.topic = self.page = self.words / "en/topics/ours.md"
        if not self.settings.exists() and number == 0:
            self.mend()
        KioskTerminal.__init__(self, [*_AS_OTHERS, KIOSK, "--settings", str(self.settings)])
        self.wait_until(lambda: INVITATION in self.text and self.shown)
        # While a fault stands, the watcher waits for edits itself; else the guard does.
        self.wait_until(lambda: any(map(hears_of_edits, family(self.process.pid))))

    @property
    def shown(self) -> set[int]:
        """The edits that the first page is of: one, or none where another page is on the screen."""
        return set(map(int, re.findall(r"Library (\d+)\.", self.text)))

    def mend(self) -> None:
        """Put right whatever was broken, and make the next edit."""
        for disk, size in ((self.words, "1m"), (self.data, "32m")):
            disk.mkdir(exist_ok=True)
            if not os.path.ismount(disk):
                _run("mount", "-t", "tmpfs", "-o", f"size={size}", "words", str(disk))
        if not os.access(self.data, os.W_OK):
            _run("umount", "--lazy", str(self.data))
        self.words.chmod(0o755)
        (self.data / "filler").unlink(missing_ok=True)
        for path in (*self.words.iterdir(), self.settings, *self.folder.glob("before")):
            _remove(path)
        self.topic.parent.mkdir(parents=True)
        self.number += 1
        self.name(f"Library {self.number}.")
        self.edit(f"Edit {self.number} words.")

    def cut_the_power(self) -> None:
        """End every process at once."""
        for pid in family(self.process.pid):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.process.wait()

    def see(self, number: int) -> None:
        """Look at the first page, and read the page that is edited, as a visitor."""
        self.wait_until(lambda: self.shown == {number})
        self.open_until(f"Edit {number} words.")
        self.leave()


def _run(*command: str) -> None:
    subprocess.run(command, check=True)


def _remove(path: Path) -> None:
    with suppress(FileNotFoundError):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
            shutil.rmtree(path)
        else:
            path.unlink()


def fill(kiosk: Kiosk) -> None:
    """Leave no room for what is accepted, and edit."""
    filler = kiosk.data / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(1 << 16)):
            pass
    kiosk.edit("Words for which there is no room.")


def make_read_only(kiosk: Kiosk) -> None:
    """Let nothing be written where words are accepted, though files are open there; and edit."""
    _run("mount", "--bind", str(kiosk.data), str(kiosk.data))
    _run("mount", "-o", "remount,bind,ro", str(kiosk.data))
    kiosk.edit("Words that cannot be kept.")


DISKS: dict[str, Callable[[Kiosk], object]] = {
    "a full disk": fill,
    "a disk that is read-only": make_read_only,
    "a share that is gone": lambda at: _run("umount", "--lazy", str(at.words)),
    "another disk over the words": lambda at: _run("mount", "-t", "tmpfs", "new", str(at.words)),
}
"""What can happen to a disk, by name."""
HARMLESS: dict[str, Callable[[Kiosk], object]] = {
    "a clock that was set": lambda at: os.utime(at.page, (0, random.uniform(0, 4e9))),
    "a big file beside the words": lambda at: (at.words / "film.mp4").write_bytes(bytes(700_000)),
    "a file of Windows' own": lambda at: (at.words / "en/topics/Thumbs.db").write_bytes(b"\xd0"),
}
"""What is no edit at all."""


def run_round(kiosk: Kiosk, chance: random.Random) -> tuple[Kiosk, str]:
    """Break something, look, mend it, and look again.

    Returns:
        The kiosk that runs now, and what was done.

    Raises:
        AssertionError: A visitor did not see what they should.
    """
    broken = {name: fault for name, fault in FAULTS.items() if name not in _ON_ONE_DISK}
    faults: dict[str, Callable[[Kiosk], object]] = {**broken, **DISKS, **HARMLESS}
    told = chance.choice([*sorted(faults), *("a cut in an edit",) * 6])
    right = {kiosk.number}
    if told in faults:
        faults[told](kiosk)
        if told not in HARMLESS and chance.random() < 0.5:
            refused = kiosk.count("edit_refused")
            kiosk.comes(lambda: kiosk.count("edit_refused") > refused, 3)
    else:
        kiosk.mend()
        right.add(kiosk.number)
        kiosk.comes(lambda: False, chance.uniform(0, 3))
    if told not in faults or chance.random() < 0.5:
        told += ", and the power is cut"
        kiosk.cut_the_power()
        kiosk.close()
        kiosk = _started(kiosk.folder, right)
    try:
        kiosk.see(kiosk.number)
        kiosk.mend()
        kiosk.see(kiosk.number)
    except AssertionError as error:
        log = "\n".join(kiosk.log_file.read_text().splitlines()[-_LINES_OF_LOG:])
        raise AssertionError(f"{told}: {error}\n{log}") from error
    return kiosk, told


def _started(folder: Path, right: set[int]) -> Kiosk:
    """Start the kiosk again: its first page is of one of these edits, and comes to the last."""
    kiosk = Kiosk(folder, max(right))
    assert kiosk.shown <= right, f"after a start, {kiosk.shown} is shown, and not {right}"
    return kiosk


def run_rounds(folder: Path, rounds: int, seed: int, tell: Callable[[str], object]) -> list[str]:
    """Run rounds, with a new kiosk on new disks after one that failed.

    Args:
        folder: Where settings and disks may be.
        rounds: How many.
        seed: Makes the same choices again.
        tell: Is told of each round.

    Returns:
        What visitors did not see, a line for each round; nothing where all was well.
    """
    chance = random.Random(seed)
    failed: list[str] = []
    kiosk = Kiosk(_new(folder, 0))
    for number in range(1, rounds + 1):
        try:
            kiosk, told = run_round(kiosk, chance)
            tell(f"{number} {told}")
        except AssertionError as error:
            failed.append(f"round {number} of seed {seed}: {error}")
            tell(failed[-1])
            kiosk.cut_the_power()
            kiosk.close()
            kiosk = Kiosk(_new(folder, number))
    kiosk.close()
    return failed


def _new(folder: Path, number: int) -> Path:
    new = folder / str(number)
    new.mkdir()
    return new


def main() -> None:
    """Run rounds as the command line says, and end with 1 if visitors missed their words."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    if _INSIDE not in os.environ:
        apart = ["unshare", "--mount", "--propagation=private", "--", sys.executable, "-m"]
        command = [*apart, "tests.terminal.disk_faults", *sys.argv[1:]]
        sys.exit(subprocess.run(command, env={**os.environ, _INSIDE: "1"}, check=False).returncode)
    folder = Path(tempfile.mkdtemp())
    try:
        _run("mount", "-t", "tmpfs", "-o", "mode=755", "disks", str(folder))
        failed = run_rounds(
            folder, arguments.rounds, arguments.seed, lambda line: print(line, flush=True)
        )
    finally:
        _run("umount", "--recursive", "--lazy", str(folder))
        folder.rmdir()
    print(f"{arguments.rounds} rounds, of which {len(failed)} failed.")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
