"""A choice in lines: a tile on its own ground, with the number of its key."""

from collections.abc import Iterable, Iterator

import msgspec
from rich.cells import cell_len

from kiosk.content.blocks import Choice, Span, Style, unbreakable
from kiosk.neutral import MEASURE
from kiosk.pages.surfaces import PADDING, Ground, on_ground
from kiosk.pages.wrapping import Line, Piece, fill, width_of, wrap_runs

INDENT = 5
"""Cells before the words, for the number of the key."""
_EDGE = "▌"
_SPACE_ASIDE = 3


def tile_lines(
    choice: Choice,
    key: str,
    width: int,
    spot: int,
    *,
    padding: int,
    margin: int,
    ground: Ground,
    is_short: bool,
    is_strong: bool = False,
) -> list[Line]:
    """The lines of a choice, each as wide as the tile.

    Args:
        choice: The choice.
        key: The key that opens it; empty where there is none.
        width: The cells of the tile.
        spot: Its number among the spots of the page.
        padding: Empty lines above and below.
        margin: Empty cells right of the words.
        ground: The surface it stands on.
        is_short: Whether its short label will do, without a note that only explains it.
        is_strong: Whether its label stands out even where nothing stands below.
    """
    room = min(width - INDENT - margin, MEASURE)
    aside_end = min(room, width - INDENT - PADDING)
    edge = Piece(_EDGE, "edge", spot) if choice.is_urgent else Piece(" ", "plain", spot)
    lead = Piece(f" {key:<{INDENT - 2}}", "number", spot)
    hang = Piece(" " * (INDENT - 1), "plain", spot)
    lines: list[Line] = []
    texts = _texts(choice, aside_end, spot, is_short=is_short, is_strong=is_strong)
    for runs in texts:
        for line in wrap_runs(runs, room):
            lines.append((edge, lead, *line))
            lead = hang
    air = [(edge,)] * padding
    # What stands above a part has air below it already.
    above = air[: padding // 2] if choice.is_part else air
    return list(on_ground([*above, *lines, *air], width, ground, padding=0, spot=spot))


def between_tiles(choice: Choice, following: Choice, gap: int, width: int) -> Iterator[Line]:
    """The empty lines between tiles without air of their own: those of a kind share a card."""
    if choice.is_urgent != following.is_urgent:
        yield from [()] * gap
        return
    ground: Ground = "urgent" if choice.is_urgent else "card"
    edge = (Piece(_EDGE, "edge"),) if choice.is_urgent else ()
    yield from on_ground([edge] * gap, width, ground, padding=0)


def step_lines(
    lines: Iterable[Line],
    mark: str,
    width: int,
    spot: int,
    *,
    air: int,
    is_first: bool,
    is_done: bool,
) -> Iterator[Line]:
    """The lines of a step of a plan; all steps stand on one card.

    Args:
        lines: What it says.
        mark: Its number, and whether it is done.
        width: The cells of the card.
        spot: Its number among the spots of the page.
        air: Empty lines between the steps.
        is_first: Whether the card begins with it.
        is_done: Whether it is ticked off.
    """
    if is_first and air:
        yield from on_ground([()], width, "card", padding=0)
    lead = Piece(f"  {mark:<{INDENT - 2}}", "done" if is_done else "number", spot)
    led: list[Line] = []
    for line in lines:
        led.append((lead, *line))
        lead = Piece(" " * INDENT, "plain", spot)
    yield from on_ground([*led, *[()] * air], width, "card", padding=0, spot=spot)


def stood_back(line: Line) -> Line:
    """A line of a step that is done."""
    return tuple(
        piece if piece.style == "link" else msgspec.structs.replace(piece, style="soft")
        for piece in line
    )


def without_note(choice: Choice) -> Choice:
    """A door without what only explains it; an urgent one as it is."""
    return choice if choice.is_urgent else msgspec.structs.replace(choice, note="")


def level(tiles: list[list[Line]]) -> list[list[Line]]:
    """Tiles that stand side by side, all as high as the highest one."""
    height = max(map(len, tiles), default=0)
    return [tile + [_empty_like(tile)] * (height - len(tile)) for tile in tiles]


def _empty_like(tile: list[Line]) -> Line:
    """A line of the same tile that says nothing."""
    edge, last = tile[-1][0], tile[-1][-1]
    lead = (edge,) if edge.style == "edge" else ()
    return fill(lead, width_of(tile[-1]), last.spot, last.ground)


def _texts(
    choice: Choice, aside_end: int, spot: int, *, is_short: bool, is_strong: bool
) -> list[list[tuple[Span, int]]]:
    """What stands on the tile, each part on lines of its own: label, aside, note."""
    words = (is_short and choice.short) or choice.label or "-"
    is_strong = is_strong or choice.is_urgent or bool(choice.note)
    label = [(Span(words, "strong" if is_strong else "choice"), spot)]
    note = choice.note
    if isinstance(note, str):
        # What only explains a label gives way to the labels of the others.
        note = () if is_short else (Span(note),)
    soft = [(Span(s.text, "soft" if s.style == "plain" else s.style), spot) for s in note]
    style: Style = "done" if choice.is_on else "soft"
    texts = [label, [(Span(choice.aside, style), spot)], soft]
    space = "\N{NO-BREAK SPACE}" * (aside_end - cell_len(words) - cell_len(choice.aside))
    if choice.aside and len(space) >= _SPACE_ASIDE:
        texts[:2] = [[*label, (Span(space + unbreakable(choice.aside), style), spot)]]
    return texts
