"""Pixels in half blocks: two rows of them in a row of cells, so that a pixel is nearly square."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

_BLOCKS = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def half_blocks(rows: Sequence[Sequence[bool]]) -> Iterator[str]:
    """The lines that show these rows; below a last one that is left over, there is nothing."""
    for upper, lower in zip_longest(rows[::2], rows[1::2], fillvalue=()):
        yield "".join(_BLOCKS[pair] for pair in zip_longest(upper, lower, fillvalue=False))
