"""What the doctor says of the kernel's holds on a visitor."""

import pytest

from kiosk.confinement.confine import Confinement
from kiosk.staff.doctor.confinement import visitors
from kiosk.staff.doctor.machine import Machine
from kiosk.staff.findings import Severity
from tests.unit.test_doctor import machine

__all__ = ["machine"]


def test_all_that_is_tried_here_holds(machine: Machine) -> None:
    """On a kernel that has all of it, four lines say so."""
    assert [found.severity for found in visitors(machine)] == [Severity.OK] * 4


def test_what_is_missing_is_told_with_a_remedy(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without Landlock the kiosk runs on; the doctor says what nobody sees to."""
    monkeypatch.setattr(Confinement, "enter", lambda _self: frozenset({"calls", "memory"}))
    amiss = [found for found in visitors(machine) if found.severity is Severity.WARNING]
    assert len(amiss) == 2
    assert "landlock" in amiss[0].instead
