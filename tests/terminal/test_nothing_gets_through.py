"""Nothing that can be typed leaves the kiosk, breaks it, or reaches a visitor uninvited."""

import os
import random
import time
from functools import partial

from tests.guard.test_keys import CRASHES_STOCK_TEXTUAL
from tests.terminal.conftest import CANCEL, GuardTerminal, StartGuard

CONTROL_KEYS = [b"\x03", b"\x1a", b"\x1c", b"\x11", b"\x04", b"\x13", b"\x10", b"\x0c", b"\x1d"]
FUNCTION_KEYS = [b"\x1bOP", b"\x1b[15~", b"\x1b[24~", b"\x1b[[A", b"\x1b[2~", b"\x1b[1;5P"]
REPLIES = [
    b"\x1b[?2026;2$y",
    b"\x1b[?2048;2$y",
    b"\x1b[?1u",
    b"\x1b[?62;22c",
    b"\x1b[>41;354;0c",
    b"\x1b[24;80R",
    b"\x1b[4;600;800t",
    b"\x1b]11;rgb:0000/0000/0000\x1b\\",
    b"\x1bP1$r0m\x1b\\",
    b"\x1b_Gi=1;OK\x1b\\",
    b"\x1b[I",
    b"\x1b[O",
]
MOUSE = [b"\x1b[M !!", b"\x1b[<0;500;500M", b"\x1b[<35;3;3M", b"\x1b[<128;3;3M", b"\x1b[32;3;3M"]
MARK = b"."


def test_hostile_keys_are_answered_by_nothing(sensitive: GuardTerminal) -> None:
    """What breaks, quits, stops or suspends other programs reaches no visitor at all."""
    came = ""
    for typed in (*CRASHES_STOCK_TEXTUAL, *CONTROL_KEYS, *FUNCTION_KEYS):
        sensitive.send(typed)
        sensitive.settle(0.02)
        sensitive.send(MARK)
        sensitive.wait_until(partial(has_more, sensitive, came))
        assert (typed, sensitive.typed) == (typed, came + MARK.hex())
        came = sensitive.typed
    assert sensitive.process.poll() is None


def has_more(terminal: GuardTerminal, before: str) -> bool:
    """Whether more than that has come to the visitor, and the last of it is the mark."""
    return terminal.typed != before and terminal.typed.endswith(MARK.hex())


def test_replies_and_stray_mouse_reports_reach_nobody(sensitive: GuardTerminal) -> None:
    """Answers to questions nobody asked, typed by a scanner or late, go to no visitor."""
    for typed in REPLIES + MOUSE:
        sensitive.send(typed)
        sensitive.settle(0.01)
    sensitive.send(MARK)
    sensitive.wait_until(lambda: sensitive.typed == MARK.hex())


def test_a_late_reply_does_not_turn_kitty_on(sensitive: GuardTerminal) -> None:
    """After the terminal has answered, a faked answer does not make Escape wait."""
    sensitive.send(b"\x1b[?1u")
    sensitive.settle(0.02)
    assert "kitty" not in sensitive.modes
    sensitive.send(b"\x1b")
    sensitive.wait_until(lambda: sensitive.is_neutral)


def test_a_paste_is_cleaned(sensitive: GuardTerminal) -> None:
    """Pasted line ends and controls reach the visitor as spaces or not at all."""
    sensitive.send(b"\x1b[200~q\r\nh\x03\xff\x1b[201~")
    sensitive.wait_until(lambda: sensitive.typed == b"\x1b[200~q h\x1b[201~".hex())


def test_an_open_paste_does_not_reach_the_next_visitor(sensitive: GuardTerminal) -> None:
    """What was typed into a paste that Escape broke off is gone."""
    sensitive.send(b"\x1b[200~secret")
    sensitive.pump(0.05)
    sensitive.send(b"\x1b")
    sensitive.wait_until(lambda: sensitive.is_neutral)
    sensitive.open_sensitive_page()
    sensitive.send(MARK)
    sensitive.wait_until(lambda: sensitive.typed == MARK.hex())


def test_clicks_anywhere_are_harmless(sensitive: GuardTerminal) -> None:
    """A press and a release in the corners and in the middle reach the visitor as they are."""
    clicks = b"".join(
        b"\x1b[<0;%d;%dM\x1b[<0;%d;%dm" % (column, row, column, row)
        for column, row in ((1, 1), (80, 1), (1, 24), (80, 24), (40, 12))
    )
    sensitive.send(clicks)
    tail = clicks.hex()[-40:]
    sensitive.wait_until(lambda: sensitive.typed.endswith(tail))


def test_a_fuzzed_keyboard_leaves_a_kiosk(start_guard: StartGuard) -> None:
    """After seconds of random bytes the kiosk clears and lets the next visitor in as ever."""
    seed = int(os.environ.get("KIOSK_FUZZ_SEED", time.time_ns()))
    print(f"KIOSK_FUZZ_SEED={seed}")
    source = random.Random(seed)
    terminal = start_guard(deaf_seconds=0.01)
    terminal.wait_for_visitor()
    pieces = [*CRASHES_STOCK_TEXTUAL, *CONTROL_KEYS, *FUNCTION_KEYS, *REPLIES, *MOUSE, b"\r", b"q"]
    pieces += [b"\x1b", b"\x1b[", b"\x1b[200~", b"\x1b[201~", b"\x1bO", b"\x1b]0;", b"\x9b", b"m"]
    for _ in range(1500):
        parts = [*source.choices(pieces, k=3), source.randbytes(source.randrange(8))]
        source.shuffle(parts)
        terminal.send(b"".join(parts))
        terminal.pump(0.001)
    assert terminal.process.poll() is None
    terminal.pump(0.1)
    terminal.send(b"\x1b")
    terminal.wait_until(lambda: terminal.is_neutral)
    terminal.wait_for_visitor()
    terminal.open_sensitive_page()
    terminal.send(b"\x1b")
    terminal.wait_until(lambda: terminal.is_neutral)


def test_not_a_byte_of_a_flooding_visitor_after_the_swap(sensitive: GuardTerminal) -> None:
    """Behind the CAN that a swap begins with, nothing of the old visitor comes, ever."""
    sensitive.send(b"f")
    sensitive.pump(0.3)
    for _ in range(20):
        sensitive.pump(0.01)
    start = len(sensitive.raw)
    sensitive.send(b"\x1b")
    sensitive.wait_until(lambda: CANCEL in sensitive.raw[start:] and sensitive.is_neutral)
    sensitive.settle()
    after = bytes(sensitive.raw[start:]).rpartition(CANCEL)[2]
    assert b"SENSITIVE" not in after
    assert b"38;5;" not in after
    assert sensitive.is_neutral
