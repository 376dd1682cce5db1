"""A library whose kiosk runs as somebody who is not root, and what can go wrong there."""

import os
import pwd
import resource
import shutil
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from kiosk.content.faults import ContentError
from kiosk.edits.store import Store
from kiosk.edits.trial import pending, renew, start
from kiosk.pages.catalogue import Catalogue
from kiosk.settings import SettingsError
from tests.command import store_of
from tests.unit.test_live import make_pages, said

_NOBODY = pwd.getpwnam("nobody").pw_uid


class Library:
    """A library's files and its kiosk, which runs as somebody who is not root."""

    def __init__(self, folder: Path) -> None:
        """Write the first words, and have them accepted."""
        self.folder = folder
        self.settings = folder / "kiosk.toml"
        self.words = folder / "words"
        self.page = self.words / "en/topics/ours.md"
        self.page.parent.mkdir(parents=True)
        (folder / "data").mkdir()
        self.settings.write_text('content = "words"\ndata = "data"\n')
        self.write(0)
        self.store = store_of(self.settings)
        self._import_all()
        self.give_away()
        assert self.renewed() == "edit 0."

    def write(self, number: int) -> None:
        """Edit the page, as it should be."""
        self.page.write_text(said(f"edit {number}."))

    def give_away(self) -> None:
        """Let the kiosk's user own everything, as an administrator sees to it."""
        if os.geteuid() == 0:
            for here, inner, names in os.walk(self.folder):
                for name in (".", *inner, *names):
                    os.chown(Path(here, name), _NOBODY, _NOBODY, follow_symlinks=False)

    def renewed(self, *before: Callable[[], object]) -> str:
        """What the next visitors read, after an edit was noticed; or why it was refused."""
        return self._in_child(renew, before)

    def started(self, *before: Callable[[], object]) -> str:
        """What visitors read after a new start of the kiosk."""
        return self._in_child(start, before)

    def kill_while_renewing(self, seconds: float) -> None:
        """Have an edit tried, and the process killed in the middle."""
        child = os.fork()
        if child == 0:
            with suppress(BaseException):
                self._be_nobody()
                renew(str(self.settings), self.store, make_pages)
            os._exit(0)
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)

    def is_told(self) -> bool:
        """Whether `kiosk history` and the staff page say that an edit is not shown."""
        refusal = self.store.refusal
        is_refused = refusal is not None and bool(refusal.faults)
        return is_refused or pending(str(self.settings), self.store)

    def _in_child(
        self, opens: Callable[..., Catalogue], before: tuple[Callable[[], object], ...]
    ) -> str:
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                self._be_nobody()
                for each in before:
                    each()
                os.write(writing, self._shown(opens).encode())
            except BaseException as error:
                os.write(writing, repr(error).encode())
            finally:
                os._exit(0)
        os.close(writing)
        with open(reading, encoding="utf-8") as file:
            text = file.read()
        os.waitpid(child, 0)
        return text

    def _shown(self, opens: Callable[..., Catalogue]) -> str:
        try:
            catalogue = opens(str(self.settings), self.store, make_pages)
        except (ContentError, SettingsError, OSError) as error:
            return f"refused: {error}"
        topic = catalogue.edition.content.topics.get("ours")
        blocks = str(topic.blocks) if topic else ""
        return f"edit {blocks.partition('edit ')[2].partition('.')[0]}." if blocks else "shipped"

    def _import_all(self) -> None:
        """Import what a trial needs as the user whose Python this is, who may be root."""
        scratch = Store(self.folder / "scratch")
        start(str(self.settings), scratch, make_pages)
        shutil.rmtree(scratch.folder)

    @staticmethod
    def _be_nobody() -> None:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setresgid(_NOBODY, _NOBODY, _NOBODY)
            os.setresuid(_NOBODY, _NOBODY, _NOBODY)


def no_room() -> None:
    """Let this process write nothing, as on a full disk."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


class Files(Protocol):
    """Where a library's files are."""

    folder: Path
    settings: Path
    words: Path
    page: Path


def empty_mount(library: Files) -> None:
    """Leave a mount point where the words were."""
    library.words.rename(library.folder / "away")
    library.words.mkdir()


def pipe(library: Files) -> None:
    """Put a pipe in the place of a page: whoever reads it waits for ever."""
    library.page.unlink()
    os.mkfifo(library.page)


def folder(library: Files) -> None:
    """Put a folder in the place of the settings, as a copy that went wrong does."""
    library.settings.unlink()
    library.settings.mkdir()


def circle(library: Files) -> None:
    """Link a folder into itself."""
    (library.words / "en/again").symlink_to("..")


FAULTS: dict[str, Callable[[Files], object]] = {
    "a typo in the settings": lambda at: at.settings.write_text('name = "Good Library\n'),
    "an unknown setting": lambda at: at.settings.write_text("nmae = 1\n"),
    "settings that nobody may read": lambda at: at.settings.chmod(0),
    "settings that are empty": lambda at: at.settings.write_text(""),
    "settings of noughts": lambda at: at.settings.write_bytes(bytes(100)),
    "a folder for settings": folder,
    "no settings": lambda at: at.settings.unlink(),
    "settings that are a link to nothing": lambda at: relink(at.settings, "gone.toml"),
    "settings that are a link to themselves": lambda at: relink(at.settings, "kiosk.toml"),
    "a page that nobody may read": lambda at: at.page.chmod(0),
    "a folder that nobody may read": lambda at: at.page.parent.chmod(0),
    "a folder that nobody may enter": lambda at: at.page.parent.chmod(0o600),
    "a folder of words that nobody may read": lambda at: at.words.chmod(0),
    "half a page": lambda at: at.page.write_text(at.page.read_text()[:40]),
    "an empty page": lambda at: at.page.write_text(""),
    "a page of noughts": lambda at: at.page.write_bytes(bytes(300)),
    "a page that is no text": lambda at: at.page.write_bytes(b"\xff\xfe" + b"a\0" * 90),
    "a page that is a pipe": pipe,
    "a link to nothing": lambda at: (at.words / "en/new.yaml").symlink_to("nowhere.yaml"),
    "a page that is a link to nothing": lambda at: relink(at.page, "gone.md"),
    "a circle of links": circle,
    "a folder that is a link to nothing": lambda at: relink(at.page.parent, "gone"),
    "an empty mount point": empty_mount,
    "a share that is gone": lambda at: at.words.rename(at.folder / "away"),
    "words inside data": lambda at: at.settings.write_text('content = "data/x"\ndata = "data"\n'),
    "words above data": lambda at: at.settings.write_text('content = "."\ndata = "data"\n'),
}
"""What staff or a disk can do, by name."""


def relink(path: Path, to: str) -> None:
    """Put a link in the place of a file or a folder."""
    path.rename(path.with_name("before"))
    path.symlink_to(to)
