"""Which characters count as text: the printable ones, and nothing that steers a terminal."""

from __future__ import annotations

from unicodedata import category

# Control, format, surrogate, private, unassigned; line and paragraph separators.
_DROPPED = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))


def is_text(character: str) -> bool:
    """Tell whether one character may be forwarded."""
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


class Utf8Reader:
    """Puts characters together from single bytes, across reads; what is invalid is dropped."""

    def __init__(self) -> None:
        """Start between two characters."""
        self._partial = b""
        self._missing = 0

    def feed(self, byte: int) -> bytes:
        """Take one byte of 0x80 or more; return the character that it completes, if it does."""
        if 0x80 <= byte <= 0xBF:
            if not self._missing:
                return b""
            self._missing -= 1
            self._partial += bytes((byte,))
            return b"" if self._missing else self._complete()
        self.reset()
        self._missing = 1 * (byte >= 0xC2) + (byte >= 0xE0) + (byte >= 0xF0)
        if byte > 0xF4:
            self._missing = 0
        self._partial = bytes((byte,))
        return b""

    def reset(self) -> None:
        """Forget a character that was begun."""
        self._partial = b""
        self._missing = 0

    def _complete(self) -> bytes:
        """Return the bytes of the character if it is valid and text."""
        character, self._partial = self._partial, b""
        try:
            return character if is_text(character.decode()) else b""
        except UnicodeDecodeError:  # overlong, a surrogate or beyond Unicode
            return b""
