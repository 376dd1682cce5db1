"""What a start of the kiosk and the judge make of edits: accepted, refused, or judged before."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.content.faults import ContentError
from kiosk.live import judge as judge_module
from kiosk.live.in_force import read_state, set_folder, settings_in_force
from kiosk.live.judge import catalogue_in_force, judge, main
from kiosk.live.sources import fingerprint
from kiosk.live.store import Store
from kiosk.settings import SettingsError
from tests.unit.test_live import Edit, edit, said, settings, shown, store

__all__ = ["edit", "settings", "store"]


@pytest.fixture
def write(settings: Path) -> Callable[[str], None]:
    """Write the local topic's text, with nobody there to judge it."""

    def write(text: str) -> None:
        (settings.parent / "words/en/topics/ours.md").write_text(text)

    return write


@pytest.fixture
def unmakable(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kind of page that cannot be made of a topic that says "unmakable"."""
    from kiosk.pages.catalogue import VIEWS

    make = VIEWS["topic"]

    def fail(library: object, name: str) -> object:
        view = make(library, name)  # type: ignore[arg-type]  # passed on as it came
        if "unmakable" in str(view.blocks):
            raise ZeroDivisionError("no such page")
        return view

    monkeypatch.setitem(VIEWS, "topic", fail)


def test_an_edit_made_while_the_kiosk_was_off_is_shown(
    settings: Path, store: Store, write: Callable[[str], None]
) -> None:
    """The first visitor after the start sees it, and it is a set of its own."""
    write(said("Before."))
    assert "Before." in shown(settings, store)
    write(said("After."))
    assert "After." in shown(settings, store)
    assert [each.number for each in store.sets()] == [1, 2]


def test_a_start_without_an_edit_accepts_nothing_anew(
    settings: Path, store: Store, edit: Edit
) -> None:
    """What was judged is loaded as it was kept, also where staff have gone back to it."""
    edit(said("One."))
    edit(said("Two."))
    store.put_in_force(1)
    assert "One." in shown(settings, store)
    assert len(store.sets()) == 2


def test_a_bad_edit_made_while_the_kiosk_was_off_is_refused_once(
    settings: Path, store: Store, edit: Edit, write: Callable[[str], None]
) -> None:
    """Visitors see the words before it; the second start does not judge it again."""
    edit(said("Good."))
    write("no front matter")
    assert "Good." in shown(settings, store)
    refused = store.refused
    assert "Begin with front matter" in refused
    assert store.judged == fingerprint(str(settings))
    assert "Good." in shown(settings, store)
    assert store.refused == refused


@pytest.mark.usefixtures("unmakable")
def test_words_of_which_a_page_cannot_be_made_are_refused(store: Store, edit: Edit) -> None:
    """Whatever it is that fails, it is a fault of the edit, and visitors never meet it."""
    assert edit(said("Good.")) == ""
    told = edit(said("unmakable"))
    assert told.startswith("content: A page cannot be made of these words (ZeroDivisionError")
    assert "take back the last edit" in told
    assert len(store.sets()) == 1


@pytest.mark.usefixtures("unmakable")
def test_they_are_refused_at_a_start_too(
    settings: Path, store: Store, edit: Edit, write: Callable[[str], None]
) -> None:
    """A start shows nothing that a running kiosk would have refused."""
    edit(said("Good."))
    write(said("unmakable"))
    assert "Good." in shown(settings, store)
    assert "A page cannot be made" in store.refused
    assert len(store.sets()) == 1


@pytest.mark.usefixtures("unmakable")
def test_without_an_accepted_set_they_are_told(
    settings: Path, store: Store, write: Callable[[str], None]
) -> None:
    """There is nothing else to show."""
    write(said("unmakable"))
    with pytest.raises(ContentError, match="A page cannot be made") as raised:
        catalogue_in_force(str(settings), store)
    assert [(fault.path, fault.line) for fault in raised.value.faults] == [("content", 0)]


def test_bad_settings_at_a_first_start_are_told(settings: Path, store: Store) -> None:
    """At every start, for as long as they are bad."""
    settings.write_text(settings.read_text() + "nmae = 1\n")
    for _ in range(2):
        with pytest.raises(SettingsError, match="nmae"):
            catalogue_in_force(str(settings), store)


@pytest.mark.parametrize("damage", ["words", "settings"])
def test_a_set_that_cannot_be_read_any_more_is_made_anew(
    settings: Path, store: Store, edit: Edit, damage: str
) -> None:
    """Damaged, or made by another version of the kiosk; the number goes on."""
    edit(said("Ours."))
    accepted = store.current()
    assert accepted is not None
    file = "0/en/start.yaml" if damage == "words" else "kiosk.toml"
    (accepted.folder / file).write_text("x: [")
    assert "Ours." in shown(settings, store)
    assert [each.number for each in store.sets()] == [1, 2]
    assert read_state(str(store.staging.parent))["current"] == 2


def test_damage_and_a_bad_edit_together_are_told(
    settings: Path, store: Store, edit: Edit, write: Callable[[str], None]
) -> None:
    """Of the two, the newer fault stands in the way; the damaged set is not shown either."""
    edit(said("Ours."))
    accepted = store.current()
    assert accepted is not None
    (accepted.folder / "0/en/start.yaml").unlink()
    write("no front matter")
    with pytest.raises(ContentError):
        catalogue_in_force(str(settings), store)


def test_damage_behind_a_refused_edit_is_told(settings: Path, store: Store, edit: Edit) -> None:
    """The edit was judged already, and there is nothing left to show."""
    edit(said("Ours."))
    accepted = store.current()
    assert accepted is not None
    edit("no front matter")
    (accepted.folder / "0/en/start.yaml").unlink()
    with pytest.raises(ContentError, match="Begin with front matter"):
        catalogue_in_force(str(settings), store)


@pytest.mark.parametrize("more", [(), ("/settings",)])
def test_the_judge_is_told_the_store_and_the_settings(
    monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...]
) -> None:
    """Without a settings file, the defaults are judged."""
    judged: list[str] = []

    def note(settings_path: str, _store: Store) -> str:
        judged.append(settings_path)
        return ""

    monkeypatch.setattr(judge_module, "judge", note)
    assert main("/store", *more) == 0
    assert judged == [*(more or ("",))]


def test_an_edit_that_cannot_be_copied_is_refused(
    settings: Path, store: Store, edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk leaves what is in force, and staff read why."""
    edit(said("Good."))

    def full(*_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(judge_module, "copy_whole", full)
    assert "No space left" in edit(said("More."))
    assert "No space left" in store.refused
    assert "Good." in shown(settings, store)
    settings.write_text(settings.read_text() + 'name = "x"\n')
    with pytest.raises(OSError, match="No space left"):
        catalogue_in_force(str(settings), store)


def test_the_judge_judges_once(settings: Path, store: Store, edit: Edit) -> None:
    """What it has refused it does not refuse again, so that staff are told once."""
    assert edit("bad") != ""
    assert edit("bad") == ""
    assert judge(str(settings), store) == ""


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        (said("Good."), 0, ""),
        (
            "bad",
            2,
            "kiosk: an edit was refused; visitors see the words before it.\n"
            "{words}/en/topics/ours.md:1: Begin",
        ),
    ],
)
def test_the_judge_tells_staff(
    settings: Path,
    write: Callable[[str], None],
    capsys: pytest.CaptureFixture[str],
    text: str,
    code: int,
    told: str,
) -> None:
    """On standard error, and by its exit code; nothing where all is well."""
    write(text)
    assert main(str(settings.parent / "data/words"), str(settings)) == code
    said_there = capsys.readouterr().err
    assert said_there.startswith(told.format(words=settings.parent / "words"))
    assert bool(said_there) is bool(told)


def test_the_judge_of_bad_settings_has_no_log_to_write_to(
    settings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The fault is told all the same."""
    log = settings.parent / "log"
    settings.write_text(settings.read_text() + f'log = "{log}"\nnmae = 1\n')
    assert main(str(settings.parent / "data/words"), str(settings)) == 2
    assert "'nmae'" in capsys.readouterr().err
    assert not log.exists()


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ('{"current": 3}', {"current": 3}),
        ("[]", {}),
        ("3", {}),
        ("{", {}),
        ("\xff", {}),
        (None, {}),
    ],
)
def test_what_is_in_force_is_read_or_unknown(
    tmp_path: Path, text: str | None, state: dict[str, int]
) -> None:
    """A file that is not there, or makes no sense, tells nothing."""
    if text is not None:
        (tmp_path / "state.json").write_text(text, encoding="latin-1")
    assert read_state(str(tmp_path)) == state


def test_the_settings_in_force_are_those_of_the_set(store: Store, edit: Edit) -> None:
    """The copied file, where the set has one."""
    folder = str(store.staging.parent)
    assert settings_in_force(folder) is None
    edit(said("One."))
    assert settings_in_force(folder) == f"{set_folder(folder, 1)}/kiosk.toml"
    Path(f"{set_folder(folder, 1)}/kiosk.toml").unlink()
    assert settings_in_force(folder) is None
