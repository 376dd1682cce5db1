"""A view set for the room there is: how generously, what stands beside, what stays below."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from kiosk.content.blocks import Block, Calls, Choice, Heading, Steps, text_of
from kiosk.neutral import GAP, MEASURE
from kiosk.pages.always import without_shown
from kiosk.pages.contents import rows_of_contents
from kiosk.pages.here import Room
from kiosk.pages.large_letters import large
from kiosk.pages.page import Page
from kiosk.pages.spacing import CLOSE, Density, Spacing
from kiosk.pages.spread import spread
from kiosk.pages.surfaces import on_ground
from kiosk.pages.typesetting import typeset
from kiosk.pages.view import View
from kiosk.pages.wrapping import Line, Piece

_TITLE_ROWS, _BELOW_TITLE = 5, 2
"""Lines of a title in large letters, and empty ones below it."""
_GENEROUS = 2
"""Empty lines above and below what stands on a card where there is room for everything."""
_ABOVE_SHORT, _ABOVE_SHORTEST = 3, 9
"""Empty lines above a short page on a full screen, and above one that fills less than half."""
Lines = tuple[Line, ...]
_SHORT_MEASURE = 56
"""Cells below which a line of numbers is set in its short form."""


def compose(view: View, measure: int, room: Room, *, is_wide: bool = False) -> Page:
    """Set a view.

    On a narrow screen, the first line of the numbers is always there, and the rest where it fits.

    Args:
        view: The page.
        measure: The longest line of text there may be, in cells.
        room: What there is room for.
        is_wide: Whether the visitor wants more space between lines.
    """
    is_beside = bool(view.beside) and room.side > 0
    is_short = measure < _SHORT_MEASURE and bool(view.always_short)
    always = view.always_short if is_short else view.always
    whole_foot = _foot(always, measure)
    foot = whole_foot[:1] if is_short else whole_foot
    height = room.rows - (room.box_rows if view.box else 0)
    if _has_large_title(view, room) and not view.reading:
        height -= _TITLE_ROWS + _BELOW_TITLE
    shown: list[tuple[Block, Lines]] = []
    if is_beside and not view.reading:
        shown = _cards(view.beside, room, height - len(foot))
        foot = _foot(_without(shown, view), measure)
    rows = height - len(foot)
    is_plan = any(isinstance(block, Steps) for block in view.blocks)
    may_be_spread = is_beside and is_plan and room.has_middle and not is_wide
    page = spread(view.blocks, measure, room, rows) if may_be_spread else None
    page = page or _set(view, measure, room, rows, is_wide=is_wide)
    rest = whole_foot[1:] if is_short else ()
    if rest and len(page.lines) + len(rest) <= rows:
        foot = (*foot, *rest)
    if is_beside and view.reading:
        # On the widest screen, the contents stand between the text and the cards, and else above.
        above = 0 if room.has_middle else rows_of_contents(page, room.side, rows)
        shown = _cards(view.beside, room, rows - above)
        foot = _foot(_without(shown, view), measure)
    page = replace(page, foot=foot, beside=tuple(lines for _, lines in shown))
    return _placed(page, view, room, rows)


def _set(view: View, measure: int, room: Room, rows: int, *, is_wide: bool) -> Page:
    """The page in lines: as generously as it fits in these rows, and begins where it shall."""
    is_beside = bool(view.beside) and room.side > 0
    blocks = view.blocks if is_beside else _in_one_column(view)
    tile = room.main if room.has_middle and not _is_article(view) else 0

    choices = 0 if view.reading else sum(isinstance(block, Choice) for block in blocks)
    densities = [*_densities(view, measure, room, is_wide=is_wide)]
    page = Page((), ())
    for density in densities:
        height = choices * 2 * (1 + density.padding)  # a line, its air, and a line to the next one
        if density.padding and height > rows and density is not densities[-1]:
            continue
        page = typeset(
            blocks,
            measure,
            numbered=view.numbered,
            density=density,
            width=room.width,
            tile=tile,
        )
        above = _ABOVE_SHORT if density.padding > 1 and _may_be_lower(view, room) else 0
        if len(page.lines) + above <= rows:
            break
    return page


def _placed(page: Page, view: View, room: Room, rows: int) -> Page:
    """The page where it stands on the screen: below its large title, or lower if it is short."""
    if _has_large_title(view, room):
        return _below_title(page, view, room)
    taken = max(len(page.lines), sum(len(card) + 1 for card in page.beside) - 1)
    if not _may_be_lower(view, room) or page.second_at or rows - taken < _ABOVE_SHORT:
        return page
    above = ((),) * (_ABOVE_SHORTEST if 2 * taken < rows else _ABOVE_SHORT)
    beside = ((*above, *page.beside[0]), *page.beside[1:]) if page.beside else ()
    return replace(_lowered(page, above), beside=beside)


def _may_be_lower(view: View, room: Room) -> bool:
    """Whether the page begins lower on a full screen if it is short."""
    return room.is_grand and not (view.box or _has_large_title(view, room))


def _lowered(page: Page, above: tuple[Line, ...]) -> Page:
    """The page below some lines."""
    down = len(above)
    spots = (replace(s, first=s.first + down, last=s.last + down) for s in page.spots)
    return replace(page, lines=(*above, *page.lines), spots=tuple(spots))


def _below_title(page: Page, view: View, room: Room) -> Page:
    """The page below its title in large letters, where there is room for both."""
    is_beside_contents = view.reading and room.has_middle
    columns = MEASURE + GAP - 1 if is_beside_contents else room.width
    drawn = large(view.large, columns, _TITLE_ROWS)
    # A heading of the third level is no part of the contents.
    head = (*((Piece(line, "heading3"),) for line in drawn), *[()] * _BELOW_TITLE)
    is_too_long = not view.reading and len(page.lines) + len(head) > room.rows - len(page.foot)
    if not drawn or is_too_long:
        return page
    return replace(_lowered(page, head), has_title=True)


def _has_large_title(view: View, room: Room) -> bool:
    return room.is_grand and room.half_blocks and bool(view.large)


def _in_one_column(view: View) -> tuple[Block, ...]:
    """What would stand beside stands before the ways on, which end the page."""
    blocks = view.blocks
    ends = (n for n, pair in enumerate(pairwise(blocks)) if _leads_on(*pair))
    at = max(ends, default=len(blocks)) if view.beside else len(blocks)
    return (*blocks[:at], *view.beside, *blocks[at:])


def _leads_on(block: Block, following: Block) -> bool:
    return isinstance(block, Heading) and isinstance(following, Choice)


def _is_article(view: View) -> bool:
    """Whether it is text that scrolls at any size."""
    return view.reading and view.box is None


def _densities(view: View, measure: int, room: Room, *, is_wide: bool) -> Iterator[Density]:
    """The ways to set a page, from the most generous one; the last where none fits."""
    padding = room.padding
    if is_wide:
        air = 1 if room.is_low else _GENEROUS  # more than between the lines of a step
        yield Density(Spacing.WIDE, padding, air=air)
        if padding and not _is_article(view):
            yield Density(Spacing.WIDE, rim=padding, air=air)
    elif _is_article(view):
        on_cards = padding if room.is_grand else 0
        usual = Density(air=padding, padding=on_cards, rim=padding, is_even=room.is_grand)
        if room.is_tall and _least_rows(view, measure) < room.rows:
            yield usual._replace(spacing=Spacing.APART)
        yield usual
    elif room.is_tall:
        airy = Density(
            Spacing.APART, padding, asked=1, has_figures=room.half_blocks, has_airy_calls=True
        )
        for is_even in (False, True) if room.has_surfaces else ():
            yield airy._replace(padding=_GENEROUS, asked=_GENEROUS, is_even=is_even)
        yield airy
        even = airy._replace(is_even=True)
        yield even
        even = even._replace(has_low_tools=True)
        tight = even._replace(is_tight=True)
        yield even._replace(air=1)
        yield even
        yield tight._replace(air=1)
        yield tight
        tight = tight._replace(has_few_notes=True)
        yield tight
        low = tight._replace(has_airy_calls=False)
        yield low
        yield low._replace(has_figures=False)
        flat = low._replace(padding=0, has_few_notes=False)
        for asked, rim, is_close in ((1, 1, False), (0, 1, False), (0, 1, True), (0, 0, False)):
            flat = flat._replace(asked=asked, rim=rim, is_close=is_close)
            yield flat._replace(is_even=False, is_tight=False)
            yield flat._replace(is_tight=False)
        yield flat
        yield CLOSE
        yield Density(Spacing.APART)
    else:
        yield CLOSE
        yield Density(is_tight=True)
        yield Density(is_tight=True, is_short=measure < _SHORT_MEASURE)


def _least_rows(view: View, measure: int) -> int:
    """Lines that an airy article takes at least: its letters, and an empty one for each block."""
    return sum(len(text_of(block)) // measure + 2 for block in view.blocks)


def _foot(blocks: tuple[Block, ...], measure: int) -> tuple[Line, ...]:
    return tuple(on_ground(typeset(blocks, measure).lines, measure, "notice", padding=0))


def _without(shown: list[tuple[Block, Lines]], view: View) -> tuple[Block, ...]:
    """The line of numbers, without those of the cards."""
    return without_shown(view.always, view.always_short, [block for block, _ in shown])


def _cards(blocks: tuple[Block, ...], room: Room, rows: int) -> list[tuple[Block, Lines]]:
    """What stands beside, card by card, as many as have room; all of them look alike."""
    low = Density(Spacing.APART, room.padding)
    airy = low._replace(has_figures=room.is_tall and room.half_blocks, has_airy_calls=True)
    parts: list[Block] = []
    for block in blocks:
        parts += [Calls((call,)) for call in block.calls] if isinstance(block, Calls) else [block]
    grand = airy._replace(padding=_GENEROUS)
    generous = [grand] if room.is_grand else []
    # Numbers are large as long as there is room for one, even if fewer stand there.
    for looks in ([*generous, airy], [low]):
        ways = (_those_that_fit(parts, room.side, rows, look) for look in looks)
        if most := max(ways, key=len):
            return most
    return []


def _those_that_fit(
    parts: Sequence[Block], width: int, rows: int, density: Density
) -> list[tuple[Block, Lines]]:
    """The cards that have room one below the other; one that is too high makes way for the next."""
    cards: list[tuple[Block, Lines]] = []
    for part in parts:
        lines = typeset([part], width, density=density).lines
        if len(lines) <= rows:
            cards.append((part, lines))
            rows -= len(lines) + 1
    return cards
