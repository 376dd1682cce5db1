"""Words as a search compares them: without capitals, accents, endings and drawn-out letters."""

import re
import unicodedata
from collections.abc import Iterator

_MARKS = "".join(
    chr(code)
    for code in (*range(0x300, 0x1E00), *range(0x20D0, 0x2100), *range(0xA660, 0xAC00))
    if unicodedata.category(chr(code)).startswith("M")
)
"""Signs on the letter before them, as vowels are in Hindi: to `re` they are no letters."""
_PART = rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*"
_WORD = re.compile(rf"{_PART}(?:['\N{{RIGHT SINGLE QUOTATION MARK}}]{_PART})*")
_APOSTROPHES = str.maketrans("", "", "'\N{RIGHT SINGLE QUOTATION MARK}")
_ACCENTS = re.compile(r"[\u0300-\u036f]")
"""Accents as characters of their own, as in the decomposed form of Unicode."""
_STROKES = str.maketrans("łøđħ", "lodh")
"""Letters with a stroke, which Unicode does not take apart, and British keyboards do not have."""
_DRAWN_OUT = re.compile(r"(.)\1{2,}")
_VOWELS = frozenset("aeiouy")
_SOUNDS = (
    (re.compile(r"(?:[ts]ion|shun|cian)"), "0n"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"gh(?![aeiou])"), ""),
    (re.compile(r"c(?=[eiy])|z"), "s"),
    (re.compile(r"ck|c|q"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"(?<=.)[aeiouyhw]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""Letters that are heard alike in English, one after the other."""


def places_of_words(text: str) -> Iterator[tuple[int, int]]:
    """Where each word of a text begins and ends."""
    return (match.span() for match in _WORD.finditer(text))


def folded_words(text: str) -> list[str]:
    """The words of a text, folded."""
    return [fold(word) for word in _WORD.findall(text)]


class Stems(dict[str, str]):
    """Words as they stand in a text, to their stems: each is worked out once."""

    def __missing__(self, word: str) -> str:
        """Work a word out."""
        self[word] = root = stem(fold(word))
        return root

    def of(self, text: str) -> list[str]:
        """The stems of a text's words."""
        return [self[word] for word in _WORD.findall(text)]


def fold(word: str) -> str:
    """A word in small letters, without apostrophes, accents, strokes and drawn-out letters."""
    folded = word.casefold()
    if not folded.isascii():
        folded = _ACCENTS.sub("", unicodedata.normalize("NFKD", folded)).translate(_STROKES)
    if not folded.isalnum():
        folded = folded.translate(_APOSTROPHES)
    return _DRAWN_OUT.sub(r"\1\1", folded)


def stem(word: str) -> str:
    """A folded word without the endings that English adds to it; not always a word itself."""
    if len(word) <= 3 or not word.isascii():
        return word
    word = _without_doing(_without_plural(word))
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def _without_plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    is_plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if is_plural else word


def _without_doing(word: str) -> str:
    """The word without `ing` or `ed`, and without the letter that is doubled before them."""
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) > 2 and not _VOWELS.isdisjoint(root):
            is_doubled = root[-1] == root[-2] and root[-1] not in "lsz"
            return root[:-1] if is_doubled else root
    return word


def sound(word: str) -> str:
    """A key that is the same for words that are heard alike: its consonants, simplified."""
    for letters, heard in _SOUNDS:
        word = letters.sub(heard, word)
    return word
