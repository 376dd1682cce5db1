"""`kiosk history` and `kiosk rollback`, line by line."""

import os
import re
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from kiosk.edits.sources import fingerprint
from kiosk.edits.store import AcceptedSet, Store
from kiosk.staff import history
from kiosk.staff.history import print_history, roll_back
from tests.command import run_with
from tests.unit.test_live import Edit, edit, said, settings, store, tried

__all__ = ["edit", "settings", "store"]
Capture = pytest.CaptureFixture[str]


def a_set(number: int, changed: Sequence[str] = ()) -> AcceptedSet:
    """An accepted set."""
    return AcceptedSet(Path(), number, "2026-11-02T09:05:00+00:00", "", "", [], list(changed))


@pytest.mark.parametrize(
    ("files", "shown"),
    [
        (0, ""),
        (1, "f0"),
        (3, "f0, f1, f2"),
        (4, "f0, f1, f2 and 1 more"),
        (6, "f0, f1, f2 and 3 more"),
    ],
)
def test_three_files_are_named(files: int, shown: str) -> None:
    """Of more, their number."""
    assert history._changes(a_set(1, [f"f{number}" for number in range(files)])) == shown


def test_a_time_is_said_in_words() -> None:
    """The day without a nought before it, the hour as the clock shows it."""
    assert history._when("2026-11-02T09:05:00+00:00") == "2 November 2026, 09:05"


def test_each_set_has_a_line_and_the_current_one_a_star(
    settings: Path, store: Store, edit: Edit, capsys: Capture
) -> None:
    """In the order of their numbers, also after going back."""
    edit(said("One."))
    edit(said("Two."))
    when = [history._when(each.accepted) for each in store.sets()]
    lines = [f"  1  {when[0]}", f"  2  {when[1]}  en/topics/ours.md"]
    for number, marks in ((2, "  *"), (1, "*  ")):
        store.go_back(number, fingerprint(str(settings)))
        capsys.readouterr()
        assert print_history(str(settings)) == 0
        first, second, *rest = capsys.readouterr().out.splitlines()
        assert [first, second] == [f"{marks[0]} {lines[0]}", f"{marks[2]} {lines[1]}"]
        assert rest == ["* is what visitors see."]


def test_before_the_first_start_there_is_nothing(settings: Path, capsys: Capture) -> None:
    """The exit code says so, too."""
    assert print_history(str(settings)) == 1
    assert capsys.readouterr().out == (
        "No accepted words are kept. A kiosk accepts yours once it runs.\n"
    )


def test_the_way_to_the_settings_does_not_matter(
    settings: Path, edit: Edit, capsys: Capture
) -> None:
    """What was accepted is not taken for an edit because somebody writes the path otherwise."""
    edit(said("One."))
    print_history(f"{settings.parent}/words/../{settings.name}")
    assert capsys.readouterr().out.endswith("* is what visitors see.\n")


def test_a_refused_edit_is_told_with_its_time(
    settings: Path, store: Store, edit: Edit, capsys: Capture
) -> None:
    """Every fault on a line of its own, below the sets."""
    edit(said("One."))
    store.refuse("a.md:1: First.\nb.md:2: Second.", "print")
    assert store.refusal is not None
    when = history._when(store.refusal.when)
    assert print_history(str(settings)) == 0
    assert capsys.readouterr().out.endswith(
        f"\n\nThe edit of {when} was refused:\na.md:1: First.\nb.md:2: Second.\n"
    )


def test_a_refusal_that_was_mended_is_not_the_last_word(
    settings: Path, edit: Edit, capsys: Capture
) -> None:
    """What is wrong now is nothing of it: the mended edit waits, and doctor says for what."""
    edit(said("One."))
    edit("no page")
    (settings.parent / "words/en/topics/ours.md").write_text(said("Two."))
    print_history(str(settings))
    said_all = capsys.readouterr().out
    assert " was refused:" in said_all
    assert "Your files say something that visitors do not see. Type: kiosk doctor" in said_all
    doctor = " ".join(run_with(settings, "doctor").output.split())
    assert "Something was edited that visitors do not see." in doctor


def test_where_an_edit_is_refused_a_copy_of_what_is_lost_is_named(
    settings: Path, store: Store, edit: Edit, capsys: Capture
) -> None:
    """A settings file that a power cut has emptied comes back from there."""
    edit(said("One."))
    written = settings.read_text()
    settings.write_text("")
    refused = tried(settings, store)
    assert "'kiosk history' says where that is" in refused
    assert run_with(settings, "check").stderr == f"{refused}\n"
    print_history(str(settings))
    (copy,) = re.findall(r"copy it from (.+)\.$", capsys.readouterr().out, re.MULTILINE)
    shutil.copy(Path(copy) / settings.name, settings)
    assert settings.read_text() == written


@pytest.mark.parametrize(
    ("current", "asked", "chosen"),
    [
        (3, None, 2),
        (2, None, 1),
        (1, None, None),
        (3, 1, 1),
        (1, 3, 3),
        (3, 3, 3),
        (3, 4, None),
        (3, 0, None),
    ],
)
def test_which_set_is_gone_back_to(
    store: Store, edit: Edit, current: int, asked: int | None, chosen: int | None
) -> None:
    """The one before the current one, or the one that is named, where there is one."""
    for number in range(3):
        edit(said(f"{number}"))
    store.go_back(current, "print")
    found = history._chosen(store, asked)
    assert (found.number if found else None) == chosen


@pytest.mark.parametrize(
    ("number", "told"), [(None, "There is no earlier set"), (9, "There is no set 9")]
)
def test_what_is_not_there_is_told(
    settings: Path, edit: Edit, capsys: Capture, number: int | None, told: str
) -> None:
    """And nothing changes."""
    edit(said("One."))
    assert roll_back(str(settings), number) == 2
    error = capsys.readouterr().err
    assert error == f"{told} to go back to; see 'kiosk history'.\n"


def test_going_back_says_what_is_shown_and_what_to_do(
    settings: Path, store: Store, edit: Edit, capsys: Capture
) -> None:
    """The number and the time of the set; the files are the staff's to mend."""
    edit(said("One."))
    edit(said("Two."))
    when = history._when(store.sets()[0].accepted)
    assert roll_back(str(settings), None) == 0
    assert capsys.readouterr().out == (
        f"The next visitor sees set 1, of {when}.\n"
        "Your files are as they were. Mend them: each is shown again once you have edited it.\n"
    )


def test_a_set_that_cannot_be_used_any_more_is_not_shown(
    settings: Path, store: Store, edit: Edit, capsys: Capture
) -> None:
    """It is looked at first; what visitors see stays."""
    edit(said("One."))
    edit(said("Two."))
    (store.sets()[0].folder / "0/en/start.yaml").unlink()
    assert roll_back(str(settings), 1) == 2
    assert "This kiosk cannot use set 1 any more:\n" in capsys.readouterr().err
    current = store.current()
    assert current is not None
    assert current.number == 2


@pytest.mark.parametrize("act", [print_history, lambda path: roll_back(path, None)])
def test_bad_settings_are_told(settings: Path, capsys: Capture, act: Callable[[str], int]) -> None:
    """With the line to mend; the exit code is that of a fault."""
    settings.write_text("nmae = 1\n")
    assert act(str(settings)) == 2
    assert "nmae" in capsys.readouterr().err


def test_faults_of_the_settings_are_told_once(
    settings: Path, store: Store, edit: Edit, capsys: Capture
) -> None:
    """As those of the edit that was refused; by themselves until the kiosk has refused it."""
    edit(said("One."))
    settings.write_text(f'data = "{store.folder.parents[1]}"\nnmae = 1\nidle_second = 9\n')
    capsys.readouterr()
    print_history(str(settings))
    faults = capsys.readouterr().err
    assert [name in faults for name in ("nmae", "idle_second")] == [True, True]
    assert tried(settings, store) + "\n" == faults
    print_history(str(settings))
    told = capsys.readouterr()
    assert (told.err, told.out.endswith(f" was refused:\n{faults}")) == ("", True)


@pytest.mark.parametrize("name", ["refused.new", "lock", "current.new"])
def test_the_administrator_writes_through_no_link(
    settings: Path, store: Store, edit: Edit, tmp_path: Path, name: str
) -> None:
    """A link that somebody has planted in the store leads no command of root's to its target."""
    edit(said("One."))
    edit(said("Two."))
    victim = tmp_path / "victim"
    victim.write_text("as it was")
    planted = store.folder / name
    planted.unlink(missing_ok=True)
    planted.symlink_to(victim)
    roll_back(str(settings), None)
    assert victim.read_text() == "as it was"


@pytest.mark.parametrize("inner", ["", "sets"])
def test_a_store_that_is_a_link_is_not_used(
    settings: Path, store: Store, edit: Edit, tmp_path: Path, capsys: Capture, inner: str
) -> None:
    """Nothing is changed behind it; staff are told what to take away."""
    edit(said("One."))
    edit(said("Two."))
    folder = store.folder / inner
    elsewhere = folder.rename(tmp_path / "elsewhere")
    folder.symlink_to(elsewhere)
    before = sorted(elsewhere.rglob("*"))
    assert roll_back(str(settings), None) == 2
    assert "or a link, where a folder belongs. Take it away." in capsys.readouterr().err
    assert sorted(elsewhere.rglob("*")) == before


@pytest.mark.parametrize("name", [b"caf\xe9", b"a\x1b[2Jb", b"a\nb"])
def test_a_name_that_no_terminal_can_show_harms_none(
    settings: Path, edit: Edit, capsys: Capture, name: bytes
) -> None:
    """As an old archive leaves it; neither what has changed, nor what a rollback holds."""
    words = os.fsencode(settings.parent / "words")
    edit(said("One."))
    Path(os.fsdecode(words + b"/" + name + b".jpg")).touch()
    edit(said("Two."))
    assert roll_back(str(settings), 1) == 0
    Path(os.fsdecode(words + b"/en/topics/" + name + b".md")).touch()
    edit(said("Three."))
    assert roll_back(str(settings), 1) == 0
    capsys.readouterr()
    assert print_history(str(settings)) == 0
    told = capsys.readouterr().out
    assert told.replace("\n", "").isprintable()
    changed, held = (
        name.decode(errors="replace").translate({0x1B: "?", 0xA: "?", 0xFFFD: "?"}) + ending
        for ending in (".jpg", ".md")
    )
    assert changed in told
    assert f"/en/topics/{held}\n" in told
