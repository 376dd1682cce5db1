"""The words not to use, which staff keep as data: `words-not-to-use.yaml` of a language."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

import msgspec

from kiosk.content.faults import FaultList
from kiosk.content.model import Audiences, Text
from kiosk.content.records import read_records
from kiosk.staff.check.passages import Passage
from kiosk.staff.check.report import Finding, Rule, Severity

FILE = "words-not-to-use.yaml"


class _Entry(msgspec.Struct, frozen=True, kw_only=True):
    """Words that must not stand on a page, as they are written."""

    words: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]
    why: Text
    instead: Text
    names: tuple[Text, ...] = msgspec.field(name="except", default=())
    audiences: Audiences | None = msgspec.field(name="for", default=None)


@dataclass(frozen=True)
class WordsNotToUse:
    """One entry, ready to be looked for."""

    pattern: re.Pattern[str]
    names: re.Pattern[str] | None
    """Names in which the words may stand."""
    why: str
    instead: str
    audiences: tuple[str, ...] | None
    """Whose pages are meant; None for all."""


def read_words_not_to_use(text: str, faults: FaultList) -> list[WordsNotToUse]:
    """Read the file.

    Args:
        text: The file's text.
        faults: Takes the faults.
    """
    return [
        WordsNotToUse(
            pattern=_pattern(entry.words),
            names=_pattern(entry.names) if entry.names else None,
            why=entry.why,
            instead=entry.instead,
            audiences=entry.audiences,
        )
        for _, entry in read_records(text, _Entry, faults)
    ]


def words_found(passage: Passage, forbidden: Iterable[WordsNotToUse]) -> Iterator[Finding]:
    """The words of a passage that must not stand there."""
    for entry in forbidden:
        if entry.audiences and not set(entry.audiences) & passage.audiences:
            continue
        allowed = (
            [match.span() for match in entry.names.finditer(passage.text)] if entry.names else []
        )
        for match in entry.pattern.finditer(passage.text):
            found = " ".join(match[0].split())
            if not _is_within(match.span(), allowed):
                yield Finding(
                    path=passage.path,
                    line=passage.line_at(match.start()),
                    severity=Severity.ERROR,
                    rule=Rule.WORDS,
                    what=f"The words '{found}' are not to be used. {entry.why}",
                    instead=entry.instead,
                )


def _pattern(phrases: Sequence[str]) -> re.Pattern[str]:
    """Any of the phrases as whole words, over the end of a line too, however quotes are written."""
    either = "|".join(
        r"\s+".join(
            re.escape(word).replace(r"\*", r"\w*").replace("'", "['’]") for word in phrase.split()
        )
        for phrase in phrases
    )
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def _is_within(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)
