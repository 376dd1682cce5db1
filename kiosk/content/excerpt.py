"""The sentence of a page in which the words of a search stand, short enough for one line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.content.blocks import text_of
from kiosk.content.findable import Findable
from kiosk.content.folding import Stems, places_of_words
from kiosk.content.meanings import Meanings
from kiosk.content.tuning import LONGEST, MOST_CHARACTERS, WORTH_A_MEANING, WORTH_A_WORD

CUT = "..."
_SENTENCE_END = re.compile(r"(?<=[.?!])[\"'\N{RIGHT DOUBLE QUOTATION MARK}]?\s+|\n+")


@dataclass(frozen=True)
class Excerpt:
    """A sentence, cut to one line, and where in it the words of the search stand."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()
    """First character and the one after the last, of each marked word, in order."""

    @property
    def words(self) -> tuple[str, ...]:
        """The marked words."""
        return tuple(self.text[start:end] for start, end in self.marks)

    def parts(self) -> Iterator[tuple[str, bool]]:
        """The text in pieces, and whether each is marked."""
        at = 0
        for start, end in self.marks:
            if start > at:
                yield self.text[at:start], False
            yield self.text[start:end], True
            at = end
        if at < len(self.text):
            yield self.text[at:], False


@dataclass(frozen=True)
class _Sentence:
    """A sentence and what of the search stands in it."""

    text: str
    marks: tuple[tuple[int, int], ...]
    worth: int


def excerpt(
    thing: Findable, stems: frozenset[str], wanted: frozenset[str], meanings: Meanings
) -> Excerpt:
    """The sentence in which most of the words stand; the summary where none does.

    Args:
        thing: What was found.
        stems: The words that were searched for, as stems.
        wanted: The meanings that were searched for.
        meanings: Finds meanings.
    """
    known = Stems()  # of this page alone: most of its words stand in many of its sentences
    best = _look(thing.summary, stems, wanted, meanings, known)
    for sentence in _sentences(thing):
        found = _look(sentence, stems, wanted, meanings, known)
        if found.worth > best.worth:
            best = found
    return _cut(best)


def _sentences(thing: Findable) -> Iterator[str]:
    room = MOST_CHARACTERS
    for block in thing.blocks:
        if room <= 0:
            return
        text = text_of(block)[:room].replace("\N{NO-BREAK SPACE}", " ")
        room -= len(text)
        yield from filter(None, map(str.strip, _SENTENCE_END.split(text)))


def _look(
    sentence: str,
    stems: frozenset[str],
    wanted: frozenset[str],
    meanings: Meanings,
    known: Stems,
) -> _Sentence:
    places = list(places_of_words(sentence))
    roots = [known[sentence[start:end]] for start, end in places]
    exact = {at for at, root in enumerate(roots) if root in stems}
    marked, seen = set(exact), set()
    for name, start, end in meanings.found_in(roots, wanted):
        seen.add(name)
        marked.update(range(start, end))
    worth = WORTH_A_WORD * len({roots[at] for at in exact}) + WORTH_A_MEANING * len(seen)
    return _Sentence(sentence, tuple(places[at] for at in sorted(marked)), worth)


def _cut(sentence: _Sentence) -> Excerpt:
    """As much of the sentence as fits in a line, with as many marks as can be."""
    text, marks = sentence.text, sentence.marks
    if len(text) <= LONGEST:
        return Excerpt(text, marks)
    room = LONGEST - 2 * len(CUT)
    firsts = [0, *(start for start, _ in marks)]
    first = max(firsts, key=lambda at: (sum(at <= s and e <= at + room for s, e in marks), -at))
    first = text.rfind(" ", 0, max(0, min(first, len(text) - room)) + 1) + 1
    last = len(text) if len(text) - first <= room else text.rfind(" ", first, first + room + 1)
    last = last if last > first else first + room
    lead = CUT if first else ""
    shown = tuple(
        (start - first + len(lead), end - first + len(lead))
        for start, end in marks
        if first <= start and end <= last
    )
    return Excerpt(lead + text[first:last] + (CUT if last < len(text) else ""), shown)
