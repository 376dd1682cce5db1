"""The page on which visitors choose how the pages shall be."""

from collections.abc import Iterator, Mapping

from kiosk.content.blocks import Block, Choice, Heading, Span, paragraph
from kiosk.pages.acts import BeDiscreet, Change, Wish
from kiosk.pages.comfort import EASY, STILL, WIDE
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.view import View
from kiosk.settings import THEMES

_THEMES = {name: f"comfort.theme.{name}" for name in THEMES}
_SPACINGS = {"": "comfort.spacing.normal", WIDE: "comfort.spacing.wide"}
_MOTIONS = {"": "comfort.motion.breath", STILL: "comfort.motion.still"}
_WORDS = {"": "comfort.words.normal", EASY: "comfort.words.easy"}
"""The values of each wish, and the words for them."""


def comfort_view(edition: Edition, here: Here, _name: str) -> View:
    """Every choice there is, and what is on now."""
    word = edition.word
    themes = _choices(edition, "theme", _THEMES, here.theme)
    return View(
        title=word("comfort.title"),
        blocks=(
            paragraph(word("comfort.lead")),
            *([_heading(word("comfort.theme")), *themes] if here.theme else []),
            _heading(word("comfort.spacing")),
            *_choices(edition, "spacing", _SPACINGS, here.comfort.spacing),
            _heading(word("comfort.words")),
            *_choices(edition, "words", _WORDS, here.comfort.words),
            _heading(word("comfort.motion")),
            *_choices(edition, "motion", _MOTIONS, here.comfort.motion),
            *(_discreet(edition, here) if here.has_keys else ()),
        ),
    )


def _choices(
    edition: Edition, wish: Wish, values: Mapping[str, str], present: str
) -> Iterator[Block]:
    """A choice for each value; the present one says so in words."""
    for value, key in values.items():
        aside = edition.word("comfort.now") if value == present else ""
        yield Choice(edition.word(key), Change(wish, value), aside=aside)


def _discreet(edition: Edition, here: Here) -> Iterator[Block]:
    yield _heading(edition.word("comfort.discreet"))
    for is_on in (False, True):
        aside = edition.word("comfort.now") if is_on == here.is_discreet else ""
        label = edition.word(f"comfort.discreet.{'on' if is_on else 'off'}")
        yield Choice(label, BeDiscreet(is_on), aside=aside)


def _heading(words: str) -> Heading:
    return Heading((Span(words),), level=3)
