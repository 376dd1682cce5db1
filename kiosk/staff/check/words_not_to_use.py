"""The words not to use, which staff keep as data: `words-not-to-use.yaml` of a language.

Some words are right only in company: a tool for adults only beside the age in the picture, "block
them" only after "write down". Company is looked for in the same part of a page, from heading to
heading, or in the same question or plan of a pathway. What must come before may stand further up
on a page that is read from its top; a plan is read alone.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Annotated

import msgspec

from kiosk.content.faults import FaultList
from kiosk.content.header import Audiences, Text
from kiosk.content.records import read_records
from kiosk.staff.check.passages import Passage
from kiosk.staff.check.report import Rule, WordsFinding, mistake

FILE = "words-not-to-use.yaml"


class _Entry(msgspec.Struct, frozen=True, kw_only=True):
    """Words that must not stand on a page, as they are written."""

    words: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]
    why: Text
    instead: Text
    names: tuple[Text, ...] = msgspec.field(name="except", default=())
    audiences: Audiences | None = msgspec.field(name="for", default=None)
    beside: tuple[Text, ...] = ()
    after: tuple[Text, ...] = ()


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
    beside: re.Pattern[str] | None
    """Words in the same part of the page that make these words right."""
    after: re.Pattern[str] | None
    """Words further up on the page that make these words right."""


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
            beside=_pattern(entry.beside) if entry.beside else None,
            after=_pattern(entry.after) if entry.after else None,
        )
        for _, entry in read_records(text, _Entry, faults)
    ]


def words_found(
    passages: Sequence[Passage], forbidden: Iterable[WordsNotToUse]
) -> Iterator[WordsFinding]:
    """The words of a file that must not stand there.

    Args:
        passages: All passages of the file, in their order.
        forbidden: The words not to use.
    """
    for entry in forbidden:
        if entry.beside or entry.after:
            for part in _read_together(passages, entry):
                yield from _first_alone(part, entry)
        else:
            for passage in passages:
                yield from _found_in(passage, entry)


def _read_together(
    passages: Sequence[Passage], entry: WordsNotToUse
) -> Iterable[Sequence[Passage]]:
    """Where the company that an entry's words need may stand: on the page, or in a part of it."""
    is_one_page = passages[:1] and passages[0].path.endswith(".md")
    return [passages] if entry.after and is_one_page else _parts(passages)


def _parts(passages: Sequence[Passage]) -> Iterator[Sequence[Passage]]:
    """The parts of a page: headings or labels, and the text that follows them."""
    part: list[Passage] = []
    for is_running, group in groupby(passages, key=lambda passage: passage.is_running):
        part += group
        if is_running:
            yield part
            part = []
    if part:
        yield part


def _first_alone(part: Sequence[Passage], entry: WordsNotToUse) -> Iterator[WordsFinding]:
    """The first place in a part where the words stand without the company that they need."""
    if entry.beside and any(entry.beside.search(passage.text) for passage in part):
        return
    for passage in part:
        company = entry.after.search(passage.text) if entry.after else None
        before = passage.text[: company.start()] if company else passage.text
        found = next(_found_in(replace(passage, text=before), entry), None)
        if found:
            yield found
        if found or company:
            return


def _found_in(passage: Passage, entry: WordsNotToUse) -> Iterator[WordsFinding]:
    if entry.audiences and not set(entry.audiences) & passage.audiences:
        return
    names = entry.names.finditer(passage.text) if entry.names else ()
    allowed = [match.span() for match in names]
    for match in entry.pattern.finditer(passage.text):
        if not _is_within(match.span(), allowed):
            words = " ".join(match[0].split())
            yield mistake(
                passage.place_at(match.start()),
                Rule.WORDS,
                f"The words '{words}' are not to be used. {entry.why}",
                entry.instead,
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
