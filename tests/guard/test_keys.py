"""Single keys and what becomes of them."""

import pytest

from kiosk.guard.keys import PASTE_PATIENCE, SEQUENCE_PATIENCE, KeyScanner
from kiosk.guard.sequences import KEYS, panic_sequences

CRASHES_STOCK_TEXTUAL = [
    b"\x1b[:u",
    b"\x1b[1114112u",
    b"\x1b[:A",
    b"\xff",
    b"\xe9",
    b"\x1b[48;24;80;0;0t",
    b"\x1b[48;99999;99999;0;0t",
    b"\x1b[?2048;1$y",
]


@pytest.mark.parametrize("typed", CRASHES_STOCK_TEXTUAL)
def test_what_crashes_stock_textual_is_swallowed(typed: bytes) -> None:
    """Bytes that end a stock Textual app from the keyboard neither pass nor panic."""
    scan = KeyScanner().feed(typed)
    assert (scan.forward, scan.panic) == (b"", False)


@pytest.mark.parametrize(
    "report",
    [
        b"\x1b[<0;81;1M",
        b"\x1b[<0;1;25M",
        b"\x1b[<0;0;1M",
        b"\x1b[<0;01;1M",
        b"\x1b[<0;1;1;1M",
        b"\x1b[<35;1;1M",
        b"\x1b[<3;1;1M",
        b"\x1b[<0;99999999999999999999;1M",
        b"\x1b[<0;1M",
        b"\x1b[<;;M",
        b"\x1b[<0;1;1A",
    ],
)
def test_a_mouse_report_beyond_the_screen_is_dropped(report: bytes) -> None:
    """A click that this screen cannot have given does not pass."""
    scan = KeyScanner(columns=80, rows=24).feed(report)
    assert (scan.forward, scan.panic) == (b"", False)


def test_a_mouse_report_within_the_screen_passes() -> None:
    """A click in the last cell passes, pressed and released."""
    click = b"\x1b[<0;80;24M\x1b[<0;80;24m"
    assert KeyScanner(columns=80, rows=24).feed(click).forward == click


def test_a_named_key_passes_only_where_it_is_asked_for() -> None:
    """F10 is swallowed, unless the guard is told to pass it; then with no modifier, and alone."""
    keys = KeyScanner(more_keys=panic_sequences(["f10"]))
    assert KeyScanner().feed(b"\x1b[21~").forward == b""
    assert keys.feed(b"\x1b[21~").forward == b"\x1b[21~"
    for other in (b"\x1b[21;5~", b"\x1b[20~", b"\x1b[24~"):
        assert (keys.feed(other).forward, keys.feed(b"").panic) == (b"", False)


def test_a_panic_key_stays_one_even_if_it_should_pass() -> None:
    """What clears the screen is never given away to anything else."""
    f10 = panic_sequences(["f10"])
    scan = KeyScanner(panic_sequences=f10, more_keys=f10).feed(b"\x1b[21~")
    assert (scan.forward, scan.panic) == (b"", True)


@pytest.mark.parametrize("byte", [*range(0x08), *range(0x0B, 0x0D), *range(0x0E, 0x1B)])
def test_control_keys_are_dropped(byte: int) -> None:
    """Ctrl+C, Ctrl+Z, Ctrl+Q and every other control but Enter, Tab and Backspace is nothing."""
    scan = KeyScanner().feed(bytes((byte,)))
    assert (scan.forward, scan.panic) == (b"", False)


def test_format_and_private_characters_are_dropped() -> None:
    """A C1 control, a right-to-left mark, a private and an unassigned character do not pass."""
    typed = "a\x9b\u200f\ue000\U000e0001\u0378é".encode()
    assert KeyScanner().feed(typed).forward == "aé".encode()


@pytest.mark.parametrize("broken", [b"\xc3a", b"\xc0\x80", b"\xed\xa0\x80", b"\xf5\x80", b"\x80"])
def test_broken_utf8_is_dropped_alone(broken: bytes) -> None:
    """Overlong, surrogate and cut characters vanish; the text beside them stays."""
    assert KeyScanner().feed(b"<" + broken + b">").forward.replace(b"a", b"") == b"<>"


def test_a_paste_is_one_line_of_text() -> None:
    """Line ends and tabs become spaces; controls and escape sequences do not survive."""
    pasted = b"\x1b[200~a\r\nb\tc\x07\xff\x1b[201~"
    assert KeyScanner().feed(pasted).forward == b"\x1b[200~a b c\x1b[201~"


def test_a_paste_is_limited() -> None:
    """At most 4096 bytes of a paste pass, and the rest does not become keys."""
    keys = KeyScanner()
    out = keys.feed(b"\x1b[200~" + b"x" * 9000 + b"\x1b[201~y").forward
    assert out == b"\x1b[200~" + b"x" * 4096 + b"\x1b[201~y"


def test_an_escape_in_an_open_paste_panics_and_the_rest_is_not_typed() -> None:
    """Escape clears inside a paste, and the paste's rest does not reach the next visitor."""
    keys = KeyScanner()
    assert keys.feed(b"\x1b[200~secret\x1b").panic
    scan = keys.feed(b"\rmore\x1b[201~a")
    assert scan.forward in (b"", b"a")


def test_a_faked_reply_in_a_paste_is_a_panic() -> None:
    """Pasted escape sequences hold an ESC, and an ESC in a paste is the Escape key."""
    assert KeyScanner().feed(b"\x1b[200~\x1b[?1u\x1b[201~").panic


def test_an_open_paste_ends_in_silence() -> None:
    """A paste that is never closed gives the keyboard back, and is no panic."""
    keys = KeyScanner()
    keys.feed(b"\x1b[200~left open")
    assert keys.patience == PASTE_PATIENCE
    assert not keys.expire().panic
    assert keys.feed(b"a").forward == b"a"


@pytest.mark.parametrize(
    "start", [b"\x1b[", b"\x1bO", b"\x1b]0;", b"\x1bP", b"\x1b[[", b"\x1b[M !"]
)
def test_an_unfinished_sequence_panics_on_expiry(start: bytes) -> None:
    """What never becomes a sequence was Escape and another key."""
    keys = KeyScanner()
    assert not keys.feed(start).panic
    assert keys.patience == SEQUENCE_PATIENCE
    assert keys.expire().panic
    assert keys.patience is None


@pytest.mark.parametrize("rest", [b"[A", b"OB", b"[<0;5;5M", b"[200~typed\r\x1b[201~"])
def test_the_rest_of_a_torn_key_is_swallowed(rest: bytes) -> None:
    """An arrow torn behind its ESC clears needlessly, and types nothing on the neutral page."""
    keys = KeyScanner()
    assert keys.feed(b"\x1b").panic
    scan = keys.feed(rest)
    assert (scan.forward, scan.panic) == (b"", False)
    assert keys.feed(b"a").forward == b"a"


def test_the_rest_of_a_torn_key_is_not_awaited_for_ever() -> None:
    """Once keys count again, a bracket is a bracket."""
    keys = KeyScanner()
    keys.feed(b"\x1b")
    keys.forget_tail()
    assert keys.feed(b"[x").forward == b"[x"


def test_a_torn_key_waits_with_kitty() -> None:
    """With the kitty protocol an ESC at the end of a read is a cut sequence."""
    keys = KeyScanner(kitty=True)
    assert not keys.feed(b"\x1b").panic
    assert keys.feed(b"[A").forward == b"\x1b[A"


def test_endless_sequences_are_panics() -> None:
    """A CSI is not collected for ever; nor is a string, which gives the keyboard back."""
    assert KeyScanner().feed(b"\x1b[" + b"1" * 100).panic
    keys = KeyScanner()
    keys.feed(b"\x1b]52;c;" + b"1" * 5000)
    assert keys.patience == PASTE_PATIENCE
    assert not keys.expire().panic
    assert keys.feed(b"a").forward == b"a"


@pytest.mark.parametrize("name", sorted(KEYS))
def test_a_named_panic_key_panics_in_every_form(name: str) -> None:
    """A panic key of the settings panics as each terminal sends it, with a modifier too."""
    for sequence in KEYS[name]:
        assert not KeyScanner().feed(sequence).panic
        keys = KeyScanner(panic_sequences=panic_sequences([name]))
        assert keys.feed(b"abc" + sequence).panic
        if sequence.endswith(b"~"):
            assert keys.feed(sequence[:-1] + b";2~").panic


def test_a_single_character_can_be_a_panic_key() -> None:
    """A panic button that types a character works, and does not work inside a paste."""
    keys = KeyScanner(panic_sequences=panic_sequences(["é"]))
    assert keys.feed("é".encode()).panic
    assert not keys.feed("\x1b[200~é\x1b[201~".encode()).panic


def test_an_unknown_panic_key_is_named_with_those_known() -> None:
    """A wrong setting says what was wrong and what would be right."""
    with pytest.raises(ValueError, match=r"'f13'.*f1, f2.*printscreen"):
        panic_sequences(["f13"])


@pytest.mark.parametrize(
    ("typed", "forwarded"),
    [
        (b"\x1b[1;129A", b"\x1b[A"),
        (b"\x1b[1;65B", b"\x1b[B"),
        (b"\x1b[57414u", b"\r"),
        (b"\x1b[57420;129u", b"\x1b[B"),
        (b"\x1b[5;193~", b"\x1b[5~"),
        (b"\x1b[13;129u", b"\r"),
        (b"\x1b[9;129u", b"\t"),
        (b"\x1b[1;5A", b""),
        (b"\x1b[97;5u", b""),
    ],
)
def test_num_lock_does_not_take_the_arrows_away(typed: bytes, forwarded: bytes) -> None:
    """With the kitty protocol, locks and the keypad are reported, and mean the plain keys."""
    assert KeyScanner(kitty=True).feed(typed).forward == forwarded


SHIFT = {"9": b"\x1b[Z", "13": b"\r", "32": b" ", "127": b"\x7f", "57414": b"\r"}


@pytest.mark.parametrize("number", [*SHIFT, "10", "27", "57417", "97"])
@pytest.mark.parametrize(
    ("modifier", "is_shift_alone"),
    [("2", True), ("66", True), ("130", True), ("194", True), ("2:1", True)]
    + [(modifier, False) for modifier in ("4", "6", "10", "258")],
)
def test_shift_does_not_take_a_key_away(
    number: str, modifier: str, *, is_shift_alone: bool
) -> None:
    """As foot and kitty send Tab, Enter, Space and Backspace with Shift, and with locks beside."""
    scan = KeyScanner(kitty=True).feed(f"\x1b[{number};{modifier}u".encode())
    assert scan.forward == (SHIFT.get(number, b"") if is_shift_alone else b"")
    assert scan.panic is (number == "27")


@pytest.mark.parametrize(
    ("typed", "forwarded"),
    [
        ([b"\n"], b"\r"),
        ([b"\n\n"], b"\r\r"),
        ([b"\r\n"], b"\r"),
        ([b"\r", b"\n"], b"\r"),
        ([b"\r\n\n"], b"\r\r"),
        ([b"\ra\n"], b"\ra\r"),
        ([b"123\r\n", b"456\r\n"], b"123\r456\r"),
    ],
)
def test_a_line_feed_is_enter_but_behind_one(typed: list[bytes], forwarded: bytes) -> None:
    """The keypad's Enter is LF in some terminals; scanners end with CR, LF, or CR and LF."""
    keys = KeyScanner()
    assert b"".join(keys.feed(read).forward for read in typed) == forwarded


@pytest.mark.parametrize("number", [2, 3, 5, 6, 7, 8, 11, 15, 23, 34])
def test_keys_with_shift_are_swallowed_in_rxvt_too(number: int) -> None:
    """It ends them with a dollar: neither that nor the next key is lost or clears the page."""
    scan = KeyScanner().feed(b"\x1b[%d$a" % number)
    assert (scan.forward, scan.panic) == (b"a", False)


@pytest.mark.parametrize("typed", [b"\x1b[9$", b"\x1b[1$", b"\x1b[35$", b"\x1b[?7$", b"\x1b[7;2$"])
def test_a_dollar_ends_only_what_rxvt_sends(typed: bytes) -> None:
    """Any other sequence goes on behind it, or was Escape once nothing comes."""
    keys = KeyScanner()
    assert not keys.feed(typed).panic
    assert keys.expire().panic


@pytest.mark.parametrize("modifier", "2345678")
@pytest.mark.parametrize("key", "ABCDFHPQRS")
def test_a_key_with_a_modifier_is_swallowed_in_old_terminals_too(modifier: str, key: str) -> None:
    """An old xterm sends SS3 2 P for Shift+F1, and SS3 5 A for Ctrl+Up."""
    scan = KeyScanner().feed(f"\x1bO{modifier}{key}x".encode())
    assert (scan.forward, scan.panic) == (b"x", False)


@pytest.mark.parametrize("typed", [b"\x1bO2E", b"\x1bO22", b"\x1bO2\r", b"\x1bO2\x1b"])
def test_what_old_terminals_do_not_send_panics(typed: bytes) -> None:
    """Behind SS3 and a modifier stands a cursor key or F1 to F4; all else began with Escape."""
    assert KeyScanner().feed(typed).panic


@pytest.mark.parametrize(
    ("name", "typed"),
    [("f1", b"\x1bO2P"), ("f12", b"\x1b[24$"), ("f12", b"\x1b[24^"), ("insert", b"\x1b[2@")],
)
def test_a_panic_key_with_a_modifier_panics_in_old_terminals_too(name: str, typed: bytes) -> None:
    """Whichever key is held beside it, and wherever that is written."""
    assert KeyScanner(panic_sequences=panic_sequences([name])).feed(typed).panic


def test_replies_to_our_questions_are_told_apart() -> None:
    """The answers about kitty and the terminal's kind reach the guard and nobody else."""
    scan = KeyScanner().feed(b"\x1b[?0u\x1b[?62;22c")
    assert scan.replies == (b"\x1b[?0u", b"\x1b[?62;22c")
    assert not scan.forward
