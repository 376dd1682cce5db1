"""The sequences that the guard writes: what each terminal gets, and what it does not."""

import pytest

from kiosk.guard import modes
from kiosk.guard.modes import clean_page, is_linux_console, reset

PRIVATE_MODES = {
    2026: "a synchronised update",
    2048: "reports of a new size",
    2004: "bracketed paste",
    1016: "the mouse in pixels",
    1006: "the mouse in SGR form",
    1015: "the mouse in urxvt form",
    1003: "any motion of the mouse",
    1002: "dragging",
    1000: "clicks",
    1005: "the mouse in UTF-8",
    1001: "highlights",
    9: "clicks, as at first",
    1004: "focus",
    9001: "keys as Windows has them",
    1050: "function keys of terminfo",
    1051: "function keys of Sun",
    1052: "function keys of HP",
    1053: "function keys of SCO",
    1060: "the keyboard of an old xterm",
    1061: "the keyboard of a VT220",
    5: "reverse video",
    69: "left and right margins",
    6: "cursor addressing from the margin",
    1: "application cursor keys",
}
"""What a dead program can leave switched on, by its number in xterm's ctlseqs (DECSET)."""
PLAIN = (b"\x1b%G", b"\x1b[0m", b"\x1b(B", b"\x0f", b"\x1b[?7h", b"\x1b[r", b"\x1b[4l", b"\x1b>")
"""UTF-8, colours, character set, shift in, wrapping, scrolling region, insert mode, keypad."""
STRINGS = (
    *(
        b"\x1b]0;\x07",
        b"\x1b]22;default\x07",
        b"\x1b]8;;\x07",
        b"\x1b]52;c;\x07",
        b"\x1b]52;p;\x07",
    ),
    *(b"\x1b]%d\x07" % number for number in (104, 110, 111, 112)),
)
"""Title, mouse pointer, an open link, clipboard, what is selected; the palette and its colours."""
UNLOCKED = (b"\x1b[2l", b"\x1b[3l", b"\x1b[20l")
"""The keyboard locked, controls shown as characters, Enter as CR and LF."""
SOFT_RESET = (b"\x1b<", b"\x1b[!p", b"\x1b F", b"\x1b[>4;0m")
"""Out of VT52 mode, DECSTR, 7-bit controls, modifyOtherKeys off."""
KITTY_OFF = b"\x1b[<99u\x1b[=0u"
ERASED = b"\x1b[H\x1b[2J\x1b[3J"
BREAK_OFF = b"\x18\x1b\\"
PAGES = ("xterm", "linux", "xterm at the end", "linux at the end")


def written(name: str) -> bytes:
    """What a terminal gets: before a page, or at the end."""
    term, _, at_the_end = name.partition(" ")
    return reset(term) if at_the_end else clean_page(term, "Library", kitty=False)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("mode", PRIVATE_MODES)
def test_every_mode_is_taken_back(name: str, mode: int) -> None:
    """Both before a page and at the end, each mode that a dead program can leave is off."""
    assert b"\x1b[?%dl" % mode in written(name)


@pytest.mark.parametrize("name", PAGES)
def test_text_is_plain_and_nothing_half_written_remains(name: str) -> None:
    """A broken-off sequence ends first of all; then everything about text is as at the start."""
    page = written(name)
    assert page.startswith(BREAK_OFF)
    assert modes.ABORT == BREAK_OFF
    assert all(sequence in page for sequence in PLAIN)
    assert ERASED in page


@pytest.mark.parametrize("name", PAGES)
def test_the_console_gets_no_string_that_it_would_print(name: str) -> None:
    """Other terminals have their title, pointer, link, clipboard and keyboard protocol cleared."""
    page = written(name)
    is_console = name.startswith("linux")
    for sequence in (*STRINGS, *SOFT_RESET, KITTY_OFF):
        assert (sequence in page) is not is_console
    assert (b"\x1b]R" in page) is is_console
    assert (b"\x1bc\x1b]R" in page) is (name == "linux at the end")


@pytest.mark.parametrize("name", PAGES)
def test_the_keyboard_is_as_it_should_be(name: str) -> None:
    """Nothing locks it, or makes other bytes of its keys; what a terminal may print is erased."""
    page = written(name)
    assert all(sequence in page for sequence in UNLOCKED)
    unknown = () if name.startswith("linux") else SOFT_RESET
    assert all(page.index(sequence) < page.index(ERASED) for sequence in unknown)


@pytest.mark.parametrize(
    ("term", "is_one"),
    [("linux", True), ("linux-16color", True), ("linuxvt", False), ("xterm", False), ("", False)],
)
def test_which_terminal_is_the_kernels_own(term: str, *, is_one: bool) -> None:
    """`linux`, with or without a variant behind a hyphen."""
    assert is_linux_console(term) is is_one


@pytest.mark.parametrize("name", ["xterm", "linux"])
def test_a_page_has_what_the_kiosk_needs(name: str) -> None:
    """No cursor, no wrapping, clicks and drags in SGR form, bracketed paste: after the erasing."""
    title = b"\x1b]0;Library\x07" if name == "xterm" else b""
    _, _, wanted = written(name).partition(ERASED)
    assert wanted == b"\x1b[?25l\x1b[?7l\x1b[?1002h\x1b[?1006h\x1b[?2004h" + title


def test_at_the_end_there_is_a_cursor_and_no_mode_of_ours() -> None:
    """A shell gets its cursor back; nothing that the kiosk needs stays on."""
    for name in ("xterm at the end", "linux at the end"):
        assert b"\x1b[?25h" in written(name)
        assert not any(b"\x1b[?%dh" % mode in written(name) for mode in (1002, 1006, 2004, 1049))


@pytest.mark.parametrize(("kitty", "is_pushed"), [(False, False), (True, True)])
def test_the_kitty_protocol_is_on_only_where_it_is_spoken(*, kitty: bool, is_pushed: bool) -> None:
    """It is switched on after it was switched off, so that one page is like the next."""
    page = clean_page("xterm", "Library", kitty=kitty)
    assert (b"\x1b[>1u" in page.partition(KITTY_OFF)[2]) is is_pushed
    assert modes.KITTY_PUSH == b"\x1b[>1u"


def test_the_terminal_is_asked_for_kitty_before_what_all_answer() -> None:
    """The answer to the second question says that none to the first will come."""
    assert modes.ASK_KITTY == b"\x1b[?u\x1b[c"


def test_a_swap_erases_the_scrollback_on_purpose() -> None:
    """Nothing of a visitor may be scrolled back to, although staff lose their own lines too."""
    assert b"\x1b[2J\x1b[3J" in written("xterm")
    assert b"1049" not in written("xterm") + written("linux")
    assert modes.ALTERNATE_SCREEN == b"\x1b[?1049h"


@pytest.mark.parametrize("name", ["xterm at the end", "linux at the end"])
def test_both_screens_are_erased_at_the_end(name: str) -> None:
    """Leaving the alternate screen does not empty it, so that it is erased before."""
    alternate, left, main = written(name).partition(b"\x1b[?1049l")
    assert left
    assert ERASED in alternate
    assert ERASED in main


def test_the_kitty_protocol_is_off_on_both_screens_at_the_end() -> None:
    """Each screen has a state of its own."""
    alternate, _, main = written("xterm at the end").partition(b"\x1b[?1049l")
    assert KITTY_OFF in alternate
    assert KITTY_OFF in main


def test_a_title_cannot_break_out() -> None:
    """Control characters in the title of the settings are not written; the title comes last."""
    page = clean_page("xterm", "Lib\x07\x1b]rary", kitty=False)
    assert page.endswith(b"\x1b]0;Lib]rary\x07")
    assert b"Library" not in written("linux")
