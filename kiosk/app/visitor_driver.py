"""The driver of a visitor under the guard: reads and writes its pty, and nothing else.

The guard owns the real terminal and all of its modes. So a visitor switches none and asks the
terminal nothing; its output is text, colours and cursor moves. It has no thread and no timer of
its own, so that a visitor who waits costs nothing. Until it is attached it has no terminal either:
what it writes then goes to /dev/null, which is the warm parent's standard output.
"""

import asyncio
import os
import signal
import termios
import tty
from codecs import getincrementaldecoder

from textual import events
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.geometry import Size

_INPUT = 0
_OUTPUT = 1
_READ_BYTES = 4096
_drivers: "dict[App[None], VisitorDriver]" = {}  # Textual tells nobody else which one it has made


class VisitorDriver(Driver):
    """Talks to the guard through the pty on descriptors 0 and 1."""

    def __init__(
        self,
        app: App[None],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        _drivers[app] = self
        self._parser = XTermParser(debug)
        self._decoder = getincrementaldecoder("utf-8")("ignore")

    @staticmethod
    def of(app: App[None]) -> "VisitorDriver":
        """An app's driver, once it runs."""
        return _drivers[app]

    def write(self, data: str) -> None:
        """Write to the pty, waiting where the guard does not read yet."""
        rest = data.encode("utf-8", "ignore")
        while rest:
            rest = rest[os.write(_OUTPUT, rest) :]

    def start_application_mode(self) -> None:
        """Begin, on no terminal."""

    def attach(self) -> Size:
        """Begin on the pty: raw mode, and no sequence at all; return its size."""
        tty.setraw(_INPUT, termios.TCSANOW)
        loop = asyncio.get_running_loop()
        loop.add_reader(_INPUT, self._read)
        loop.add_signal_handler(signal.SIGWINCH, self._resize)
        size = _terminal_size()
        if size != self._app.size:  # else the app would draw twice, and each swap would write both
            self._resize()
        return size

    def disable_input(self) -> None:
        """Stop reading, if that was begun."""
        loop = asyncio.get_running_loop()
        loop.remove_reader(_INPUT)
        loop.remove_signal_handler(signal.SIGWINCH)

    def stop_application_mode(self) -> None:
        """End; the guard puts the terminal right."""
        self.disable_input()

    def _resize(self) -> None:
        size = _terminal_size()
        self.send_message(events.Resize(size, size))

    def _read(self) -> None:
        try:
            data = os.read(_INPUT, _READ_BYTES)
        except OSError:
            data = b""
        if not data:
            # The guard is gone; nobody could end this visitor any more.
            os._exit(0)
        try:
            for message in self._parser.feed(self._decoder.decode(data)):
                self.process_message(message)
        except (ValueError, OverflowError, ZeroDivisionError):
            # The guard lets through nothing that does this; should it, only these keys are lost.
            self._parser = XTermParser(self._debug)


def _terminal_size() -> Size:
    return Size(*os.get_terminal_size(_OUTPUT))
