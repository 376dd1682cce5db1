"""A language that nobody speaks: it shows which words are not from a catalogue, and what is cut.

The interface's words are the English ones in accents, in brackets and 40 % longer. Everything else
that is said is in one letter of another alphabet. So a plain letter on the screen is a word that
stands in the code, and a bracket without its partner is a word that was cut off.
"""

import re
from collections.abc import Mapping
from math import ceil
from typing import TypeVar, cast

import msgspec
from msgspec import structs

from kiosk.content.model import AudienceDoor, Content
from kiosk.content.word import Plural, Word
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.edition import make_edition
from kiosk.settings import Settings

LONGER = 1.4
_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ACCENTED = "åƀçđéƒĝĥíĵķļɱñóþɋŕšţúṽŵẋýžÅƁÇĐÉƑĜĤÍĴĶĻṀÑÓÞɊŔŠŢÚṼŴẊÝŽ"
_ACCENTS = str.maketrans(_PLAIN, _ACCENTED)
_OTHER_ALPHABET = str.maketrans(_PLAIN, "ж" * 26 + "Ж" * 26)
_GAP = re.compile(r"(\{\w+\})")
_MORE = " ẋẋẋẋ ẋẋ ẋẋẋẋẋ" * 10
_NAMES = frozenset(
    "id audience audiences first_for to next kind style mark sources means words place hours "
    "language".split()
)
"""Fields that say nothing on the screen."""
_Part = TypeVar("_Part")


def pseudo_text(text: str) -> str:
    """A text of a catalogue as it would be in another language; its gaps stay."""
    parts = _GAP.split(text)
    shown = "".join(part if _GAP.fullmatch(part) else part.translate(_ACCENTS) for part in parts)
    longer = ceil(len(text) * LONGER) - len(text) - len("[]")
    return f"[{shown}{_MORE[: max(0, longer)].rstrip()}]"


def pseudo_word(word: Word) -> Word:
    """A word of a catalogue, in all its forms."""
    if isinstance(word, Plural):
        forms = {form: pseudo_text(text) for form, text in word.forms.items()}
        return structs.replace(word, forms=forms)
    return pseudo_text(word)


def pseudo_catalogue(content: Content) -> Catalogue:
    """Every page in that language."""
    words = {key: pseudo_word(word) for key, word in content.words.items()}
    settings = Settings(name="123")
    return Catalogue(make_edition(structs.replace(_said(content), words=words), settings))


def _said(part: _Part, name: str = "") -> _Part:
    """The same with everything that it says in the other alphabet."""
    changed: object = part
    if isinstance(part, Mapping):
        # A key of one character is a sign that is drawn, and explained below the drawing.
        changed = {_said(key) if len(key) == 1 else key: _said(part[key]) for key in part}
    elif name in _NAMES and not _are_doors(part):
        return part
    elif name == "take" and part:
        changed = "https://12.34"
    elif isinstance(part, str):
        changed = part.translate(_OTHER_ALPHABET)
    elif isinstance(part, tuple):
        changed = tuple(map(_said, part))
    elif isinstance(part, msgspec.Struct):
        fields = {field: _said(value, field) for field, value in structs.asdict(part).items()}
        changed = structs.replace(part, **fields)
    return cast("_Part", changed)


def _are_doors(part: object) -> bool:
    return isinstance(part, tuple) and bool(part) and isinstance(part[0], AudienceDoor)
