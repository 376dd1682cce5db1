"""The sequences that the guard writes."""

import pytest

from kiosk.guard.modes import clean_page, reset

MODES = (2026, 2048, 2004, 1016, 1006, 1015, 1003, 1002, 1000, 1004)


@pytest.mark.parametrize("term", ["xterm-256color", "linux"])
def test_every_mode_is_taken_back(term: str) -> None:
    """Both before a page and at the end, each mode that a dead program can leave is off."""
    for sequence in (reset(term), clean_page(term, "Library", kitty=False)):
        assert sequence.startswith(b"\x18\x1b\\")
        assert all(b"\x1b[?%dl" % mode in sequence for mode in MODES)
        assert b"\x1b[0m" in sequence


def test_a_swap_erases_the_scrollback_on_purpose() -> None:
    """Nothing of a visitor may be scrolled back to, although staff lose their own lines too."""
    assert b"\x1b[2J\x1b[3J" in clean_page("xterm", "Library", kitty=False)
    assert b"1049" not in clean_page("xterm", "Library", kitty=False)


def test_both_screens_are_erased_at_the_end() -> None:
    """Leaving the alternate screen does not empty it, so that it is erased before."""
    alternate, _, main = reset("xterm").partition(b"\x1b[?1049l")
    assert b"\x1b[2J" in alternate
    assert b"\x1b[2J\x1b[3J" in main


def test_a_title_cannot_break_out() -> None:
    """Control characters in the title of the settings are not written."""
    page = clean_page("xterm", "Lib\x07\x1b]rary", kitty=False)
    assert page.endswith(b"\x1b]0;Lib]rary\x07")
