"""Escape clears, whatever the visitor does and however it is typed."""

import pytest

from tests.terminal.conftest import CANCEL, GuardTerminal, StartGuard

TROUBLES = {
    "hangs": b"h",
    "holds the interpreter's lock": b"g",
    "is stopped": b"z",
    "floods": b"f",
    "repaints": b"r",
    "left a sequence open": b"s",
    "left a string open": b"o",
    "turned all modes on": b"m",
    "ignores signals": b"d",
}
ENDS = {"crashes": b"c", "writes a traceback": b"t", "is killed": b"k", "finishes": b"q"}


@pytest.mark.parametrize("trouble", TROUBLES.values(), ids=TROUBLES.keys())
def test_escape_clears_whatever_the_visitor_does(sensitive: GuardTerminal, trouble: bytes) -> None:
    """A visitor that hangs, floods or stops cannot keep the page on the screen."""
    sensitive.send(trouble)
    sensitive.pump(0.2)
    sensitive.send(b"\x1b")
    sensitive.wait_until(lambda: sensitive.is_neutral)
    sensitive.settle()
    assert sensitive.is_neutral
    assert sensitive.screen.title == "Library"
    assert sensitive.modes == {"1049", "1002", "1006", "2004"}


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS.keys())
def test_the_visitors_own_end_clears(sensitive: GuardTerminal, end: bytes) -> None:
    """A crash, a kill and a finish put the next neutral page there without any key."""
    sensitive.send(end)
    sensitive.wait_until(lambda: sensitive.is_neutral)
    sensitive.settle()
    assert sensitive.is_neutral
    assert "Traceback" not in sensitive.everywhere
    sensitive.open_sensitive_page()


KEYS = {
    "esc": [b"\x1b"],
    "esc and x in one write": [b"\x1bx"],
    "esc, then x": [b"\x1b", b"x"],
    "esc esc in one write": [b"\x1b\x1b"],
    "esc, then esc": [b"\x1b", b"\x1b"],
    "esc held": [b"\x1b"] * 20,
    "esc, then [": [b"\x1b", b"["],
    "esc and [ in one write": [b"\x1b["],
    "esc, then an arrow": [b"\x1b", b"\x1b[B"],
    "esc and an arrow in one write": [b"\x1b\x1b[B"],
    "esc, then Enter": [b"\x1b", b"\r"],
    "esc and Enter in one write": [b"\x1b\r"],
    "a paste begun, then esc": [b"\x1b[200~pasted", b"\x1b"],
    "a paste begun, then kitty's esc": [b"\x1b[200~pasted", b"\x1b[27u"],
    "esc in a paste": [b"\x1b[200~a\x1bb\x1b[201~"],
    "kitty's esc": [b"\x1b[27u"],
    "kitty's shift+esc": [b"\x1b[27;2u"],
    "kitty's ctrl+esc, with an event": [b"\x1b[27;5:1u"],
    "kitty's alt+esc": [b"\x1b[27;3u"],
    "xterm's shift+esc": [b"\x1b[27;2;27~"],
    "esc in a cut sequence": [b"\x1b[1;", b"\x1b"],
    "esc in a cut character": [b"\xe2\x82", b"\x1b"],
}
TORN_ARROW = [b"\x1b", b"[B"]
NEVER_AGAIN = 1000
"""Seconds after a swap in which Enter does not count: however slow a test, it leads nowhere."""


def open_and_type(terminal: GuardTerminal, writes: list[bytes]) -> None:
    """Open the sensitive page, and type keys close by each other."""
    terminal.wait_for_visitor()
    terminal.wait_until(lambda: ("kitty" in terminal.modes) is terminal.kitty)
    terminal.open_sensitive_page()
    for keys in writes:
        terminal.send(keys)
        terminal.pump(0.005)


@pytest.mark.parametrize(
    "writes", [*KEYS.values(), TORN_ARROW], ids=[*KEYS, "an arrow torn behind its esc"]
)
def test_no_escape_is_lost(start_guard: StartGuard, writes: list[bytes]) -> None:
    """Every way of typing Escape, with other keys close by, clears and stays cleared."""
    terminal = start_guard(deaf_seconds=NEVER_AGAIN)
    open_and_type(terminal, writes)
    terminal.wait_until(lambda: terminal.is_neutral)
    terminal.settle()
    assert terminal.is_neutral


@pytest.mark.parametrize("writes", KEYS.values(), ids=KEYS.keys())
def test_no_escape_is_lost_on_a_kitty_terminal(
    start_guard: StartGuard, writes: list[bytes]
) -> None:
    """The same with the kitty protocol on, where a plain ESC waits for 50 ms at most."""
    terminal = start_guard(kitty=True, deaf_seconds=NEVER_AGAIN)
    open_and_type(terminal, writes)
    terminal.wait_until(lambda: terminal.is_neutral)


def test_a_torn_arrow_is_an_arrow_on_a_kitty_terminal(start_guard: StartGuard) -> None:
    """Where Escape itself is told apart, a plain ESC waits for what follows."""
    terminal = start_guard(kitty=True, sequence_patience=NEVER_AGAIN)
    open_and_type(terminal, TORN_ARROW)
    terminal.wait_until(lambda: terminal.typed == "1b5b42")


@pytest.mark.parametrize("keys", [b"\x1b[B", b"\x1bOB", b"a", b"\t", b"\x1b[<64;3;3M"])
def test_other_keys_do_not_clear(sensitive: GuardTerminal, keys: bytes) -> None:
    """An arrow, a letter, Tab and the mouse wheel reach the visitor as they are."""
    sensitive.send(keys)
    sensitive.wait_until(lambda: sensitive.typed == keys.hex())
    assert not any(event.startswith("swap") for event in sensitive.log)


def test_two_panics_show_nothing_else_in_between(sensitive: GuardTerminal) -> None:
    """From the first byte of a swap on, two Escapes leave no row but neutral or blank ones."""
    before = len(sensitive.raw)
    sensitive.send(b"\x1b\x1b")
    sensitive.send(b"\x1b")
    sensitive.wait_until(lambda: sensitive.is_neutral)
    sensitive.settle()
    assert b"SENSITIVE" not in sensitive.raw[before:].partition(CANCEL)[2]


def test_escape_held_down_uses_up_no_visitors(sensitive: GuardTerminal) -> None:
    """Only the first panic swaps: the neutral page that nobody has touched is painted again."""
    for _ in range(50):
        sensitive.send(b"\x1b")
        sensitive.pump(0.01)
    sensitive.wait_until(lambda: sensitive.is_neutral)
    sensitive.settle()
    assert sensitive.log.count("swap reason=panic") == 1
    assert sensitive.is_neutral


def test_a_second_panic_without_anyone_waiting_is_blank_or_neutral(
    sensitive: GuardTerminal,
) -> None:
    """When the next visitor is not ready yet, the guard's own neutral page is there."""
    for _ in range(3):
        sensitive.send(b"\x1b")
        sensitive.wait_until(lambda: sensitive.is_neutral)
        sensitive.open_sensitive_page()
    sensitive.send(b"\x1b")
    sensitive.wait_until(lambda: sensitive.is_neutral)


def test_keys_right_after_a_swap_do_not_lead_back_in(start_guard: StartGuard) -> None:
    """Frantic Enters behind an Escape stay on the neutral page."""
    terminal = start_guard(deaf_seconds=NEVER_AGAIN)
    terminal.wait_for_visitor()
    terminal.send(b"\r")
    terminal.wait_until(lambda: terminal.is_sensitive)
    terminal.send(b"\x1b")
    terminal.wait_until(lambda: terminal.is_neutral)
    terminal.send(b"\r\r\r")
    terminal.settle()
    assert terminal.is_neutral


def test_a_panic_key_of_the_settings_clears(start_guard: StartGuard) -> None:
    """A USB button that sends F12 clears as Escape does."""
    terminal = start_guard(panic_keys=["f12"])
    terminal.wait_for_visitor()
    terminal.open_sensitive_page()
    terminal.send(b"\x1b[24~")
    terminal.wait_until(lambda: terminal.is_neutral)


def test_an_enter_typed_before_the_first_visitor_is_not_lost(start_guard: StartGuard) -> None:
    """One Enter on the guard's own page is given to the first visitor."""
    terminal = start_guard(visitor_arguments=["prepare_seconds=0.5"])
    terminal.wait_until(lambda: "neutral guard 1" in terminal.text)
    terminal.send(b"abc\r")
    terminal.wait_until(lambda: terminal.is_sensitive)
