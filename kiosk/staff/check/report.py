"""What a check finds, as data: findings, in the order of the files."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How grave a finding is."""

    ERROR = "error"
    """The words must not be shown so."""
    WARNING = "warning"
    """The words can be shown on trial; before launch this must be settled."""
    NOTE = "note"
    """Good to know; nothing fails."""


class Rule(StrEnum):
    """What a finding is about."""

    STRUCTURE = "structure"
    GLYPH = "glyph"
    WORDS = "words"
    SENTENCE = "sentence"
    READING_AGE = "reading-age"
    FACT = "fact"
    HELPLINE = "helpline"
    AGE = "age"
    REVIEW = "review"
    DRAFT = "draft"


OUTSIDE_THE_WORDS = frozenset({Rule.FACT, Rule.HELPLINE, Rule.REVIEW, Rule.DRAFT})
"""What no rewriting settles: somebody has to ring, to ask or to read."""


@dataclass(frozen=True, order=True, kw_only=True)
class Finding:
    """One thing that was found, at one place."""

    path: str
    """The file, from the content folder on."""
    line: int
    """The line, counted from 1; 0 where the whole file is meant."""
    severity: Severity
    rule: Rule
    what: str
    """What is wrong, in a sentence."""
    instead: str = ""
    """What to write or to do instead; empty where `what` says it already."""
    about: str = ""
    """The fact, helpline or date that has to be verified, as a list of such things would name it;
    findings about the same one are one thing to do."""
    mark: str = ""
    """How far that is confirmed: C, C2, G or X."""
    source: str = ""
    """Where its confirmation can be looked for: who published it, and the address."""


@dataclass(frozen=True)
class Report:
    """What one check has found."""

    findings: tuple[Finding, ...]
    files: int
    """How many files were read."""
    languages: tuple[str, ...]
    """The folders that were checked."""

    def of(self, severity: Severity) -> tuple[Finding, ...]:
        """The findings of one severity."""
        return tuple(finding for finding in self.findings if finding.severity is severity)

    @property
    def counts(self) -> dict[Severity, int]:
        """How many findings there are of each severity."""
        counted = Counter(finding.severity for finding in self.findings)
        return {severity: counted[severity] for severity in Severity}

    @property
    def has_errors(self) -> bool:
        """Whether the words must not be shown."""
        return bool(self.of(Severity.ERROR))

    def fails(self, *, strict: bool) -> bool:
        """Whether the words fail the check; the strict one, before launch, takes no warning."""
        return self.has_errors or (strict and bool(self.of(Severity.WARNING)))


def make_report(findings: Iterable[Finding], files: int, languages: Iterable[str]) -> Report:
    """Put a report together: the findings sorted, and none twice."""
    return Report(tuple(sorted(set(findings))), files, tuple(languages))
