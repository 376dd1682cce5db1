"""What must hold before an installation: who may change the kiosk's place, and who can see it."""

import sys
from pathlib import Path, PosixPath

import pytest

import kiosk
from kiosk.staff.install import checks
from kiosk.staff.install.steps import StepError


class WithinTop(PosixPath):
    """A path that knows nothing of what is above a folder called `top`: that is the machine's."""

    @property
    def parents(self) -> tuple["WithinTop", ...]:
        """The folders above, up to that one."""
        return () if self.name == "top" else (self.parent, *self.parent.parents)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WithinTop:
    """A folder within another, which the service could see; nobody else may change either."""
    monkeypatch.setattr(checks, "_UNSEEN", ())
    place = WithinTop(tmp_path / "top/opt/kiosk")
    place.mkdir(parents=True)
    for folder in (place, *place.parents):
        folder.chmod(0o755)
    return place


@pytest.mark.parametrize(
    ("mode", "is_refused"),
    [
        (0o755, False),
        (0o700, False),
        (0o555, False),
        (0o775, True),
        (0o757, True),
        (0o777, True),
        (0o720, True),
        (0o702, True),
        (0o750, False),
        (0o1777, True),
        (0o755 | 0o044, False),
    ],
)
@pytest.mark.parametrize("above", [0, 1])
def test_a_folder_that_others_may_change_is_refused(
    place: WithinTop, above: int, mode: int, *, is_refused: bool
) -> None:
    """The group or everybody, here or in any folder above; the remedy names the folder."""
    folder = (place, place.parent)[above]
    folder.chmod(mode)
    told = f"Others may change {folder}. Take that away: sudo chmod go-w {folder}"
    assert checks._misplaced(place) == (told if is_refused else "")


def test_a_link_is_judged_by_where_it_leads(place: WithinTop) -> None:
    """Everybody may change a link on paper; what counts is the folder that it is in."""
    link = place.parent / "link"
    link.symlink_to(place)
    assert checks._misplaced(link) == ""


@pytest.mark.parametrize(
    ("folder", "unseen"),
    [
        ("/home", "/home"),
        ("/home/sam/kiosk", "/home"),
        ("/root/kiosk", "/root"),
        ("/tmp/kiosk", "/tmp"),
        ("/var/tmp/kiosk", "/var/tmp"),
        ("/run/user/1000/kiosk", "/run/user"),
    ],
)
def test_a_folder_that_the_service_cannot_see_is_refused(folder: str, unseen: str) -> None:
    """Homes and what is temporary; the message names both and says where to."""
    told = checks._misplaced(Path(folder))
    assert told.startswith(f"The kiosk is in {folder}, and its service cannot see {unseen}.")
    assert "/opt/kiosk" in told


def test_a_name_that_only_begins_alike_is_another_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`/homes` is not within `/home`."""
    monkeypatch.setattr(checks, "_UNSEEN", (str(tmp_path / "home"),))
    (tmp_path / "homes").mkdir()
    assert "cannot see" not in checks._misplaced(tmp_path / "homes")
    assert "cannot see" in checks._misplaced(tmp_path / "home")


@pytest.mark.parametrize(("user", "is_refused"), [(0, False), (1, True), (1000, True)])
def test_only_the_administrator_may_install(
    monkeypatch: pytest.MonkeyPatch, user: int, *, is_refused: bool
) -> None:
    """Anybody else is told of sudo, and of --user."""
    monkeypatch.setattr("os.geteuid", lambda: user)
    assert bool(checks._not_administrator()) is is_refused


@pytest.mark.parametrize("runs", [True, False])
def test_systemd_must_run_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, runs: bool
) -> None:
    """Where it does not, --root prepares a system in a folder."""
    monkeypatch.setattr(checks, "_SYSTEMD_RUNS", tmp_path if runs else tmp_path / "none")
    told = checks._no_systemd()
    assert (told == "") is runs
    assert runs or "--root" in told


@pytest.mark.parametrize(
    ("programs", "told"),
    [
        ({"sh": "dash"}, ""),
        ({}, ""),
        ({"no-such": "a"}, "Not installed: a. Run: sudo apt install a"),
        (
            {"no-such": "a", "sh": "dash", "no-other": "b"},
            "Not installed: a, b. Run: sudo apt install a b",
        ),
    ],
)
def test_missing_programs_are_told_all_at_once(programs: dict[str, str], told: str) -> None:
    """By the packages that they are in."""
    assert checks._missing(programs) == told
    found = checks.program_checks(programs)
    assert len(found) == bool(programs)
    if programs:
        assert found[0].describe() == f"check  that these programs are there: {', '.join(programs)}"
    if told:
        with pytest.raises(StepError, match="Not installed"):
            found[0].do(Path("/"))


@pytest.mark.parametrize("environment", [None, Path("/opt/kiosk")])
def test_the_checks_of_a_machine(environment: Path | None) -> None:
    """The administrator first, then systemd; the place only where a service will use it."""
    described = [step.describe() for step in checks.system_checks(environment)]
    assert described[:2] == [
        "check  that this is the administrator",
        "check  that systemd runs this machine",
    ]
    if environment is None:
        assert len(described) == 2
        return
    (place,) = described[2:]
    for folder in (environment, Path(kiosk.__file__).parent, Path(sys.base_prefix)):
        assert str(folder) in place


def test_the_first_folder_that_will_not_do_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every place is looked at, until one has a fault."""
    bad = Path(sys.base_prefix)
    monkeypatch.setattr(checks, "_misplaced", lambda folder: "bad" if folder == bad else "")
    *_, place = checks.system_checks(Path("/opt/kiosk"))
    with pytest.raises(StepError, match="bad"):
        place.do(Path("/"))
    monkeypatch.setattr(checks, "_misplaced", lambda _: "")
    assert place.do(Path("/")) == ""


def test_the_library_for_the_hub_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the name under which it is imported."""
    asked: list[str] = []
    monkeypatch.setattr(checks, "find_spec", asked.append)
    step = checks.hub_check()
    assert step.describe() == "check  that the library for the hub is there"
    with pytest.raises(StepError, match="constraints-extras"):
        step.do(Path("/"))
    assert asked == ["psycopg"]
