"""Places and acts as texts: how a page in a browser names where a choice leads."""

import msgspec

from kiosk.content.blocks import Place, Target

ACT = "!"
"""What the text of an act begins with."""
_BETWEEN = "|"


def place_text(place: Place) -> str:
    """A place as a text: kind, name, part and step, those at the end left out that are empty."""
    fields = (place.kind, place.name, place.part, str(place.step or ""))
    return _BETWEEN.join(fields).rstrip(_BETWEEN)


def target_text(target: Target) -> str:
    """A place, or an act: its name and what it is told, the place that it leads to last."""
    if isinstance(target, Place):
        return place_text(target)
    return ACT + _BETWEEN.join(
        [type(target).__name__.lower(), *map(_text, msgspec.structs.astuple(target))]
    )


def _text(value: object) -> str:
    match value:
        case Place():
            return place_text(value)
        case bool():
            return "yes" if value else ""
    return str(value)
