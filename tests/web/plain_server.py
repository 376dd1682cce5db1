"""The exported folder, served by a plain file server with the headers that the examples send."""

import functools
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self

from kiosk.web.headers import headers_for


class _Files(SimpleHTTPRequestHandler):
    """Serves files, and says nothing of it."""

    asked: list[str]

    def log_message(self, *_args: object) -> None:
        """Keep quiet."""

    def do_GET(self) -> None:
        """Note what is asked for, and send it."""
        self.asked.append(self.path)
        super().do_GET()

    def end_headers(self) -> None:
        """Send the headers of the examples, too."""
        for name, value in headers_for(takes_forms=False).items():
            self.send_header(name, value)
        super().end_headers()


class PlainServer:
    """A file server on a free port of this machine.

    Attributes:
        address: Where it is, such as `http://127.0.0.1:40123/`.
        asked: The paths that were asked for, in order.
    """

    def __init__(self, folder: Path) -> None:
        """Serve a folder."""
        self.asked: list[str] = []
        files = type("Files", (_Files,), {"asked": self.asked})
        handler = functools.partial(files, directory=str(folder))
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}/"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def end(self) -> None:
        """Stop answering."""
        self._server.shutdown()
        self._server.server_close()

    def __enter__(self) -> Self:
        """Serve."""
        return self

    def __exit__(self, *_: object) -> None:
        """End it."""
        self.end()
