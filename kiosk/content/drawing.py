"""Drawings that are written as text: people by their signs, and the lines between them."""

from collections.abc import Collection
from itertools import groupby

from kiosk.content.blocks import Span, Spans, Style
from kiosk.content.faults import FaultList
from kiosk.content.records import Passage

WIDEST = 20
"""Cells, so that a screen of 40 columns still has room for words beside it."""
MOST_LINES = 10
"""So that all of it is seen at once on a screen of 24 rows, and nearly all on one of 12."""
_LINES = frozenset("─│┬├└┤ ")
"""What every terminal has to draw lines with."""


def read_drawing(passage: Passage, signs: Collection[str], faults: FaultList) -> tuple[Spans, ...]:
    """Read a drawing, and note what would not be shown as it was meant.

    Args:
        passage: The drawing as it stands in the file.
        signs: The characters that stand for people.
        faults: Takes the faults.

    Returns:
        Its lines; a sign, a line and a word are told apart by their styles, too.
    """
    drawing = passage.text.split("\n")
    if len(drawing) > MOST_LINES:
        faults.add(passage.line, f"A drawing has {MOST_LINES} lines at most; this one has more.")
    if not set(passage.text) & set(signs):
        faults.add(passage.line, "Nobody is in this drawing; draw people with the signs above.")
    for number, line in enumerate(drawing, passage.line):
        if len(line) > WIDEST:
            faults.add(number, f"A line of a drawing has {WIDEST} characters at most.")
        strange = sorted(set(line) - set(signs) - _LINES - _words_in(line))
        if strange:
            known = " ".join((*signs, *sorted(_LINES - {" "})))
            faults.add(number, f"'{''.join(strange)}' cannot be drawn; draw with words and {known}")
    return tuple(_spans(line, signs) for line in drawing)


def _words_in(line: str) -> set[str]:
    return {character for character in line if character.isascii() and character.isalnum()}


def _spans(line: str, signs: Collection[str]) -> Spans:
    def style(character: str) -> Style:
        if character in signs:
            return "strong"
        return "soft" if character in _LINES else "plain"

    return tuple(Span("".join(run), name) for name, run in groupby(line, style))
