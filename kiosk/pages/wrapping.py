"""Words to lines of styled pieces: greedy, nothing cut off, a number never torn apart."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

import msgspec
from rich.cells import cell_len

from kiosk.content.blocks import Span, Spans

_SPACE = re.compile(r"[ \t\r\n]")
"""What parts words. The no-break space does not: it holds a number together."""
_LONGEST_WITH_NUMBER = 28
"""Cells that a number and the word before it may take to be kept on one line."""
_LEAST_WORDS = 4
"""Words of a text that is long enough to have no last word alone."""
_LONGEST_ALONE = 10
"""Cells of a last word that may not stand alone on its line; a longer one may."""
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
_Runs = Sequence[tuple[Span, int]]
_known: ContextVar[dict[tuple[_Runs, int], list[Line]] | None] = ContextVar("known", default=None)
"""What was wrapped while it was remembered."""


@contextmanager
def remembering() -> Iterator[None]:
    """Wrap only once what stands on many pages, while they are made; two thirds of it does.

    Afterwards nothing is remembered, for visitors type.
    """
    token = _known.set({})
    try:
        yield
    finally:
        _known.reset(token)


def fill(line: Sequence[Piece], measure: int, spot: int, ground: str = "") -> Line:
    """The line filled up to the measure, so that all of a choice can be seen and clicked."""
    space = measure - width_of(line)
    return (*line, Piece(" " * space, "plain", spot, ground)) if space > 0 else tuple(line)


def width_of(line: Sequence[Piece]) -> int:
    """The cells that a line takes."""
    width = 0
    for piece in line:  # of every word of every page, before an edit is shown: so no generator
        width += len(piece.text) if piece.text.isascii() else cell_len(piece.text)
    return width


def wrap_spans(spans: Spans, measure: int) -> Iterator[Line]:
    """Text in which nothing can be chosen, in lines."""
    return wrap_runs([(span, NO_SPOT) for span in spans], measure)


def wrap_runs(runs: _Runs, measure: int) -> Iterator[Line]:
    """Fill lines with words greedily; only white space parts words.

    A last word that would stand alone takes the one before it along.
    """
    known = _known.get()
    if known is None:
        return iter(_wrapped(runs, measure))
    key = tuple(runs), measure
    if key not in known:
        known[key] = _wrapped(runs, measure)
    return iter(known[key])


def _wrapped(runs: _Runs, measure: int) -> list[Line]:
    words = list(_words(runs, min(_LONGEST_WITH_NUMBER, measure)))
    lines = list(_filled(words, measure))
    if _ends_alone(lines, words, measure):
        lines = list(_filled(words, measure, broken_at=len(words) - 2))
    return lines


def _ends_alone(lines: Sequence[Line], words: Sequence[Sequence[Piece]], measure: int) -> bool:
    """Whether the last line is one short word, and the line before can spare another one."""
    if len(lines) < 2 or len(words) < _LEAST_WORDS:
        return False
    spared, last = map(width_of, words[-2:])
    is_alone = width_of(lines[-1]) == last <= _LONGEST_ALONE and " " not in words[-1][0].text
    fits = spared + 1 + last <= measure
    return is_alone and fits and width_of(lines[-2]) - spared > spared


def _filled(
    words: Sequence[Sequence[Piece]], measure: int, *, broken_at: int = 0
) -> Iterator[Line]:
    line = _Filling()
    for number, word in enumerate(words):
        width = width_of(word)
        if line.texts and (line.used + 1 + width > measure or number == broken_at):
            yield line.taken()
        if line.texts:
            # A space inside one link belongs to the link, so that its line is unbroken.
            same = line.looks[-1] == _look(word[0])
            line.add(" ", *(line.looks[-1] if same else ("plain", NO_SPOT)))
            line.used += 1
        *full, rest = _split(word, measure) if width > measure else [word]
        for part in full:
            line.add_all(part)
            yield line.taken()
        line.add_all(rest)
        line.used += width_of(rest) if full else width
    if line.texts:
        yield line.taken()


class _Filling:
    """A line that is being filled; neighbouring pieces that look the same are one."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.looks: list[tuple[str, int]] = []
        self.used = 0

    def add(self, text: str, style: str, spot: int) -> None:
        if self.looks and self.looks[-1] == (style, spot):
            self.texts[-1] += text
        else:
            self.texts.append(text)
            self.looks.append((style, spot))

    def add_all(self, word: Sequence[Piece]) -> None:
        for piece in word:
            self.add(piece.text, piece.style, piece.spot)

    def taken(self) -> Line:
        """The line; the next one is empty."""
        line = tuple(map(Piece, self.texts, *zip(*self.looks, strict=True)))
        self.texts, self.looks, self.used = [], [], 0
        return line


def _words(runs: _Runs, longest: int) -> Iterator[list[Piece]]:
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


def _single_words(runs: _Runs) -> Iterator[list[Piece]]:
    """The words, each in as many pieces as it has styles."""
    word: list[Piece] = []
    for span, spot in runs:
        style = span.style
        for index, part in enumerate(_SPACE.split(span.text)):
            if index and word:
                yield word
                word = []
            if part:
                word.append(Piece(part.replace("\N{NO-BREAK SPACE}", " "), style, spot))
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
