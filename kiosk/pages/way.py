"""How far one has come with what is shown one by one: a line in as many parts."""

from itertools import pairwise

from kiosk.content.blocks import Picture, Span
from kiosk.neutral import MEASURE
from kiosk.pages.here import Room


def way(room: Room, number: int, of: int) -> tuple[Picture, ...]:
    """The line, above what is shown; nothing where there is room for no more than that."""
    if not (room.side and room.is_tall):
        return ()
    width = room.main if room.has_middle else MEASURE
    ends = [(width + 1) * n // of for n in range(of + 1)]
    parts = (f"{'━' * (end - start - 1)} " for start, end in pairwise(ends))
    spans = (Span(part, "number" if n < number else "rule") for n, part in enumerate(parts))
    return (Picture((tuple(spans),), ()),)
