"""Widgets that draw lines made elsewhere: the roles of a line become colours here."""

from collections.abc import Iterable

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
    "said",
    "code",
    "code-dark",
)
"""Every role of text; each has a rule in `styles/roles.tcss`."""
ROLE_CLASSES = {f"role--{role}" for role in ROLES}
"""The roles as component classes, which the screen has for all its line widgets."""

Run = tuple[str, str]
"""A text and its role."""
FEW = "-few-glyphs"
"""The class of the screen while the font has only 256 characters."""
_FEW_GLYPHS = str.maketrans("┃…━✓", "│>═x")
"""What stands in there for a character that such a font may lack."""


class LineWidget(Widget):
    """A widget that draws itself line by line, in roles."""

    def strip(self, runs: Iterable[Run], *, chosen: bool = False) -> Strip:
        """A line as Textual draws it, filled up to the widget's width.

        Args:
            runs: The line's texts and their roles.
            chosen: Whether the line is the one that Enter would open.
        """
        mark = self._role_style("chosen") if chosen else Style.null()
        segments = [Segment(text, self._role_style(role) + mark) for text, role in runs if text]
        if self.screen.has_class(FEW):
            segments = [Segment(s.text.translate(_FEW_GLYPHS), s.style) for s in segments]
        return Strip(segments).adjust_cell_length(self.size.width, self._role_style("plain"))

    def _role_style(self, role: str) -> Style:
        return self.screen.get_component_rich_style(f"role--{role}")
