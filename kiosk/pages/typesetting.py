"""Blocks to lines: wrapping, hanging indents, the space between thoughts.

A page is set once for a measure and can then be drawn line by line, however long it is. Lines
carry styles by name; what a style looks like is decided in `styles/`.
"""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import zip_longest

import msgspec
from rich.cells import cell_len

from kiosk.content.blocks import (
    Block,
    Choice,
    Gap,
    Heading,
    Items,
    Large,
    Paragraph,
    Picture,
    Quote,
    Row,
    Span,
    Spans,
    Steps,
    Target,
    Term,
    Verbatim,
    unbreakable,
)
from kiosk.pages.wrapping import NO_SPOT, Line, Piece, fill, width_of, wrap_runs, wrap_spans

BULLET = "-"
QUOTE_BAR = "│ "
DONE = "✓"
"""Stands behind the number of a step that is ticked off."""
MARKER = "┃"
"""Stands before the choice that Enter would open."""
_CHOICE_INDENT = 5
_ASIDE_AT = 29
_SPACE_ASIDE = 3
_BESIDE_PICTURE = 3
_NARROWEST = 16
"""Cells that a column must have; what would get less is set below instead."""
_NUMBERED = 9
_CAP_GAP = Piece(" ", "plain")


class Spot(msgspec.Struct, frozen=True):
    """Something on a page that can be chosen."""

    leads_to: Target
    first: int
    """Its first line, from 0."""
    last: int
    """Its last line."""
    is_choice: bool
    """Whether it is a line of its own, which the arrow keys reach, or a link in the text."""


class Page(msgspec.Struct, frozen=True):
    """A page set in lines."""

    lines: tuple[Line, ...]
    spots: tuple[Spot, ...]


class Spacing(IntEnum):
    """How much air there is."""

    CLOSE = 0
    """Choices, and the items of a short list, follow line on line."""
    APART = 1
    """An empty line stands between them."""
    WIDE = 2
    """And one between the lines of a text, too."""


def typeset(
    blocks: Sequence[Block],
    measure: int,
    *,
    numbered: bool = True,
    spacing: Spacing = Spacing.CLOSE,
) -> Page:
    """Set blocks in lines.

    Args:
        blocks: What to set.
        measure: The longest line there may be, in cells.
        numbered: Whether the first nine choices get the number of the key that opens them.
        spacing: How much air there is.
    """
    setter = _Setter(numbered=numbered, spacing=spacing)
    lines = tuple(setter.set(blocks, max(measure, 8)))
    return Page(lines, tuple(setter.spots(lines)))


class _Setter:
    def __init__(self, *, numbered: bool, spacing: Spacing) -> None:
        self._numbered = numbered
        self._spacing = spacing
        self._targets: list[tuple[Target, bool]] = []

    def spots(self, lines: Sequence[Line]) -> Iterator[Spot]:
        """The spots, once all lines are known."""
        found: dict[int, tuple[int, int]] = {}
        for number, line in enumerate(lines):
            for spot in {piece.spot for piece in line} - {NO_SPOT}:
                found[spot] = (found.get(spot, (number, number))[0], number)
        for spot, (target, is_choice) in enumerate(self._targets):
            yield Spot(target, *found.get(spot, (0, 0)), is_choice)

    def set(self, blocks: Sequence[Block], measure: int) -> Iterator[Line]:
        before: Block | None = None
        for block in blocks:
            yield from [()] * _space_between(before, block, self._spacing)
            yield from self._block(block, measure)
            before = block

    def _block(self, block: Block, measure: int) -> Iterator[Line]:
        match block:
            case Heading() | Paragraph():
                style = f"heading{block.level}" if isinstance(block, Heading) else ""
                yield from self._wrap(block.spans, measure, style)
            case Items():
                yield from self._items(block, measure)
            case Steps():
                yield from self._steps(block, measure)
            case Quote(blocks):
                bar = Piece(QUOTE_BAR, "soft")
                inner = self.set(blocks, measure - len(QUOTE_BAR))
                yield from ((bar, *line) for line in inner)
            case Choice():
                yield from self._choice(block, measure)
            case _:
                yield from self._unwritten(block, measure)

    def _unwritten(self, block: Block, measure: int) -> Iterator[Line]:
        """What nobody writes in Markdown."""
        match block:
            case Large(text, lines):
                drawn = ((Piece(line, "strong"),) for line in lines)
                yield from drawn if lines else wrap_spans((Span(text, "strong"),), measure)
            case Picture():
                yield from self._picture(block, measure)
            case Row(left, right):
                yield from self._row(left, right, measure)
            case Term():
                yield from self._term(block, measure)
            case Verbatim(lines):
                yield from ((Piece(line, "plain"),) for line in lines)
            case Gap():
                yield ()

    def _items(self, block: Items, measure: int) -> Iterator[Line]:
        last = len(block.items) - 1
        widest = len(str((block.start or 0) + last))
        for index, item in enumerate(block.items):
            numbered = block.start is not None
            mark = f"{(block.start or 0) + index:>{widest}}" if numbered else BULLET
            # However deep lists are nested, there is room for words.
            indent = max(1, min(widest + (3 if numbered else 2), measure - _NARROWEST // 2))
            hang = Piece(" " * indent, "plain")
            lead = Piece(mark[:indent].ljust(indent), "strong" if numbered else "soft")
            for number, line in enumerate(self.set(item, measure - indent)):
                yield (hang if number else lead, *line)
            if (block.loose or self._spacing) and index < last:
                yield ()

    def _steps(self, steps: Steps, measure: int) -> Iterator[Line]:
        room = measure - _CHOICE_INDENT
        for number, (item, tick) in enumerate(zip(steps.items, steps.ticks, strict=True), 1):
            spot = self._new_spot(tick, is_choice=True)
            is_done = number in steps.done
            mark = f"{number}{DONE if is_done else ''}"
            lead = Piece(f"  {mark:<{_CHOICE_INDENT - 2}}", "number", spot)
            if number > 1 and self._spacing:
                yield ()
            for line in self.set(item, room):
                yield fill((lead, *_of_step(line, spot, is_done=is_done)), measure, spot)
                lead = Piece(" " * _CHOICE_INDENT, "plain", spot)

    def _choice(self, choice: Choice, measure: int) -> Iterator[Line]:
        spot = self._new_spot(choice.leads_to, is_choice=True)
        number = sum(is_choice for _, is_choice in self._targets)
        key = str(number) if self._numbered and number <= _NUMBERED else ""
        lead = Piece(f"  {key:<{_CHOICE_INDENT - 2}}", "number", spot)
        hang = Piece(" " * _CHOICE_INDENT, "plain", spot)
        room = measure - _CHOICE_INDENT
        label = [(Span(choice.label or "-", "choice"), spot)]
        note = (Span(choice.note),) if isinstance(choice.note, str) else choice.note
        soft = [(Span(s.text, "soft" if s.style == "plain" else s.style), spot) for s in note]
        texts = [label, [(Span(choice.aside, "soft"), spot)], soft]
        aside_at = cell_len(choice.label) + max(_SPACE_ASIDE, _ASIDE_AT - cell_len(choice.label))
        if choice.aside and aside_at + cell_len(choice.aside) <= room:
            space = "\N{NO-BREAK SPACE}" * (aside_at - cell_len(choice.label))
            texts[:2] = [[*label, (Span(space + unbreakable(choice.aside), "soft"), spot)]]
        for runs in texts:
            for line in wrap_runs(runs, room):
                yield fill((lead, *line), measure, spot)
                lead = hang

    def _picture(self, picture: Picture, measure: int) -> Iterator[Line]:
        lines = [tuple(Piece(s.text, s.style) for s in spans) for spans in picture.lines]
        width = max(map(width_of, lines), default=0)
        room = measure - width - _BESIDE_PICTURE
        if room < _NARROWEST:
            yield from lines
            yield ()
            yield from self.set(picture.blocks, measure)
            return
        gap = Piece(" " * _BESIDE_PICTURE, "plain")
        for left, right in zip_longest(lines, self.set(picture.blocks, room), fillvalue=()):
            yield (*fill(left, width, NO_SPOT), gap, *right) if right else left

    def _term(self, term: Term, measure: int) -> Iterator[Line]:
        caps = tuple(p for key in term.keys for p in (Piece(f" {key} ", "key"), _CAP_GAP))
        indent = max(term.indent, width_of(caps))
        lead = fill(caps, indent, NO_SPOT)
        if measure - indent < _NARROWEST:
            fits = width_of(caps[:-1]) <= measure
            yield from [caps[:-1]] if fits else ((cap,) for cap in caps[::2])
            indent = 2
            lead = (Piece(" " * indent, "plain"),)
        for line in wrap_spans((Span(term.meaning),), measure - indent):
            yield (*lead, *line)
            lead = (Piece(" " * indent, "plain"),)

    def _row(self, left: Spans, right: Spans, measure: int) -> Iterator[Line]:
        sides = [tuple(wrap_spans(side, measure)) for side in (left, right)]
        widths = [width_of(side[0]) if len(side) == 1 else measure for side in sides]
        space = measure - sum(widths)
        if space >= 2:
            yield (*sides[0][0], Piece(" " * space, "plain"), *sides[1][0])
        else:
            yield from sides[0]
            yield from sides[1]

    def _wrap(self, spans: Spans, measure: int, style: str = "") -> Iterator[Line]:
        numbered: list[tuple[Span, int]] = []
        for span in spans:
            place = span.place
            spot = self._new_spot(place, is_choice=False) if place else NO_SPOT
            numbered.append((span, spot))
        for index, line in enumerate(wrap_runs(numbered, measure)):
            if index and self._spacing is Spacing.WIDE:
                yield ()
            yield tuple(Piece(p.text, style or p.style, p.spot) for p in line)

    def _new_spot(self, target: Target, *, is_choice: bool) -> int:
        self._targets.append((target, is_choice))
        return len(self._targets) - 1


def _of_step(line: Line, spot: int, *, is_done: bool) -> Iterator[Piece]:
    """A line of a step: what leads nowhere else ticks it off, and what is done stands back."""
    for piece in line:
        style = "soft" if is_done and piece.style != "link" else piece.style
        yield Piece(piece.text, style, spot if piece.spot == NO_SPOT else piece.spot)


_CLOSE = (Choice, Row, Term, Items)
"""Blocks of which those of one kind stand together without an empty line."""


def _space_between(before: Block | None, block: Block, spacing: Spacing) -> int:
    """The empty lines between two blocks: one between thoughts, two between parts."""
    more = 1 if spacing is Spacing.WIDE else 0
    if isinstance(before, Gap) and isinstance(block, Choice) and spacing:
        return 1  # so that groups of choices still stand apart
    if before is None or isinstance(before, Gap) or isinstance(block, Gap):
        return 0
    if isinstance(block, _CLOSE) and type(before) is type(block):
        return 1 if spacing else 0
    if isinstance(before, Row) and isinstance(block, Paragraph):
        return more
    if spacing and isinstance(before, Choice) and isinstance(block, Paragraph):
        more += 1  # what stands below choices is none of them
    begins_part = isinstance(block, Heading) and (block.level == 2 or spacing is Spacing.APART)
    return more + (2 if begins_part else 1)
