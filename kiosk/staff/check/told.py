"""A report in words, for a librarian at a terminal, and as JSON, for other programs."""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import PurePosixPath
from textwrap import wrap

from kiosk.staff.check.report import OUTSIDE_THE_WORDS, Finding, Report, Rule, Severity

SHAPE = 1
"""The version of the JSON; a change that would break a reader raises it."""
_NARROWEST, _WIDEST = 60, 100
_HEADINGS = {
    Rule.DRAFT: "Drafts that nobody has read through",
    Rule.HELPLINE: "Numbers and places to turn to",
    Rule.FACT: "Facts that pages rest on",
    Rule.REVIEW: "Pages to read again",
}
_MARKS = {"X": 0, "G": 1, "": 2, "C": 3, "C2": 4}
"""What must be settled stands before what was told at second hand."""
_LEAD = (
    "What staff must still verify before launch. X: sources disagree, or are old. G: general "
    "knowledge, which nobody has confirmed. C2: told at second hand. C: told by the publisher."
)
_FINE = "No errors: the words can be shown."
_NOT_YET = "No errors; but --strict, for the day of the launch, takes no warning either."
_LIST_TO_COME = "Once no error is left, what must be verified before launch is listed here."


def as_text(report: Report, columns: int, *, strict: bool = False) -> str:
    """A report for people: by file, then what to verify, and a summary in one line.

    Args:
        report: What was found.
        columns: The terminal's width in cells.
        strict: Whether warnings fail the check.
    """
    width = max(_NARROWEST, min(_WIDEST, columns))
    lines: list[str] = []
    words = [finding for finding in report.findings if finding.rule not in OUTSIDE_THE_WORDS]
    for path, findings in groupby(words, key=lambda finding: finding.path):
        lines += [path, *_of_file(list(findings), width), ""]
    if report.has_errors:
        lines += [*wrap(_LIST_TO_COME, width), ""]
    else:
        verdict = _NOT_YET if report.fails(strict=strict) else _FINE
        lines += [*wrap(verdict, width), "", *_to_verify(report, width)]
    return "\n".join([*lines, summary(report)]) + "\n"


def as_json(report: Report, *, strict: bool) -> str:
    """A report for programs. The shape is told in docs/checking.md.

    Args:
        report: What was found.
        strict: Whether warnings fail the check.
    """
    findings = [
        {
            "file": finding.path,
            "line": finding.line,
            "severity": finding.severity,
            "rule": finding.rule,
            "what": finding.what,
            "instead": finding.instead,
            "about": finding.about,
            "mark": finding.mark,
            "source": finding.source,
        }
        for finding in report.findings
    ]
    told = {
        "version": SHAPE,
        "passed": not report.fails(strict=strict),
        "strict": strict,
        "languages": report.languages,
        "files": report.files,
        "counts": report.counts,
        "findings": findings,
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def summary(report: Report) -> str:
    """The report in one line."""
    counts = report.counts
    return (
        f"{_count(counts[Severity.ERROR], 'error')}, {_count(counts[Severity.WARNING], 'warning')} "
        f"and {_count(counts[Severity.NOTE], 'note')} in {_count(report.files, 'file')} "
        f"({', '.join(report.languages)})."
    )


def _of_file(findings: Sequence[Finding], width: int) -> Iterator[str]:
    places = [f"line {finding.line}" if finding.line else "" for finding in findings]
    column = max(map(len, places))
    for place, finding in zip(places, findings, strict=True):
        head = f"  {place:<{column}}  {finding.severity.value:<7}  "
        yield from _hanging(head, finding.what, width)
        if finding.instead:
            yield from _hanging(" " * len(head), finding.instead, width)


def _to_verify(report: Report, width: int) -> Iterator[str]:
    """What somebody has to do away from the screen, each thing once with the places it is at."""
    if not any(finding.rule in OUTSIDE_THE_WORDS for finding in report.findings):
        return
    yield from wrap(_LEAD, width)
    yield ""
    for rule, heading in _HEADINGS.items():
        found = [finding for finding in report.findings if finding.rule is rule]
        if found:
            yield heading
            yield from _things(found, width)
            yield ""


def _things(found: Sequence[Finding], width: int) -> Iterator[str]:
    things: dict[str, list[Finding]] = {}
    for finding in found:
        things.setdefault(finding.about, []).append(finding)
    for about, same in sorted(things.items(), key=lambda thing: _MARKS[thing[1][0].mark]):
        head = f"  {same[0].mark:<2}  "
        yield from _hanging(head, about, width)
        if same[0].source:
            yield from _hanging(" " * len(head), f"Source: {same[0].source}", width)
        places = ", ".join(_place(finding) for finding in same)
        yield from _hanging(" " * len(head), f"In: {places}", width)


def _place(finding: Finding) -> str:
    """A page by the name that `kiosk read` takes; any other file with the line."""
    path = PurePosixPath(finding.path)
    is_page = path.parent.name in ("topics", "pathways")
    return path.stem if is_page else f"{finding.path}, line {finding.line}"


def _hanging(head: str, text: str, width: int) -> list[str]:
    """A text behind a head, its other lines under its first one."""
    return wrap(
        text,
        width,
        initial_indent=head,
        subsequent_indent=" " * len(head),
        break_on_hyphens=False,
    )


def _count(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}"
