"""Pictures for a page in a browser: a code for a phone, and a drawing of people and lines."""

import re
from collections.abc import Iterator
from html import escape

from kiosk.content.blocks import Spans
from kiosk.pages.qr import code_of

_ACROSS, _DOWN = 10, 20
"""A cell of a drawing, in the picture's own measure: as narrow as a letter's."""
_ENDS = {
    "─": ((-1, 0), (1, 0)),
    "│": ((0, -1), (0, 1)),
    "┬": ((-1, 0), (1, 0), (0, 1)),
    "├": ((0, -1), (0, 1), (1, 0)),
    "└": ((0, -1), (1, 0)),
    "┤": ((0, -1), (0, 1), (-1, 0)),
}
"""To which sides of its cell a character's lines go from the middle."""
SIGNS = {"O": "of", "@": "may", "·": "end"}
"""The signs of people: who is in the picture, who may pass it on, where it stops."""
_WORDS = re.compile(r"[A-Za-z0-9]+(?: [A-Za-z0-9]+)*")
_PERSON = 8
"""A person's radius."""


def code_svg(address: str) -> str:
    """The QR code of an address, with the quiet zone that ISO/IEC 18004 asks for."""
    drawn = code_of(address).svg_inline(
        border=4, light="#fff", svgclass="code", lineclass=None, omitsize=True
    )
    return f'<div class="code" role="img" aria-label="QR">{drawn}</div>'


def drawing_svg(lines: tuple[Spans, ...]) -> str:
    """A drawing that was written as text; what it shows stands in the words beside it."""
    cells = [list(_cells(line)) for line in lines]
    width = max(map(len, cells), default=0) * _ACROSS
    parts: list[str] = []
    path = ""
    for row, line in enumerate(cells):
        y = row * _DOWN + _DOWN // 2
        for column, (character, style) in enumerate(line):
            x = column * _ACROSS + _ACROSS // 2
            if style == "strong":
                parts.append(_person(character, x, y))
            for dx, dy in _ENDS.get(character, ()):
                path += f"M{x} {y}l{dx * _ACROSS // 2} {dy * _DOWN // 2}"
        parts += (_word(text, x, y) for text, x in _words(lines[row]))
    return (
        f'<svg class="drawing" aria-hidden="true" viewBox="-4 0 {width + 8} {len(lines) * _DOWN}">'
        f'<path d="{path}"/>{"".join(parts)}</svg>'
    )


def sign_svg(sign: str) -> str:
    """One of a drawing's signs, for the line that says what it means."""
    return f'<svg class="sign" aria-hidden="true" viewBox="-9 -9 18 18">{_person(sign, 0, 0)}</svg>'


def _person(sign: str, x: int, y: int) -> str:
    kind = SIGNS.get(sign, "end")
    radius = _PERSON // 2 if kind == "end" else _PERSON
    return f'<circle class="{kind}" cx="{x}" cy="{y}" r="{radius - 1}"/>'


def _cells(line: Spans) -> Iterator[tuple[str, str]]:
    for span in line:
        yield from ((character, span.style) for character in span.text)


def _words(line: Spans) -> Iterator[tuple[str, int]]:
    """The words in a line, and where they begin; a single space parts no words."""
    text = "".join(span.text if span.style != "strong" else " " for span in line)
    for found in _WORDS.finditer(text):
        yield found[0], found.start() * _ACROSS


def _word(text: str, x: int, y: int) -> str:
    return f'<text x="{x + 2}" y="{y + 4}">{escape(text)}</text>'
