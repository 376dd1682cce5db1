"""The head of a page: its title and a quiet word at the right, on a band."""

from rich.cells import cell_len, set_cell_size
from textual.strip import Strip

from kiosk.app.frame import frame_of
from kiosk.app.lines import FLAT, HEAD, LineWidget
from kiosk.app.place_line import RULE


class TitleLine(LineWidget):
    """Draws the title with air around it, or without on a low screen."""

    _title = ""
    _aside = ""

    def show(self, title: str, aside: str) -> None:
        """Change what is shown."""
        self._title, self._aside = title, aside
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw a line; the title is the first one, or the second where there is air."""
        title_row = 1 if self.size.height > 2 else 0
        left, width, *_ = frame_of(self.size.width)
        indent = (" " * left, "plain")
        if y == title_row + 1 and self.screen.has_class(FLAT):
            return self.strip([indent, (RULE * width, "rule")], ground=HEAD)
        if y > title_row + 1:
            return self.strip([])
        if y != title_row:
            return self.strip([], ground=HEAD)
        title = _cut(self._title, width)
        space = width - cell_len(title)
        aside = self._aside if cell_len(self._aside) + 2 <= space else ""
        gap = (" " * (space - cell_len(aside)), "plain")
        return self.strip([indent, (title, "title"), gap, (aside, "soft")], ground=HEAD)


def _cut(text: str, cells: int) -> str:
    return text if cell_len(text) <= cells else set_cell_size(text, max(0, cells - 1)) + "…"
