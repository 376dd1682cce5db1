"""From the keyboard's bytes to what a visitor may get, or to a panic.

An allow-list: printable text and the kiosk's few keys pass, every other well-formed sequence is
swallowed, and an ESC that opens no known sequence is the Escape key, hence a panic, within the
read that carries it. The scanner knows no clock: its owner calls `expire` when the bytes stay
away for `patience` seconds.
"""

import codecs
from collections.abc import Callable
from typing import NamedTuple

from kiosk.guard import sequences
from kiosk.guard.terminal import READ_BYTES, wipe

Step = Callable[["KeyScanner", int], None]

ESC = 0x1B
LONGEST_CSI = 64
LONGEST_TYPED = 8  # a string of more bytes is a terminal's: nobody types so much within a patience
LONGEST_PASTE = 4096
SEQUENCE_PATIENCE = 0.05
PASTE_PATIENCE = 1.0  # and a long reply's
PASTE_START = b"\x1b[200~"
PASTE_END = b"\x1b[201~"
# A kernel hands over at most this many bytes: what is as long, may have been cut anywhere.
FULL_READ = READ_BYTES - 1
_PLAIN_CONTROLS = frozenset(b"\r\n\t\x08\x7f")
_RETURN, _LINE_FEED = 0x0D, 0x0A
_STRINGS = b"]", b"P", b"_"  # OSC, DCS, APC; terminals send no PM and no SOS
_EIGHT_BIT = frozenset(b"\x8f\x90\x9b\x9d\x9f")  # SS3, DCS, CSI, OSC, APC in one byte
_BEL, _ST = 0x07, 0x9C
_LOWEST_FINAL = 0x40


class Scan(NamedTuple):
    """What one read came to."""

    forward: bytes | bytearray
    """What the visitor gets, to be wiped after use; nothing if there was a panic."""
    panic: bool
    """Whether a panic key was in it."""
    replies: tuple[bytes, ...]
    """Complete replies to the guard's own questions (`CSI ? ... u` or `c`)."""

    def wipe(self) -> None:
        """Overwrite what was typed."""
        if isinstance(self.forward, bytearray):
            wipe(self.forward)


class _Gathered:
    """What the read at hand has come to so far."""

    def __init__(self) -> None:
        self.forward = bytearray()
        self.replies: list[bytes] = []
        self.panic = False

    def take(self) -> Scan:
        """Return it, and start gathering again."""
        forward = bytearray() if self.panic else bytearray(self.forward)
        scan = Scan(forward, self.panic, tuple(self.replies))
        wipe(self.forward)
        self.forward.clear()
        self.replies.clear()
        self.panic = False
        return scan


class _Sequence(bytearray):
    """What has come of a sequence, from its ESC on; nothing between two keys."""

    is_eight_bit = False  # it has begun without an ESC

    @property
    def is_reply(self) -> bool:
        """Whether it is a string that only a terminal can have sent."""
        return self[1:2] in _STRINGS and len(self) > LONGEST_TYPED

    @property
    def may_be_escape(self) -> bool:
        """Whether its ESC may have been the Escape key."""
        return self.endswith(b"\x1b") or not (not self or self.is_eight_bit or self.is_reply)

    @property
    def patience(self) -> float:
        """For how long it is waited for its end."""
        return SEQUENCE_PATIENCE if self.may_be_escape or self.is_eight_bit else PASTE_PATIENCE


def _may_go_on(csi: bytearray, byte: int) -> bool:
    """Tell whether a CSI sequence may have this byte next (ECMA-48, 5.4)."""
    after_intermediate = 0x20 <= csi[-1] <= 0x2F
    may_follow = 0x20 <= byte <= (0x2F if after_intermediate else 0x3F)
    return (may_follow or _LOWEST_FINAL <= byte <= 0x7E) and len(csi) < LONGEST_CSI


class KeyScanner:
    """Reads a keyboard byte by byte, with as much memory as a sequence cut in two needs.

    Attributes:
        kitty: Whether the terminal speaks the kitty protocol: then an ESC at the end of a read
            can only be a cut sequence and waits; else it is the Escape key.
        columns: Mouse reports beyond this column are dropped.
        rows: Likewise.
    """

    def __init__(
        self,
        *,
        kitty: bool = False,
        panic_sequences: frozenset[bytes] = frozenset(),
        more_keys: frozenset[bytes] = frozenset(),
        columns: int = 80,
        rows: int = 24,
    ) -> None:
        """Start between two keys; see the class for the arguments."""
        self.kitty = kitty
        self.columns = columns
        self.rows = rows
        self._panic_sequences = panic_sequences
        self._passed = sequences.PASSED | more_keys
        self._utf8 = codecs.getincrementaldecoder("utf-8")("ignore")
        self._step: Step = KeyScanner._ground
        self._sequence = _Sequence()  # the unfinished one
        self._tail = sequences.TAILS[b"\x1bO"]  # what ends it, in `_in_tail`
        self._paste = bytearray()
        self._discard = False  # the unfinished sequence is the rest of one that panicked
        self._follows_return = False
        self._gathered = _Gathered()

    @property
    def patience(self) -> float | None:
        """Seconds of silence after which to call `expire`; None if nothing is unfinished."""
        if self._step is KeyScanner._ground or self._discard:
            return None
        return self._sequence.patience

    def feed(self, data: bytes | memoryview) -> Scan:
        """Take one read's bytes."""
        for byte in data:
            self._step(self, byte)
            self._follows_return = byte == _RETURN
        is_cut = self.kitty or len(data) >= FULL_READ or self._sequence.is_reply
        self._gathered.panic |= data[-1:] == b"\x1b" and not is_cut
        if self._gathered.panic:
            self._discard = self._step is not KeyScanner._ground
        return self._gathered.take()

    def expire(self) -> Scan:
        """Give up an unfinished sequence: its ESC was the Escape key. An open paste just ends."""
        self._gathered.panic = self._sequence.may_be_escape
        self.settle()
        return self._gathered.take()

    def forget_tail(self) -> None:
        """Wait no longer for the rest of a sequence whose beginning was a panic."""
        if self._discard:
            self.settle()

    def settle(self) -> None:
        """Forget whatever is unfinished; the next byte starts a new key."""
        self._step = KeyScanner._ground
        self._sequence.clear()
        wipe(self._paste)
        self._paste.clear()
        self._discard = self._sequence.is_eight_bit = False
        self._utf8.reset()

    def _ground(self, byte: int) -> None:
        """Between two keys: text, a control, or an ESC."""
        if byte == ESC:
            self._open()
        elif byte in _PLAIN_CONTROLS:
            self._utf8.reset()
            if byte != _LINE_FEED or not self._follows_return:  # else both are one Enter
                self._gathered.forward.append(_RETURN if byte == _LINE_FEED else byte)
        elif byte in _EIGHT_BIT and not self._utf8.getstate()[0]:
            self._open()
            self._sequence.is_eight_bit = True
            self._after_esc(byte - 0x40)
        else:
            self._text(self._utf8.decode(bytes((byte,))))

    def _text(self, character: str) -> None:
        """Forward a character if one is complete and is text; it may be a panic key."""
        if character and sequences.is_text(character):
            encoded = character.encode()
            self._gathered.panic |= encoded in self._panic_sequences
            self._gathered.forward += encoded

    def _open(self) -> None:
        """An ESC: a new sequence, for all we know."""
        self.settle()
        self._sequence.append(ESC)
        self._step = KeyScanner._after_esc

    def _broken(self, byte: int) -> None:
        """A sequence that no terminal sends: its ESC was the Escape key."""
        self._gathered.panic |= not self._discard and self._sequence.may_be_escape
        self.settle()
        self._step(self, byte)

    def _after_esc(self, byte: int) -> None:
        """The byte that tells what kind of sequence it is, if any."""
        self._sequence.append(byte)
        if byte == ord("["):
            self._step = KeyScanner._in_csi
        elif byte == ord("O"):
            self._tail, self._step = sequences.TAILS[b"\x1bO"], KeyScanner._in_tail
        elif self._sequence[1:] in _STRINGS:
            self._step = KeyScanner._in_string
        else:
            self._broken(byte)

    def _in_tail(self, byte: int) -> None:
        """The last bytes of a sequence whose head says how many they are, and which."""
        if byte not in self._tail.allowed:
            self._broken(byte)
            return
        self._sequence.append(byte)
        self._tail = sequences.TAILS.get(bytes(self._sequence), self._tail)
        if len(self._sequence) == self._tail.whole_length:
            self._key(bytes(self._sequence))

    def _in_csi(self, byte: int) -> None:
        """Parameters, intermediates and the final byte."""
        if not _may_go_on(self._sequence, byte):
            self._broken(byte)
            return
        self._sequence.append(byte)
        sequence = bytes(self._sequence)
        if byte >= _LOWEST_FINAL or sequence in sequences.URXVT_SHIFTED:
            self._csi(sequence)

    def _csi(self, sequence: bytes) -> None:
        """A complete, well-formed CSI sequence, but for a tail that a few have."""
        kind = sequence[2:3]
        if sequence in sequences.TAILS:
            self._tail, self._step = sequences.TAILS[sequence], KeyScanner._in_tail
        elif sequence == PASTE_START:
            self._step = KeyScanner._in_paste
            self._sequence.clear()
        elif kind == b"?":
            self._gathered.replies.append(sequence)
            self.settle()
        elif kind == b"<":
            if not self._discard and sequences.is_click(sequence, self.columns, self.rows):
                self._gathered.forward += sequence
            self.settle()
        else:
            self._key(sequence)

    def _key(self, sequence: bytes) -> None:
        """A complete key: a panic key, one that passes, or one of no use here."""
        discard = self._discard
        self.settle()
        if sequences.is_panic(sequence, self._panic_sequences):
            self._gathered.panic = True
        elif not discard:
            self._gathered.forward += sequences.forwarded(sequence, self._passed)

    def _in_string(self, byte: int) -> None:
        """A reply up to ST or BEL, of any length; what it says is of no interest."""
        sequence = self._sequence
        if sequence[-1] == ESC:
            if byte == ord("\\"):
                self.settle()
            else:  # an ESC in a reply, and not its end: the Escape key
                self._open()
                self._gathered.panic = True
                self._step(self, byte)
        elif byte == _BEL or (byte == _ST and sequence.is_eight_bit):
            self.settle()
        elif byte == ESC or byte >= 0x20:
            del sequence[LONGEST_TYPED:]
            sequence.append(byte)
        else:
            self._broken(byte)

    def _in_paste(self, byte: int) -> None:
        """Pasted text up to CSI 201 ~, of which `_sequence` holds what has come."""
        self._sequence.append(byte)
        if bytes(self._sequence) == PASTE_END:
            text = b"" if self._discard else bytes(self._paste)
            self.settle()
            if text := sequences.clean_paste(text, LONGEST_PASTE):
                self._gathered.forward += PASTE_START + text + PASTE_END
        elif PASTE_END.startswith(self._sequence):
            return
        elif self._sequence[0] == ESC:  # not the end of the paste: the Escape key
            self._gathered.panic = True
            self._sequence[:] = b"\x1b" if byte == ESC else b""
        else:
            self._sequence.clear()
            if len(self._paste) < LONGEST_PASTE:
                self._paste.append(byte)
