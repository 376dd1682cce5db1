"""The scanner at its edges: the last byte that still passes, and the first that panics."""

import pytest

from kiosk.guard import sequences
from kiosk.guard.keys import (
    LONGEST_CSI,
    LONGEST_PASTE,
    LONGEST_TYPED,
    PASTE_PATIENCE,
    SEQUENCE_PATIENCE,
    KeyScanner,
)

Outcome = tuple[bytes, bool]
"""What was forwarded, and whether it was a panic."""
SWALLOWED: Outcome = (b"", False)
PANIC: Outcome = (b"", True)


def outcome(typed: bytes) -> Outcome:
    """What becomes of keys on a plain terminal, once nothing more comes."""
    keys = KeyScanner()
    scan = keys.feed(typed)
    return bytes(scan.forward), scan.panic or (keys.patience is not None and keys.expire().panic)


@pytest.mark.parametrize(
    ("byte", "passes"),
    [(0x08, True), (0x09, True), (0x0D, True), (0x7F, True), (0x20, True), (0x7E, True)]
    + [(byte, False) for byte in (0x00, 0x07, 0x0B, 0x0C, 0x0E, 0x1A, 0x1C, 0x1F)],
)
def test_a_single_byte_passes_or_is_nothing(byte: int, *, passes: bool) -> None:
    """Enter, Tab, both Backspaces and printable ASCII pass; every other control is nothing."""
    typed = bytes((byte,))
    assert outcome(typed) == (typed if passes else b"", False)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (b"\x1b[" + b"1" * (LONGEST_CSI - 3) + b"z", SWALLOWED),
        (b"\x1b[" + b"1" * (LONGEST_CSI - 2) + b"z", PANIC),
        (b"\x1b]" + b"1" * 100_000 + b"\x07", SWALLOWED),
        (b"\x1b]" + b"1" * 100_000 + b"\x1b\\", SWALLOWED),
        (b"\x1b]" + b"1" * (LONGEST_TYPED - 2), PANIC),
        (b"\x1b]" + b"1" * (LONGEST_TYPED - 1), SWALLOWED),
        (b"\x1b]" + b"1" * 100_000 + b"\x1b", PANIC),
        (b"\x1b]" + b"1" * 100_000 + b"\x1ba", PANIC),
        (b"\x1b]" + b"1" * (LONGEST_TYPED - 1) + b"\r", (b"\r", False)),
    ],
    ids="csi csi+1 bel st typed typed+1 escape escape+letter enter".split(),
)
def test_a_sequence_has_a_longest_length(typed: bytes, expected: Outcome) -> None:
    """With a byte more its ESC was the Escape key; of a reply's string only the end counts."""
    assert outcome(typed) == expected


def test_the_limits_are_what_terminals_need() -> None:
    """No sequence that a terminal sends is as long as these; a paste is a few screens of text."""
    assert (LONGEST_CSI, LONGEST_TYPED, LONGEST_PASTE) == (64, 8, 4096)
    assert (SEQUENCE_PATIENCE, PASTE_PATIENCE) == (0.05, 1.0)


@pytest.mark.parametrize(
    ("body", "is_one"),
    [
        (b"\x1fA", False),
        (b" A", True),
        (b"/A", True),
        (b"0z", True),
        (b"?z", True),
        (b"1/z", True),
        (b"1/1z", False),
        (b" /z", True),
        (b" 0z", False),
        (b" 1z", False),
        (b"1 z", True),
        (b"?1?z", True),
        (b"@", True),
        (b"1~", True),
        (b"1\x7f", False),
        (b"1\x80", False),
        (b"1\x18", False),
    ],
)
def test_a_csi_sequence_is_made_as_ecma_48_says(body: bytes, *, is_one: bool) -> None:
    """Parameters 0 to ?, then intermediates space to /, then one final @ to ~: all else panics."""
    scan = KeyScanner().feed(b"\x1b[" + body)
    assert scan.panic is not is_one


@pytest.mark.parametrize("byte", range(0x20, 0x7F))
def test_what_may_follow_an_escape(byte: int) -> None:
    """CSI, SS3, OSC, DCS and APC open a sequence; ESC with any other key is the Escape key."""
    keys = KeyScanner()
    opens = byte in b"[O]P_"
    assert keys.feed(b"\x1b" + bytes((byte,))).panic is not opens
    assert (keys.patience is not None) is opens


@pytest.mark.parametrize("byte", range(0x20, 0x7F))
def test_what_may_follow_ss3(byte: int) -> None:
    """Cursor keys, F1 to F4 and the keypad of xterm's ctlseqs, or a modifier: all else panics."""
    cursor, functions, keypad = b"ABCDHF", b"PQRS", b"IMXEabcdjklmnopqrstuvwxy"
    modifiers = b"2345678"
    known = byte in cursor + functions + keypad + modifiers
    keys = KeyScanner()
    scan = keys.feed(b"\x1bO" + bytes((byte,)))
    assert scan.panic is not known
    assert (keys.patience is not None) is (byte in modifiers)
    assert scan.forward == (b"\x1bO" + bytes((byte,)) if byte in cursor else b"")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (b"\x1b[[@", PANIC),
        (b"\x1b[[A", SWALLOWED),
        (b"\x1b[[E", SWALLOWED),
        (b"\x1b[[F", PANIC),
        (b"\x1b[M \x1f", PANIC),
        (b"\x1b[M   ", SWALLOWED),
        (b"\x1b[M   a", (b"a", False)),
        (b"\x1b[M  ", PANIC),
        (b"\x1b]0; \x07a", (b"a", False)),
        (b"\x1b]0;\x1f\x07", PANIC),
        (b"\x1bP1\x1b\\a", (b"a", False)),
        (b"\x1b_1\x1b[A", PANIC),
        (b"\x1b]0;\x18", PANIC),
    ],
)
def test_the_other_sequences_at_their_edges(typed: bytes, expected: Outcome) -> None:
    """Console keys are A to E; an old mouse report has three bytes; a reply ends with ST or BEL."""
    assert outcome(typed) == expected


@pytest.mark.parametrize(
    ("typed", "patience"),
    [
        (b"", None),
        (b"a", None),
        (b"\x1b[", SEQUENCE_PATIENCE),
        (b"\x1b[1;", SEQUENCE_PATIENCE),
        (b"\x1b[200~", PASTE_PATIENCE),
        (b"\x1b[200~text", PASTE_PATIENCE),
        (b"\x1b[200~text\x1b[20", SEQUENCE_PATIENCE),
        (b"\x1b[200~text\x1b[201~", None),
        (b"\x1b\x1b[", None),
    ],
)
def test_how_long_the_rest_is_waited_for(typed: bytes, patience: float | None) -> None:
    """Short for a sequence, longer for a paste, not at all between keys or after a panic."""
    keys = KeyScanner()
    keys.feed(typed)
    assert keys.patience == patience


def test_a_kitty_escape_that_nothing_follows_is_waited_for_shortly() -> None:
    """An ESC at the end of a read waits as long as any sequence that was cut."""
    keys = KeyScanner(kitty=True)
    keys.feed(b"\x1b")
    assert keys.patience == SEQUENCE_PATIENCE
    scan = keys.expire()
    assert (scan.panic, scan.forward) == (True, b"")
    assert not keys.feed(b"[").panic


def test_a_panic_forwards_nothing_of_its_read_and_the_next_read_is_free() -> None:
    """What was typed in the same read as Escape is nobody's; what comes later is the next's."""
    keys = KeyScanner()
    scan = keys.feed(b"before\x1b[27uafter")
    assert (scan.panic, scan.forward) == (True, b"")
    scan = keys.feed(b"next")
    assert (scan.panic, scan.forward) == (False, b"next")


def test_replies_are_told_once_and_beside_a_panic_too() -> None:
    """A reply in the read of a panic is the guard's all the same, and never comes twice."""
    keys = KeyScanner()
    assert keys.feed(b"\x1b[?1u\x1b[27u").replies == (b"\x1b[?1u",)
    assert keys.feed(b"a").replies == ()


def test_the_rest_of_a_panic_panics_no_second_time() -> None:
    """The rest of a torn key is swallowed even where it goes on in no known way."""
    keys = KeyScanner()
    assert keys.feed(b"\x1b").panic
    scan = keys.feed(b"a")
    assert (scan.panic, scan.forward) == (False, b"a")
    assert keys.feed(b"\x1b").panic
    assert keys.feed(b"[1;").panic is False
    assert keys.feed(b"\x1b").panic


def test_forgetting_a_tail_leaves_a_key_that_is_under_way() -> None:
    """Only the rest of a panic is given up: an arrow that was cut stays an arrow."""
    keys = KeyScanner()
    keys.feed(b"\x1b[")
    keys.forget_tail()
    assert keys.feed(b"A").forward == b"\x1b[A"


def test_a_character_that_a_control_breaks_off_is_dropped() -> None:
    """Half of an é, an Enter, and the other half: the Enter alone passes."""
    assert KeyScanner().feed(b"\xc3\r\xa9").forward == b"\r"
    keys = KeyScanner()
    keys.feed(b"\xc3")
    keys.settle()
    assert keys.feed(b"\xa9").forward == b""


@pytest.mark.parametrize("character", ["À", "ÿ", "€", "😀"])
def test_a_character_of_several_bytes_is_one(character: str) -> None:
    """Whatever its bytes are, the lowest and the highest of a second byte among them."""
    assert KeyScanner().feed(character.encode()).forward == character.encode()


def test_a_screen_is_80_by_24_until_it_is_measured() -> None:
    """A click beyond that is dropped, as one beyond the true size is later."""
    click = b"\x1b[<0;80;24M"
    for beyond in (b"\x1b[<0;81;24M", b"\x1b[<0;80;25M"):
        assert KeyScanner().feed(click + beyond).forward == click


@pytest.mark.parametrize("sequence", sorted(sequences.PASSED))
def test_a_key_passes_with_locks_and_with_nothing_else(sequence: bytes) -> None:
    """Caps Lock (64) and Num Lock (128) change nothing; Shift, Alt, Ctrl and Super do."""
    assert KeyScanner().feed(sequence).forward == sequence
    if sequence.startswith(b"\x1bO"):
        return
    number = sequence[2:-1] or b"1"
    for modifier, passes in (
        (1, True),
        (65, True),
        (129, True),
        (193, True),
        (2, False),
        (9, False),
    ):
        typed = b"\x1b[%s;%d%s" % (number, modifier, sequence[-1:])
        assert KeyScanner().feed(typed).forward == (sequence if passes else b"")


@pytest.mark.parametrize("key", [b"\x1bO5M", b"\x1bO2q", b"\x1bO5I", b"\x1bO2X"])
def test_a_key_of_the_keypad_with_a_modifier_is_no_escape(key: bytes) -> None:
    """An xterm whose keypad is in application mode writes the modifier before the key."""
    scan = KeyScanner().feed(key + b"a")
    assert (bytes(scan.forward), scan.panic) == (b"a", False)


def test_a_chosen_character_clears_in_every_form() -> None:
    """A panic key that is a character is known, too, where a terminal writes it by its number."""
    scanner = KeyScanner(panic_sequences=sequences.panic_sequences(["Q"]))
    assert scanner.feed(b"\x1b[27;2;81~").panic
    assert not scanner.feed(b"\x1b[27;2;82~").panic
