"""The box to type a search into."""

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input

from kiosk.content.clean import clean
from kiosk.pages.library import Library

_LONGEST = 100


class SearchBox(Input, inherit_bindings=False):
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
        super().__init__(max_length=_LONGEST, select_on_focus=False)
        self.cursor_blink = False

    def prompt_with(self, library: Library, width: int) -> None:
        """Say in the empty box what it is for, as far as there is room.

        Args:
            library: The words.
            width: The cells that the box takes.
        """
        prompt = library.word("search.prompt")
        room = width - self.gutter.width - 1  # the cursor may stand behind the last character
        self.placeholder = (
            prompt if cell_len(prompt) <= room else library.word("search.prompt.short")
        )

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
        self.insert_text_at_cursor(" ".join(clean(event.text[:_LONGEST]).split()))
