"""Every place of the shipped words: a new page is tested by being."""

from functools import cache

from kiosk.content.blocks import Place
from kiosk.pages.catalogue import places
from kiosk.pages.loading import load_catalogue
from kiosk.settings import Settings


@cache
def every_place() -> tuple[Place, ...]:
    """Every place there is."""
    return tuple(places(load_catalogue(Settings()).edition))


@cache
def one_of_each_kind() -> tuple[Place, ...]:
    """The first place of each kind of page."""
    first = {place.kind: place for place in reversed(every_place())}
    return tuple(first.values())
