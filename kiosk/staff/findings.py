"""What `kiosk check` and `kiosk doctor` find: one kit to say it, to count it and to print it."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from textwrap import wrap


class Severity(StrEnum):
    """How grave a finding is."""

    ERROR = "error"
    """It must be mended: the words must not be shown so, the kiosk does not work so."""
    WARNING = "warning"
    """It works for now; it could be better, or must be settled before launch."""
    NOTE = "note"
    """Good to know; nothing fails."""
    OK = "ok"
    """As it should be."""


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    severity: Severity
    what: str
    """What was found, in a sentence."""
    instead: str = ""
    """What to do about it; empty where nothing is to be done, or `what` says it already."""


def tick(what: str) -> Finding:
    """Something that is as it should be."""
    return Finding(Severity.OK, what)


def advice(what: str, instead: str) -> Finding:
    """Something that works, but not as well as it could."""
    return Finding(Severity.WARNING, what, instead)


def fault(what: str, instead: str) -> Finding:
    """Something that keeps the kiosk from working."""
    return Finding(Severity.ERROR, what, instead)


def counts(findings: Iterable[Finding]) -> Counter[Severity]:
    """How many findings there are of each severity; 0 of those that are not among them."""
    return Counter(finding.severity for finding in findings)


def hanging(head: str, text: str, width: int) -> list[str]:
    """A text behind a head, its other lines under its first one.

    A command that could be copied is never broken at a hyphen, nor a long path anywhere.

    Args:
        head: What stands before the text on its first line.
        text: The text.
        width: The cells of a line.
    """
    return wrap(
        text,
        width,
        initial_indent=head,
        subsequent_indent=" " * len(head),
        break_on_hyphens=False,
        break_long_words=False,
    )


def section(
    title: str, findings: Iterable[tuple[str, Finding]], width: int, *, mark: str = ""
) -> Iterator[str]:
    """The lines of a group of findings: its title, then each finding and what to do about it.

    Args:
        title: What the findings have in common, such as a file.
        findings: Each with what stands before it.
        width: The cells of a line.
        mark: What stands before what is to be done.
    """
    yield title
    for before, finding in findings:
        head = f"  {before}  "
        yield from hanging(head, finding.what, width)
        if finding.instead:
            yield from hanging(" " * len(head) + mark, finding.instead, width)
    yield ""


def json_text(facts: Mapping[str, object], findings: Iterable[Mapping[str, object]]) -> str:
    """One object for a program to read: facts about the whole, then a list of findings."""
    return json.dumps({**facts, "findings": list(findings)}, ensure_ascii=False, indent=2)
