"""The keys, once: the app's bindings, the bottom line and the page of keys come from here."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """Something a key does.

    Its words are in `interface.yaml`: `key.<name>`, `command.<name>.help` and, where it stands
    in the bottom line, `command.<name>`.
    """

    name: str
    keys: tuple[str, ...]
    """Keys as Textual names them."""
    in_bar: bool = False


LEAVE = Command("leave", ("escape",), in_bar=True)
BACK = Command("back", ("left", "backspace"), in_bar=True)
SEARCH = Command("search", ("slash",), in_bar=True)
PEOPLE = Command("people", ("h",), in_bar=True)
TAKE = Command("take", ("t",), in_bar=True)
KEYS = Command("keys", ("question_mark",), in_bar=True)
CHOOSE = Command("choose", ("enter",))
MOVE = Command("move", ("up", "down"))
SCROLL = Command("scroll", ("pageup", "pagedown", "space"))
ENDS = Command("ends", ("home", "end"))
NUMBER = Command("number", tuple("123456789"))
NEXT = Command("next", ("tab", "shift+tab"))

COMMANDS = (LEAVE, CHOOSE, MOVE, BACK, NUMBER, SCROLL, ENDS, NEXT, SEARCH, PEOPLE, TAKE, KEYS)
"""In the order of the page of keys."""
BAR = (LEAVE, BACK, PEOPLE, TAKE, SEARCH, KEYS)
"""In the order of the bottom line."""
EVERYWHERE = (BACK, SEARCH, PEOPLE, TAKE, KEYS)
"""What the screen itself answers to, wherever the focus is; leaving is the app's."""
