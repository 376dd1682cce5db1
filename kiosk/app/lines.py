"""Widgets that draw lines made elsewhere: the roles of a line become colours here."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

ROLES = (
    "plain",
    "strong",
    "emphasis",
    "link",
    "number",
    "call-number",
    "done",
    "soft",
    "choice",
    "heading2",
    "heading3",
    "title",
    "rule",
    "way",
    "key",
    "key-chosen",
    "leave",
    "chosen",
    "chosen-urgent",
    "mark",
    "bar",
    "said",
    "code",
    "code-dark",
    "dimmed",
    "edge",
    "quote",
    "leave-edge",
)
"""Every role of text; each has a rule in `styles/roles.tcss`."""
GROUNDS = ("card", "urgent", "call", "notice", "asked", "head", "band")
"""Every surface; each has a rule there, too, of which only the ground counts."""
_OWN_GROUND = frozenset(
    {"key", "key-chosen", "leave", "leave-edge", "mark", "bar", "said", "code", "code-dark"}
)
"""Roles that look the same on every surface."""
ROLE_CLASSES = {f"role--{role}" for role in (*ROLES, *GROUNDS)}
"""The roles as component classes, which the screen has for all its line widgets."""

Run = tuple[str, str] | tuple[str, str, str]
"""A text, its role, and the surface it stands on if that is not the line's."""
MARKED, MARKED_URGENT, HEAD = "chosen", "chosen-urgent", "head"
_INKED = (MARKED, MARKED_URGENT, HEAD, "asked")
"""The surfaces of what Enter would open, of the title and of a question change the ink, too."""
_CALL_GROUNDS = ("call", "notice")
"""The surfaces of those who can be called: on them, a number has an ink of its own."""
FLAT = "-flat"
"""The class of the screen while the theme has no surfaces."""
FEW = "-few-glyphs"
"""The class of the screen while the font has only 256 characters."""
_BLOCK = "█"
_QUOTES = "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"
FEW_GLYPHS = str.maketrans(f"┃▌…━✓{_QUOTES}", '│║>═x""')
"""What stands in there for a character that such a font may lack."""


class LineWidget(Widget):
    """A widget that draws itself line by line, in roles."""

    def strip(self, runs: Iterable[Run], *, ground: str = "", width: int = 0) -> Strip:
        """A line as Textual draws it, filled up to a width.

        Args:
            runs: The line's texts and their roles.
            ground: The surface that the line stands on; the page itself where empty.
            width: The cells of the line; the widget's where 0.
        """
        segments = [
            Segment(text, self._style(role, *own, ground)) for text, role, *own in runs if text
        ]
        if self.screen.has_class(FEW):
            segments = [Segment(s.text.translate(FEW_GLYPHS), s.style) for s in segments]
        if any(_BLOCK in segment.text for segment in segments):
            segments = [part for segment in segments for part in _solid(segment)]
        return Strip(segments).adjust_cell_length(
            width or self.size.width, self._style("plain", ground)
        )

    def _style(self, role: str, *grounds: str) -> Style:
        """A role on the first surface that is named."""
        ground = next(filter(None, grounds), "")
        if role == "number" and ground in _CALL_GROUNDS:
            role = "call-number"
        style = self._role_style(role)
        if not ground or role in _OWN_GROUND:
            return style
        if ground in _INKED:
            return style + self._role_style(ground)
        return _laid_on(style, self._role_style(ground))

    def _role_style(self, role: str) -> Style:
        return self.screen.get_component_rich_style(f"role--{role}")


def _solid(segment: Segment) -> Iterator[Segment]:
    """A text with its full blocks as grounds, where there are colours: no font leaves gaps then."""
    style = segment.style
    if style is None or style.color is None or style.color.is_default:
        yield segment
        return
    for is_block, run in groupby(segment.text, _BLOCK.__eq__):
        text = "".join(run)
        yield Segment(" " * len(text), _filled(style)) if is_block else Segment(text, style)


@cache
def _filled(style: Style) -> Style:
    """A ground in a look's ink."""
    return style + Style(bgcolor=style.color)


@cache
def _laid_on(style: Style, ground: Style) -> Style:
    """A look on another ground; there are as many as roles and surfaces of all themes."""
    return style + Style(bgcolor=ground.bgcolor)
