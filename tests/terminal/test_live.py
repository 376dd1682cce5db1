"""Edits while the kiosk runs, in a real pty: they are for the next visitor."""

import fcntl
import re
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.content.faults import ContentError
from kiosk.edits.store import Store
from kiosk.edits.trial import load
from kiosk.edits.watched import FILE
from tests.command import store_of
from tests.terminal.coming_in import come_in
from tests.terminal.kiosk_terminal import KioskTerminal
from tests.terminal.processes import children, command_of, is_alive
from tests.terminal.test_kiosk import INVITATION, KIOSK
from tests.tools import DEADLINE_SECONDS
from tests.unit.conftest import FEW_WORDS

TOPIC = FEW_WORDS["en/topics/one.md"].replace("[young", "[people who work with young")
TOPIC = TOPIC.replace('"1.1"', '"4.1"').replace("title: One", "title: Our topic\norder: 1")


class LiveKiosk(KioskTerminal):
    """The kiosk with a local folder, and what tests do to it."""

    def __init__(self, folder: Path, name: str = "Central", words: str = "First words.") -> None:
        """Start it with one local topic in a folder of its own."""
        self.folder = folder
        self.topic = folder / "words/en/topics/ours.md"
        self.topic.parent.mkdir(parents=True)
        (folder / "data").mkdir()
        self.settings = folder / "kiosk.toml"
        self.log_file = folder / "log"
        self.name(name)
        self.edit(words)
        super().__init__([KIOSK, "--settings", str(self.settings)])

    def name(self, name: str, more: str = "") -> None:
        """Write the settings file with this library's name."""
        self.settings.write_text(
            f'name = "{name}"\ncontent = "words"\ndata = "data"\nlog = "log"\n{more}'
        )

    def edit(self, words: str) -> None:
        """Write the local topic as an editor does: a new file in the place of the old one."""
        new = self.topic.with_name(".ours.md.swp")
        new.write_text(TOPIC.replace("Words.", words))
        new.replace(self.topic)

    @property
    def store(self) -> Store:
        """Where its accepted words are kept."""
        return store_of(self.settings)

    def count(self, event: str) -> int:
        """How often the log has an event, or a reason for a swap."""
        return self.log_file.read_text().count(f'"{event}"')

    def wait_for_watcher(self) -> None:
        """Wait until edits are watched for: whoever watches sleeps in the kernel."""
        self.wait_until(lambda: sleeps_until_edits(self.process.pid, self.store))

    def open_ours(self, words: str) -> None:
        """Come in and open the local topic from the staff's list; it must say these words."""
        come_in(self)
        self.send(b"6")
        self.wait_until(lambda: "Our topic" in self.text)
        line = next(line for line in self.lines if "Our topic" in line)
        self.send(re.findall("[0-9]+", line)[0].encode())
        self.wait_until(lambda: words in self.text)

    def open_until(self, words: str) -> None:
        """Be one visitor after the other, until one of them reads these words."""
        deadline = time.monotonic() + DEADLINE_SECONDS
        while True:
            self.open_ours("words.")
            if words in self.text:
                return
            assert time.monotonic() < deadline, f"Nobody read {words!r}; they read:\n{self.text}"
            self.leave()

    def leave(self) -> None:
        """Press Escape."""
        self.send(b"\x1b")
        self.wait_until(lambda: INVITATION in self.text)


def sleeps_until_edits(guard: int, store: Store) -> bool:
    """Tell whether the watcher has left its lock to this guard, which waits in its place."""
    watched = store.folder / FILE
    if not watched.exists() or watched.read_bytes() != b"%d" % guard:
        return False
    with watched.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return not any("kiosk.edits.watch" in command_of(child) for child in children(guard))
    return False


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[LiveKiosk]:
    """A running kiosk that watches for edits."""
    with LiveKiosk(tmp_path) as terminal:
        terminal.wait_until(lambda: "Central" in terminal.text)
        terminal.wait_for_watcher()
        yield terminal


def test_an_edit_is_shown_to_the_next_visitor(kiosk: LiveKiosk) -> None:
    """Who reads keeps the words; who comes next has the new ones."""
    kiosk.open_ours("First words.")
    kiosk.settle()
    shown = kiosk.lines
    kiosk.edit("Second words.")
    kiosk.wait_until(lambda: kiosk.count("renewed") == 1)
    kiosk.settle()
    assert kiosk.lines == shown
    kiosk.leave()
    kiosk.open_ours("Second words.")


def test_an_idle_kiosk_shows_new_settings_by_itself(kiosk: LiveKiosk) -> None:
    """Nobody needs to touch a key for the library's name to change on the first page."""
    kiosk.name("Ashby")
    kiosk.wait_until(lambda: "Ashby" in kiosk.text)


def test_a_bad_edit_leaves_everything(kiosk: LiveKiosk) -> None:
    """The screen, the next visitor and the one after: all as before; the fault is kept."""
    kiosk.edit("First words.\n\n[Nowhere](nowhere.md)")
    kiosk.wait_until(lambda: kiosk.count("edit_refused") == 1)
    for _ in range(2):
        kiosk.open_ours("First words.")
        assert "Nowhere" not in kiosk.text
        kiosk.leave()
    assert kiosk.count("renewed") == 0
    done = subprocess.run(
        [KIOSK, "--settings", kiosk.settings, "history"], capture_output=True, text=True, check=True
    )
    assert "There is no topic 'nowhere'" in done.stdout


@pytest.mark.slow
def test_a_half_written_file_is_never_shown(kiosk: LiveKiosk) -> None:
    """A file written piece by piece ends up in force whole; each state in force could be loaded."""
    text = TOPIC.replace("Words.", "Whole words.")
    with kiosk.topic.open("w") as file:
        for start in range(0, len(text), 40):
            file.write(text[start : start + 40])
            file.flush()
            kiosk.pump(0.05)
    store = kiosk.store

    def is_whole() -> bool:
        current = store.current()
        assert current is not None
        try:
            topics = load(current, lambda _catalogue: None).edition.content.topics
            return "Whole words." in str(topics["ours"].blocks)
        except ContentError as error:
            raise AssertionError("what is in force has faults") from error

    kiosk.wait_until(is_whole)
    kiosk.open_until("Whole words.")


@pytest.mark.slow
def test_the_last_of_many_edits_is_shown(kiosk: LiveKiosk) -> None:
    """However fast they come, the words end up as the last edit left them."""
    for number in range(40):
        kiosk.edit(f"Edit {number} words.")
        kiosk.pump(0.05)
    store = kiosk.store

    def last_is_in_force() -> bool:
        current = store.current()
        assert current is not None
        return "Edit 39 words." in (current.folder / "1/en/topics/ours.md").read_text()

    kiosk.wait_until(last_is_in_force)
    assert len(store.sets()) < 10
    kiosk.open_until("Edit 39 words.")


def test_rollback_is_shown_to_the_next_visitor(kiosk: LiveKiosk) -> None:
    """The words before come back without a new start."""
    kiosk.edit("Second words.")
    kiosk.open_until("Second words.")
    kiosk.leave()
    subprocess.run([KIOSK, "--settings", kiosk.settings, "rollback"], check=True)
    kiosk.open_until("First words.")


def test_the_watcher_ends_with_the_guard(kiosk: LiveKiosk) -> None:
    """However the guard ends, nobody is left who watches."""
    family = children(kiosk.process.pid)
    kiosk.process.kill()
    kiosk.wait_until(lambda: not any(is_alive(pid) for pid in family))


@pytest.mark.slow
def test_two_kiosks_with_the_same_settings_accept_an_edit_once(kiosk: LiveKiosk) -> None:
    """They share what is accepted, both show it, and neither wakes the other after that."""
    with KioskTerminal([KIOSK, "--settings", str(kiosk.settings)]) as other:
        other.wait_until(lambda: "Central" in other.text)
        other.wait_until(lambda: sleeps_until_edits(other.process.pid, kiosk.store))
        kiosk.name("Ashby")
        kiosk.wait_until(lambda: "Ashby" in kiosk.text)
        other.wait_until(lambda: "Ashby" in other.text)
        kiosk.wait_until(lambda: len(children(kiosk.process.pid)) == 2)
        other.wait_until(lambda: len(children(other.process.pid)) == 2)
    assert [each.number for each in kiosk.store.sets()] == [1, 2]
    assert kiosk.count("renewed") == 2


@pytest.mark.slow
def test_two_kiosks_with_one_data_folder_have_a_store_each(
    kiosk: LiveKiosk, tmp_path: Path
) -> None:
    """An edit of the one is nothing to the other."""
    settings = tmp_path / "other.toml"
    settings.write_text('name = "Elsewhere"\ndata = "data"\n')
    with KioskTerminal([KIOSK, "--settings", str(settings)]) as other:
        other.wait_until(lambda: "Elsewhere" in other.text)
        other.wait_until(lambda: sleeps_until_edits(other.process.pid, store_of(settings)))
        kiosk.edit("Second words.")
        kiosk.open_until("Second words.")
    assert [len(each.sets()) for each in (kiosk.store, store_of(settings))] == [2, 1]


@pytest.mark.slow
def test_a_start_shows_accepted_words_and_then_what_was_edited(kiosk: LiveKiosk) -> None:
    """Whatever was written while the kiosk was off: right or wrong, there is something to read."""
    kiosk.process.terminate()
    kiosk.wait_until(lambda: kiosk.process.poll() is not None)
    kiosk.topic.write_text("no front matter")
    with KioskTerminal([KIOSK, "--settings", str(kiosk.settings)]) as later:
        later.wait_until(lambda: "Central" in later.text and INVITATION in later.text)
        later.wait_until(lambda: kiosk.count("edit_refused") == 1)
        assert INVITATION in later.text
        kiosk.name("Ashby")
        kiosk.edit("Mended words.")
        later.wait_until(lambda: "Ashby" in later.text)
