"""A visit at a kiosk that has just come up on a fresh machine."""

import re

from kiosk.content.load import load_content
from kiosk.neutral import INVITATION
from kiosk.paths import content_folder
from tests.terminal.kiosk_terminal import KioskTerminal

SECONDS_TO_ANSWER = 30
_MARKED = re.compile("[┃│]")
"""What stands before the marked choice; the second one on a virtual terminal."""


class Chooser:
    """Chooses by the arrow keys, as somebody does who looks at the screen before each key.

    Args:
        terminal: Where the kiosk is.
        known: Everything that can be marked. A row that is drawn by half is none of it.
    """

    def __init__(self, terminal: KioskTerminal, known: set[str]) -> None:
        self._terminal = terminal
        self._known = known

    def choose(self, labels: set[str], first: bytes = b"") -> str:
        """Press a key, then Down until one of these choices is marked; then Enter; which it was."""
        label = self._press(first)
        while label not in labels:
            label = self._press(b"\x1b[B")
        self._terminal.send(b"\r")
        return label

    def _press(self, keys: bytes) -> str:
        before = self._marked()
        self._terminal.send(keys)
        self._terminal.wait_until(lambda: self._marked() not in ("", before), SECONDS_TO_ANSWER)
        return self._marked()

    def _marked(self) -> str:
        lines = self._terminal.lines
        rows = [_MARKED.split(line)[1] for line in lines if _MARKED.search(line)]
        label = rows[0].strip(" 0123456789") if rows else ""
        return label if label in self._known else ""


def visit(terminal: KioskTerminal, seconds: float) -> None:
    """Come in from the neutral page, read a topic, and leave it by Escape without a trace.

    Args:
        terminal: Where the kiosk is to come up.
        seconds: How long that may take.
    """

    def is_there() -> bool:
        assert terminal.process.poll() is None, f"It has ended:\n{terminal.text}"
        return INVITATION in terminal.text

    terminal.wait_until(is_there, seconds)
    content = load_content(content_folder())
    young, *_ = content.doors.audiences
    groups = {group.title for group in young.groups}
    titles = {page.title for page in (*content.topics.values(), *content.pathways.values())}
    doors = {door.label for door in content.doors.urgent}
    audiences = {door.label for door in content.doors.audiences}
    chooser = Chooser(terminal, titles | groups | doors | audiences)
    chooser.choose({young.label}, b"\r")
    topics = {topic.title for topic in content.topics_for(young.audience)}
    title = chooser.choose(topics | groups)
    if title in groups:
        title = chooser.choose(topics)
    terminal.wait_until(lambda: terminal.lines[1].strip() == title, SECONDS_TO_ANSWER)
    terminal.send(b"\x1b")
    terminal.wait_until(lambda: INVITATION in terminal.text, SECONDS_TO_ANSWER)
    assert title not in terminal.everywhere
