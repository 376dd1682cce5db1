"""Which bytes are characters, and what becomes of a paste, byte by byte at the edges."""

import pytest

from kiosk.guard.keys import KeyScanner
from kiosk.guard.sequences import clean_paste, is_text


def read(data: bytes) -> bytes:
    """What a visitor gets of bytes that are no ASCII, each in a read of its own."""
    scanner = KeyScanner()
    return b"".join(bytes(scanner.feed(bytes((byte,))).forward) for byte in data)


@pytest.mark.parametrize(
    ("data", "is_one"),
    [
        (b"\xc2\xa1", True),
        (b"\xc1\xbf", False),
        (b"\xc2\x80", False),
        (b"\xdf\xa6", True),
        (b"\xe0\xa0\x96", True),
        (b"\xe0\x9f\xbf", False),
        (b"\xed\x9f\xbb", True),
        (b"\xed\xa0\x80", False),
        (b"\xef\xbf\xbd", True),
        (b"\xf0\x9f\x98\x80", True),
        (b"\xf0\x8f\xbf\xbf", False),
        (b"\xf4\x90\x80\x80", False),
        (b"\xf5\x80\x80\x80", False),
        (b"\x80", False),
        (b"\xbf", False),
        (b"\xc3", False),
        (b"\xe2\x82", False),
    ],
)
def test_which_bytes_are_a_character(data: bytes, *, is_one: bool) -> None:
    """The shortest form, up to the last code point, no half of a pair; and text at that."""
    assert read(data) == (data if is_one else b"")


def test_a_new_character_ends_a_broken_one() -> None:
    """What was begun is dropped, and the next one is whole."""
    assert read(b"\xe2\x82\xc3\xa9") == "é".encode()
    assert read(b"\xc3\xa9\xa9") == "é".encode()


@pytest.mark.parametrize(
    ("character", "passes"),
    [
        ("a", True),
        ("\N{NO-BREAK SPACE}", True),
        ("\x1b", False),
        ("\x9b", False),
        ("\u200b", False),
        ("\ud800", False),
        ("\ue000", False),
        ("\u0378", False),
        ("\u2028", False),
        ("\u2029", False),
    ],
)
def test_what_is_text(character: str, *, passes: bool) -> None:
    """Neither control nor format, half, private or unassigned, nor a separator of lines."""
    assert is_text(character) is passes


@pytest.mark.parametrize(
    ("pasted", "limit", "kept"),
    [
        ("abc", 3, "abc"),
        ("abcd", 3, "abc"),
        ("abé", 3, "ab"),
        ("abé", 4, "abé"),
        ("a\r\nb", 9, "a b"),
        ("a\rb\nc\td", 9, "a b c d"),
        ("a\r\n\r\nb", 9, "a  b"),
        ("a\x1b[2Jb\u2028c", 9, "a[2Jbc"),
        ("", 9, ""),
    ],
)
def test_a_paste_is_one_line_of_whole_characters(pasted: str, limit: int, kept: str) -> None:
    """Line ends and tabs are spaces; the limit counts bytes and cuts no character in two."""
    assert clean_paste(pasted.encode(), limit) == kept.encode()


def test_what_is_no_utf_8_in_a_paste_is_dropped() -> None:
    """And the rest stays."""
    assert clean_paste(b"a\xffb\xc3", 9) == b"ab"
