"""A card of numbers alone, to be copied by hand: whoever finds it learns nothing from it."""

from collections.abc import Iterator

from kiosk.content.blocks import Block, Choice, Large, paragraph, unbreakable
from kiosk.content.model import Content
from kiosk.pages.acts import PrintCard
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.numerals import numerals
from kiosk.pages.view import View


def card_numbers(content: Content) -> tuple[str, ...]:
    """The numbers of the helplines that are marked for it, those for emergencies last."""
    chosen = [line for line in content.helplines.values() if line.is_on_card]
    chosen.sort(key=lambda helpline: helpline.is_urgent)
    return tuple(helpline.number for helpline in chosen)


def card_view(edition: Edition, here: Here, name: str) -> View:
    """The card.

    Args:
        edition: The words.
        here: Whether there is a printer.
        name: `printed` or `unprinted` once it was to be printed, or nothing.
    """
    numbers = card_numbers(edition.content)
    return View(
        title=edition.word("card.title"),
        blocks=(
            *(_number(number, here) for number in numbers),
            paragraph(edition.word("card.hint"), "soft"),
            *(_printing(edition, numbers, name) if here.prints else ()),
        ),
        reading=True,
    )


def _number(number: str, here: Here) -> Block:
    """A number, large where there is room: it says nothing to whoever walks past."""
    if here.room.is_tall and here.half_blocks:
        return Large(number, numerals(number, here.columns))
    return paragraph(unbreakable(number), "number")


def _printing(edition: Edition, numbers: tuple[str, ...], name: str) -> Iterator[Block]:
    """How printing went, or the way to it."""
    if name in ("printed", "unprinted"):
        yield paragraph(edition.word(f"card.{name}"), "strong")
    else:
        yield Choice(edition.word("card.print"), PrintCard(numbers))
        yield paragraph(edition.word("card.print.what"), "soft")
