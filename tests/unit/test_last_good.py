"""Nothing that staff do, and nothing that happens to a disk, takes the accepted words away.

Each fault is a real one: rights are taken away from a user who is not root, a disk takes no more, a
process is killed. Everything is done by children, as a warm parent does it.
"""

import os
import random
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from kiosk.edits.kept import last_store
from tests.unit.conftest import write_few_words
from tests.unit.library import FAULTS, Library, no_room


@pytest.fixture(scope="module")
def base() -> Iterator[Path]:
    """A folder that the kiosk's user can reach, whoever runs the tests."""
    memory = Path("/dev/shm")  # where there is one, nothing waits for a disk
    folder = Path(tempfile.mkdtemp(prefix="kiosk-tests-", dir=memory if memory.is_dir() else None))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def library(base: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    """A library with accepted words, over few shipped ones."""
    folder = Path(tempfile.mkdtemp(dir=base))
    folder.chmod(0o755)
    write_few_words(folder / "shipped")
    monkeypatch.setattr("kiosk.content.layers.content_folder", lambda: folder / "shipped")
    return Library(folder)


@pytest.fixture
def mend(library: Library) -> Callable[[], None]:
    """Put everything back as it was before a fault."""
    kept = library.folder / "kept"

    def save(*names: str) -> None:
        shutil.rmtree(kept, ignore_errors=True)
        for name in names:
            source = library.folder / name
            copy = shutil.copytree if source.is_dir() else shutil.copy
            kept.mkdir(exist_ok=True)
            copy(source, kept / name)

    def mended() -> None:
        if not kept.exists():
            save("words", "kiosk.toml")
            return
        for path in (library.page.parent, library.words, library.folder / "data"):
            with suppress(OSError):
                path.chmod(0o755)
        for name in ("words", "away", "kiosk.toml", "before"):
            path = library.folder / name
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
        shutil.copytree(kept / "words", library.words)
        shutil.copy(kept / "kiosk.toml", library.settings)
        library.give_away()
        shutil.rmtree(kept)

    return mended


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_takes_nothing_away(library: Library, mend: Callable[[], None], name: str) -> None:
    """It is refused, and told; a start shows the accepted words; what is mended is taken."""
    mend()  # keeps what is right
    FAULTS[name](library)
    assert library.renewed().startswith("refused: ")
    assert library.is_told()
    for _ in range(2):
        assert library.started() == "edit 0."
    assert last_store(str(library.settings)) == str(library.store.folder)
    mend()
    library.write(1)
    library.give_away()
    assert library.renewed() == "edit 1."
    assert not library.is_told()


@pytest.mark.parametrize("name", ["a typo in the settings", "half a page", "a circle of links"])
def test_a_first_start_with_a_fault_shows_the_shipped_words(library: Library, name: str) -> None:
    """Only a kiosk that has never had a good set does."""
    shutil.rmtree(library.store.folder)
    FAULTS[name](library)
    assert library.started() == ("edit 0." if "links" in name else "shipped")


def test_a_disk_that_takes_nothing_more_takes_nothing_away(library: Library) -> None:
    """Neither the edit nor a new start changes what is shown; with room again, it is taken."""
    library.write(1)
    assert library.renewed(no_room).startswith("refused: ")
    assert library.started(no_room) == "edit 0."
    assert library.is_told()
    assert library.renewed() == "edit 1."


def test_a_store_that_may_only_be_read_is_shown(library: Library) -> None:
    """A disk that has become read-only still has the words that were accepted."""
    library.write(1)
    for here, _, _ in os.walk(library.folder / "data"):
        os.chmod(here, 0o500)
    refused = library.renewed()
    assert refused.startswith("refused: ")
    assert re.search(rf"sudo chown -R \S+: {library.folder}/data(\s|$)", refused)
    assert "Errno" not in refused
    assert library.started() == "edit 0."
    assert last_store(str(library.settings)) == str(library.store.folder)


def test_a_clock_that_is_set_back_changes_nothing(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sets are told apart by their numbers, and edits by what they say."""
    monkeypatch.setattr("kiosk.edits.store._now", lambda: "1970-01-01T00:00:00+00:00")
    library.write(1)
    os.utime(library.page, (0, 0))
    assert library.renewed() == "edit 1."
    assert library.started() == "edit 1."


def random_faults(library: Library, mend: Callable[[], None], count: int) -> None:
    """Make faults between edits and starts; after each, the last good words are shown."""
    rng = random.Random(20261126)
    shown = 0
    for step in range(1, count + 1):
        kind = rng.choice([*FAULTS, "kill", "kill", "full disk", "full disk", "clock"])
        told = f"step {step}, {kind}"
        before = {f"edit {shown}."}
        if kind in FAULTS:
            mend()
            FAULTS[kind](library)
            assert library.renewed().startswith("refused: "), told
            assert library.is_told(), told
            assert library.started() in before, told
            mend()
        else:
            library.write(step)
            library.give_away()
            if kind == "kill":
                library.kill_while_renewing(rng.random() / 20)
                before |= {f"edit {step}."}
            elif kind == "full disk":
                assert library.renewed(no_room).startswith("refused: "), told
            else:
                os.utime(library.page, (0, rng.random() * 2e9))
            assert library.started(*([no_room] if kind == "full disk" else [])) in before, told
            shown = step
        assert library.renewed() == f"edit {shown}.", told  # the next step's start shows it
    assert library.started() == f"edit {shown}."


def test_after_each_of_many_faults_the_last_good_words_are_shown(
    library: Library, mend: Callable[[], None]
) -> None:
    """Whatever follows on what."""
    random_faults(library, mend, 12)


@pytest.mark.slow
def test_after_each_of_two_hundred_faults_the_last_good_words_are_shown(
    library: Library, mend: Callable[[], None]
) -> None:
    """The same, for longer."""
    random_faults(library, mend, 200)
