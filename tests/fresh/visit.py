"""A visit at a kiosk that has just come up on a fresh machine."""

import re

from kiosk.content.load import load_content
from kiosk.neutral import INVITATION
from kiosk.paths import content_folder
from tests.terminal.kiosk_terminal import KioskTerminal

SECONDS_TO_ANSWER = 30
_MARKED = re.compile("[┃│]")
"""What stands before the marked choice; the second one on a virtual terminal."""


def choose(terminal: KioskTerminal, labels: set[str], first: bytes = b"") -> str:
    """Press a key, then Down until one of these choices is marked; then Enter; which it was."""

    def marked() -> str:
        rows = [_MARKED.split(line)[1] for line in terminal.lines if _MARKED.search(line)]
        return rows[0].strip(" 0123456789") if rows else ""

    def press(keys: bytes) -> str:
        before = marked()
        terminal.send(keys)
        terminal.wait_until(lambda: marked() not in ("", before), SECONDS_TO_ANSWER)
        return marked()

    label = press(first)
    while label not in labels:
        label = press(b"\x1b[B")
    terminal.send(b"\r")
    return label


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
    choose(terminal, {young.label}, b"\r")
    topics = {topic.title for topic in content.topics_for(young.audience)}
    groups = {group.title for group in young.groups}
    title = choose(terminal, topics | groups)
    if title in groups:
        title = choose(terminal, topics)
    terminal.wait_until(lambda: terminal.lines[1].strip() == title, SECONDS_TO_ANSWER)
    terminal.send(b"\x1b")
    terminal.wait_until(lambda: INVITATION in terminal.text, SECONDS_TO_ANSWER)
    assert title not in terminal.everywhere
