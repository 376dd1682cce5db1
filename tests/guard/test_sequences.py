"""The tables of keys, row by row, and the arithmetic of modifiers and clicks."""

import pytest

from kiosk.guard import sequences
from kiosk.guard.keys import KeyScanner
from kiosk.guard.sequences import is_click, is_escape, panic_sequences, without_modifier

PASSED = "[A [B [C [D [H [F [Z OA OB OC OD OH OF [1~ [3~ [4~ [5~ [6~ [7~ [8~".split()
KITTY = {
    13: b"\r",
    32: b" ",
    9: b"\t",
    127: b"\x7f",
    57414: b"\r",
    57417: b"\x1b[D",
    57418: b"\x1b[C",
    57419: b"\x1b[A",
    57420: b"\x1b[B",
    57421: b"\x1b[5~",
    57422: b"\x1b[6~",
    57423: b"\x1b[H",
    57424: b"\x1b[F",
    57426: b"\x1b[3~",
}
"""The numbers of the kitty protocol's "Functional key definitions"."""
NAMED = {
    "f1": "OP [P [11~ [[A",
    "f2": "OQ [Q [12~ [[B",
    "f3": "OR [R [13~ [[C",
    "f4": "OS [S [14~ [[D",
    "f5": "[15~ [[E",
    "f6": "[17~",
    "f7": "[18~",
    "f8": "[19~",
    "f9": "[20~",
    "f10": "[21~",
    "f11": "[23~",
    "f12": "[24~",
    "insert": "[2~",
    "menu": "[29~ [57363u",
    "pause": "[P [57362u",
    "printscreen": "[57361u",
}


def test_exactly_these_keys_pass() -> None:
    """Arrows, Home and End in each form, paging, Delete, Shift+Tab: no more and no less."""
    assert {b"\x1b" + rest.encode() for rest in PASSED} == sequences.PASSED


@pytest.mark.parametrize("number", range(57344, 57455))
def test_a_kitty_key_passes_as_what_it_is(number: int) -> None:
    """Of the keys that kitty names anew, the keypad's own pass as the plain ones, no other does."""
    assert KeyScanner(kitty=True).feed(b"\x1b[%du" % number).forward == KITTY.get(number, b"")


@pytest.mark.parametrize("number", [9, 13, 127, 8, 10, 12, 14, 32, 97, 126, 128])
def test_enter_tab_and_backspace_pass_in_kitty_form(number: int) -> None:
    """CSI 13 u is Enter, 9 Tab, 32 Space, 127 Backspace; the numbers beside them are nothing."""
    assert KeyScanner(kitty=True).feed(b"\x1b[%du" % number).forward == KITTY.get(number, b"")


@pytest.mark.parametrize("name", sorted(NAMED.keys() | sequences.KEYS.keys()))
def test_a_named_key_is_known_in_each_of_its_forms(name: str) -> None:
    """The forms of xterm, of the Linux console and of kitty; a name works in any case."""
    known = {b"\x1b" + rest.encode() for rest in NAMED[name].split()}
    assert panic_sequences([name]) == panic_sequences([name.upper()]) == known


@pytest.mark.parametrize("name", ["x", " ", "é"])
def test_one_printable_character_is_a_key(name: str) -> None:
    """Such as a panic button types."""
    assert panic_sequences([name]) == {name.encode()}


@pytest.mark.parametrize("name", ["", "xx", "\x07", "f0", "f13", "escape"])
def test_any_other_name_is_refused(name: str) -> None:
    """Two characters, a control, or a name that is in no table."""
    with pytest.raises(ValueError, match="unknown key"):
        panic_sequences([name])


@pytest.mark.parametrize(
    ("body", "is_one"),
    [
        ("27u", True),
        ("27;5u", True),
        ("27:91;1:3;27u", True),
        ("26u", False),
        ("28u", False),
        ("2;27u", False),
        ("u", False),
        ("27;5;27~", True),
        ("27;5;26~", False),
        ("26;5;27~", False),
        ("27;27~", False),
        ("27;5;27;1~", False),
        ("27~", False),
        ("27;5;27A", False),
        ("27;5;x~", False),
    ],
)
def test_what_the_escape_key_looks_like(body: str, *, is_one: bool) -> None:
    """CSI 27 u, and CSI 27 ; modifier ; 27 ~ with three parameters: nothing that is near it."""
    assert is_escape(b"\x1b[" + body.encode()) is is_one


@pytest.mark.parametrize(
    ("body", "bare", "locks"),
    [
        ("A", "A", "A"),
        ("1;5A", "A", "1;5A"),
        ("1;1A", "A", "A"),
        ("1;64A", "A", "1;64A"),
        ("1;65A", "A", "A"),
        ("1;66A", "A", "1;66A"),
        ("1;129A", "A", "A"),
        ("1;193A", "A", "A"),
        ("1;194A", "A", "1;194A"),
        ("1;257A", "A", "1;257A"),
        ("1;129:3A", "A", "A"),
        ("15;2~", "15~", "15;2~"),
        ("1;2~", "1~", "1;2~"),
        ("1;65~", "1~", "1~"),
        ("2;65A", "2A", "2A"),
        ("13;65u", "13u", "13u"),
        (";5A", ";5A", ";5A"),
        ("x;5A", "x;5A", "x;5A"),
        ("1;A", "A", "A"),
    ],
)
def test_a_modifier_is_taken_off(body: str, bare: str, locks: str) -> None:
    """Any modifier, or Caps Lock (64) and Num Lock (128) alone, each with and without the other."""
    typed = b"\x1b[" + body.encode()
    assert without_modifier(typed) == b"\x1b[" + bare.encode()
    assert without_modifier(typed, but=sequences.LOCKS) == b"\x1b[" + locks.encode()


@pytest.mark.parametrize(
    ("report", "is_one"),
    [
        *(
            (f"{button};1;1M", button in (0, 1, 2, 32, 64, 65))
            for button in (*range(5), *range(31, 37))
        ),
        *((f"{button};1;1M", button in (64, 65)) for button in range(62, 69)),
        ("0;80;24m", True),
        ("0;81;24M", False),
        ("0;80;25M", False),
        ("0;0;24M", False),
        ("0;80;0M", False),
        ("0;08;1M", False),
        ("0;1;01M", False),
        ("0;;1M", False),
        ("0;1M", False),
        ("0;1;1;1M", False),
        ("0;1;1A", False),
        ("0;-1;1M", False),
    ],
)
def test_a_click_is_one_that_this_screen_can_have_given(report: str, *, is_one: bool) -> None:
    """Buttons, dragging, the wheel, from 1 to the last cell, written as a terminal writes it."""
    assert is_click(b"\x1b[<" + report.encode(), 80, 24) is is_one


@pytest.mark.parametrize(
    ("sequence", "typed"),
    [
        (b"\x1b[27;2;65~", b"A"),
        (b"\x1b[27;1;33~", b"!"),
        (b"\x1b[27;2;13~", b"\r"),
        (b"\x1b[27;2;9~", b"\x1b[Z"),
        (b"\x1b[27;5;99~", b""),  # Ctrl+C
        (b"\x1b[27;2;8238~", b""),  # steers how text runs
        (b"\x1b[27;2;1114112~", b""),  # beyond the last character
        (b"\x1b[27;2;7~", b""),
        (b"\x1b[28;2;65~", b""),
        (b"\x1b[27;;65~", b""),
    ],
)
def test_a_key_passes_as_what_modify_other_keys_has_typed(sequence: bytes, typed: bytes) -> None:
    """A terminal in which another program has left that mode on still types capitals."""
    assert sequences.forwarded(sequence, sequences.PASSED) == typed


@pytest.mark.parametrize("key", [b"\x1b[13;1%bu", b"\x1b[9;1%bu", b"\x1b[1;1%bA", b"\x1b[3;1%b~"])
def test_a_key_that_is_let_go_counts_once(key: bytes) -> None:
    """Where a terminal tells that a key was let go, it is no second press of it."""
    assert sequences.forwarded(key % b":1", sequences.PASSED) != b""
    assert sequences.forwarded(key % b":2", sequences.PASSED) != b""
    assert sequences.forwarded(key % b":3", sequences.PASSED) == b""
