"""Pastes at their edges, and that nothing of what was typed or pasted is left in memory."""

import pytest

from kiosk.guard import keys as keys_module
from kiosk.guard.keys import FULL_READ, SEQUENCE_PATIENCE, KeyScanner
from kiosk.guard.terminal import wipe
from tests.guard.test_key_edges import PANIC, SWALLOWED, Outcome, outcome


@pytest.mark.parametrize(("length", "kept"), [(4095, 4095), (4096, 4096), (4097, 4096)])
def test_a_paste_has_a_longest_length(length: int, kept: int) -> None:
    """What is beyond the limit is cut off, and nothing before it."""
    text = b"x" * (length - 1) + b"y"
    assert outcome(b"\x1b[200~" + text + b"\x1b[201~") == (
        b"\x1b[200~" + text[:kept] + b"\x1b[201~",
        False,
    )


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (b"\x1b[200~a\x1b[201xb", PANIC),
        (b"\x1b[200~a\x1b\x1b[201~", PANIC),
        (b"\x1b[200~\x1b[201~a", (b"a", False)),
        (b"\x1b[200~ a \x1b[201~", (b"\x1b[200~ a \x1b[201~", False)),
        (b"\x1b[200~\x07\x1b[201~", SWALLOWED),
    ],
)
def test_a_paste_ends_in_one_way_only(typed: bytes, expected: Outcome) -> None:
    """CSI 201 ~ ends it, any other ESC in it panics, and nothing pasted forwards nothing."""
    assert outcome(typed) == expected


def test_after_an_escape_in_a_paste_the_paste_still_ends() -> None:
    """ESC ESC [201~ : the second ESC begins the end of the paste, after which keys are keys."""
    keys = KeyScanner()
    assert keys.feed(b"\x1b[200~a\x1b\x1b[201~").panic
    assert keys.feed(b"b").forward == b"b"


@pytest.mark.parametrize("length", [FULL_READ, FULL_READ + 1])
def test_a_read_that_is_full_may_have_cut_the_end_of_a_paste(length: int) -> None:
    """An ESC at its end waits for the next read, which tells what it was."""
    text = b"x" * (length - len(b"\x1b[200~") - 1)
    keys = KeyScanner()
    assert not keys.feed(b"\x1b[200~" + text + b"\x1b").panic
    assert keys.patience == SEQUENCE_PATIENCE
    assert keys.feed(b"[201~").forward == b"\x1b[200~" + text + b"\x1b[201~"
    keys.feed(b"x" * (length - 1) + b"\x1b")
    assert keys.expire().panic


def test_a_read_that_is_not_full_has_cut_nothing() -> None:
    """An ESC at its end is the Escape key, in a paste of almost as many bytes, too."""
    text = b"x" * (FULL_READ - len(b"\x1b[200~") - 2)
    assert KeyScanner().feed(b"\x1b[200~" + text + b"\x1b").panic


def test_what_was_typed_and_pasted_is_wiped_before_it_is_let_go(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Memory that is merely freed keeps what stood in it."""
    wiped: list[bytes] = []

    def note_and_wipe(data: bytearray) -> None:
        wiped.append(bytes(data))
        wipe(data)

    monkeypatch.setattr(keys_module, "wipe", note_and_wipe)
    keys = KeyScanner()
    keys.feed(b"typed")
    keys.feed(b"\x1b[200~pasted\x1b[201~")
    assert b"typed" in wiped
    assert b"pasted" in wiped


def test_a_second_paste_has_nothing_of_the_first() -> None:
    """Each is by itself, and so is one after a paste that was given up."""
    keys = KeyScanner()
    for text in (b"first", b"second"):
        paste = b"\x1b[200~" + text + b"\x1b[201~"
        assert keys.feed(paste).forward == paste
    keys.feed(b"\x1b[200~left open")
    keys.expire()
    assert keys.feed(b"\x1b[200~x\x1b[201~").forward == b"\x1b[200~x\x1b[201~"


def test_what_was_typed_is_wiped() -> None:
    """A scan that was used holds zeros where the keys were."""
    scan = KeyScanner().feed(b"secret")
    forward = scan.forward
    scan.wipe()
    assert forward == bytes(6)
