"""Numbers in figures three rows high, of half blocks: for a number that is to be dialled.

Five pixels by three, which is the smallest that nobody misreads.
"""

from kiosk.pages.half_blocks import half_blocks

_FIGURES = {
    "0": "### #.# #.# #.# ###",
    "1": "##. .#. .#. .#. ###",
    "2": "### ..# ### #.. ###",
    "3": "### ..# ### ..# ###",
    "4": "#.# #.# ### ..# ..#",
    "5": "### #.. ### ..# ###",
    "6": "### #.. ### #.# ###",
    "7": "### ..# ..# ..# ..#",
    "8": "### #.# ### #.# ###",
    "9": "### #.# ### ..# ###",
}


_SPACES = (3, 2)
"""Pixels that stand for a space, where there is room and where there is less."""


def numerals(number: str, width: int) -> tuple[str, ...]:
    """A number in large figures, as three lines of one width.

    Args:
        number: Digits and spaces.
        width: The cells there are.

    Returns:
        The lines; none where the number is longer, or has other signs.
    """
    if not number or set(number) - _FIGURES.keys() - {" "}:
        return ()
    groups = [[_FIGURES[sign].split() for sign in group] for group in number.split()]
    for space in _SPACES:
        rows = [
            ("." * space).join(".".join(figure[row] for figure in group) for group in groups)
            for row in range(5)
        ]
        if len(rows[0]) <= width:
            pixels = [[sign == "#" for sign in row] for row in rows]
            # The row that is over stands above, where the letters of a line reach down.
            return tuple(half_blocks([[False] * len(rows[0]), *pixels]))
    return ()
