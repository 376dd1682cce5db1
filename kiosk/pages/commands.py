"""The keys, once: the app's bindings, the bottom line and the page of keys come from here."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Command:
    """Something that keys do.

    Its words are in `interface.ftl`: `key.<name>`, `command.<name>.help` and, where it stands
    in the bottom line, `command.<name>`.
    """

    name: str
    keys: Mapping[str, str]
    """Keys as Textual names them, and the action that each of them is bound to."""

    def __hash__(self) -> int:
        """By name: there is one command of each."""
        return hash(self.name)


def _everywhere(name: str, *keys: str) -> Command:
    """A command that leads away from any page."""
    return Command(name, dict.fromkeys(keys, f"command('{name}')"))


LEAVE = Command("leave", {"escape": "app.leave"})
CHOOSE = Command("choose", {"enter": "choose"})
MOVE = Command("move", {"up": "move('up')", "down": "move('down')", "right": "right"})
BACK = Command("back", {"left": "left", "backspace": "command('back')"})
NUMBER = Command("number", {str(number % 10): f"number({number})" for number in range(1, 11)})
SCROLL = Command(
    "scroll",
    {"pageup": "move('page_up')", "pagedown": "move('page_down')", "space": "move('page_down')"},
)
ENDS = Command("ends", {"home": "move('home')", "end": "move('end')"})
NEXT = Command("next", {"tab": "next(1)", "shift+tab": "next(-1)"})
SEARCH = _everywhere("search", "slash")
PEOPLE = _everywhere("people", "h", "H")
TAKE = _everywhere("take", "t", "T")
COMFORT = _everywhere("comfort", "c", "C")
SHOW = Command("show", {"s": "command('show')", "S": "command('show')"})
ALOUD = Command("aloud", {"r": "command('aloud')", "R": "command('aloud')"})
BREATH = _everywhere("breath", "b", "B")
DISCREET = Command("discreet", {"d": "command('discreet')", "D": "command('discreet')"})
KEYS = _everywhere("keys", "question_mark")

COMMANDS = (
    *(LEAVE, CHOOSE, MOVE, BACK, NUMBER, SCROLL, ENDS, NEXT),
    *(SEARCH, PEOPLE, TAKE, SHOW, BREATH, ALOUD, DISCREET, COMFORT, KEYS),
)
"""In the order of the page of keys."""
BAR = (LEAVE, BACK, PEOPLE, TAKE, SEARCH, ALOUD, KEYS, COMFORT, DISCREET)
"""In the order of the bottom line."""
MOST_NEEDED = (LEAVE, BACK, KEYS, PEOPLE, TAKE, SEARCH, ALOUD, COMFORT, DISCREET)
"""Which of them stay there where not all fit, the first ones longest."""
TYPED = (SEARCH, PEOPLE, TAKE, SHOW, BREATH, ALOUD, DISCREET, COMFORT, KEYS)
"""Commands whose keys are letters, which a search box takes as text."""
