"""The themes: each a file of design tokens in `styles/themes/`, as variables for every style sheet.

Textual gives a variable no further than the file it stands in; these are handed to all files.
"""

import re
from functools import cache
from pathlib import Path
from string import ascii_lowercase

from rich.color import ColorSystem
from rich.style import Style

from kiosk.settings import FEW_COLOURS, THEMES

NO_COLOURS = "plain"
"""The theme of a terminal without colours."""
NAMED_COLOURS = (FEW_COLOURS, NO_COLOURS)
"""The themes that name the terminal's own colours; there is no choosing between these."""
LOOKS = dict(zip((*THEMES, *NAMED_COLOURS), ascii_lowercase, strict=False))
"""The letter of each theme, by which a visitor tells the guard which one is shown."""
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


def looks(styles: Path, colours: int, usual: str) -> dict[str, str]:
    """What the guard writes before words of its own, so that they look as the pages do.

    Args:
        styles: The folder of the style sheets.
        colours: How many colours the terminal has.
        usual: The theme that staff have chosen.

    Returns:
        By `look-` and a theme's letter, and by `look` for the usual one.
    """
    found = {f"look-{letter}": _look(styles, theme, colours) for theme, letter in LOOKS.items()}
    return {**found, "look": found[f"look-{LOOKS[theme_for(colours, usual)]}"]}


def _look(styles: Path, theme: str, colours: int) -> str:
    """Ink on paper, as a terminal with so many colours takes it."""
    if colours < _FEW:
        return ""
    tokens = read_tokens(styles, theme)
    ink, paper = (tokens[name].removeprefix("ansi_") for name in ("ink", "paper"))
    system = ColorSystem.STANDARD
    if colours >= _MANY:
        system = ColorSystem.EIGHT_BIT if colours == _MANY else ColorSystem.TRUECOLOR
    drawn = Style(color=ink, bgcolor=paper).render("|", color_system=system)
    return drawn.partition("|")[0]


def style_sheets(styles: Path) -> list[Path]:
    """The style sheets themselves, in a fixed order."""
    return sorted(styles.glob("*.tcss"))
