"""What terminals answer, and sequences that begin with one byte of eight bits: never typed."""

import pytest

from kiosk.guard.keys import SEQUENCE_PATIENCE, KeyScanner


@pytest.mark.parametrize("at", range(1, 13))
def test_a_reply_that_is_cut_anywhere_behind_its_beginning_is_one(at: int) -> None:
    """Also between the two bytes of its end, where the first read ends with an ESC."""
    reply = b"\x1b]11;rgb:0000/0000/0000\x1b\\"
    keys = KeyScanner()
    scans = [keys.feed(reply[:-at]), keys.feed(reply[-at:]), keys.feed(b"a")]
    assert [(scan.forward, scan.panic) for scan in scans] == [(b"", False)] * 2 + [(b"a", False)]


def test_escape_in_the_middle_of_a_reply_leaves() -> None:
    """Within the patience for one key, since the reply's end begins with an ESC, too."""
    keys = KeyScanner()
    keys.feed(b"\x1b]52;c;" + b"1" * 5000)
    assert not keys.feed(b"\x1b").panic
    assert keys.patience == SEQUENCE_PATIENCE
    assert keys.expire().panic


@pytest.mark.parametrize(
    ("typed", "forward"),
    [
        (b"\x9bA", b"\x1b[A"),
        (b"\x9b15~", b""),
        (b"\x8fP", b""),
        (b"\x8fA", b"\x1bOA"),
        (b"\x9d11;rgb:0000/0000/0000\x9c", b""),
        (b"\x90" + b"1" * 5000 + b"\x1b\\", b""),
        (b"\x9f1\x07", b""),
        ("ś".encode(), "ś".encode()),
    ],
)
def test_a_sequence_of_eight_bits_is_the_same(typed: bytes, forward: bytes) -> None:
    """It types no letter; and within a character of UTF-8 the byte is none."""
    scan = KeyScanner().feed(typed + b"b")
    assert (scan.forward, scan.panic) == (forward + b"b", False)


@pytest.mark.parametrize("start", [b"\x9b", b"\x9b1;", b"\x9d1", b"\x8f", b"\x9b\r"])
def test_an_unfinished_one_of_eight_bits_was_no_escape(start: bytes) -> None:
    """No ESC came; keyboards that are not in UTF-8 have letters there."""
    keys = KeyScanner()
    assert not keys.feed(start).panic
    assert keys.patience in (SEQUENCE_PATIENCE, None)
    assert not keys.expire().panic
    assert keys.feed(b"a").forward == b"a"
