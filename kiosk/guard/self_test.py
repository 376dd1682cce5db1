"""Whether Escape would clear the screen now: the question behind every beat of the watchdog."""

from __future__ import annotations

from kiosk.guard.keys import KeyScanner

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kiosk.guard.screen import Screen
    from kiosk.guard.terminal import Terminal

ESCAPE = b"\x1b"
KITTY_ESCAPE = b"\x1b[27u"


def trouble(terminal: Terminal, screen: Screen) -> str:
    """Walk the way of an Escape, short of clearing the screen.

    That this runs at all shows that the loop turns.

    Returns:
        What would fail, as one of four words; "" while nothing would. `raw`: a key would not
        come through the terminal at once. `keys`: it would not be known as a panic. `page`: no
        page is ready to be shown. `output`: the terminal takes no page.
    """
    if not terminal.is_raw():
        return "raw"
    if not _is_panic(terminal.kitty):
        return "keys"
    if not screen.is_ready:
        return "page"
    return "" if terminal.takes_output() else "output"


def _is_panic(kitty: bool) -> bool:
    """Tell whether the scanner takes Escape for a panic, and a letter for none."""
    scanner = KeyScanner(kitty=kitty)
    return scanner.feed(KITTY_ESCAPE if kitty else ESCAPE).panic and not scanner.feed(b"a").panic
