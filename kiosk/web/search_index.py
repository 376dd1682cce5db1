"""The words that a search needs, for the page to search in by itself: `page/search.js` does.

They are given nearly as they were written: the page makes the same index of them as `SearchIndex`
does, sooner than a finished one could be loaded. Of the texts of topics it has the places alone,
since the page has them already.
"""

from collections.abc import Callable, Iterable, Mapping
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
from kiosk.content.meanings import SET, Meanings, sets_of, stemmed
from kiosk.content.model import Content, Meaning
from kiosk.content.names import AROUND
from kiosk.content.shorthand import STANDS_FOR
from kiosk.pages.edition import Edition
from kiosk.web.places import place_text

_FIRST = "A"
"""The letter of the first answer."""
_BETWEEN = "|"
"""Stands between two words."""
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
    return {
        "meanings": [_meaning(each) for each in content.meanings if each.means[:1] != SET],
        "sets": sets_of(content.meanings),
        "common": sorted(meanings.common),
        "fillers": sorted(filter(None, meanings.fillers)),
        "around": sorted(AROUND),
        "shorthand": STANDS_FOR,
        "ranked": [_thing(thing, numbers_of) for thing in ranked(content)],
        "guides": {name: _thing(thing) for name, thing in guides(content).items()},
        "urgent": sorted(set(urgent_topics(content))),
        "helplines": [
            _thing(of_helpline(helpline)) | {"firstFor": helpline.first_for}
            for helpline in content.helplines.values()
        ],
        "asked": _asked(Asked(content.asked, {danger.means for danger in content.dangers.kinds})),
        "dangers": _dangers(content, content.dangers),
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


def _thing(thing: Findable, numbers_of: Numbers | None = None) -> dict[str, Any]:
    blocks = _runs(numbers_of(thing.blocks)) if numbers_of and thing.place.kind == "topic" else []
    return _without_blanks(
        name=thing.name,
        place=place_text(thing.place),
        title=thing.title,
        summary=thing.summary,
        keywords=thing.keywords,
        audiences=thing.audiences,
        order=thing.order,
        contact=thing.contact,
        blocks=blocks,
        lines=() if blocks else _lines_of(thing),
    )


def _meaning(meaning: Meaning) -> dict[str, Any]:
    return _without_blanks(
        means=meaning.means,
        words="|".join(filter(None, map(stemmed, meaning.words))),
        audience=meaning.audience,
        weight=None if meaning.weight == 1 else meaning.weight,
        answers=meaning.answered_by,
        elsewhere=meaning.is_elsewhere,
        loose=meaning.is_loose,
    )


def _asked(asked: Asked) -> dict[str, Any]:
    """The words in one string; in another, of each a letter for each answer, and how often.

    One is left out. In two strings, and in order, they pack tightest.
    """
    letters = {answer: chr(ord(_FIRST) + number) for number, answer in enumerate(asked.questions)}
    terms = sorted(asked.terms)
    counts = [
        "".join(f"{letters[answer]}{often if often > 1 else ''}" for answer, often in of.items())
        for of in map(asked.terms.__getitem__, terms)
    ]
    return {
        "first": _FIRST,
        "questions": asked.questions,
        "terms": _BETWEEN.join(terms),
        "counts": _BETWEEN.join(counts),
    }


def _dangers(content: Content, dangers: Dangers) -> dict[str, Any]:
    beside = beside_dangers(content)
    return {
        "unless": dangers.unless,
        "kinds": [
            _thing(of_danger(danger))
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
