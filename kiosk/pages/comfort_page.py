"""The page on which visitors choose how the pages shall be."""

from collections.abc import Iterator

from kiosk.content.blocks import Block, Choice, Doors, heading, paragraph
from kiosk.pages.acts import BeDiscreet, Change
from kiosk.pages.comfort import EASY, STILL, WIDE, Wish
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.typesetting import DONE
from kiosk.pages.view import View
from kiosk.settings import THEMES

_VALUES: dict[Wish, dict[str, str]] = {
    "theme": {name: f"comfort.theme.{name}" for name in THEMES},
    "spacing": {"": "comfort.spacing.normal", WIDE: "comfort.spacing.wide"},
    "words": {"": "comfort.words.normal", EASY: "comfort.words.easy"},
    "motion": {"": "comfort.motion.breath", STILL: "comfort.motion.still"},
}
"""What can be wished for, in this order, and the words for each value; `comfort.WISH` stands above.
A language is chosen on the start page."""


def comfort_view(edition: Edition, here: Here, _name: str) -> View:
    """Every choice there is, and what is on now."""
    return View(
        title=edition.word("comfort.title"),
        blocks=(
            paragraph(edition.word("comfort.lead")),
            *(block for wish in _VALUES for block in _choices(edition, here, wish)),
            *(_discreet(edition, here) if here.has_keys else ()),
        ),
    )


def _choices(edition: Edition, here: Here, wish: Wish) -> Iterator[Block]:
    """A choice for each value; the present one says so in words."""
    present = here.theme if wish == "theme" else getattr(here.comfort, wish)
    if wish == "theme" and not present:
        return  # the terminal has few colours, or none
    yield heading(edition.word(f"comfort.{wish}"))
    yield Doors(
        tuple(
            _choice(edition, here, key, Change(wish, value), is_on=value == present)
            for value, key in _VALUES[wish].items()
        )
    )


def _discreet(edition: Edition, here: Here) -> Iterator[Block]:
    yield heading(edition.word("comfort.discreet"))
    labels = {False: "comfort.discreet.off", True: "comfort.discreet.on"}
    yield Doors(
        tuple(
            _choice(edition, here, key, BeDiscreet(is_on), is_on=is_on == here.is_discreet)
            for is_on, key in labels.items()
        )
    )


def _choice(
    edition: Edition, here: Here, key: str, act: Change | BeDiscreet, *, is_on: bool
) -> Choice:
    """A choice, which says whether it is on."""
    now = edition.word("comfort.now") if is_on else ""
    if now and here.has_keys and here.half_blocks:
        now = f"{DONE} {now}"
    return Choice(edition.word(key), act, aside=now, is_on=is_on)
