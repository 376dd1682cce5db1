"""The bottom line, the same everywhere: the way out, and the other keys."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.strip import Strip

from kiosk.app.frame import frame_of, has_place
from kiosk.app.lines import LineWidget, Run
from kiosk.pages.commands import BACK, BAR, LEAVE, MOST_NEEDED, Command
from kiosk.pages.edition import Edition
from kiosk.pages.typesetting import MARKER

_SPACES: tuple[tuple[int, int], ...] = ((3, 1), (2, 1), (2, 0))
"""Cells between commands, and between a cap and its label, from the widest way; the last one is
for a low screen alone."""
_AFTER_LEAVE = 2
"""The most cells behind the way out, whose block has an edge of its own."""
_RIGHT_MARGIN = 1


@dataclass(frozen=True)
class _Item:
    """A command where it stands in the line."""

    command: Command
    key: str
    label: str
    start: int
    beside: int = 0
    """Empty cells between the cap and the label."""

    @property
    def width(self) -> int:
        return cell_len(self.key + self.gap + self.label)

    @property
    def gap(self) -> str:
        """What stands after the key: its cap's right side, and more in the block of the way out."""
        if not self.key:
            return ""
        return "  " if self.command is LEAVE else " " * (1 + self.beside)


class KeyLine(LineWidget, can_focus=True):
    """Draws the commands; each can be clicked, or reached with Tab."""

    FOCUS_ON_CLICK = False

    BINDINGS = [
        Binding("enter", "press", show=False),
        Binding("right", "step(1)", show=False),
        Binding("left", "step(-1)", show=False),
    ]

    class Pressed(Message):
        """A command was chosen."""

        def __init__(self, command: Command) -> None:
            self.command = command
            """The command to carry out."""
            super().__init__()

    class More(Message):
        """What leads further down the page was clicked."""

    def __init__(self, edition: Edition) -> None:
        super().__init__()
        self._edition = edition
        self._left_out: frozenset[Command] = frozenset()
        self._is_typed = False
        self._brief = ""
        self._chosen = LEAVE

    def show(
        self,
        edition: Edition,
        brief: str,
        left_out: frozenset[Command],
        *,
        is_typed: bool = False,
    ) -> None:
        """Change what is shown.

        Args:
            edition: The words.
            brief: Where on the page the reader is, where that has no line of its own.
            left_out: Commands that would do nothing now.
            is_typed: Whether something stands in a box, in which the key for going back moves.
        """
        shown = edition, brief, left_out, is_typed
        if shown != (self._edition, self._brief, self._left_out, self._is_typed):
            self._edition, self._brief, self._left_out, self._is_typed = shown
            self.refresh()

    def enter(self, step: int) -> None:
        """Take the focus, coming from above (step 1) or from below (step -1)."""
        self._chosen = self._commands()[0 if step > 0 else -1]
        self.focus()
        self.refresh()

    def step(self, step: int) -> bool:
        """Go to another command; False where there is none in that direction."""
        commands = self._commands()
        # A command that no longer fits has left the line; the way out never does.
        at = commands.index(self._chosen) if self._chosen in commands else 0
        if not 0 <= at + step < len(commands):
            return False
        self._chosen = commands[at + step]
        self.refresh()
        return True

    def action_step(self, step: int) -> None:
        """Go to another command."""
        self.step(step)

    def action_press(self) -> None:
        """Carry out the command that has the focus."""
        if self._chosen in self._commands():
            self.post_message(self.Pressed(self._chosen))

    def on_click(self, event: events.Click) -> None:
        """Carry out the command that was clicked; half of the space beside counts."""
        left, width, *_ = frame_of(self.size.width)
        if self._brief and event.x >= left + width - cell_len(self._brief) - 2:
            self.post_message(self.More())
            return
        for item in self._items():
            if item.start - 1 <= event.x <= item.start + item.width:
                self.post_message(self.Pressed(item.command))

    def render_line(self, y: int) -> Strip:
        """Draw the line of keys, with air around it on a high screen."""
        is_keys = y == (1 if self.size.height > 1 else 0)
        return self.strip(self._runs() if is_keys else (), ground="band")

    def _runs(self) -> Iterator[Run]:
        used = 0
        for item in self._items():
            chosen = self.has_focus and item.command is self._chosen
            role, label_role = "key", "soft" if item.key else "key"
            edge = role
            if item.command is LEAVE:
                role, label_role, edge = "leave", "leave", "leave-edge"
            if chosen:
                role = label_role = "key-chosen"
            yield " " * (item.start - used - 1), "plain"
            # The cap's left side stands in the space before, so that keys and text align.
            yield (MARKER, "bar") if chosen else (" ", edge)
            cap = item.key + item.gap
            split = len(cap) - (0 if chosen else item.beside)
            yield cap[:split], role
            yield cap[split:], label_role
            yield item.label, label_role
            used = item.start + item.width
        left, width, *_ = frame_of(self.size.width)
        space = left + width - used
        if self._brief and cell_len(self._brief) < space:
            yield " " * (space - cell_len(self._brief)) + self._brief, "soft"

    def _commands(self) -> list[Command]:
        return [item.command for item in self._items()]

    def _items(self) -> Iterator[_Item]:
        """The commands that fit, the way out always first."""
        start, width, *_ = frame_of(self.size.width)
        room, ways = width - cell_len(self._brief) - 1, _SPACES
        if has_place(self.screen.size.height):
            start += 1  # so that the block of the way out begins where cards do
            room, ways = self.size.width - start - _RIGHT_MARGIN, _SPACES[:-1]
        closest, beside = ways[-1]
        items = [
            _Item(command, self._key(command), self._label(command), 0, _beside(command, beside))
            for command in BAR
            if command not in self._left_out
        ]
        by_need = sorted(items, key=lambda item: MOST_NEEDED.index(item.command))
        while _width(items, closest) > room and len(items) > 1:
            items.remove(by_need.pop())
        for space, beside in ways:
            items = [replace(each, beside=_beside(each.command, beside)) for each in items]
            if _width(items, space) <= room:
                break
        for item in items:
            yield replace(item, start=start)
            start += item.width + _space_after(item, space)

    def _key(self, command: Command) -> str:
        if command is BACK and self._is_typed:
            return ""
        key = f"key.{command.name}"
        short = f"{key}.short"
        cap = self._edition.word(short if short in self._edition.content.words else key)
        # Its edge is of another colour in some themes, and touches no letter where there is room.
        return f" {cap}" if command is LEAVE and has_place(self.screen.size.height) else cap

    def _label(self, command: Command) -> str:
        label = self._edition.word(f"command.{command.name}")
        # A block of one colour has a cell more at its right, as a cap has.
        return f"{label} " if command is LEAVE or not self._key(command) else label


def _width(items: list[_Item], space: int) -> int:
    """The cells that items take, with a space between them."""
    taken = sum(item.width + _space_after(item, space) for item in items)
    return taken - _space_after(items[-1], space)


def _beside(command: Command, cells: int) -> int:
    return 0 if command is LEAVE else cells


def _space_after(item: _Item, space: int) -> int:
    return min(space, _AFTER_LEAVE) if item.command is LEAVE else space
