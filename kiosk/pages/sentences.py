"""A set page as sentences to be said, each with the cells that it takes on the page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from rich.cells import cell_len

from kiosk.pages.page import Page
from kiosk.pages.typesetting import BULLET, QUOTE_BAR
from kiosk.pages.wrapping import Line, width_of

_QUOTES = "\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
_END = re.compile(rf"[.!?][\"'{_QUOTES})]*(?=\s)")
_SILENT = re.compile(r"[\[\]_*]")


@dataclass(frozen=True)
class Sentence:
    """Something to be said in one go."""

    text: str
    """What is said: numbers to ring are spelt out in digits."""
    cells: tuple[tuple[int, int, int], ...]
    """Where it stands: line, first cell, and the cell after the last one; from 0.

    The lines of what is always in sight are below 0.
    """

    @property
    def first_line(self) -> int:
        """The line it begins on."""
        return self.cells[0][0]

    @property
    def last_line(self) -> int:
        """The line it ends on."""
        return self.cells[-1][0]


@dataclass(frozen=True)
class _Letter:
    text: str
    line: int
    cell: int
    is_number: bool


def sentences(page: Page) -> tuple[Sentence, ...]:
    """Every sentence of a page: first what is always in sight, whose lines end at -1."""
    parts = (*_parts(page.foot, -len(page.foot)), *_in_columns(page))
    found = (sentence for part in parts for sentence in _split(part))
    return tuple(sentence for sentence in found if any(map(str.isalnum, sentence.text)))


def _in_columns(page: Page) -> Iterator[list[_Letter]]:
    """The parts of the lines: those of a second column come after those of the first."""
    at = page.second_at
    if not at:
        yield from _parts(page.lines, 0)
        return
    cut = [_cut(line, at) for line in page.lines]
    yield from _parts([before for before, _ in cut], 0)
    yield from _parts([after for _, after in cut], 0, at)


def _cut(line: Line, at: int) -> tuple[Line, Line]:
    """A line up to a cell at which one of its pieces begins, and from there on, without ends."""
    ends = accumulate(width_of((piece,)) for piece in line)
    first = sum(end <= at for end in ends)
    return _bare(line[:first]), _bare(line[first:])


def _bare(line: Line) -> Line:
    """A line without the empty pieces at its end."""
    words = [n for n, piece in enumerate(line, 1) if piece.text.strip()]
    return line[: max(words, default=0)]


def _parts(lines: Sequence[Line], first: int, left: int = 0) -> Iterator[list[_Letter]]:
    """The letters of each paragraph, item, choice, row or heading.

    The lines count from `first`, and their cells from `left`.
    """
    part: list[_Letter] = []
    is_hanging = False
    for number, line in enumerate(lines):
        goes_on = part and line and not _is_row(lines[number - 1])
        if not goes_on or _has_lead(line) or (is_hanging and line[0].text.strip()):
            yield part
            part, is_hanging = [], _has_lead(line)
        part += _letters(first + number, line, left)
    yield part


def _has_lead(line: Line) -> bool:
    """Whether a line begins with the mark or the number of an item."""
    return bool(line) and line[0].text.strip() != "" and line[0].text.endswith("  ")


def _is_row(line: Line) -> bool:
    """Whether a line has a text at each side."""
    return any(len(piece.text) > 1 and not piece.text.strip() for piece in line[1:-1])


def _letters(number: int, line: Line, cell: int) -> Iterator[_Letter]:
    for piece in line:
        for text in piece.text:
            yield _Letter(text, number, cell, piece.style == "number")
            cell += cell_len(text)
    yield _Letter(" ", number, cell, is_number=False)


def _split(part: list[_Letter]) -> Iterator[Sentence]:
    text = "".join(" " if letter.text == "\N{NO-BREAK SPACE}" else letter.text for letter in part)
    start = 0
    for end in [*(match.end() for match in _END.finditer(text)), len(text)]:
        letters = part[start:end]
        while letters and not letters[0].text.strip():
            letters.pop(0)
        while letters and not letters[-1].text.strip():
            letters.pop()
        if letters:
            yield Sentence(_said(letters), tuple(_cells(letters)))
        start = end


def _cells(letters: list[_Letter]) -> Iterator[tuple[int, int, int]]:
    for line in dict.fromkeys(letter.line for letter in letters):
        cells = [letter.cell for letter in letters if letter.line == line and letter.text.strip()]
        if cells:
            yield line, cells[0], cells[-1] + 1


def _said(letters: list[_Letter]) -> str:
    text = "".join(
        f"{letter.text} " if _is_said_alone(letter) else letter.text for letter in letters
    )
    words = " ".join(_SILENT.sub(" ", text.replace(QUOTE_BAR.strip(), " ")).split())
    return words.removeprefix(f"{BULLET} ")


def _is_said_alone(letter: _Letter) -> bool:
    """Whether it is a digit of a number to ring, which is said digit by digit."""
    return letter.is_number and letter.text.isdigit()
