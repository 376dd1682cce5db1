"""The bottom line, the same everywhere: the way out, the other keys, and the place on the page."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.strip import Strip

from kiosk.app.lines import LineWidget, Run
from kiosk.app.title_line import RULE
from kiosk.neutral import margin
from kiosk.pages.commands import BAR, LEAVE, Command
from kiosk.pages.library import Library

_SPACE = 3


@dataclass(frozen=True)
class _Item:
    """A command where it stands in the line."""

    command: Command
    key: str
    label: str
    start: int

    @property
    def width(self) -> int:
        return cell_len(self.key) + 2 + cell_len(self.label)


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

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._left_out: frozenset[Command] = frozenset()
        self._place = ""
        self._chosen = LEAVE

    def show(self, library: Library, place: str, left_out: frozenset[Command]) -> None:
        """Change what is shown.

        Args:
            library: The words.
            place: How far through the page the reader is, in words.
            left_out: Commands that would do nothing now.
        """
        is_same = library is self._library
        if not is_same or (place, left_out) != (self._place, self._left_out):
            self._library, self._place, self._left_out = library, place, left_out
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
        """Carry out the command that was clicked; half of the space beside it counts."""
        for item in self._items():
            if item.start - 1 <= event.x <= item.start + item.width:
                self.post_message(self.Pressed(item.command))

    def render_line(self, y: int) -> Strip:
        """Draw the rule or the line of keys."""
        left = margin(self.size.width)
        indent = (" " * left, "plain")
        if y < self.size.height - 1:
            return self.strip([indent, (RULE * (self.size.width - 2 * left), "rule")])
        return self.strip([indent, *self._runs(left)])

    def _runs(self, left: int) -> Iterator[Run]:
        used = left
        for item in self._items():
            yield " " * (item.start - used), "plain"
            chosen = self.has_focus and item.command is self._chosen
            is_leave = item.command is LEAVE
            key_role, label_role = ("leave", "leave") if is_leave else ("key", "soft")
            if chosen:
                key_role = label_role = "leave-chosen" if is_leave else "key-chosen"
            yield item.key, key_role
            yield f"  {item.label}", label_role
            used = item.start + item.width
        space = self.size.width - left - used
        if cell_len(self._place) < space:
            yield " " * (space - cell_len(self._place)) + self._place, "soft"

    def _commands(self) -> list[Command]:
        return [item.command for item in self._items()]

    def _items(self) -> Iterator[_Item]:
        """The commands that fit, the way out always first."""
        start = margin(self.size.width)
        end = self.size.width - start - cell_len(self._place) - 1
        for command in BAR:
            if command in self._left_out:
                continue
            item = _Item(command, self._key(command), self._label(command), start)
            if start + item.width > end and command is not LEAVE:
                return
            yield item
            start += item.width + _SPACE

    def _key(self, command: Command) -> str:
        key = f"key.{command.name}"
        short = f"{key}.short"
        return self._library.word(short if short in self._library.content.words else key)

    def _label(self, command: Command) -> str:
        return self._library.word(f"command.{command.name}")
