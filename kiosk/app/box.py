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

    Text is only added and deleted at its end, so that the other keys do what they do on every
    page: the arrows choose, Left goes back, Home and End move on the page.
    """

    BINDINGS = [
        Binding("backspace", "delete_or_back", show=False),
        Binding("enter", "submit", show=False),
    ]

    class Back(Message):
        """Backspace was pressed in the empty box."""

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

    def action_delete_or_back(self) -> None:
        """Delete a character, or go back from the empty box."""
        if self.value:
            self.action_delete_left()
        else:
            self.post_message(self.Back())

    def _on_paste(self, event: events.Paste) -> None:
        """Take pasted text as one line of harmless characters."""
        event.stop()
        event.prevent_default()
        self.insert_text_at_cursor(" ".join(clean(event.text[: self.max_length]).split()))
