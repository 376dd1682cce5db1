"""Gathers what the probes may ask of, runs them all, and tells what they found."""

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from datetime import datetime

from kiosk import __version__
from kiosk.content.faults import ContentError
from kiosk.exits import ADVICE, FAULT
from kiosk.pages.loading import load_catalogue
from kiosk.settings import Settings, SettingsError, load_settings
from kiosk.staff.doctor import (
    clock,
    confinement,
    desk,
    disk,
    glyphs,
    keyboard,
    keys,
    live,
    printer,
    program,
    service,
    speech,
    swap,
    terminal,
    words,
)
from kiosk.staff.doctor.machine import Machine, Probe
from kiosk.staff.findings import Finding, Severity, counts, fault, json_text, section
from kiosk.staff.own_user import as_kiosk_user

PROBES: Mapping[str, Sequence[Probe]] = {
    "Program": (program.python, program.libraries),
    "Service": (service.running, swap.off, service.timer),
    "Confinement": (confinement.visitors,),
    "Words": (
        *(words.settings, words.places, words.content, words.review_dates),
        *(live.accepted, live.languages),
    ),
    "Forms": (desk.forms_key, desk.promises, desk.outbox, desk.hub),
    "Clock": (clock.zone, clock.day),
    "Terminal": (terminal.name, terminal.size, terminal.colours, terminal.letters),
    "Signs": (glyphs.widths, glyphs.console_font),
    "Keyboard": (keyboard.layout,),
    "Disk": (disk.room, disk.log, disk.data),
    "Speech": (speech.engine,),
    "Printer": (printer.queue,),
}
_KEYS: Mapping[str, Sequence[Probe]] = {"Keys": (keys.pressed,)}
_OF_ROOT = frozenset({"Signs"})
"""What root is allowed to ask of the first screen, and the kiosk's own user is not."""
_WIDTH = 78
_CALLED = {
    Severity.OK: ("ok", "ok", "well"),
    Severity.WARNING: ("advice", "look", "to look at"),
    Severity.ERROR: ("fault", "MEND", "to mend"),
}
"""What a severity is called in the JSON, before a finding, and in the last line."""


def examine(settings_path: str, *, ask_for_keys: bool, as_json: bool) -> int:
    """Run every probe and print what it found.

    Args:
        settings_path: The settings file, or nothing for the defaults.
        ask_for_keys: Whether somebody is there to press keys.
        as_json: Print one JSON object, for a program that watches many machines.

    Returns:
        The exit code: 0 where all is well, 1 where there is advice, 2 where there is a fault.
    """
    with as_kiosk_user(settings_path):
        machine = _this_machine(settings_path)
    found: dict[str, list[Finding]] = {}
    for family, members in {**PROBES, **(_KEYS if ask_for_keys else {})}.items():
        with nullcontext() if family in _OF_ROOT else as_kiosk_user(settings_path):
            found[family] = [each for probe in members for each in _findings_of(probe, machine)]
    counted = counts(finding for findings in found.values() for finding in findings)
    print(_as_json(found) if as_json else _as_text(found, counted))
    if Severity.ERROR in counted:
        return FAULT
    return ADVICE if Severity.WARNING in counted else 0


def _findings_of(probe: Probe, machine: Machine) -> list[Finding]:
    """What a probe finds; one that fails itself is a fault of the machine or of the kiosk."""
    try:
        return list(probe(machine))
    except Exception as error:
        what = f"The test '{probe.__name__}' could not be done: {error}."
        return [fault(what, "Tell whoever looks after the kiosk's program.")]


def _this_machine(settings_path: str) -> Machine:
    troubles: list[str] = []
    settings, content = Settings(), None
    try:
        settings = load_settings(settings_path)
        content = load_catalogue(settings).edition.content
    except SettingsError as error:
        troubles = str(error).splitlines()
    except ContentError as error:
        troubles = [str(fault) for fault in error.faults]
    return Machine(
        settings_path=settings_path,
        settings=settings,
        content=content,
        troubles=tuple(troubles),
        environment=os.environ,
        now=datetime.now().astimezone(),
        terminal=0 if sys.platform != "win32" and os.isatty(0) and os.isatty(1) else None,
    )


def _as_text(found: Mapping[str, Sequence[Finding]], counted: Mapping[Severity, int]) -> str:
    lines: list[str] = []
    for family, findings in found.items():
        signed = [(f"{_CALLED[finding.severity][1]:<4}", finding) for finding in findings]
        lines += section(family, signed, _WIDTH, mark="-> ") if signed else ()
    last = ", ".join(f"{counted[severity]} {called}" for severity, (*_, called) in _CALLED.items())
    return "\n".join([*lines, f"{last}."])


def _as_json(found: Mapping[str, Sequence[Finding]]) -> str:
    rows = (
        {
            "family": family,
            "state": _CALLED[finding.severity][0],
            "text": finding.what,
            "remedy": finding.instead,
        }
        for family, findings in found.items()
        for finding in findings
    )
    return json_text({"version": __version__}, rows)
