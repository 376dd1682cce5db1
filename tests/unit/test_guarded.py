"""What the guard paints itself, and with which settings a start begins."""

from pathlib import Path

import pytest

from kiosk.edits.serving import accepted_before, settings_to_start, tell_what_stands
from kiosk.edits.store import Store
from kiosk.guarded import _Face
from kiosk.neutral import INVITATION, OUT_OF_ORDER
from kiosk.settings import Settings, load_settings
from tests.command import run_with
from tests.unit.test_live import Edit, edit, said, settings, store, tried

__all__ = ["edit", "settings", "store"]


def test_the_page_says_when_no_visitor_can_be_had() -> None:
    """Only where not even the shipped words can be used; and no longer than that."""
    face = _Face(Settings(), "", "", ends_when_mended=False)
    seen = [face.neutral_frame(100, 30).decode()]
    face.on_failed("ContentError: sources.yaml: This file is missing")
    seen.append(face.neutral_frame(100, 30).decode())
    assert face.failure == "sources.yaml: This file is missing"
    face.on_ready()
    seen.append(face.neutral_frame(100, 30).decode())
    assert [OUT_OF_ORDER in page for page in seen] == [False, True, False]
    assert [INVITATION in page for page in seen] == [True, False, True]


def test_a_start_shows_no_setting_that_nobody_has_tried(
    settings: Path, store: Store, edit: Edit
) -> None:
    """The name is that of the accepted set; what waits for a new start is that of the file."""
    edit(said("One."))
    settings.write_text(settings.read_text() + 'name = "Untried"\npanic_keys = ["f12"]\n')
    wanted = load_settings(str(settings))
    started = settings_to_start(wanted, str(settings), str(store.folder))
    assert (started.name, started.panic_keys) == ("Library", ("f12",))
    assert settings_to_start(wanted, str(settings), "") == wanted


def test_a_start_after_a_rollback_has_no_setting_of_the_edit(
    settings: Path, store: Store, edit: Edit
) -> None:
    """Neither a panic key nor another one that waits for a new start."""
    edit(said("One."))
    settings.write_text(settings.read_text() + 'panic_keys = ["f12"]\n')
    assert tried(settings, store) == ""
    assert run_with(settings, "rollback").exit_code == 0
    wanted = load_settings(str(settings))
    assert settings_to_start(wanted, str(settings), str(store.folder)).panic_keys == ()


def test_settings_with_a_fault_lead_to_those_before(settings: Path, edit: Edit) -> None:
    """Wherever the data folder is that they named; without any set, there are none."""
    assert accepted_before(str(settings)) is None
    text = settings.read_text()
    settings.write_text(text + 'name = "Ashby"\n')
    edit(said("One."))
    for broken in (text + 'name = "Ashby\n', "", "data = data\n"):
        settings.write_text(broken)
        accepted = accepted_before(str(settings))
        assert accepted is not None
        assert (accepted.name, accepted.data) == ("Ashby", str(settings.parent / "data"))


def test_what_stands_refused_is_told(
    store: Store, edit: Edit, capfd: pytest.CaptureFixture[str]
) -> None:
    """With every fault; and nothing where nothing was refused."""
    edit(said("One."))
    tell_what_stands("")
    tell_what_stands(str(store.folder))
    assert capfd.readouterr().err == ""
    edit("bad")
    tell_what_stands(str(store.folder))
    first, second = capfd.readouterr().err.splitlines()
    assert first == "kiosk: what was edited is not shown, for it has faults."
    assert "Begin with front matter" in second
