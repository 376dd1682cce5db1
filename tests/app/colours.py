"""What a screen really looks like: the colours and weights of all cells, and how they differ."""

from collections.abc import Iterator
from typing import NamedTuple

from rich.color import Color, ColorSystem, ColorType
from rich.style import Style

from kiosk.app.lines import FEW_GLYPHS
from kiosk.pages.typesetting import MARKER
from tests.app.kiosk import TestKiosk

Rgb = tuple[int, int, int]
_BARS = MARKER, MARKER.translate(FEW_GLYPHS)
_VGA = "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa"
_VGA_BRIGHT = "555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff"
_XTERM = "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5"
_XTERM_BRIGHT = "7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff"
PALETTES = {
    "the kernel's console": f"{_VGA} {_VGA_BRIGHT}".split(),
    "xterm": f"{_XTERM} {_XTERM_BRIGHT}".split(),
}
"""What the sixteen colours are on two terminals."""


class Run(NamedTuple):
    """A text on the screen in one style."""

    text: str
    style: Style
    line: str
    """The whole line, for messages."""


def runs_of(kiosk: TestKiosk) -> Iterator[Run]:
    """Everything that is seen on the screen; a bar that fills its cell is a ground, and no text."""
    for strip in kiosk.screen._compositor.render_strips():
        line = "".join(segment.text for segment in strip).strip()
        for text, style, _ in strip:
            assert style is not None
            fills = text in _BARS and style.color == style.bgcolor
            if text.strip() and not fills:
                yield Run(text, style, line)


def contrast_of(style: Style, system: ColorSystem, palette: list[str]) -> float:
    """The contrast of a style's two colours, from 1 to 21, as WCAG 2.2 defines it.

    Args:
        style: The style.
        system: The colours that the terminal has; others become the nearest of these.
        palette: The sixteen colours that have names.
    """
    assert style.color is not None
    assert style.bgcolor is not None
    colours = (style.color.downgrade(system), style.bgcolor.downgrade(system))
    light, dark = sorted((_luminance(_rgb(colour, palette)) for colour in colours), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _rgb(colour: Color, palette: list[str]) -> Rgb:
    if colour.type is ColorType.STANDARD:
        assert colour.number is not None
        red, green, blue = bytes.fromhex(palette[colour.number])
        return red, green, blue
    assert not colour.is_default, "Nobody knows what a terminal's default colour is."
    return colour.get_truecolor()


def _luminance(rgb: Rgb) -> float:
    parts = [value / 255 for value in rgb]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
