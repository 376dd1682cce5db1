"""How hard a text is to read: its sentences, and its grade after Flesch and Kincaid.

The formula was made for running prose, and is fair to these pages only with some care:

- An item of a list is a sentence, with or without a full stop; so is a quotation after a colon.
- What has one or two words ("No.", "Say:") is read at a glance and is not counted.
- Numbers and addresses are left out: the formula would take 01234 5678 for two short words.
- A name counts one syllable, since it is known by sight or not at all, and cannot be replaced.
  A name is a word with a capital letter that does not begin a sentence, and every word that is
  all capitals.
- Titles, headings and labels are left out; they would make a page seem easier than it is.

Source: Kincaid, Fishburne, Rogers and Chissom, Derivation of new readability formulas for Navy
enlisted personnel, 1975: 0.39 words a sentence + 11.8 syllables a word - 15.59.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kiosk.staff.check.passages import Passage
from kiosk.staff.check.syllables import syllables_of

FEWEST_WORDS = 30
"""A shorter text has no grade: one long word would decide it."""
_GLANCE = 2
"""Words that are read at a glance."""
_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|(?<=[:;])\s+(?=[\"“])")
_WORD = re.compile(r"\S+")
_NO_WORD = re.compile(r"[\d@/]|\w\.\w")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True)
class Sentence:
    """A sentence, and where it stands."""

    text: str
    path: str
    line: int
    words: tuple[str, ...]
    """Its words, without numbers and addresses."""
    syllables: int

    @property
    def grade(self) -> float:
        """The grade of this sentence alone; good for comparing sentences, not for a verdict."""
        return grade_of([self])


def sentences_of(passage: Passage) -> Iterator[Sentence]:
    """The sentences of a passage that are longer than a glance."""
    start = 0
    ends = [(match.start(), match.end()) for match in _END.finditer(passage.text)]
    for end, following in [*ends, (len(passage.text), 0)]:
        text = passage.text[start:end]
        words = [
            found[0]
            for part in _WORD.findall(text)
            if not _NO_WORD.search(part)
            for found in _LETTERS.finditer(part)
        ]
        if len(words) > _GLANCE:
            _, line = passage.place_at(start)
            syllables = sum(
                1 if _is_name(word, is_first=not place) else syllables_of(word)
                for place, word in enumerate(words)
            )
            yield Sentence(" ".join(text.split()), passage.path, line, tuple(words), syllables)
        start = following


def grade_of(sentences: Iterable[Sentence]) -> float:
    """The grade of a text: the years at school that it takes to read it.

    Args:
        sentences: At least one.
    """
    read = list(sentences)
    words = sum(len(sentence.words) for sentence in read)
    syllables = sum(sentence.syllables for sentence in read)
    return 0.39 * words / len(read) + 11.8 * syllables / words - 15.59


def _is_name(word: str, *, is_first: bool) -> bool:
    return word.isupper() or (word[0].isupper() and not is_first)
