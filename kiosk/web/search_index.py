"""The words that a search needs, for the page to search in by itself: `page/search.js` does.

They are given nearly as they were written, keywords and meanings as their stems: the page makes the
same index of them as `SearchIndex` does, sooner than a finished one could be loaded. Of the texts
of topics it has the places alone, since the page has them already. What is long is written so that
it packs well: a phone in a slow network waits for it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from kiosk.content import tuning
from kiosk.content.asked import Asked
from kiosk.content.blocks import Block, Heading, text_of
from kiosk.content.danger import Dangers
from kiosk.content.findable import (
    Findable,
    beside_dangers,
    guides,
    of_danger,
    of_helpline,
    ranked,
    urgent_topics,
)
from kiosk.content.folding import Stems
from kiosk.content.meanings import SET, Meanings, sets_of, stemmed
from kiosk.content.model import Content, Meaning
from kiosk.content.names import AROUND
from kiosk.content.shorthand import STANDS_FOR
from kiosk.pages.edition import Edition
from kiosk.web.places import place_text

_NEXT = "A"
"""The letter of the answer that follows the one before; the others count on from it."""
_MOST_SHARED = 9
"""So many letters at most does a word share with the one before: one digit tells how many."""
_Way = tuple[frozenset[str], ...]
"""A way to say something, as in `meanings.py`."""
Numbers = Callable[[Iterable[Block]], Iterable[int | str]]


def compiled(edition: Edition, numbers_of: Numbers) -> Mapping[str, Any]:
    """What can be searched in one language, as data for JSON.

    Args:
        edition: The words in that language.
        numbers_of: From blocks to the numbers of the pieces of HTML in which the page has them; for
            one that it has not, the piece itself.
    """
    content = edition.content
    meanings = Meanings(content.meanings)
    roots = Stems()
    return {
        "meanings": [_meaning(each, roots) for each in content.meanings if each.means[:1] != SET],
        "sets": sets_of(content.meanings, roots),
        "common": sorted(meanings.common),
        "fillers": sorted(filter(None, meanings.fillers)),
        "around": sorted(AROUND),
        "shorthand": STANDS_FOR,
        "ranked": [_thing(thing, roots, numbers_of) for thing in ranked(content)],
        "guides": {name: _thing(thing, roots) for name, thing in guides(content).items()},
        "urgent": sorted(set(urgent_topics(content))),
        "helplines": [
            _thing(of_helpline(helpline), roots) | {"firstFor": helpline.first_for}
            for helpline in content.helplines.values()
        ],
        "asked": _asked(Asked(content.asked, {danger.means for danger in content.dangers.kinds})),
        "dangers": _dangers(content, content.dangers, roots),
        "weights": {name: value for name, value in vars(tuning).items() if name.isupper()},
    }


def _lines_of(thing: Findable) -> list[tuple[str, bool]]:
    """The lines of a page's text, and of each whether it is a heading."""
    return [
        (line, isinstance(block, Heading))
        for block in thing.blocks
        for line in text_of(block).split("\n")
    ]


def _runs(pieces: Iterable[int | str]) -> list[list[int] | str]:
    """Numbers that mostly follow one another: of each run the first one, and how many there are."""
    runs: list[list[int] | str] = []
    for piece in pieces:
        last = runs[-1] if runs else ""
        if isinstance(piece, str):
            runs.append(piece)
        elif isinstance(last, list) and piece == sum(last):
            last[1] += 1
        else:
            runs.append([piece, 1])
    return runs


def _thing(thing: Findable, roots: Stems, numbers_of: Numbers | None = None) -> dict[str, Any]:
    blocks = _runs(numbers_of(thing.blocks)) if numbers_of and thing.place.kind == "topic" else []
    return _without_blanks(
        name=thing.name,
        place=place_text(thing.place),
        title=thing.title,
        summary=thing.summary,
        keywords="|".join(filter(None, (" ".join(roots.of(each)) for each in thing.keywords))),
        audiences=thing.audiences,
        order=thing.order,
        contact=thing.contact,
        blocks=blocks,
        lines=() if blocks else _lines_of(thing),
    )


def _meaning(meaning: Meaning, roots: Stems) -> dict[str, Any]:
    return _without_blanks(
        means=meaning.means,
        words="|".join(_merged(filter(None, (stemmed(each, roots) for each in meaning.words)))),
        audience=meaning.audience,
        weight=None if meaning.weight == 1 else meaning.weight,
        answers=meaning.answered_by,
        elsewhere=meaning.is_elsewhere,
        loose=meaning.is_loose,
    )


def _merged(ways: Iterable[str]) -> list[str]:
    """Ways to say something; those that differ in one word as one: `will post/send it`.

    What is said twice stays so, since it counts twice, and a set of words stands alone.
    """
    found = [tuple(frozenset(word.split("/")) for word in way.split()) for way in ways]
    for at in range(max(map(len, found), default=0)):
        alone = [way for way in found if len(way) <= at or min(way[at])[:1] == SET]
        alike: dict[tuple[_Way, _Way], list[frozenset[str]]] = defaultdict(list)
        for way in found:
            if way not in alone:
                alike[way[:at], way[at + 1 :]].append(way[at])
        found = alone + [
            (*before, word, *after)
            for (before, after), words in alike.items()
            for word in _joined(words)
        ]
    return sorted(" ".join("/".join(sorted(word)) for word in way) for way in found)


def _joined(words: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """Sets of words put together, as far as they have no word in common."""
    found: list[frozenset[str]] = []
    for word in words:
        at = next((at for at, other in enumerate(found) if word.isdisjoint(other)), len(found))
        found[at : at + 1] = [word.union(*found[at : at + 1])]
    return found


def _asked(asked: Asked) -> dict[str, Any]:
    """Words, and how often each was asked with; in two columns.

    A word has a digit for the letters that it shares with the one before, and then the others. How
    often it stands in the questions for an answer is a letter for the answer, counted on from the
    one before, those of most words first; and how many questions, if not one (`_size`).
    """
    having = Counter(chain.from_iterable(asked.words.values()))
    answers = sorted(asked.questions, key=lambda answer: -having[answer])
    numbers = {answer: number for number, answer in enumerate(answers)}
    words = sorted(asked.words)
    return {
        "next": _NEXT,
        "questions": {answer: asked.questions[answer] for answer in answers},
        "words": "\n".join(_shortened(words)),
        "counts": "\n".join(
            _counts({numbers[answer]: often for answer, often in asked.words[word].items()})
            for word in words
        ),
    }


def _shortened(words: Iterable[str]) -> Iterator[str]:
    before = ""
    for word in words:
        shared = max(end for end in range(_MOST_SHARED + 1) if word[:end] == before[:end])
        yield f"{shared}{word[shared:]}"
        before = word


def _counts(often: Mapping[int, int]) -> str:
    found, following = [], 0
    for number in sorted(often):
        found.append(f"{chr(ord(_NEXT) + number - following)}{_size(often[number])}")
        following = number + 1
    return "".join(found)


def _size(often: int) -> str:
    """The logarithm of a power of two, and nothing for 1."""
    return str(often.bit_length() - 1) if often > 1 else ""


def _dangers(content: Content, dangers: Dangers, roots: Stems) -> dict[str, Any]:
    beside = beside_dangers(content)
    return {
        "unless": dangers.unless,
        "kinds": [
            _thing(of_danger(danger), roots)
            | {
                "means": danger.means,
                "alone": danger.is_alone,
                "beside": sorted(beside[danger.place]),
            }
            for danger in dangers.kinds
        ],
    }


def _without_blanks(**fields: object) -> dict[str, Any]:
    """Fields that say something; a number always does."""
    return {name: value for name, value in fields.items() if value or type(value) in (int, float)}
