"""The line that is read, where a visitor wants only that one and its neighbours to be seen. Pure.

It moves over every line with words on it, and marks the choices that it comes to.
"""

from kiosk.pages.reader import Reader

_NEIGHBOURS = 1
"""Lines above and below that are seen, too."""


def begin(reader: Reader) -> int:
    """The line to begin with: the first one in sight that has words on it."""
    return _next(reader, reader.top - 1, 1)


def is_seen(reader: Reader, line: int, number: int) -> bool:
    """Whether a line of the page is to be seen.

    Args:
        reader: Where on which page the visitor is.
        line: The line that is read, from 0.
        number: The line that is asked for.
    """
    first, last = _read(reader, line)
    return first - _NEIGHBOURS <= number <= last + _NEIGHBOURS


def moved(reader: Reader, line: int, how: str) -> int:
    """Move as the arrows say, line by line, and otherwise as the reader does.

    Args:
        reader: Where on which page the visitor is; it follows.
        line: The line that is read, from 0.
        how: A method of the reader, by name.

    Returns:
        The line that is read then.
    """
    first, last = _read(reader, line)
    match how:
        case "down":
            return at(reader, _next(reader, last, 1))
        case "up":
            return at(reader, _next(reader, first, -1))
    getattr(reader, how)()
    return at(reader, _next(reader, len(reader.page.lines), -1) if how == "end" else begin(reader))


def at(reader: Reader, line: int) -> int:
    """Read a line, and mark the choice that stands there, if one does."""
    spots = enumerate(reader.page.spots)
    choice = (n for n, spot in spots if spot.is_choice and spot.first <= line <= spot.last)
    spot = next(choice, None)
    last = line if spot is None else reader.page.spots[spot].last
    reader.show_lines(line, last)
    reader.spot = spot  # after that, since scrolling marks what is in sight
    return line


def _read(reader: Reader, line: int) -> tuple[int, int]:
    """The first and the last line of what is read: all of what is marked, or a line."""
    spot = reader.chosen
    return (line, line) if spot is None else (spot.first, spot.last)


def _next(reader: Reader, line: int, step: int) -> int:
    """The next line with words on it; the same where there is none."""
    lines = reader.page.lines
    numbers = range(line + 1, len(lines)) if step > 0 else range(line - 1, -1, -1)
    has_words = (n for n in numbers if any(piece.text.strip() for piece in lines[n]))
    return next(has_words, min(max(line, 0), len(lines) - 1))
