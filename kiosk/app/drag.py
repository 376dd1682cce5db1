"""A page follows a finger, or the mouse with its button down; and a drag is no click."""

from textual import events

_BEGINS_AT_ROWS = 2
"""What moves less is a click, since fingers and shaky hands never keep quite still."""


class Drag:
    """What is being dragged, if anything is."""

    def __init__(self) -> None:
        self._row: int | None = None
        self._is_on = False

    def rows(self, event: events.InputEvent) -> int | None:
        """By how many rows the page is to move on, down being more than 0.

        Args:
            event: A key, a click, or a move.

        Returns:
            None where the event is no part of a drag, and may do what it does elsewhere.
        """
        match event:
            case events.MouseDown():
                self._row, self._is_on = int(event.y), False
            case events.MouseUp():
                was_on, self._row, self._is_on = self._is_on, None, False
                return 0 if was_on else None
            case events.MouseMove() if self._row is not None:
                rows = self._row - int(event.y)
                self._is_on |= abs(rows) >= _BEGINS_AT_ROWS
                if self._is_on:
                    self._row = int(event.y)
                    return rows
                return 0
        return None
