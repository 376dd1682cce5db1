"""Numbers in figures three rows high, of half blocks: for a number that is to be dialled.

Five pixels by three, or by two for a 1, which is the smallest that nobody misreads.
"""

from collections.abc import Iterator

_FIGURES = {
    "0": "### #.# #.# #.# ###",
    "1": "## .# .# .# .#",
    "2": "### ..# ### #.. ###",
    "3": "### ..# ### ..# ###",
    "4": "#.# #.# ### ..# ..#",
    "5": "### #.. ### ..# ###",
    "6": "### #.. ### #.# ###",
    "7": "### ..# ..# ..# ..#",
    "8": "### #.# ### #.# ###",
    "9": "### #.# ### ..# ###",
    " ": ". . . . .",
}
_HALVES = {"..": " ", "#.": "▀", ".#": "▄", "##": "█"}


def numerals(number: str) -> tuple[str, ...]:
    """A number in large figures, as three lines of one width; none where it has other signs."""
    if not number or set(number) - _FIGURES.keys():
        return ()
    figures = [_FIGURES[sign].split() for sign in number]
    pixels = [".".join(figure[row] for figure in figures) for row in range(5)]
    pixels.append("." * len(pixels[0]))
    return tuple(_lines(pixels))


def _lines(pixels: list[str]) -> Iterator[str]:
    for upper, lower in zip(pixels[::2], pixels[1::2], strict=True):
        yield "".join(_HALVES[top + bottom] for top, bottom in zip(upper, lower, strict=True))
