"""How one picture travels: a drawing that grows from step to step, and what can be done."""

from collections.abc import Iterator
from itertools import groupby, pairwise

from kiosk.content.blocks import Block, Paragraph, Picture, Span, Spans, Style, heading, unbreakable
from kiosk.content.piece import Step
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.parts import part_view, parts_of, whole_view
from kiosk.pages.view import View


def travels_view(edition: Edition, here: Here, name: str) -> View:
    """The step of that id.

    Raises:
        LookupError: There is no such step.
    """
    travels = edition.content.travels
    step = travels.parts[name]
    is_large = here.room.is_tall and here.half_blocks
    drawing = enlarge(step.drawing) if is_large else step.drawing
    drawn = Picture(drawing, (heading(step.title), *step.say))
    blocks = (drawn, _legend(step, is_large=is_large))
    return part_view(edition, here, parts_of(edition, travels), travels.place_of(name), blocks)


def travels_whole(edition: Edition) -> View:
    """All steps in words, for those who read them on paper or by ear."""
    travels = edition.content.travels
    blocks = (
        block for step in travels.parts.values() for block in (heading(step.title), *step.say)
    )
    return whole_view(edition, travels, blocks)


def _legend(step: Step, *, is_large: bool) -> Block:
    """What the signs in the drawing mean, each held together with its meaning."""
    spans: list[Span] = []
    for sign, meaning in step.signs.items():
        gap = f" {unbreakable('  ')}" if spans else ""
        words = unbreakable(f" {meaning}")
        shown, style = PEOPLE.get(sign, (sign, "strong")) if is_large else (sign, "strong")
        spans += [Span(gap), Span(shown, style), Span(words, "soft")]
    return Paragraph(tuple(spans))


_TO_THE_RIGHT, _TO_THE_LEFT = frozenset("─┬├└"), frozenset("─┬┤")
_DOWN, _UP = frozenset("│┬├┤"), frozenset("│├└┤")
"""Characters from which a line goes on to that side."""
_ACROSS = 2
"""Cells between two of the drawing; between two lines of it there is one."""
PEOPLE: dict[str, tuple[str, Style]] = {"O": ("●", "number"), "@": ("○", "strong")}
"""How signs look there: whoever is in the picture, and whoever may pass it on."""
_Cell = tuple[str, Style]


def enlarge(drawing: tuple[Spans, ...]) -> tuple[Spans, ...]:
    """The same drawing, about three times as wide and twice as high."""
    lines = [list(_cells(line)) for line in drawing]
    larger: list[Spans] = []
    for line, following in pairwise([*lines, []]):
        larger += [_joined(_widened(line)), _joined(_between(line, following))]
    return tuple(larger[:-1])


def _cells(line: Spans) -> Iterator[_Cell]:
    for span in line:
        yield from ((character, span.style) for character in span.text)


def _widened(line: list[_Cell]) -> Iterator[_Cell]:
    """The line with longer ways from one person to the next; words at its end stay together."""
    words = next((n for n, (_, style) in enumerate(line) if style == "plain"), len(line) + 1) - 1
    drawn = line[:words]
    for (character, style), (following, _) in pairwise([*drawn, ("", "soft")]):
        yield PEOPLE.get(character, (character, style))
        if following:
            is_line = character in _TO_THE_RIGHT or following in _TO_THE_LEFT
            yield ("─" if is_line else " ") * _ACROSS, "soft"
    yield from line[words:]


def _between(line: list[_Cell], following: list[_Cell]) -> Iterator[_Cell]:
    """The line between two lines: what leads down goes on."""
    pairs = ((a, b) for (a, _), (b, _) in zip(line, following, strict=False))
    ways = "".join("│" if a in _DOWN and b in _UP else " " for a, b in pairs)
    yield (" " * _ACROSS).join(ways.rstrip()), "soft"


def _joined(cells: Iterator[_Cell]) -> Spans:
    runs = [
        (style, "".join(text for text, _ in run))
        for style, run in groupby(cells, lambda cell: cell[1])
    ]
    while runs and not runs[-1][1].strip():
        runs.pop()
    return tuple(Span(text, style) for style, text in runs)
