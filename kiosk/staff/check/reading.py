"""Whether those whom a page is for can read it: long sentences, and its reading age.

A page for several audiences keeps to the limits for young people where they are one of them: a
young person reads all of such a page, and cannot know which part was meant for somebody else.
What names no audience, such as the start page, is read by everybody, so the same holds there.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kiosk.staff.check.passages import Passage
from kiosk.staff.check.reading_age import FEWEST_WORDS, Sentence, grade_of, sentences_of
from kiosk.staff.check.report import Finding, Rule, Severity
from kiosk.staff.check.syllables import syllables_of

_HARDEST = 3
"""How many sentences are named that make a page hard."""
_LONG_WORD = 3
"""Syllables from which a word is worth replacing."""


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


def hard_to_read(passages: Sequence[Passage]) -> Iterator[Finding]:
    """What is hard to read in one file.

    Args:
        passages: All passages of the file, in English.
    """
    if not passages:
        return
    limits = YOUNG if any("young people" in passage.audiences for passage in passages) else ADULT
    for passage in passages:
        yield from _long_sentences(passage, limits)
    running = [
        sentence for passage in passages if passage.is_running for sentence in sentences_of(passage)
    ]
    if sum(len(sentence.words) for sentence in running) >= FEWEST_WORDS:
        grade = grade_of(running)
        if grade > limits.grade:
            yield _too_hard(running, grade, limits)


def _long_sentences(passage: Passage, limits: Limits) -> Iterator[Finding]:
    for sentence in sentences_of(passage):
        count = len(sentence.words)
        if count > limits.words:
            yield Finding(
                path=sentence.path,
                line=sentence.line,
                severity=Severity.WARNING,
                rule=Rule.SENTENCE,
                what=f'This sentence has {count} words: "{_beginning(sentence)}" '
                f"For {limits.readers}, {limits.words} are the most.",
                instead="Make two sentences of it, or a list.",
            )


def _too_hard(sentences: Sequence[Sentence], grade: float, limits: Limits) -> Finding:
    hardest = sorted(sentences, key=lambda sentence: -sentence.grade)[:_HARDEST]
    lines = ", ".join(str(line) for line in sorted({sentence.line for sentence in hardest}))
    long = {
        word.lower(): None
        for sentence in hardest
        for word in sentence.words
        if syllables_of(word) >= _LONG_WORD
    }
    words = f", and find shorter words for: {', '.join(long)}" if long else ""
    return Finding(
        path=hardest[0].path,
        line=hardest[0].line,
        severity=Severity.ERROR,
        rule=Rule.READING_AGE,
        what=f"This page takes {grade:.1f} years at school to read; for {limits.readers}, "
        f"{limits.grade:.0f} are the most.",
        instead=f"Begin with the hardest sentences (lines {lines}): make two of each{words}.",
    )


def _beginning(sentence: Sentence) -> str:
    words = sentence.text.split()
    return " ".join(words[:6]) + " ..."
