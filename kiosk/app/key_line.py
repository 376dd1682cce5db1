"""The bottom line, the same everywhere: the way out, the other keys, and the place on the page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.strip import Strip

from kiosk.app.frame import frame_of
from kiosk.app.lines import FLAT, LineWidget, Run
from kiosk.app.title_line import RULE
from kiosk.pages.commands import BACK, BAR, LEAVE, MOST_NEEDED, Command
from kiosk.pages.edition import Edition
from kiosk.pages.typesetting import MARKER

_SPACES: tuple[tuple[int, int], ...] = ((3, 1), (2, 1), (2, 0))
"""Cells between commands, and between a cap and its label, from the widest way; the last one is
for a low screen alone."""
_AFTER_LEAVE = 2
"""The most cells behind the way out, whose block has an edge of its own."""
_RIGHT_MARGIN = 1
_AFTER_PLACE = 2
_LINES = 2
"""Those of the rule and of the keys; what is below is air."""
WAY = "━"
"""What the rule is drawn with as far as the reader has come."""


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

    class Scrolled(Message):
        """The way through the page was clicked."""

        def __init__(self, part: float | None) -> None:
            self.part = part
            """How far through the page that was, from 0 to 1; None where "More" was clicked."""
            super().__init__()

    def __init__(self, edition: Edition) -> None:
        super().__init__()
        self._edition = edition
        self._left_out: frozenset[Command] = frozenset()
        self._is_typed = False
        self._place = self._brief = ""
        self._percent = 0
        self._chosen = LEAVE

    def show(
        self,
        edition: Edition,
        place: str,
        brief: str,
        left_out: frozenset[Command],
        *,
        percent: int = 0,
        is_typed: bool = False,
    ) -> None:
        """Change what is shown.

        Args:
            edition: The words.
            place: How far through the page the reader is, in words, and how to go on.
            brief: The same where there is little room.
            left_out: Commands that would do nothing now.
            percent: How far through the page the reader is, for the rule.
            is_typed: Whether something stands in a box, in which the key for going back moves.
        """
        shown = (self._edition, self._place, self._brief, self._left_out, self._percent)
        if (*shown, self._is_typed) != (edition, place, brief, left_out, percent, is_typed):
            self._edition, self._left_out = edition, left_out
            self._place, self._brief, self._percent = place, brief, percent
            self._is_typed = is_typed
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
        """Carry out the command that was clicked, or scroll; half of the space beside counts."""
        left, width, *_ = frame_of(self.size.width)
        place = self._place if self._has_rule else self._brief
        way = width - cell_len(place) - 2 - (_AFTER_PLACE if self._has_rule else 0)
        if place and (event.y == 0) and (self._has_rule or event.x >= left + way):
            x = event.x - left
            self.post_message(self.Scrolled(None if x >= way else max(0, x) / way))
            return
        if self._has_rule and event.y == 0:
            return
        for item in self._items():
            if item.start - 1 <= event.x <= item.start + item.width:
                self.post_message(self.Pressed(item.command))

    def render_line(self, y: int) -> Strip:
        """Draw the rule, with the place in it, or the line of keys."""
        runs: Iterable[Run] = ()
        if self._has_rule and y == 0:
            runs = self._rule()
        elif y < _LINES:
            runs = self._runs()
        return self.strip(runs, ground="band")

    def _rule(self) -> Iterator[Run]:
        left, width, *_ = frame_of(self.size.width)
        words = f" {self._place} " if self._place else ""
        line = width - cell_len(words) - _AFTER_PLACE
        done = line * self._percent // 100 if words else 0
        if not words and not self.screen.has_class(FLAT):
            return
        yield " " * left, "plain"
        yield WAY * done, "way"
        yield RULE * (line - done), "rule"
        yield from _place_runs(words)
        yield RULE * _AFTER_PLACE, "rule"

    def _runs(self) -> Iterator[Run]:
        used = 0
        for item in self._items():
            chosen = self.has_focus and item.command is self._chosen
            key_role, label_role = ("key", "soft")
            if not item.key:
                key_role = "soft"  # no cap without a key on it
            if item.command is LEAVE:
                key_role = label_role = "leave"
            if chosen:
                key_role = label_role = "key-chosen"
            yield " " * (item.start - used - 1), "plain"
            # The cap's left side stands in the space before, so that keys and text align.
            edge = "leave-edge" if key_role == "leave" else key_role
            yield (MARKER, "mark") if chosen else (" ", edge)
            cap = item.key + item.gap
            split = len(cap) - (0 if chosen else item.beside)
            yield cap[:split], key_role
            yield cap[split:], label_role
            yield item.label.rstrip(), label_role
            yield " " * (len(item.label) - len(item.label.rstrip())), edge
            used = item.start + item.width
        left, width, *_ = frame_of(self.size.width)
        space = left + width - used
        if not self._has_rule and cell_len(self._brief) < space:
            yield " " * (space - cell_len(self._brief)) + self._brief, "soft"

    @property
    def _has_rule(self) -> bool:
        """Whether there is a rule above, which takes the place."""
        return self.size.height > 1

    def _commands(self) -> list[Command]:
        return [item.command for item in self._items()]

    def _items(self) -> Iterator[_Item]:
        """The commands that fit, the way out always first."""
        start, width, *_ = frame_of(self.size.width)
        room, ways = width - cell_len(self._brief) - 1, _SPACES
        if self._has_rule:
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
        return self._edition.word(short if short in self._edition.content.words else key)

    def _label(self, command: Command) -> str:
        label = self._edition.word(f"command.{command.name}")
        # The way out is a block, so it has a cell more at its right, as a cap has.
        return f"{label} " if command is LEAVE else label


def _place_runs(words: str) -> Iterator[Run]:
    """The place on the page, with the key to go on as a cap, so that it looks like a button."""
    key, gap, rest = words.partition("  ")
    if gap:
        yield f"{key} ", "key"
        yield f" {rest}", "soft"
    else:
        yield words, "soft"


def _width(items: list[_Item], space: int) -> int:
    """The cells that items take, with a space between them."""
    taken = sum(item.width + _space_after(item, space) for item in items)
    return taken - _space_after(items[-1], space)


def _beside(command: Command, cells: int) -> int:
    return 0 if command is LEAVE else cells


def _space_after(item: _Item, space: int) -> int:
    return min(space, _AFTER_LEAVE) if item.command is LEAVE else space
