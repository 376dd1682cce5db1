"""Numbers in figures three rows high, of half blocks: for a number that is to be dialled.

Five pixels by three, or by two for a 1, which is the smallest that nobody misreads.
"""

from kiosk.pages.half_blocks import half_blocks

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


def numerals(number: str) -> tuple[str, ...]:
    """A number in large figures, as three lines of one width; none where it has other signs."""
    if not number or set(number) - _FIGURES.keys():
        return ()
    figures = [_FIGURES[sign].split() for sign in number]
    rows = [".".join(figure[row] for figure in figures) for row in range(5)]
    pixels = [[sign == "#" for sign in row] for row in rows]
    # The row that is over stands above, where the letters of a line reach down.
    return tuple(half_blocks([[False] * len(pixels[0]), *pixels]))
