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


class ShownTheme:
    """The theme that is on the screen.

    Args:
        colours: How many colours the terminal has.
        usual: The theme that staff have chosen.
    """

    def __init__(self, colours: int, usual: str) -> None:
        self._usual = self.name = theme_for(colours, usual)

    @property
    def has_names(self) -> bool:
        """Whether its colours are the terminal's own, by name; then there is none to choose."""
        return self._usual in NAMED_COLOURS

    @property
    def chosen(self) -> str:
        """Its name, where visitors may choose; nothing otherwise."""
        return "" if self.has_names else self.name

    def wish(self, theme: str) -> bool:
        """Show a theme if there is a choice, or the usual one where the name is empty.

        Returns:
            Whether that is another one than before.
        """
        before = self.name
        self.name = self._usual if self.has_names else theme or self._usual
        return self.name != before


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
