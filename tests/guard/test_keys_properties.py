"""What holds for every stream of bytes that a keyboard and a terminal can send."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kiosk.guard.keys import SEQUENCE_PATIENCE, KeyScanner, Scan
from kiosk.guard.sequences import PASSED, URXVT_SHIFTED, is_text

COLUMNS, ROWS = 80, 24

text = st.characters(codec="utf-8").filter(is_text).map(str.encode)
controls = st.sampled_from([b"\r", b"\t", b"\x08", b"\x7f"])
clicks = st.builds(
    lambda button, column, row, end: b"\x1b[<%d;%d;%d%s" % (button, column, row, end),
    st.sampled_from([0, 1, 2, 32, 64, 65]),
    st.integers(1, COLUMNS),
    st.integers(1, ROWS),
    st.sampled_from([b"M", b"m"]),
)
pastes = st.lists(text, min_size=1, max_size=30).map(
    lambda parts: b"\x1b[200~" + b"".join(parts) + b"\x1b[201~"
)
allowed = st.one_of(text, controls, st.sampled_from(sorted(PASSED)), clicks, pastes)

csi = st.builds(
    lambda parameters, intermediates, final: b"\x1b[" + parameters + intermediates + final,
    st.text("0123456789:;<=>?", max_size=20).map(str.encode),
    st.text(" !\"#$%&'()*+,-./", max_size=3).map(str.encode),
    st.integers(0x40, 0x7E).map(lambda byte: bytes((byte,))),
)
replies = st.builds(
    lambda opener, body, end: opener + body + end,
    st.sampled_from([b"\x1b]", b"\x1bP", b"\x1b_"]),
    st.binary(max_size=40).map(lambda body: bytes(byte for byte in body if byte >= 0x20)),
    st.sampled_from([b"\x1b\\", b"\x07"]),
)
swallowed = st.one_of(
    st.sampled_from([b"\x1bOP", b"\x1bOS", b"\x1b[15~", b"\x1b[1;5A", b"\x1b[[A", b"\x1b[[E"]),
    st.sampled_from([b"\x1bO2P", b"\x1bO5A", b"\x1b[7$", b"\x1b[23$", b"\x1b[7^", b"\x1b[7@"]),
    st.sampled_from([b"\x1b[I", b"\x1b[O", b"\x1b[M !!", b"\x1b[?62;22c", b"\x1b[24;80R"]),
    st.sampled_from([b"\x03", b"\x04", b"\x11", b"\x1a", b"\x1c", b"\x00", b"\xff", b"\xc3\x28"]),
    csi.filter(lambda s: s not in PASSED and not _special(s)),
    replies,
)


def _special(sequence: bytes) -> bool:
    """Tell whether a CSI sequence is Escape, begins a longer one, or is forwarded otherwise.

    Or whether it ends sooner, as rxvt has it.
    """
    last = sequence[-1:]
    if any(sequence.startswith(shifted) for shifted in URXVT_SHIFTED):
        return True
    return last in b"u~M[mABCDHFZ" or sequence[2:3] == b"<"


def scanner(kitty: bool) -> KeyScanner:
    """Return a scanner for a screen of 80 by 24."""
    return KeyScanner(kitty=kitty, columns=COLUMNS, rows=ROWS)


def feed_in_pieces(keys: KeyScanner, stream: bytes, cuts: list[int]) -> list[Scan]:
    """Feed a stream cut at these places, wherever they are not right behind an ESC."""
    places = sorted({cut % (len(stream) + 1) for cut in cuts} | {0, len(stream)})
    places = [at for at in places if at in (0, len(stream)) or stream[at - 1] != 0x1B]
    return [keys.feed(stream[start:end]) for start, end in pairwise(places)]


@given(st.lists(allowed, max_size=20), st.lists(st.integers(0, 2000)), st.booleans())
def test_allowed_keys_pass_byte_for_byte(keys: list[bytes], cuts: list[int], kitty: bool) -> None:
    """Allowed keys come out unchanged and never panic, cut anywhere but behind an ESC."""
    stream = b"".join(keys)
    scans = feed_in_pieces(scanner(kitty), stream, cuts)
    assert not any(scan.panic for scan in scans)
    assert b"".join(scan.forward for scan in scans) == stream


@given(st.lists(st.one_of(allowed, swallowed), max_size=20), st.lists(st.integers(0, 2000)))
def test_what_terminals_send_never_panics(keys: list[bytes], cuts: list[int]) -> None:
    """Function keys, reports, replies and broken UTF-8 among the keys are no panic."""
    stream = b"".join(keys)
    assert not any(scan.panic for scan in feed_in_pieces(scanner(False), stream, cuts))


@given(st.lists(swallowed, max_size=20))
def test_what_is_swallowed_leaves_nothing(keys: list[bytes]) -> None:
    """No byte of a swallowed sequence is forwarded, but text that follows broken UTF-8."""
    scans = [scanner(False).feed(key) for key in keys]
    assert all(scan.forward in (b"", b"(") for scan in scans)


lone_escape = st.one_of(
    st.just(b"\x1b\x1b"),
    text.filter(lambda c: c not in (b"[", b"O", b"]", b"P", b"_")).map(lambda c: b"\x1b" + c),
    controls.map(lambda c: b"\x1b" + c),
    st.sampled_from([b"\x1b[\r", b"\x1bO\r", b"\x1b[1;\x1b", b"\x1b]0;\r", b"\x1b[\x1b[A"]),
)


@given(
    st.lists(st.one_of(allowed, swallowed), max_size=5),
    lone_escape,
    st.lists(st.one_of(allowed, swallowed), max_size=5),
    st.booleans(),
)
def test_a_lone_escape_panics_within_its_read(
    before: list[bytes], escape: bytes, after: list[bytes], kitty: bool
) -> None:
    """An ESC that opens no known sequence panics in that read and forwards nothing of it."""
    scan = scanner(kitty).feed(b"".join([*before, escape, *after]))
    assert scan.panic
    assert not scan.forward


@given(st.binary(max_size=60))
def test_an_escape_at_the_end_of_a_read_panics_without_kitty(before: bytes) -> None:
    """Where Escape is a plain ESC byte, it panics at once; in a reply, a moment later."""
    keys = scanner(False)
    assert keys.feed(before + b"\x1b").panic or (
        keys.patience == SEQUENCE_PATIENCE and keys.expire().panic
    )


@given(st.binary(max_size=60))
def test_an_escape_at_the_end_of_a_read_panics_on_expiry_with_kitty(before: bytes) -> None:
    """With the kitty protocol such an ESC waits, and panics if nothing comes."""
    keys = scanner(True)
    assert keys.feed(before + b"\x1b").panic or keys.expire().panic


modifiers = st.integers(1, 256)


@given(
    st.one_of(
        st.just(b"\x1b[27u"),
        modifiers.map(lambda m: b"\x1b[27;%du" % m),
        st.tuples(modifiers, st.integers(1, 3)).map(lambda t: b"\x1b[27;%d:%du" % t),
        st.integers(32, 126).map(lambda c: b"\x1b[27;;%du" % c),
        st.integers(32, 126).map(lambda c: b"\x1b[27:%d;1u" % c),
        modifiers.map(lambda m: b"\x1b[27;%d;27~" % m),
    ),
    st.sampled_from([b"", b"abc", b"\x1b[200~pasted", b"\x1b[A", b"\xe2\x82"]),
    st.booleans(),
)
def test_kitty_escape_panics_in_every_form(escape: bytes, before: bytes, kitty: bool) -> None:
    """CSI 27 u with any modifier, event or text is Escape, in an open paste too."""
    assert scanner(kitty).feed(before + escape).panic


@given(st.lists(st.binary(max_size=40), max_size=20), st.booleans())
def test_any_bytes_leave_only_allowed_keys(reads: list[bytes], kitty: bool) -> None:
    """Whatever is typed, what comes out is itself a stream of allowed keys."""
    keys = scanner(kitty)
    out = b"".join(keys.feed(read).forward for read in reads)
    again = scanner(kitty).feed(out)
    assert not again.panic
    assert again.forward == out


@given(st.lists(st.binary(max_size=40), max_size=10), st.booleans())
def test_settling_forgets_everything(reads: list[bytes], kitty: bool) -> None:
    """After any input, a settled scanner reads the next key as a new one would."""
    keys = scanner(kitty)
    for read in reads:
        keys.feed(read)
    keys.settle()
    assert keys.patience is None
    assert keys.feed(b"a\x1b[A").forward == b"a\x1b[A"
