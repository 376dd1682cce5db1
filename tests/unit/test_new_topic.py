"""`kiosk new topic` and `kiosk preview`: a page of one's own, from its first line on."""

import os
import stat
import sys
from pathlib import Path

import pytest

from tests.command import run_with
from tests.terminal.kiosk_terminal import KioskTerminal
from tests.unit.conftest import replace_in


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """Settings that name a folder which does not exist yet."""
    path = tmp_path / "kiosk.toml"
    path.write_text('name = "Ashby: the \\"old\\" library"\ncontent = "words"\n')
    return path


def made(settings: Path) -> Path:
    """A new topic's file."""
    assert run_with(settings, "new", "topic", "our-youth-club").exit_code == 0
    return settings.parent / "words/en/topics/our-youth-club.md"


def publish(path: Path) -> None:
    """Take the line out that keeps a page from visitors."""
    kept = [line for line in path.read_text().splitlines() if not line.startswith("draft:")]
    path.write_text("\n".join([*kept, ""]))


def test_a_new_topic_is_a_draft_that_can_be_previewed(settings: Path) -> None:
    """It has no fault and names its source, alone; visitors see it once the line is gone."""
    done = run_with(settings, "new", "topic", "our-youth-club")
    assert (done.exit_code, done.stderr) == (0, "")
    assert str(settings.parent / "words/en/topics/our-youth-club.md") in done.stdout
    path = settings.parent / "words/en/topics/our-youth-club.md"
    assert f"kiosk --settings {settings} preview {path}" in done.stdout
    assert run_with(settings, "read", "our-youth-club").exit_code != 0
    page = run_with(settings, "preview", str(path))
    assert page.stderr == ""
    assert "and others" not in page.stdout
    publish(path)
    assert run_with(settings, "read", "our-youth-club").stdout == page.stdout
    assert page.stdout.startswith("Our youth club\n")
    assert '"old" library' in " ".join(page.stdout.split())


def test_the_next_command_is_told_as_it_can_be_typed(
    settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From a folder of its own, by that folder."""
    monkeypatch.chdir(settings.parent)
    monkeypatch.setattr("sys.argv", [f"{settings.parent}/.venv/bin/kiosk"])
    said = run_with(settings, "new", "topic", "our-youth-club").stdout
    assert f"    .venv/bin/kiosk --settings {settings} preview " in said


def test_pages_are_readable_whatever_the_umask(settings: Path) -> None:
    """The administrator makes them, and the kiosk's user reads them."""
    before = os.umask(0o077)
    try:
        path = made(settings)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    for folder in (path.parent, path.parents[1], path.parents[2]):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o755


@pytest.mark.parametrize(
    ("name", "code", "told"),
    [
        ("quiz", 2, "is the name of a page of the kiosk itself"),
        ("people", 2, "is the name of a page of the kiosk itself"),
        ("card", 2, "is the name of a page of the kiosk itself"),
        ("the-law", 0, "It will stand in the place of our page 'the-law'."),
    ],
)
def test_a_name_that_is_taken_is_told(settings: Path, name: str, code: int, told: str) -> None:
    """One of ours is replaced knowingly; one that is no topic would never be found."""
    done = run_with(settings, "new", "topic", name)
    assert done.exit_code == code
    assert told in done.stdout + done.stderr


def test_a_second_topic_leaves_the_first_as_it_is(settings: Path) -> None:
    """Nothing that is there is written over."""
    path = made(settings)
    replace_in(path, "A heading", "Our heading")
    done = run_with(settings, "new", "topic", "our-youth-club")
    assert done.exit_code == 2
    assert "is there already" in done.stderr
    assert "Our heading" in path.read_text()
    assert run_with(settings, "new", "topic", "another").exit_code == 0
    assert (settings.parent / "words/en/topics/another.md").exists()


def test_a_draft_is_noted_by_the_check(settings: Path) -> None:
    """Nobody forgets a page that visitors do not see yet, and it stops nothing."""
    made(settings)
    done = run_with(settings, "check")
    assert done.exit_code == 0
    assert "A page that visitors do not see yet" in done.stdout


def test_a_draft_of_a_shipped_page_leaves_that_in_place(settings: Path) -> None:
    """Ours is shown until theirs is ready."""
    draft = settings.parent / "words/en/topics/the-law.md"
    draft.parent.mkdir(parents=True)
    before = run_with(settings, "read", "the-law").stdout
    assert before.startswith("What the law says")
    draft.write_text("---\r\ntitle: Nothing yet\r\ndraft: true # soon\r\n---\r\n")
    assert run_with(settings, "read", "the-law").stdout == before


@pytest.mark.parametrize("name", ["Our Club", "../x", "x.md", ""])
def test_a_name_that_will_not_do_is_refused(settings: Path, name: str) -> None:
    """The file's name is the topic's id, and stays in its folder."""
    done = run_with(settings, "new", "topic", name)
    assert done.exit_code == 2
    assert "small letters and hyphens" in done.stderr
    assert not (settings.parent / "words").exists()


def test_without_a_local_folder_it_is_said_how_to_have_one(tmp_path: Path) -> None:
    """The remedy is one line of the settings."""
    (tmp_path / "kiosk.toml").write_text("")
    done = run_with(tmp_path / "kiosk.toml", "new", "topic", "ours")
    assert done.exit_code == 2
    assert 'Write content = "words"' in done.stderr


def test_a_preview_is_the_page(settings: Path) -> None:
    """It prints what `kiosk read` would, also of a file that is not among the words."""
    path = made(settings)
    publish(path)
    read = run_with(settings, "read", path.stem)
    assert run_with(settings, "preview", path).stdout == read.stdout
    elsewhere = settings.parent / "draft.md"
    elsewhere.write_text(path.read_text().replace("A heading", "A draft"))
    assert "A draft\n-------" in run_with(settings, "preview", str(elsewhere)).stdout


def test_a_preview_of_a_fault_names_the_real_file(settings: Path) -> None:
    """Faults are told with the file that is being edited, and the exit code is 2."""
    path = made(settings)
    replace_in(path, "helpline:childline", "helpline:childlien")
    done = run_with(settings, "preview", str(path))
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"{path}:19: 'helpline:childlien' is not in" in done.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Ring \u201cChildline\u201d.", "drawn as a block"),
        ("Ring 0800 1111.", "0800 1111"),
        ("TODO", "still to be written"),
        ("This is revenge porn.", "are not to be used"),
    ],
)
def test_a_preview_tells_what_the_check_would(settings: Path, words: str, told: str) -> None:
    """With the line of the file, below the page, which is shown all the same."""
    path = made(settings)
    publish(path)
    replace_in(path, "- A list.", f"- {words}")
    done = run_with(settings, "preview", path)
    assert done.exit_code == 0
    assert done.stdout.startswith("Our youth club\n")
    assert f"{path}\n" in done.stderr
    assert "line 17" in done.stderr
    assert told in " ".join(done.stderr.split())
    checked = " ".join(run_with(settings, "check").stdout.split())
    assert " ".join(done.stderr.split()).split("line 17", 1)[1] in checked


@pytest.mark.parametrize("separator", ["\u2028", "\u2029"])
def test_what_word_processors_paste_is_a_space_to_all(settings: Path, separator: str) -> None:
    """The check sees no marks that visitors do not; keys of YAML stay what they are."""
    path = made(settings)
    publish(path)
    replace_in(path, "- A list.", f"**Don't pay.**{separator}Tell somebody.")
    replace_in(path, 'title: "Our youth club"', f"title: Our{separator}club")
    done = run_with(settings, "preview", path)
    assert (done.exit_code, "Don't pay. Tell somebody." in done.stdout) == (0, True)
    assert "Our club\n" in run_with(settings, "read").stdout
    assert "belong in pairs" not in done.stderr + run_with(settings, "check").stdout


def test_what_is_no_page_is_refused(settings: Path) -> None:
    """A preview is of a topic's or a pathway's file."""
    assert run_with(settings, "preview", str(settings)).exit_code == 2
    assert run_with(settings, "preview", "none.md").exit_code == 2


@pytest.mark.slow
def test_a_preview_follows_the_file(settings: Path) -> None:
    """On a terminal each save is shown, a fault too, and Ctrl+C ends it."""
    path = made(settings)
    kiosk = ["-m", "kiosk", "--settings", str(settings), "preview", str(path)]
    with KioskTerminal([sys.executable, *kiosk], columns=250) as terminal:
        terminal.wait_until(lambda: "A heading" in terminal.text)
        replace_in(path, "A heading", "A better one")
        terminal.wait_until(lambda: "A better one" in terminal.text)
        replace_in(path, "title:", "titel:")
        terminal.wait_until(lambda: "Did you mean 'title'?" in " ".join(terminal.text.split()))
        terminal.send(b"\x03")
        terminal.wait_until(lambda: terminal.process.poll() is not None)
