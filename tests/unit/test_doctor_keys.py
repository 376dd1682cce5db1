"""What the doctor makes of pressed keys, and how it asks the hub."""

import pytest

from kiosk.desk.hub import Welcome
from kiosk.desk.trouble import DeskError, Reason
from kiosk.settings import Settings
from kiosk.settings.desk import HubSettings
from kiosk.staff.doctor import desk, keys
from kiosk.staff.doctor.keys import _NEEDED, _finding, _panic_finding, _Pressed
from tests.machine import machine_with, only


@pytest.mark.parametrize(
    ("name", "sequence", "works"),
    [
        ("Enter", b"\r", True),
        ("Enter", b"\n", False),
        ("the arrow down", b"\x1b[B", True),
        ("the arrow down", b"\x1bOB", True),
        ("the arrow down", b"\x1b[A", False),
        ("Page Down", b"\x1b[6~", True),
        ("Page Down", b"\x1b[5~", False),
        ("Backspace", b"\x7f", True),
        ("Backspace", b"\x08", True),
        ("Backspace", b"\x1b[3~", False),
    ],
)
def test_the_keys_that_visitors_need(name: str, sequence: bytes, *, works: bool) -> None:
    """Each in every form in which terminals send it; another key is told as one."""
    finding = _finding(name, _NEEDED[name], _Pressed(sequence, panic=False))
    assert finding.severity == ("ok" if works else "warning")
    assert finding.what == (f"{name} works." if works else f"{name} came as another key.")
    assert list(_NEEDED) == ["Enter", "the arrow down", "Page Down", "Backspace"]


def test_a_key_that_does_not_come_is_told() -> None:
    """After twenty seconds; for a panic key that is a fault."""
    assert _finding("Enter", (b"\r",), None).what == "Enter did not come."
    assert _panic_finding("Escape", None).what == "Escape did not come."
    assert _panic_finding("Escape", None).severity == "error"
    assert keys.PRESSED_WITHIN_SECONDS == 20


@pytest.mark.parametrize(("panic", "state"), [(True, "ok"), (False, "error")])
def test_a_panic_key_must_clear_the_screen(state: str, *, panic: bool) -> None:
    """One that only comes is no panic key."""
    finding = _panic_finding("F12", _Pressed(b"", panic=panic))
    assert finding.severity == state
    assert finding.what == ("F12 clears the screen." if panic else "F12 did not clear the screen.")


class FakeHub:
    """A hub that notes how it is reached."""

    reached: list[str] = []
    trouble: Reason | None = None

    def __init__(self, url: str) -> None:
        """Note the address."""
        self.reached.append(url)

    def test(self) -> Welcome:
        """Answer, or not."""
        if self.trouble is not None:
            raise DeskError(self.trouble, "What it said.")
        return Welcome("It answers.", "")


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("postgresql://k@h/d", "postgresql://k@h/d?connect_timeout=5"),
        (
            "postgresql://k@h/d?sslmode=disable",
            "postgresql://k@h/d?sslmode=disable&connect_timeout=5",
        ),
        ("postgresql://k@h/d?connect_timeout=9", "postgresql://k@h/d?connect_timeout=9"),
    ],
)
@pytest.mark.parametrize(
    ("trouble", "state"),
    [
        (None, "ok"),
        (Reason.UNREACHED, "warning"),
        (Reason.SETTINGS, "error"),
        (Reason.NEWER, "error"),
    ],
)
def test_the_hub_is_not_waited_for_long(
    monkeypatch: pytest.MonkeyPatch, url: str, asked: str, trouble: Reason | None, state: str
) -> None:
    """Five seconds, unless the address says otherwise; that it is away breaks nothing here."""
    monkeypatch.setattr(FakeHub, "reached", [])
    monkeypatch.setattr(FakeHub, "trouble", trouble)
    monkeypatch.setattr("kiosk.desk.hub.Hub", FakeHub)
    settings = Settings(hub=HubSettings(url))
    finding = only(desk.hub, machine_with(settings))
    assert FakeHub.reached == [asked]
    assert finding.severity == state
    assert trouble is None or finding.what == "What it said."
