"""Whether those whom a page is for can read it: long sentences, and its reading age.

A page for several audiences keeps to the limits for young people where they are one of them: a
young person reads all of such a page, and cannot know which part was meant for somebody else.
What names no audience, such as the start page, is read by everybody, so the same holds there.

The limit holds for each part of a page, from one heading to the next, and for each question and
plan of a pathway: one part that nobody can read is not made good by the easy ones around it.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from typing import NamedTuple

from kiosk.staff.check.passages import Passage
from kiosk.staff.check.reading_age import FEWEST_WORDS, Sentence, grade_of, sentences_of
from kiosk.staff.check.report import Rule, WordsFinding, mistake
from kiosk.staff.check.syllables import syllables_of
from kiosk.staff.findings import Severity

_HARDEST = 3
"""How many sentences are named that make a page hard."""
_LONGEST = 5
"""How many of their words are named."""


class Limits(NamedTuple):
    """What a page may ask of its readers."""

    readers: str
    grade: float
    """Years at school."""
    words: int
    """In one sentence."""


YOUNG = Limits("young people", grade=6, words=20)
ADULT = Limits("adults", grade=8, words=25)
"""GOV.UK takes 25 words for the longest sentence that most people can follow."""


def hard_to_read(passages: Sequence[Passage]) -> Iterator[WordsFinding]:
    """What is hard to read in one file.

    Args:
        passages: All passages of the file, in English.
    """
    if not passages:
        return
    limits = YOUNG if any("young people" in passage.audiences for passage in passages) else ADULT
    for passage in passages:
        yield from _long_sentences(passage, limits)
    parts = _parts(passages)
    too_hard = [part for part in parts if _is_too_hard(part, limits)]
    whole = list(chain.from_iterable(parts))
    if not too_hard and _is_too_hard(whole, limits):
        too_hard = [whole]
    yield from (_too_hard(part, limits) for part in too_hard)


def _parts(passages: Sequence[Passage]) -> list[list[Sentence]]:
    """The sentences of each part of a page, from one heading or label to the next."""
    return [
        list(chain.from_iterable(map(sentences_of, part)))
        for is_running, part in groupby(passages, key=lambda passage: passage.is_running)
        if is_running
    ]


def _is_too_hard(sentences: Sequence[Sentence], limits: Limits) -> bool:
    is_long_enough = sum(len(sentence.words) for sentence in sentences) >= FEWEST_WORDS
    return is_long_enough and grade_of(sentences) > limits.grade


def _long_sentences(passage: Passage, limits: Limits) -> Iterator[WordsFinding]:
    for sentence in sentences_of(passage):
        count = len(sentence.words)
        if count > limits.words:
            yield WordsFinding(
                path=sentence.path,
                line=sentence.line,
                severity=Severity.WARNING,
                rule=Rule.SENTENCE,
                what=f'This sentence has {count} words: "{_beginning(sentence)}" '
                f"For {limits.readers}, {limits.words} are the most.",
                instead="Make two sentences of it, or a list.",
            )


def _too_hard(sentences: Sequence[Sentence], limits: Limits) -> WordsFinding:
    hardest = sorted(sentences, key=lambda sentence: -sentence.grade)[:_HARDEST]
    lines = ", ".join(str(line) for line in sorted({sentence.line for sentence in hardest}))
    words = {word.lower() for sentence in hardest for word in sentence.words}
    longest = sorted(words, key=lambda word: (-syllables_of(word), word))[:_LONGEST]
    return mistake(
        (sentences[0].path, sentences[0].line),
        Rule.READING_AGE,
        f"From here on, it takes {grade_of(sentences):.1f} years at school to read this; "
        f"for {limits.readers}, {limits.grade:.0f} are the most.",
        f"Make two sentences of each of the hardest (lines {lines}), and find shorter "
        f"words, for example for: {', '.join(longest)}.",
    )


def _beginning(sentence: Sentence) -> str:
    words = sentence.text.split()
    return " ".join(words[:6]) + " ..."
