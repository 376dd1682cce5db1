"""Every control sequence that the guard itself writes, and why.

The list follows xterm's control sequences (ctlseqs), the kitty keyboard protocol and Linux's
console_codes(4). What a killed visitor could have left behind is taken back by `reset`.
"""

# CAN breaks off a half-written escape sequence, ST ends a half-written string.
ABORT = b"\x18\x1b\\"

_MODES_OFF = b"".join(
    b"\x1b[?%dl" % mode
    for mode in (
        2026,  # a synchronised update that was never ended
        2048,  # in-band resize reports
        2004,  # bracketed paste
        1016,  # mouse reports: pixels, SGR, urxvt
        1006,
        1015,
        1003,  # mouse: any motion, drag, clicks
        1002,
        1000,
        1005,
        1001,
        9,
        1004,  # focus reports
        9001,  # keys as Windows numbers them
        1050,  # function keys as terminfo, Sun, HP, SCO, an old xterm or a VT220 have them
        1051,
        1052,
        1053,
        1060,
        1061,
        5,  # reverse video
        69,  # left and right margins
    )
)
_UNLOCKED = b"\x1b[2l\x1b[3l\x1b[20l"  # keyboard locked, controls shown, Enter as two characters
# Out of VT52 mode, the soft reset (DECSTR), 7-bit controls, no key as modifyOtherKeys has it. What
# follows erases the letters that a terminal prints which does not know them; Linux's console would.
_SOFT_RESET = b"\x1b<\x1b[!p\x1b F\x1b[>4;0m"
_KITTY_OFF = b"\x1b[<99u\x1b[=0u"
_TEXT_PLAIN = (
    b"\x1b%G"  # UTF-8, where the terminal was started for another encoding
    b"\x1b[0m"  # colours and attributes
    b"\x1b(B\x0f"  # ASCII, not line drawing
    b"\x1b[?7h\x1b[?6l\x1b[r"  # wrap, origin and scrolling region
    b"\x1b[4l\x1b[?1l\x1b>"  # insert mode, application cursor keys and keypad
)
# Title, mouse pointer, open hyperlink; clipboard and what is selected; the palette, and the colours
# of text, ground and cursor. The Linux console has none of them but a palette.
_STRINGS_OFF = (
    b"\x1b]0;\x07\x1b]22;default\x07\x1b]8;;\x07"
    b"\x1b]52;c;\x07\x1b]52;p;\x07"
    b"\x1b]104\x07\x1b]110\x07\x1b]111\x07\x1b]112\x07"
)
_LINUX_PALETTE = b"\x1b]R"
# 3J too: no visitor may be left in the scrollback, and losing the staff's own is a fair price.
ERASE = b"\x1b[H\x1b[2J\x1b[3J"
_CURSOR_ON = b"\x1b[?25h"
_LINUX_FULL_RESET = b"\x1bc" + _LINUX_PALETTE

# Cursor hidden, no wrap, mouse clicks and dragging in SGR form, bracketed paste.
_WANTED = b"\x1b[?25l\x1b[?7l\x1b[?1002h\x1b[?1006h\x1b[?2004h"
ALTERNATE_SCREEN = b"\x1b[?1049h"
KITTY_PUSH = b"\x1b[>1u"  # flag 1: Escape is CSI 27 u, text keys stay as they are
# The kitty flags, then the primary device attributes, which every terminal answers.
ASK_KITTY = b"\x1b[?u\x1b[c"


def is_linux_console(term: str) -> bool:
    """Tell whether $TERM is the kernel's own console, which gets no string it may print."""
    return term == "linux" or term.startswith("linux-")


def reset(term: str) -> bytes:
    """Return what puts a terminal back as a shell expects it, wholly erased.

    Args:
        term: The value of $TERM.
    """
    if is_linux_console(term):
        body = _UNLOCKED + _MODES_OFF + _TEXT_PLAIN
        return ABORT + body + ERASE + b"\x1b[?1049l" + ERASE + _CURSOR_ON + _LINUX_FULL_RESET
    body = _SOFT_RESET + _UNLOCKED + _MODES_OFF + _KITTY_OFF + _TEXT_PLAIN + _STRINGS_OFF
    # Erased on both screens: leaving the alternate one does not empty it.
    return ABORT + body + ERASE + b"\x1b[?1049l" + _KITTY_OFF + ERASE + _CURSOR_ON


def clean_page(term: str, title: str, *, kitty: bool) -> bytes:
    """Return what a neutral frame is written behind: everything off, erased, ours on again.

    It does not leave the alternate screen, so that nothing flashes up from below it.

    Args:
        term: The value of $TERM.
        title: The terminal's title.
        kitty: Whether the terminal speaks the kitty keyboard protocol.
    """
    if is_linux_console(term):
        return ABORT + _UNLOCKED + _MODES_OFF + _TEXT_PLAIN + _LINUX_PALETTE + ERASE + _WANTED
    modes_off = _SOFT_RESET + _UNLOCKED + _MODES_OFF + _KITTY_OFF
    head = ABORT + modes_off + _TEXT_PLAIN + _STRINGS_OFF + ERASE + _WANTED
    printable = "".join(character for character in title if character.isprintable())
    return head + (KITTY_PUSH if kitty else b"") + b"\x1b]0;" + printable.encode() + b"\x07"
