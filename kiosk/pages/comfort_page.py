"""The page on which visitors choose how the pages shall be."""

from collections.abc import Iterator, Mapping

from kiosk.content.blocks import Block, Choice, Doors, Heading, Span, paragraph
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
    themes: tuple[Block, ...] = (
        _heading(word("comfort.theme")),
        _choices(edition, "theme", _THEMES, here.theme),
    )
    return View(
        title=word("comfort.title"),
        blocks=(
            paragraph(word("comfort.lead")),
            *(themes if here.theme else ()),
            _heading(word("comfort.spacing")),
            _choices(edition, "spacing", _SPACINGS, here.comfort.spacing),
            _heading(word("comfort.words")),
            _choices(edition, "words", _WORDS, here.comfort.words),
            _heading(word("comfort.motion")),
            _choices(edition, "motion", _MOTIONS, here.comfort.motion),
            *(_discreet(edition, here) if here.has_keys else ()),
        ),
    )


def _choices(edition: Edition, wish: Wish, values: Mapping[str, str], present: str) -> Doors:
    """A choice for each value; the present one says so in words."""
    return Doors(
        tuple(
            Choice(edition.word(key), Change(wish, value), aside=_now(edition, value == present))
            for value, key in values.items()
        )
    )


def _discreet(edition: Edition, here: Here) -> Iterator[Block]:
    yield _heading(edition.word("comfort.discreet"))
    labels = {False: "comfort.discreet.off", True: "comfort.discreet.on"}
    yield Doors(
        tuple(
            Choice(
                edition.word(key), BeDiscreet(is_on), aside=_now(edition, is_on == here.is_discreet)
            )
            for is_on, key in labels.items()
        )
    )


def _now(edition: Edition, is_so: bool) -> str:
    return edition.word("comfort.now") if is_so else ""


def _heading(words: str) -> Heading:
    return Heading((Span(words),), level=3)
