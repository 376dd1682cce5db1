"""One of the interface's own words: a text with gaps, or such a text for each plural form."""

import re
from collections.abc import Mapping

import msgspec

from kiosk.content.plural import plural_form

OTHER = "other"
"""The plural form that every language has, for all numbers that have no form of their own."""


class Plural(msgspec.Struct, frozen=True, kw_only=True):
    """A word that is another one for one thing than for two."""

    language: str
    """The code of the language whose rule chooses the form."""
    count: str
    """The gap whose number chooses."""
    forms: Mapping[str, str]
    """Texts by the names that CLDR has for plural forms; `other` is always among them."""

    def text_for(self, number: float) -> str:
        """The text for so many."""
        form = plural_form(self.language, number)
        return self.forms.get(form, self.forms[OTHER])


Word = str | Plural
"""A text in which gaps stand as {name}, or its plural forms."""


def texts_of(word: Word) -> tuple[str, ...]:
    """All texts that a word may be, with their gaps."""
    return (word,) if isinstance(word, str) else tuple(word.forms.values())


def capital(words: str) -> str:
    """Words that begin with a capital, whatever stands before them."""
    return re.sub(r"\w", lambda first: first[0].upper(), words, count=1)


def filled_in(word: Word, values: Mapping[str, object]) -> str:
    """A word as it is shown.

    Args:
        word: The word.
        values: What is put into its gaps, by name; the one that counts is a number.

    Raises:
        KeyError: A value is missing.
    """
    if isinstance(word, Plural):
        number = values[word.count]
        assert isinstance(number, int | float)
        word = word.text_for(number)
    return word.format_map(values) if values else word
