"""What keyboards and terminals send: what of it passes, and which keys are called what.

After xterm's ctlseqs ("PC-Style Function Keys"), the kitty keyboard protocol ("Functional key
definitions") and the Linux console's default keymap. CSI sequences are written here without
their modifier, as `without_modifier` leaves them.
"""

import sys
from collections.abc import Iterable
from typing import NamedTuple
from unicodedata import category

PASSED = frozenset(
    b"\x1b" + rest
    for rest in (
        *(b"[" + letter for letter in (b"A", b"B", b"C", b"D", b"H", b"F", b"Z")),
        *(b"O" + letter for letter in (b"A", b"B", b"C", b"D", b"H", b"F")),
        *(b"[%d~" % number for number in (1, 3, 4, 5, 6, 7, 8)),
    )
)
"""Arrows, Home, End, Page Up, Page Down, Delete, Shift+Tab: forwarded byte for byte."""


class Tail(NamedTuple):
    """The end of a sequence that is longer than ECMA-48 has it."""

    allowed: frozenset[int]
    """The bytes that it may be of; with any other, the sequence's ESC was the Escape key."""
    whole_length: int
    """How many bytes the whole sequence has."""


_SS3_MODIFIERS = b"2345678"
_SS3_MODIFIED = b"ABCDFHIMPQRSXjklmnopqrstuvwxy"
TAILS = {
    b"\x1bO": Tail(frozenset(b"ABCDEFHIMPQRSXabcdjklmnopqrstuvwxy" + _SS3_MODIFIERS), 3),
    **{b"\x1bO%c" % digit: Tail(frozenset(_SS3_MODIFIED), 4) for digit in _SS3_MODIFIERS},
    b"\x1b[[": Tail(frozenset(b"ABCDE"), 4),
    b"\x1b[M": Tail(frozenset(range(0x20, 0x100)), 6),
}
"""Heads, and what must follow: cursor keys, F1 to F4 and the keypad in application mode, some of
them with a modifier in old terminals; F1 to F5 of the Linux console; an X10 mouse report."""

URXVT_SHIFTED = frozenset(
    b"\x1b[%d$" % number for number in (*range(2, 9), *range(11, 16), *range(17, 35))
)
"""Keys with Shift as rxvt has them, which end where ECMA-48 would have them go on."""

KITTY_PASSED = {
    b"\x1b[13u": b"\r",
    b"\x1b[9u": b"\t",
    b"\x1b[127u": b"\x7f",
    b"\x1b[57414u": b"\r",  # the keypad's own Enter, arrows, paging, Home, End and Delete
    b"\x1b[57417u": b"\x1b[D",
    b"\x1b[57418u": b"\x1b[C",
    b"\x1b[57419u": b"\x1b[A",
    b"\x1b[57420u": b"\x1b[B",
    b"\x1b[57421u": b"\x1b[5~",
    b"\x1b[57422u": b"\x1b[6~",
    b"\x1b[57423u": b"\x1b[H",
    b"\x1b[57424u": b"\x1b[F",
    b"\x1b[57426u": b"\x1b[3~",
}
"""Keys that the kitty protocol names anew, and what they are forwarded as."""

SHIFTED = {
    b"\x1b[9u": b"\x1b[Z",
    b"\x1b[13u": b"\r",
    b"\x1b[32u": b" ",
    b"\x1b[127u": b"\x7f",
    b"\x1b[57414u": b"\r",
}
"""Likewise with Shift held, as by somebody who types capitals."""

MOUSE_BUTTONS = frozenset((b"0", b"1", b"2", b"32", b"64", b"65"))
"""Left, middle, right, dragged with the left one, wheel up, wheel down."""

KEYS: dict[str, tuple[bytes, ...]] = {
    "f1": (b"\x1bOP", b"\x1b[P", b"\x1b[11~", b"\x1b[[A"),
    "f2": (b"\x1bOQ", b"\x1b[Q", b"\x1b[12~", b"\x1b[[B"),
    "f3": (b"\x1bOR", b"\x1b[R", b"\x1b[13~", b"\x1b[[C"),
    "f4": (b"\x1bOS", b"\x1b[S", b"\x1b[14~", b"\x1b[[D"),
    "f5": (b"\x1b[15~", b"\x1b[[E"),
    "f6": (b"\x1b[17~",),
    "f7": (b"\x1b[18~",),
    "f8": (b"\x1b[19~",),
    "f9": (b"\x1b[20~",),
    "f10": (b"\x1b[21~",),
    "f11": (b"\x1b[23~",),
    "f12": (b"\x1b[24~",),
    "insert": (b"\x1b[2~",),
    "menu": (b"\x1b[29~", b"\x1b[57363u"),
    "pause": (b"\x1b[P", b"\x1b[57362u"),
    "printscreen": (b"\x1b[57361u",),
}
"""Names of the keys that a setting may make a panic key: xterm, Linux console and kitty forms."""

LOCKS = 0b11000000
"""Caps Lock and Num Lock, as bits of (modifier - 1) in the kitty protocol."""
SHIFT = 0b1
"""Likewise Shift."""


def panic_sequences(names: Iterable[str]) -> frozenset[bytes]:
    """Return what the named keys send, be they panic keys or others.

    Args:
        names: Names of `KEYS`, in any case, or single printable characters.

    Raises:
        ValueError: A name is not known; the message lists those that are.
    """
    sequences: set[bytes] = set()
    for name in names:
        if name.lower() in KEYS:
            sequences.update(KEYS[name.lower()])
        elif len(name) == 1 and name.isprintable():
            sequences.add(name.encode())
        else:
            known = ", ".join(KEYS)
            raise ValueError(f"unknown key {name!r}: use one character, or one of {known}")
    return frozenset(sequences)


def _parameters(sequence: bytes) -> list[bytes]:
    """Return a CSI sequence's parameters."""
    return sequence[2:-1].split(b";")


def is_panic(sequence: bytes, chosen: frozenset[bytes]) -> bool:
    """Tell whether a key clears the screen: Escape, or one of those that staff have chosen."""
    written = without_modifier(sequence), forwarded(sequence, frozenset())
    return is_escape(sequence) or not chosen.isdisjoint(written)


def is_escape(sequence: bytes) -> bool:
    """Tell whether a CSI sequence is the Escape key, with any modifier, event or text.

    That is `CSI 27 u` in the kitty protocol, `CSI 27 ; modifier ; 27 ~` as xterm's
    modifyOtherKeys has it.
    """
    parameters = _parameters(sequence)
    if sequence.endswith(b"u"):
        return _number(parameters[0]) == _ESCAPE
    last = _number(parameters[-1])
    is_other_key = sequence.endswith(b"~") and len(parameters) == _OTHER_KEY_PARAMETERS
    return is_other_key and _number(parameters[0]) == _ESCAPE and last == _ESCAPE


_ESCAPE = 27
_OTHER_KEY_PARAMETERS = 3


def _number(parameter: bytes) -> int | None:
    """Return a parameter's number without its sub-parameters, None if it is none."""
    digits = parameter.partition(b":")[0]
    return int(digits) if digits.isdigit() else None


def forwarded(sequence: bytes, passed: frozenset[bytes]) -> bytes:
    """Return what a complete key is forwarded as; nothing if it is of no use here.

    Args:
        sequence: The key, which is no panic key.
        passed: The keys that are forwarded as they are, without a modifier.
    """
    if _is_release(sequence):
        return b""
    other = _other_key(sequence)
    sequence = sequence if other is None else b"\x1b[%d;%du" % other
    plain = without_modifier(sequence, but=LOCKS)
    if plain in passed:
        return plain
    if plain in KITTY_PASSED:
        return KITTY_PASSED[plain]
    shifted = SHIFTED.get(without_modifier(sequence, but=LOCKS | SHIFT), b"")
    return shifted if shifted or other is None else _text_of(*other)


def _is_release(sequence: bytes) -> bool:
    """Tell whether a key was let go: that it was pressed was told before."""
    parameters = _parameters(sequence)
    return len(parameters) > 1 and parameters[1].endswith(b":3")


def _other_key(sequence: bytes) -> tuple[int, int] | None:
    """Return the code and the modifier of a key as xterm's modifyOtherKeys has it, else None."""
    parameters = [_number(each) for each in _parameters(sequence)]
    if sequence[-1:] != b"~" or len(parameters) != _OTHER_KEY_PARAMETERS:
        return None
    first, modifier, code = parameters
    return (code, modifier) if first == _ESCAPE and code and modifier else None


def _text_of(code: int, modifier: int) -> bytes:
    """Return the character that a key types, with at most Shift held."""
    if (modifier - 1) & ~SHIFT or code > sys.maxunicode:
        return b""
    return chr(code).encode() if is_text(chr(code)) else b""


def without_modifier(sequence: bytes, *, but: int = ~0) -> bytes:
    """Return a key's sequence as it is without a modifier, event or text.

    Args:
        sequence: For example `CSI 1;5 A`, which becomes `CSI A`, or `CSI 15;2:1 ~`.
        but: The modifiers that may be taken off, as bits; a key with any other stays as it is.
    """
    if but == ~0 and (older := _older_form(sequence)):
        return older
    parameters = _parameters(sequence)
    if len(parameters) < 2 or not parameters[0].isdigit():
        return sequence
    modifier = _number(parameters[1]) or 1
    if (modifier - 1) & ~but:
        return sequence
    if parameters[0] == b"1" and sequence[-1:] != b"~":
        return b"\x1b[" + sequence[-1:]
    return b"\x1b[" + parameters[0] + sequence[-1:]


def _older_form(sequence: bytes) -> bytes | None:
    """Return a key without the modifier that old terminals write elsewhere; None if it has none.

    An old xterm writes `SS3 5 A`; rxvt ends a key with `$` (Shift), `^` (Ctrl) or `@` (both).
    """
    if sequence[1:2] == b"O":
        return sequence[:2] + sequence[-1:]
    if sequence[-1:] in b"$^@" and sequence[:-1] + b"$" in URXVT_SHIFTED:
        return sequence[:-1] + b"~"
    return None


def is_click(sequence: bytes, columns: int, rows: int) -> bool:
    """Tell whether an SGR mouse report is one that a screen of this size can have given.

    Args:
        sequence: `CSI < button ; column ; row M` (pressed) or `m` (released).
        columns: The screen's width in cells.
        rows: The screen's height in cells.
    """
    fields = sequence[3:-1].split(b";")
    if len(fields) != _CLICK_FIELDS or sequence[-1:] not in (b"M", b"m"):
        return False
    button, column, row = fields
    return button in MOUSE_BUTTONS and _within(column, columns) and _within(row, rows)


_CLICK_FIELDS = 3


def _within(digits: bytes, limit: int) -> bool:
    """Tell whether this is a number from 1 to `limit` as a terminal writes it."""
    return (
        digits.isdigit()
        and len(digits) <= len(str(limit))
        and 0 < int(digits) <= limit
        and (not digits.startswith(b"0"))
    )


# Control, format, surrogate, private, unassigned; line and paragraph separators.
_DROPPED = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))


def is_text(character: str) -> bool:
    """Tell whether one character may be forwarded: it is printable, and steers no terminal."""
    return category(character) not in _DROPPED


def clean_paste(data: bytes, limit: int) -> bytes:
    """Return pasted bytes as one line of printable text.

    Args:
        data: As it came, in UTF-8 if all is well; what is not is dropped.
        limit: The most bytes to return, whole characters only.
    """
    text = data.decode(errors="ignore").replace("\r\n", " ")
    line = "".join(
        " " if character in "\r\n\t" else character
        for character in text
        if character in "\r\n\t" or is_text(character)
    )
    return line.encode()[:limit].decode(errors="ignore").encode()
