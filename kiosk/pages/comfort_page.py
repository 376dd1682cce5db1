"""The page on which visitors choose how the pages shall be."""

from collections.abc import Iterator, Mapping

from kiosk.content.blocks import Block, Choice, Heading, Span, paragraph
from kiosk.pages.acts import Change, Wish
from kiosk.pages.comfort import EASY, WIDE
from kiosk.pages.library import Library
from kiosk.pages.view import View
from kiosk.settings import THEMES

_THEMES = {name: f"comfort.theme.{name}" for name in THEMES}
_SPACINGS = {"": "comfort.spacing.normal", WIDE: "comfort.spacing.wide"}
_WORDS = {"": "comfort.words.normal", EASY: "comfort.words.easy"}
"""The values of each wish, and the words for them."""


def comfort_view(library: Library, _name: str) -> View:
    """Every choice there is, and what is on now."""
    word, here = library.word, library.here
    themes = _choices(library, "theme", _THEMES, here.theme)
    return View(
        title=word("comfort.title"),
        blocks=(
            paragraph(word("comfort.lead")),
            *([_heading(word("comfort.theme")), *themes] if here.theme else []),
            _heading(word("comfort.spacing")),
            *_choices(library, "spacing", _SPACINGS, here.comfort.spacing),
            _heading(word("comfort.words")),
            *_choices(library, "words", _WORDS, here.comfort.words),
        ),
    )


def _choices(
    library: Library, wish: Wish, values: Mapping[str, str], present: str
) -> Iterator[Block]:
    """A choice for each value; the present one says so in words."""
    for value, key in values.items():
        aside = library.word("comfort.now") if value == present else ""
        yield Choice(library.word(key), Change(wish, value), aside=aside)


def _heading(words: str) -> Heading:
    return Heading((Span(words),), level=3)
