"""From the keyboard's bytes to what a visitor may get, or to a panic.

An allow-list: printable text and the kiosk's few keys pass, every other well-formed sequence is
swallowed, and an ESC that opens no known sequence is the Escape key, hence a panic, within the
read that carries it. The scanner knows no clock: its owner calls `expire` when the bytes stay
away for `patience` seconds.
"""

from __future__ import annotations

from kiosk.guard import sequences
from kiosk.guard.text import Utf8Reader, clean_paste
from kiosk.guard.wipe import wipe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Step = Callable[["KeyScanner", int], None]

ESC = 0x1B
LONGEST_CSI = 64
LONGEST_STRING = 4096
LONGEST_PASTE = 4096
SEQUENCE_PATIENCE = 0.05
PASTE_PATIENCE = 1.0
PASTE_START = b"\x1b[200~"
PASTE_END = b"\x1b[201~"
_PLAIN_CONTROLS = frozenset(b"\r\t\x08\x7f")
_STRING_OPENERS = frozenset(b"]P_")  # OSC, DCS, APC; terminals send no PM and no SOS
_BEL = 0x07


class Scan:
    """What one read came to.

    Attributes:
        forward: What the visitor gets, to be wiped after use; nothing if there was a panic.
        panic: Whether a panic key was in it.
        replies: Complete replies to the guard's own questions (`CSI ? ... u` or `c`).
    """

    __slots__ = ("forward", "panic", "replies")

    def __init__(self, forward: bytearray, *, panic: bool, replies: tuple[bytes, ...]) -> None:
        """Hold the three."""
        self.forward: bytes | bytearray = forward
        self.panic = panic
        self.replies = replies

    def wipe(self) -> None:
        """Overwrite what was typed."""
        if isinstance(self.forward, bytearray):
            wipe(self.forward)


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
        self._utf8 = Utf8Reader()
        self._step: Step = KeyScanner._ground
        self._sequence = bytearray()  # the unfinished one, from its ESC on
        self._paste = bytearray()
        self._discard = False  # the unfinished sequence is the rest of one that panicked
        self._forward = bytearray()
        self._replies: list[bytes] = []
        self._panicked = False

    @property
    def patience(self) -> float | None:
        """Seconds of silence after which to call `expire`; None if nothing is unfinished."""
        if self._step is KeyScanner._ground or self._discard:
            return None
        return SEQUENCE_PATIENCE if self._sequence else PASTE_PATIENCE

    def feed(self, data: bytes | memoryview) -> Scan:
        """Take one read's bytes."""
        for byte in data:
            self._step(self, byte)
        if data[-1:] == b"\x1b" and not self.kitty:
            self._panicked = True
        if self._panicked:
            self._discard = self._step is not KeyScanner._ground
        return self._result()

    def expire(self) -> Scan:
        """Give up an unfinished sequence: its ESC was the Escape key. An open paste just ends."""
        self._panicked = bool(self._sequence)
        self.settle()
        return self._result()

    def forget_tail(self) -> None:
        """Wait no longer for the rest of a sequence whose beginning was a panic."""
        if self._discard:
            self.settle()

    def settle(self) -> None:
        """Forget whatever is unfinished; the next byte starts a new key."""
        self._to_ground()
        self._utf8.reset()

    def _result(self) -> Scan:
        """Return what was gathered and start gathering anew."""
        forward = bytearray() if self._panicked else bytearray(self._forward)
        scan = Scan(forward, panic=self._panicked, replies=tuple(self._replies))
        wipe(self._forward)
        self._forward.clear()
        self._replies.clear()
        self._panicked = False
        return scan

    def _to_ground(self) -> None:
        """Be between two keys."""
        self._step = KeyScanner._ground
        self._sequence.clear()
        wipe(self._paste)
        self._paste.clear()
        self._discard = False

    def _ground(self, byte: int) -> None:
        """Between two keys: text, a control, or an ESC."""
        if byte >= 0x80:
            self._text(self._utf8.feed(byte))
            return
        self._utf8.reset()
        if 0x20 <= byte < 0x7F:
            self._text(bytes((byte,)))
        elif byte == ESC:
            self._open()
        elif byte in _PLAIN_CONTROLS:
            self._forward.append(byte)

    def _text(self, character: bytes) -> None:
        """Forward a character, unless it is a panic key."""
        if character in self._panic_sequences:
            self._panicked = True
        self._forward += character

    def _open(self) -> None:
        """An ESC: a new sequence, for all we know."""
        self._to_ground()
        self._sequence.append(ESC)
        self._step = KeyScanner._after_esc

    def _broken(self, byte: int) -> None:
        """A sequence that no terminal sends: its ESC was the Escape key."""
        if not self._discard:
            self._panicked = True
        self._to_ground()
        self._step(self, byte)

    def _after_esc(self, byte: int) -> None:
        """The byte that tells what kind of sequence it is, if any."""
        self._sequence.append(byte)
        if byte == ord("["):
            self._step = KeyScanner._in_csi
        elif byte == ord("O"):
            self._step = KeyScanner._in_ss3
        elif byte in _STRING_OPENERS:
            self._step = KeyScanner._in_string
        else:
            self._broken(byte)

    def _in_ss3(self, byte: int) -> None:
        """The one byte after ESC O."""
        if byte not in sequences.SS3_FINALS:
            self._broken(byte)
            return
        self._sequence.append(byte)
        self._key(bytes(self._sequence))

    def _in_csi(self, byte: int) -> None:
        """Parameters, intermediates and the final byte (ECMA-48, 5.4)."""
        sequence = self._sequence
        after_intermediate = 0x20 <= sequence[-1] <= 0x2F
        is_parameter = 0x30 <= byte <= 0x3F and not after_intermediate
        is_intermediate = 0x20 <= byte <= 0x2F
        is_final = 0x40 <= byte <= 0x7E
        if not (is_parameter or is_intermediate or is_final) or len(sequence) >= LONGEST_CSI:
            self._broken(byte)
            return
        sequence.append(byte)
        if not is_final:
            return
        if sequence == b"\x1b[[":
            self._step = KeyScanner._in_console_key
        elif sequence == b"\x1b[M":
            self._step = KeyScanner._in_old_mouse
        else:
            self._csi(bytes(sequence))

    def _in_console_key(self, byte: int) -> None:
        """The letter of the Linux console's F1 to F5, ESC [ [ A to E."""
        if not ord("A") <= byte <= ord("E"):
            self._broken(byte)
            return
        self._sequence.append(byte)
        self._key(bytes(self._sequence))

    def _in_old_mouse(self, byte: int) -> None:
        """The three bytes of an X10 mouse report, none of them a control."""
        if byte < 0x20:
            self._broken(byte)
            return
        self._sequence.append(byte)
        if len(self._sequence) == len(b"\x1b[M..."):
            self._to_ground()

    def _in_string(self, byte: int) -> None:
        """A reply up to ST or BEL; what it says is of no interest."""
        sequence = self._sequence
        if sequence[-1] == ESC:
            if byte == ord("\\"):
                self._to_ground()
            else:  # an ESC in a reply, and not its end: the Escape key
                self._open()
                self._panicked = True
                self._step(self, byte)
        elif byte == _BEL:
            self._to_ground()
        elif (byte == ESC or byte >= 0x20) and len(sequence) < LONGEST_STRING:
            sequence.append(byte)
        else:
            self._broken(byte)

    def _in_paste(self, byte: int) -> None:
        """Pasted text up to CSI 201 ~, of which `_sequence` holds what has come."""
        self._sequence.append(byte)
        if self._sequence == PASTE_END:
            self._close_paste()
        elif PASTE_END.startswith(self._sequence):
            return
        elif self._sequence[0] == ESC:  # not the end of the paste: the Escape key
            self._panicked = True
            self._sequence.clear()
            if byte == ESC:
                self._sequence.append(ESC)
        else:
            self._sequence.clear()
            if len(self._paste) < LONGEST_PASTE:
                self._paste.append(byte)

    def _close_paste(self) -> None:
        """Forward what was pasted, cleaned, in brackets of its own."""
        text = b"" if self._discard else clean_paste(bytes(self._paste), LONGEST_PASTE)
        self._to_ground()
        if text:
            self._forward += PASTE_START + text + PASTE_END

    def _csi(self, sequence: bytes) -> None:
        """A complete, well-formed CSI sequence."""
        kind = sequence[2:3]
        if sequence == PASTE_START:
            self._step = KeyScanner._in_paste
            self._sequence.clear()
        elif kind == b"?":
            self._replies.append(sequence)
            self._to_ground()
        elif kind == b"<":
            if not self._discard and sequences.is_click(sequence, self.columns, self.rows):
                self._forward += sequence
            self._to_ground()
        else:
            self._key(sequence)

    def _key(self, sequence: bytes) -> None:
        """A complete key: a panic key, one that passes, or one of no use here."""
        discard = self._discard
        self._to_ground()
        bare = sequences.without_modifier(sequence)
        if sequences.is_escape(sequence) or bare in self._panic_sequences:
            self._panicked = True
        elif not discard:
            plain = sequences.without_modifier(sequence, locks_only=True)
            passed = plain if plain in self._passed else sequences.KITTY_PASSED.get(plain)
            self._forward += passed or b""
