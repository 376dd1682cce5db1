"""The keys, once: the app's bindings, the bottom line and the page of keys come from here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain


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


def _command(name: str, *keys: str) -> Command:
    """A command that the screen carries out by its name, and that opens a page if it has one."""
    return Command(name, dict.fromkeys(keys, f"command('{name}')"))


LEAVE = Command("leave", {"escape": "app.leave"})
CHOOSE = Command("choose", {"enter": "choose"})
MOVE = Command("move", {"up": "move('up')", "down": "move('down')", "right": "right"})
BACK = Command("back", {"left": "left", "backspace": "command('back')"})
DIGITS = "1234567890"
"""The keys of a plan's steps, or else of the first ten choices of a page."""
LETTERS = "aefgjkmnpquvwxyz"
"""Those of further choices: no command's, and none that looks like a digit."""
NUMBER = Command(
    "number", {key: f"open('{key.lower()}')" for key in (*DIGITS, *LETTERS, *LETTERS.upper())}
)
SCROLL = Command(
    "scroll",
    {"pageup": "move('page_up')", "pagedown": "move('page_down')", "space": "move('page_down')"},
)
ENDS = Command("ends", {"home": "move('home')", "end": "move('end')"})
NEXT = Command("next", {"tab": "next(1)", "shift+tab": "next(-1)"})
SEARCH = _command("search", "slash")
PEOPLE = _command("people", "h", "H")
TAKE = _command("take", "t", "T")
COMFORT = _command("comfort", "c", "C")
SHOW = _command("show", "s", "S")
ALOUD = _command("aloud", "r", "R")
BREATH = _command("breath", "b", "B")
DISCREET = _command("discreet", "d", "D")
KEYS = _command("keys", "question_mark")

COMMANDS = (
    *(LEAVE, CHOOSE, MOVE, BACK, NUMBER, SCROLL, ENDS, NEXT),
    *(SEARCH, PEOPLE, TAKE, SHOW, BREATH, ALOUD, DISCREET, COMFORT, KEYS),
)
"""In the order of the page of keys."""
BAR = (LEAVE, BACK, PEOPLE, TAKE, SEARCH, ALOUD, KEYS, COMFORT, DISCREET)
"""In the order of the bottom line."""
MOST_NEEDED = (LEAVE, BACK, KEYS, PEOPLE, TAKE, SEARCH, ALOUD, COMFORT, DISCREET)
"""Which of them stay there where not all fit, the first ones longest."""
_SIGNS = {"slash", "question_mark"}
"""As Textual names them."""
TYPED = tuple(
    command
    for command in COMMANDS
    if command is not NUMBER
    and any((len(key) == 1 and key.isalpha()) or key in _SIGNS for key in command.keys)
)
"""Commands whose keys are letters or signs, which a search box takes as text."""


class KeysOfPage:
    """Gives what can be opened on a page its keys, each once; none where there are no more."""

    def __init__(self) -> None:
        self._digits, self._letters = iter(DIGITS), iter(LETTERS)
        self._of_choices: Iterator[str] = chain(self._digits, self._letters)

    def of_step(self) -> str:
        """A digit; after that, choices have letters, since a digit means one thing on a page."""
        self._of_choices = self._letters
        return next(self._digits, "")

    def of_choice(self) -> str:
        """A digit as long as there are some, and then a letter."""
        return next(self._of_choices, "")

    def of_card(self) -> str:
        """A letter, since on a page of text a digit may be that of a line in a list."""
        return next(self._letters, "")
