"""Words marked with the language they stand in: a translation shows the English where it has none.

The marks are characters that nobody writes (of Unicode's private use), so that they stay with the
words through all that pages make of them. In the end they become elements that tell the language: a
voice then reads English as English, and it runs from the left. What is HTML has them already; for
words that the page sets by itself, `page/language_marks.js` does the same.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import starmap, zip_longest
from typing import TypeVar

import msgspec
from msgspec import structs

from kiosk.content.blocks import Heading, Items, Paragraph, Span
from kiosk.content.danger import Danger, Dangers
from kiosk.content.model import AudienceDoor, Content, Door, Doors, Group, Helpline, Topic
from kiosk.content.pathway import Pathway
from kiosk.content.piece import Quiz, Sequence, Travels
from kiosk.content.plural import text_direction
from kiosk.content.word import Plural
from kiosk.pages.edition import Edition

_ENGLISH, _OWN, _END = _MARKS = "\ue000\ue001\ue002"
"""What stands before words in English, before those in the page's own language, and behind both."""
_NAME = ("title", "summary")
_SHOWN: Mapping[type, tuple[str, ...]] = {
    Content: (
        *("topics", "pathways", "sequences", "travels", "quiz"),
        *("helplines", "doors", "words", "dangers"),
    ),
    **dict.fromkeys((Topic, Pathway, Sequence, Travels, Quiz, Group), _NAME),
    Helpline: ("name", "short", "serves", "cost", "note", "quiet", "text", "languages"),
    Doors: ("urgent", "about", "audiences"),
    Door: ("label", "summary"),
    AudienceDoor: ("label", *_NAME, "groups"),
    Plural: ("forms",),
    Dangers: ("always", "kinds"),
    Danger: ("show",),
    **dict.fromkeys((Paragraph, Heading), ("spans",)),
    Items: ("items",),
    Span: ("text",),
}
"""What is shown on other pages than its own; of a page that is not translated, all is English."""
_Record = TypeVar("_Record", bound=msgspec.Struct)
_KEYS = "key."
"""With this begin the words for what stands on keys, which pages take apart."""


def marked(edition: Edition, english: Edition) -> Edition:
    """An edition, of which the words are marked; of the English one, none is."""
    if edition.content.language == english.content.language:
        return edition
    return replace(edition, content=_record(edition.content, english.content))


def unmarked(text: str) -> str:
    """Words as they are shown where none can be marked."""
    return re.sub(f"[{_MARKS}]", "", text)


def told(html: str, language: str, *, on_english_page: bool = False) -> str:
    """HTML that tells the language of what is not in that of its page, in place of the marks.

    Args:
        html: What is marked.
        language: The code of the page's own language.
        on_english_page: Whether the page itself says that it is in English.
    """
    tags = {
        _ENGLISH: '<span lang="en" dir="ltr">',
        _OWN: f'<span lang="{language}" dir="{text_direction(language)}">',
    }
    around = [_ENGLISH if on_english_page else _OWN]

    def tag(found: re.Match[str]) -> str:
        if found[0] == _END:
            return "" if around.pop() == around[-1] else "</span>"
        around.append(found[0])
        return "" if found[0] == around[-2] else tags[found[0]]

    return re.sub(f"[{_MARKS}]", tag, html)


def found_in_english(edition: Edition) -> dict[str, list[str]]:
    """Ids of what a search in a marked edition finds: with an English title, or an English text."""
    content = edition.content
    lines = content.helplines.values()
    named = (each.id for each in lines if each.name.startswith(_ENGLISH))
    told = (each.id for each in lines if each.serves.startswith(_ENGLISH))
    untranslated = sorted(content.untranslated)
    return {"titles": [*untranslated, *named], "texts": [*untranslated, *told]}


def _record(said: _Record, original: object) -> _Record:
    shown = _SHOWN.get(type(said), ())
    return structs.replace(
        said,
        **{name: _marked(getattr(said, name), getattr(original, name, None)) for name in shown},
    )


def _marked(said: object, original: object) -> object:
    """What is said, marked by whether it is as in English."""
    match said, original:
        case str(), _:
            has_letters = any(map(str.isalpha, said))
            language = _ENGLISH if said == original else _OWN
            return f"{language}{said}{_END}" if has_letters else said
        case tuple(), tuple():
            return tuple(starmap(_marked, zip_longest(said, original[: len(said)])))
        case Mapping(), Mapping():
            return {
                name: each if name.startswith(_KEYS) else _marked(each, original.get(name))
                for name, each in said.items()
            }
        case msgspec.Struct(), _:
            return _record(said, original)
    return said
