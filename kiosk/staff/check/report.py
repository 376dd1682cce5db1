"""What a check finds, as data: findings in the order of the files."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter

from kiosk.staff.findings import Finding, Severity, counts


class Rule(StrEnum):
    """What a finding is about."""

    STRUCTURE = "structure"
    UNREAD = "unread"
    GLYPH = "glyph"
    MARKS = "marks"
    UNFINISHED = "unfinished"
    WORDS = "words"
    SENTENCE = "sentence"
    READING_AGE = "reading-age"
    FACT = "fact"
    NUMBER = "number"
    HELPLINE = "helpline"
    AGE = "age"
    REVIEW = "review"
    DRAFT = "draft"
    ROOM = "room"


OUTSIDE_THE_WORDS = frozenset({Rule.FACT, Rule.HELPLINE, Rule.REVIEW, Rule.DRAFT})
"""What no rewriting settles: somebody has to ring, to ask or to read."""


@dataclass(frozen=True, kw_only=True)
class WordsFinding(Finding):
    """One thing that was found in the words, at one place."""

    path: str
    """The file, from the content folder on."""
    line: int
    """The line, counted from 1; 0 where the whole file is meant."""
    rule: Rule
    about: str = ""
    """The fact, helpline or date that has to be verified, as a list of such things would name it;
    findings about the same one are one thing to do."""
    mark: str = ""
    """How far that is confirmed: C, C2, G or X."""
    source: str = ""
    """Where its confirmation can be looked for: who published it, and the address."""


def mistake(at: tuple[str, int], rule: Rule, what: str, instead: str) -> WordsFinding:
    """What has to be mended before visitors see the words.

    Args:
        at: The file, and the line in it.
        rule: What it is about.
        what: What was found, in a sentence.
        instead: What to do about it.
    """
    path, line = at
    return WordsFinding(Severity.ERROR, what, instead, path=path, line=line, rule=rule)


@dataclass(frozen=True)
class Report:
    """What one check has found."""

    findings: tuple[WordsFinding, ...]
    files: int
    """How many files were read."""
    languages: tuple[str, ...]
    """The folders that were checked."""

    @property
    def has_errors(self) -> bool:
        """Whether the words must not be shown."""
        return Severity.ERROR in counts(self.findings)

    def fails(self, *, strict: bool) -> bool:
        """Whether the words fail the check; the strict one, before launch, takes no warning."""
        return self.has_errors or (strict and Severity.WARNING in counts(self.findings))


def make_report(findings: Iterable[WordsFinding], files: int, languages: Iterable[str]) -> Report:
    """Put a report together: the findings sorted, and none twice."""
    order = attrgetter("path", "line", "severity", "rule", "what")
    return Report(tuple(sorted(dict.fromkeys(findings), key=order)), files, tuple(languages))
