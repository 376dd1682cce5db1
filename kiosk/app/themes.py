"""The themes: each a file of design tokens in `styles/themes/`, as variables for every style sheet.

Textual gives a variable no further than the file it stands in; these are handed to all files.
"""

import re
from functools import cache
from pathlib import Path

from kiosk.settings import FEW_COLOURS

NO_COLOURS = "plain"
"""The theme of a terminal without colours."""
NAMED_COLOURS = (FEW_COLOURS, NO_COLOURS)
"""The themes that name the terminal's own colours; there is no choosing between these."""
_TOKEN = re.compile(r"^\$([a-z][a-z0-9-]*):\s*([^;]+);", re.MULTILINE)
_FEW, _MANY = 8, 256


def theme_for(colours: int, wished: str) -> str:
    """The theme to show.

    Args:
        colours: How many colours the terminal has.
        wished: The theme that there shall be, if the terminal can show it.
    """
    if colours < _FEW:
        return NO_COLOURS
    return wished if colours >= _MANY else FEW_COLOURS


@cache
def read_tokens(styles: Path, theme: str) -> dict[str, str]:
    """The tokens of a theme by name, without the dollar.

    Args:
        styles: The folder of the style sheets.
        theme: The theme's name.
    """
    text = (styles / "themes" / f"{theme}.tcss").read_text(encoding="utf-8")
    return {name: value.strip() for name, value in _TOKEN.findall(text)}


def style_sheets(styles: Path) -> list[Path]:
    """The style sheets themselves, in a fixed order."""
    return sorted(styles.glob("*.tcss"))
