"""A card of numbers alone, to be copied by hand: whoever finds it learns nothing from it."""

from kiosk.content.blocks import paragraph, unbreakable
from kiosk.pages.library import Library
from kiosk.pages.view import View


def card_view(library: Library, _name: str) -> View:
    """The numbers of the helplines that are marked for it, those for emergencies last."""
    chosen = [line for line in library.content.helplines.values() if line.is_on_card]
    chosen.sort(key=lambda helpline: helpline.is_urgent)
    return View(
        title=library.word("card.title"),
        blocks=(
            *(paragraph(unbreakable(helpline.number), "number") for helpline in chosen),
            paragraph(library.word("card.hint"), "soft"),
        ),
        reading=True,
    )
