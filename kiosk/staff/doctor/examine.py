"""Gathers what the probes may ask of, runs them all, and tells what they found."""

import json
import os
import sys
import textwrap
from collections.abc import Mapping, Sequence
from datetime import datetime

from kiosk import __version__
from kiosk.content.faults import ContentError
from kiosk.exits import ADVICE, FAULT
from kiosk.pages.loading import load_catalogue
from kiosk.settings import Settings, SettingsError, load_settings
from kiosk.staff.doctor import (
    clock,
    desk,
    disk,
    glyphs,
    keys,
    live,
    program,
    service,
    speech,
    terminal,
    words,
)
from kiosk.staff.doctor.findings import Finding, Machine, Probe, fault

PROBES: Mapping[str, Sequence[Probe]] = {
    "Program": (program.python, program.libraries),
    "Service": (service.running,),
    "Words": (words.settings, words.content, words.review_dates, live.accepted, live.languages),
    "Forms": (desk.forms_key, desk.outbox, desk.hub),
    "Clock": (clock.zone, clock.day),
    "Terminal": (terminal.name, terminal.size, terminal.colours, terminal.letters),
    "Signs": (glyphs.widths, glyphs.console_font),
    "Disk": (disk.room, disk.log, disk.data),
    "Speech": (speech.engine,),
}
_KEYS: Mapping[str, Sequence[Probe]] = {"Keys": (keys.pressed,)}
_WIDTH = 78
_SIGNS = {"ok": "ok", "advice": "look", "fault": "MEND"}


def examine(settings_path: str | None, *, ask_for_keys: bool, as_json: bool) -> int:
    """Run every probe and print what it found.

    Args:
        settings_path: The settings file, or None for the defaults.
        ask_for_keys: Whether somebody is there to press keys.
        as_json: Print one JSON object, for a program that watches many machines.

    Returns:
        The exit code: 0 where all is well, 1 where there is advice, 2 where there is a fault.
    """
    machine = _this_machine(settings_path)
    probes = {**PROBES, **(_KEYS if ask_for_keys else {})}
    found = {
        family: [finding for probe in members for finding in _findings_of(probe, machine)]
        for family, members in probes.items()
    }
    print(_as_json(found) if as_json else _as_text(found))
    states = {finding.state for findings in found.values() for finding in findings}
    if "fault" in states:
        return FAULT
    return ADVICE if "advice" in states else 0


def _findings_of(probe: Probe, machine: Machine) -> list[Finding]:
    """What a probe finds; one that fails itself is a fault of the machine or of the kiosk."""
    try:
        return list(probe(machine))
    except Exception as error:
        told = f"The test '{probe.__name__}' could not be done: {error}."
        return [fault(told, "Tell whoever looks after the kiosk's program.")]


def _this_machine(settings_path: str | None) -> Machine:
    troubles: list[str] = []
    settings, content = Settings(), None
    try:
        settings = load_settings(settings_path)
        content = load_catalogue(settings).library.content
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


def _as_text(found: Mapping[str, Sequence[Finding]]) -> str:
    lines: list[str] = []
    for family, findings in found.items():
        lines += ["", family]
        for finding in findings:
            lines += _wrapped(f"  {_SIGNS[finding.state]:<4}  ", finding.text)
            if finding.remedy:
                lines += _wrapped("        -> ", finding.remedy)
    every = [finding for findings in found.values() for finding in findings]
    counts = {state: sum(one.state == state for one in every) for state in _SIGNS}
    lines += ["", f"{counts['ok']} well, {counts['advice']} to look at, {counts['fault']} to mend."]
    return "\n".join(lines[1:])


def _wrapped(head: str, text: str) -> list[str]:
    """A text behind a head; a command that could be copied is never broken at a hyphen."""
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=head,
        subsequent_indent=" " * len(head),
        break_on_hyphens=False,
        break_long_words=False,
    )


def _as_json(found: Mapping[str, Sequence[Finding]]) -> str:
    findings = [
        {"family": family, "state": one.state, "text": one.text, "remedy": one.remedy}
        for family, members in found.items()
        for one in members
    ]
    return json.dumps({"version": __version__, "findings": findings}, ensure_ascii=False, indent=1)
