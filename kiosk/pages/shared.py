"""Keeps one of all that is equal on many pages: gaps, rules, calls, the foot of each plan."""

import msgspec

from kiosk.pages.page import Page
from kiosk.pages.wrapping import Line, Piece


class Shared:
    """What was kept so far. It lasts for as long as pages are made, and no longer."""

    def __init__(self) -> None:
        self._known: dict[Line, Line] = {}
        self._pieces: dict[Piece, Piece] = {}
        self._texts: dict[str, str] = {}

    def page(self, page: Page) -> Page:
        """The page, of what was kept before wherever it is equal."""
        return msgspec.structs.replace(
            page,
            lines=self._lines(page.lines),
            beside=tuple(map(self._lines, page.beside)),
            foot=self._lines(page.foot),
        )

    def _lines(self, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        return tuple(map(self._line, lines))

    def _line(self, line: Line) -> Line:
        if line not in self._known:
            self._known[line] = tuple(map(self._piece, line))
        return self._known[line]

    def _piece(self, piece: Piece) -> Piece:
        if piece not in self._pieces:
            text = self._texts.setdefault(piece.text, piece.text)
            self._pieces[piece] = msgspec.structs.replace(piece, text=text)
        return self._pieces[piece]
