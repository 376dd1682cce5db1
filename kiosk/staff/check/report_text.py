"""A report in words, for a librarian at a terminal, and as JSON, for other programs."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import PurePosixPath
from textwrap import wrap

from kiosk.staff.check.report import OUTSIDE_THE_WORDS, Report, Rule, WordsFinding
from kiosk.staff.findings import Severity, counts, hanging, json_text, section

SHAPE = 1
"""The version of the JSON; a change that would break a reader raises it."""
_GRAVE = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
_KEYS = "line severity rule what instead about mark source".split()
"""What the JSON has of each finding besides its file."""
_NARROWEST, _WIDEST = 60, 100
_HEADINGS = {
    Rule.DRAFT: "Drafts that nobody has read through",
    Rule.HELPLINE: "Numbers and places to turn to",
    Rule.FACT: "Facts that pages rest on",
    Rule.REVIEW: "Pages to read again",
}
_MARKS = {"X": 0, "G": 1, "": 2, "C": 3, "C2": 4}
"""What must be settled stands before what was heard at second hand."""
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
    words = [finding for finding in report.findings if finding.rule not in OUTSIDE_THE_WORDS]
    lines = list(by_file(words, width))
    if report.has_errors:
        lines += [*wrap(_LIST_TO_COME, width), ""]
    else:
        verdict = _NOT_YET if report.fails(strict=strict) else _FINE
        lines += [*wrap(verdict, width), "", *_to_verify(report, width)]
    return "\n".join([*lines, summary(report)]) + "\n"


def by_file(findings: Sequence[WordsFinding], width: int) -> Iterator[str]:
    """The lines of what was found, file by file, in the order in which it comes.

    Args:
        findings: What was found.
        width: The longest line, in cells.
    """
    for path, found in groupby(findings, key=lambda finding: finding.path):
        yield from section(path, _with_lines(list(found)), width)


def as_json(report: Report, *, strict: bool) -> str:
    """A report for programs. The shape is described in docs/checking.md.

    Args:
        report: What was found.
        strict: Whether warnings fail the check.
    """
    counted = counts(report.findings)
    facts = {
        "version": SHAPE,
        "passed": not report.fails(strict=strict),
        "strict": strict,
        "languages": report.languages,
        "files": report.files,
        "counts": {severity: counted[severity] for severity in _GRAVE},
    }
    rows = (
        {"file": finding.path, **{key: getattr(finding, key) for key in _KEYS}}
        for finding in report.findings
    )
    return json_text(facts, rows) + "\n"


def summary(report: Report) -> str:
    """The report in one line."""
    counted = counts(report.findings)
    errors, warnings, notes = (_count(counted[severity], severity) for severity in _GRAVE)
    files = _count(report.files, "file")
    return f"{errors}, {warnings} and {notes} in {files} ({', '.join(report.languages)})."


def _with_lines(findings: Sequence[WordsFinding]) -> Iterator[tuple[str, WordsFinding]]:
    lines = [f"line {finding.line}" if finding.line else "" for finding in findings]
    column = max(map(len, lines))
    for line, finding in zip(lines, findings, strict=True):
        yield f"{line:<{column}}  {finding.severity:<7}", finding


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


def _things(found: Sequence[WordsFinding], width: int) -> Iterator[str]:
    things: dict[str, list[WordsFinding]] = {}
    for finding in found:
        things.setdefault(finding.about, []).append(finding)
    for about, same in sorted(things.items(), key=lambda thing: _MARKS[thing[1][0].mark]):
        head = f"  {same[0].mark:<2}  "
        yield from hanging(head, about, width)
        if same[0].source:
            yield from hanging(" " * len(head), f"Source: {same[0].source}", width)
        places = ", ".join(dict.fromkeys(map(_place, same)))
        yield from hanging(" " * len(head), f"In: {places}", width)


def _place(finding: WordsFinding) -> str:
    """A page by the name that `kiosk read` takes; any other file with the line."""
    path = PurePosixPath(finding.path)
    is_page = path.parent.name in ("topics", "pathways", "sequences")
    return path.stem if is_page else f"{finding.path}, line {finding.line}"


def _count(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}"
