"""Words to lines of styled pieces: greedy, nothing cut off, a number never torn apart."""

import re
from collections.abc import Iterator, Sequence

import msgspec
from rich.cells import cell_len

from kiosk.content.blocks import Span, Spans

_SPACE = re.compile(r"[ \t\r\n]")
"""What parts words. The no-break space does not: it holds a number together."""
_LONGEST_WITH_NUMBER = 28
"""Cells that a number and the word before it may take to be kept on one line."""
NO_SPOT = -1
"""Stands where nothing can be chosen."""


class Piece(msgspec.Struct, frozen=True):
    """A run of one style in a set line."""

    text: str
    style: str
    spot: int = NO_SPOT
    """Which spot of the page it belongs to, or -1."""
    ground: str = ""
    """The surface it stands on; the page itself where empty."""


Line = tuple[Piece, ...]


def fill(line: Sequence[Piece], measure: int, spot: int, ground: str = "") -> Line:
    """The line filled up to the measure, so that all of a choice can be seen and clicked."""
    space = measure - width_of(line)
    return (*line, Piece(" " * space, "plain", spot, ground)) if space > 0 else tuple(line)


def width_of(line: Sequence[Piece]) -> int:
    """The cells that a line takes."""
    return sum(cell_len(piece.text) for piece in line)


def wrap_spans(spans: Spans, measure: int) -> Iterator[Line]:
    """Text in which nothing can be chosen, in lines."""
    return wrap_runs([(span, NO_SPOT) for span in spans], measure)


def wrap_runs(runs: Sequence[tuple[Span, int]], measure: int) -> Iterator[Line]:
    """Fill lines with words greedily; only white space parts words."""
    line: list[Piece] = []
    used = 0
    for word in _words(runs, min(_LONGEST_WITH_NUMBER, measure)):
        width = width_of(word)
        if line and used + 1 + width > measure:
            yield _joined(line)
            line, used = [], 0
        if line:
            # A space inside one link belongs to the link, so that its line is unbroken.
            same = _look(line[-1]) == _look(word[0])
            line.append(Piece(" ", *(_look(word[0]) if same else ("plain", NO_SPOT))))
            used += 1
        *full, rest = _split(word, measure) if width > measure else [word]
        yield from (_joined(part) for part in full)
        line += rest
        used += width_of(rest)
    if line:
        yield _joined(line)


def _words(runs: Sequence[tuple[Span, int]], longest: int) -> Iterator[list[Piece]]:
    """What no line end may part: words, and a number with the word before it."""
    before: list[Piece] = []
    for word in _single_words(runs):
        is_number = bool(before) and word[0].style == "number" != before[-1].style
        if is_number and width_of(before) + width_of(word) < longest:
            before = [*before, Piece(" ", "plain"), *word]
            continue
        if before:
            yield before
        before = word
    if before:
        yield before


def _single_words(runs: Sequence[tuple[Span, int]]) -> Iterator[list[Piece]]:
    """The words, each in as many pieces as it has styles."""
    word: list[Piece] = []
    for span, spot in runs:
        for index, part in enumerate(_SPACE.split(span.text)):
            if index and word:
                yield word
                word = []
            if part:
                word.append(Piece(part.replace("\N{NO-BREAK SPACE}", " "), span.style, spot))
    if word:
        yield word


def _split(word: Sequence[Piece], measure: int) -> list[list[Piece]]:
    """A word that is longer than a line in parts that fit, since nothing may be cut off."""
    parts: list[list[Piece]] = [[]]
    room = measure
    for piece in word:
        for character in piece.text:
            width = cell_len(character)
            if width > room:
                parts.append([])
                room = measure
            parts[-1].append(Piece(character, piece.style, piece.spot))
            room -= width
    return parts


def _look(piece: Piece) -> tuple[str, int]:
    return piece.style, piece.spot


def _joined(line: Sequence[Piece]) -> Line:
    """Neighbouring pieces that look the same made one."""
    joined: list[Piece] = []
    for piece in line:
        if joined and _look(joined[-1]) == _look(piece):
            joined[-1] = Piece(joined[-1].text + piece.text, *_look(piece))
        else:
            joined.append(piece)
    return tuple(joined)
