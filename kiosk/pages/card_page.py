"""A card of numbers alone, to be copied by hand: whoever finds it learns nothing from it."""

from kiosk.content.blocks import paragraph, unbreakable
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.view import View


def card_view(edition: Edition, _here: Here, _name: str) -> View:
    """The numbers of the helplines that are marked for it, those for emergencies last."""
    chosen = [line for line in edition.content.helplines.values() if line.is_on_card]
    chosen.sort(key=lambda helpline: helpline.is_urgent)
    return View(
        title=edition.word("card.title"),
        blocks=(
            *(paragraph(unbreakable(helpline.number), "number") for helpline in chosen),
            paragraph(edition.word("card.hint"), "soft"),
        ),
        reading=True,
    )
