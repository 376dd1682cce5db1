"""What CLDR, the world's list of them, knows of a language: its plural forms, and its direction.

English is known here, and nothing is imported for it: Babel and its data take 50 ms to load,
which no kiosk that shows English alone shall wait for.
"""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale
    from babel.plural import PluralRule

ENGLISH_CODE = "en"


def is_known(language: str) -> bool:
    """Whether CLDR has a language of that code."""
    try:
        plural_forms(language)
    except LookupError:
        return False
    return True


def plural_form(language: str, number: float) -> str:
    """The name of the form for a number, such as `one` or `other`.

    Args:
        language: The language's code, such as `cy`.
        number: How many.

    Raises:
        LookupError: CLDR has no such language.
    """
    if language == ENGLISH_CODE:
        return "one" if number == 1 else "other"
    return str(_rule(language)(number))


def plural_forms(language: str) -> frozenset[str]:
    """The names of all forms that a language has, besides `other`.

    Raises:
        LookupError: CLDR has no such language.
    """
    return frozenset({"one"}) if language == ENGLISH_CODE else frozenset(_rule(language).tags)


def text_direction(language: str) -> str:
    """From where lines run, as HTML writes it: `ltr` or `rtl`.

    Raises:
        LookupError: CLDR has no such language.
    """
    return "ltr" if language == ENGLISH_CODE else str(_locale(language).text_direction)


def _rule(language: str) -> "PluralRule":
    return _locale(language).plural_form


@cache
def _locale(language: str) -> "Locale":
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError) as error:
        raise LookupError(language) from error
