"""The box to type into: a search, or an answer."""

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input

from kiosk.content.clean import clean
from kiosk.pages.view import Box


class TypingBox(Input, inherit_bindings=False):
    """An input that copies nothing and remembers nothing.

    Up and Down choose, Home and End move on the page, as everywhere. Left and Right move in what
    is typed; where nothing is, Left goes back. Backspace only deletes: whoever holds it down to
    empty the box is not thrown out of the page.
    """

    BINDINGS = [
        Binding("backspace", "delete_left", show=False),
        Binding("delete", "delete_right", show=False),
        Binding("left", "left_or_back", show=False),
        Binding("right", "cursor_right", show=False),
        Binding("enter", "submit", show=False),
    ]

    class Back(Message):
        """Left was pressed in the empty box."""

    def __init__(self) -> None:
        super().__init__(select_on_focus=False)
        self.cursor_blink = False

    def open(self, box: Box, width: int) -> None:
        """Be the box of another page.

        Args:
            box: What to ask for.
            width: The cells that the box takes.
        """
        room = width - self.gutter.width - 1  # the cursor may stand behind the last character
        self.placeholder = box.prompt if cell_len(box.prompt) <= room else box.short_prompt
        self.max_length = box.longest
        self.password = box.hidden
        if self.value != box.text:
            with self.prevent(Input.Changed):
                self.value = box.text
                self.cursor_position = len(box.text)

    def action_left_or_back(self) -> None:
        """Go a character to the left, or back from the empty box."""
        if self.value:
            self.action_cursor_left()
        else:
            self.post_message(self.Back())

    def _on_paste(self, event: events.Paste) -> None:
        """Take pasted text as one line of harmless characters."""
        event.stop()
        event.prevent_default()
        self.insert_text_at_cursor(" ".join(clean(event.text[: self.max_length]).split()))
