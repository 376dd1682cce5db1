"""Blocks to lines: wrapping, hanging indents, the space between thoughts.

A page is set once for a measure and can then be drawn line by line, however long it is. Lines
carry styles by name; what a style looks like is decided in `styles/`.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import zip_longest

from rich.cells import cell_len

from kiosk.content.blocks import (
    OWN_KEY,
    Block,
    Calls,
    Choice,
    Doors,
    Heading,
    Items,
    Paragraph,
    Picture,
    Quote,
    Span,
    Spans,
    Steps,
    Target,
    unbreakable,
)
from kiosk.neutral import GAP
from kiosk.pages.calls import call_card
from kiosk.pages.commands import KeysOfPage
from kiosk.pages.grid import End, grid
from kiosk.pages.leaves import leaf_lines
from kiosk.pages.page import Aim, Page, spots_in
from kiosk.pages.spacing import CLOSE, Density, Spacing, space_between
from kiosk.pages.surfaces import PADDING, Ground, on_ground, side_by_side
from kiosk.pages.tiles import (
    INDENT,
    between_tiles,
    step_lines,
    stood_back,
    tile_lines,
    without_note,
)
from kiosk.pages.two_sides import LEAST
from kiosk.pages.wrapping import NO_SPOT, Line, Piece, fill, width_of, wrap_runs

BULLET = "-"
QUOTE_BAR = "▌ "
_BAR = Piece(QUOTE_BAR, "quote")
DONE = "✓"
"""Stands behind the number of a step that is ticked off."""
MARKER = "┃"
"""Stands before the choice that Enter would open."""
_CARD: Ground = "card"
_BESIDE_PICTURE = 3


def typeset(
    blocks: Sequence[Block],
    measure: int,
    *,
    numbered: bool = True,
    density: Density = CLOSE,
    width: int = 0,
    tile: int = 0,
    second: Sequence[Block] = (),
    second_width: int = 0,
) -> Page:
    """Set blocks in lines.

    Args:
        blocks: What to set.
        measure: The longest line of text there may be, in cells.
        numbered: Whether choices show the key that opens them.
        density: How generously.
        width: The cells that cards may take side by side; the measure where it is less.
        tile: The cells of a choice; the measure where it is less.
        second: What to set in a second column, right of these lines.
        second_width: The cells of that column.
    """
    measure = max(measure, 8)
    setter = _Setter(numbered=numbered, density=density)
    setter.measure, setter.width, setter.tile = measure, max(width, measure), max(tile, measure)
    lines = tuple(setter.set(blocks, measure))
    if not second:
        return Page(lines, tuple(spots_in(lines, setter.targets)))
    beside = setter.set_beside(second, second_width)
    lines = tuple(side_by_side([[*lines], beside], measure, GAP))
    return Page(lines, tuple(spots_in(lines, setter.targets)), second_at=measure + GAP)


class _Setter:
    measure = width = tile = 0
    """The cells of a line of text, those that cards may take side by side, those of a choice."""
    _has_question = False

    def __init__(self, *, numbered: bool, density: Density) -> None:
        self._numbered = numbered
        self._density = density
        self._spacing = density.spacing
        self.targets: list[Aim] = []
        self._keys = KeysOfPage()

    def set_beside(self, blocks: Sequence[Block], width: int) -> list[Line]:
        """The lines of a further column."""
        self.measure = self.width = self.tile = width
        return list(self.set(blocks, width))

    def set(self, blocks: Sequence[Block], measure: int) -> Iterator[Line]:
        before: Block | None = None
        rest = iter(zip_longest(blocks, blocks[1:]))
        for block, following in rest:
            if not isinstance(block, Choice):
                yield from self._rim(before)
            yield from self._between(before, block)
            is_first = isinstance(block, Choice) and not isinstance(before, Choice)
            if is_first:
                yield from self._rim(block)
            if isinstance(block, Doors) and block.is_quiet and isinstance(following, Paragraph):
                yield from self._doors(block, measure, following)
                before, _ = next(rest)
                continue
            yield from self._block(block, measure)
            before = block
        yield from self._rim(before)

    def _between(self, before: Block | None, block: Block) -> Iterator[Line]:
        gap = space_between(before, block, self._density)
        if isinstance(before, Choice) and isinstance(block, Choice) and not self._density.padding:
            yield from between_tiles(before, block, gap, self.tile)
        else:
            yield from [()] * gap

    def _rim(self, block: Block | None) -> Iterator[Line]:
        """The empty lines of a card that choices share, above the first or below the last one."""
        if isinstance(block, Choice) and self._density.rim:
            yield from on_ground([()] * self._density.rim, self.tile, "card", padding=0)

    def _block(self, block: Block, measure: int) -> Iterator[Line]:
        match block:
            case Heading():
                yield from self._heading(block, measure)
            case Paragraph(spans):
                yield from self._wrap(spans, measure)
            case Items():
                yield from self._items(block, measure)
            case Quote(blocks):
                yield from self._quote(blocks, measure)
            case Picture():
                yield from self._picture(block, measure)
            case _:
                yield from self._cards(block, measure)

    def _cards(self, block: Block, measure: int) -> Iterator[Line]:
        match block:
            case Steps():
                yield from self._steps(block, measure)
            case Choice():
                padding = self._density.padding
                is_strong = padding > 1 and not self._has_question  # which is the strong one
                yield from self._choice(block, self.tile, padding=padding, is_strong=is_strong)
            case Doors():
                yield from self._doors(block, measure, None)
            case Calls():
                yield from self._calls(block, measure)
            case _:
                yield from leaf_lines(block, measure)

    def _quote(self, blocks: Sequence[Block], measure: int) -> Iterator[Line]:
        air = [()] * (self._density.padding or self._density.rim)
        inner = [*air, *self.set(blocks, measure - len(QUOTE_BAR) - (PADDING if air else 0)), *air]
        width = self.tile if measure == self.measure else measure
        yield from on_ground(((_BAR, *line) for line in inner), width, "card", padding=0)

    def _items(self, block: Items, measure: int) -> Iterator[Line]:
        last = len(block.items) - 1
        widest = len(str((block.start or 0) + last))
        for index, item in enumerate(block.items):
            numbered = block.start is not None
            mark = f"{(block.start or 0) + index:>{widest}}" if numbered else BULLET
            # However deep lists are nested, there is room for words.
            indent = max(1, min(widest + (3 if numbered else 2), measure - LEAST // 2))
            hang = Piece(" " * indent, "plain")
            lead = Piece(mark[:indent].ljust(indent), "strong" if numbered else "soft")
            for number, line in enumerate(self.set(item, measure - indent)):
                yield (hang if number else lead, *line)
            if (block.loose or self._spacing) and index < last:
                yield ()

    def _steps(self, steps: Steps, measure: int) -> Iterator[Line]:
        """One below the other on one card, with air between them; done ones stand back."""
        air = self._density.air
        for number, (item, tick) in enumerate(zip(steps.items, steps.ticks, strict=True), 1):
            spot = self._new_spot(tick, is_choice=True, key=self._keys.of_step())
            is_done = number in steps.done
            inner = self.set(item, measure - INDENT - (PADDING if air else 0))
            lines = map(stood_back, inner) if is_done else inner
            mark = f"{number}{DONE}" if is_done else str(number)
            yield from step_lines(
                lines, mark, measure, spot, air=air, is_first=number == 1, is_done=is_done
            )

    def _choice(
        self,
        choice: Choice,
        width: int,
        *,
        padding: int,
        is_strong: bool,
        ground: Ground = "card",
    ) -> list[Line]:
        key, look = self._keys.of_choice() if self._numbered else "", self._density
        spot = self._new_spot(choice.leads_to, is_choice=True, key=key)
        return tile_lines(
            choice,
            key,
            width,
            spot,
            padding=padding,
            margin=PADDING if look.spacing or look.rim or width < self.measure else 0,
            ground="urgent" if choice.is_urgent else ground,
            is_short=look.is_short,
            is_strong=is_strong,
        )

    def _doors(self, doors: Doors, measure: int, end: Paragraph | None) -> Iterator[Line]:
        """Doors side by side; what ends quiet ones stands where their last row has room."""
        look, padding, ground = self._density, self._density.padding, _CARD
        if doors.is_quiet:
            padding, ground = (0, "") if look.has_low_tools else (min(padding, 1), ground)
        is_strong, is_airy = padding > 0, padding > 0 or look.air > 0 or not doors.is_quiet
        choice = partial(self._choice, padding=padding, is_strong=is_strong, ground=ground)
        few = look.has_few_notes
        cards = [partial(choice, without_note(it) if few else it) for it in doors.choices]
        last = None
        if end:
            last = End(partial(self._wrap, end.spans), padding, space_between(doors, end, look))
        is_loose = self._spacing > Spacing.CLOSE
        return grid(cards, measure, self.width, is_loose=is_loose, is_airy=is_airy, end=last)

    def _calls(self, calls: Calls, measure: int) -> Iterator[Line]:
        cards = [partial(call_card, call, density=self._density) for call in calls.calls]
        return grid(cards, measure, self.width, is_loose=True, is_airy=True)

    def _picture(self, picture: Picture, measure: int) -> Iterator[Line]:
        lines = [tuple(Piece(s.text, s.style) for s in spans) for spans in picture.lines]
        width = max(map(width_of, lines), default=0)
        room = measure - width - _BESIDE_PICTURE
        if room < LEAST:
            yield from lines
            if picture.blocks:
                yield ()
                yield from self.set(picture.blocks, measure)
            return
        gap = Piece(" " * _BESIDE_PICTURE, "plain")
        for left, right in zip_longest(lines, self.set(picture.blocks, room), fillvalue=()):
            yield (*fill(left, width, NO_SPOT), gap, *right) if right else left

    def _heading(self, heading: Heading, measure: int) -> Iterator[Line]:
        if heading.is_asked and self._spacing is Spacing.APART:
            self._has_question = True
            words = self._wrap(heading.spans, measure - 2 * PADDING, "heading3")
            yield from on_ground(words, self.tile, "asked", above=self._density.asked)
            return
        *lines, last = [*self._wrap(heading.spans, measure, f"heading{heading.level}")] or [()]
        yield from lines
        width = self.width if heading.aside else 0
        space = width - width_of(last) - cell_len(heading.aside)
        aside = Piece(" " * space, "plain"), Piece(heading.aside, "soft")
        yield (*last, *aside) if space >= _BESIDE_PICTURE else last

    def _wrap(self, spans: Spans, measure: int, style: str = "") -> Iterator[Line]:
        numbered: list[tuple[Span, int]] = []
        key = ""
        for span in spans:
            if span == OWN_KEY:
                key = self._keys.of_card()
                numbered.append((Span(unbreakable(f" {key} "), "key"), NO_SPOT))
            else:
                spot = (
                    self._new_spot(span.place, is_choice=False, key=key) if span.place else NO_SPOT
                )
                numbered.append((span, spot))
        for index, line in enumerate(wrap_runs(numbered, measure)):
            if index and self._spacing is Spacing.WIDE:
                yield ()
            yield tuple(Piece(p.text, style, p.spot) for p in line) if style else line

    def _new_spot(self, target: Target, *, is_choice: bool, key: str = "") -> int:
        self.targets.append((target, is_choice, key))
        return len(self.targets) - 1
