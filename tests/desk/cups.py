"""A real CUPS for tests: its daemon with folders of its own, and a printer that is a socket."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread

from tests.tools import need, wait_until

_FOLDERS = {"ServerRoot": "root", "RequestRoot": "spool", "CacheDir": "cache", "StateDir": "state"}
_ANYBODY = "  Order allow,deny\n  Allow all\n"


class Paper:
    """A network printer: it keeps what is printed on it."""

    def __init__(self) -> None:
        self.sheets: list[bytes] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        Thread(target=self._take, daemon=True).start()

    @property
    def address(self) -> str:
        """Where it listens, as CUPS writes it."""
        return f"socket://127.0.0.1:{self._socket.getsockname()[1]}"

    def close(self) -> None:
        """Switch it off."""
        self._socket.shutdown(socket.SHUT_RDWR)  # whoever accepts would do so on a closed socket
        self._socket.close()

    def _take(self) -> None:
        with suppress(OSError):
            while True:
                line, _ = self._socket.accept()
                with line:
                    sheet = b""
                    while data := line.recv(4096):
                        sheet += data
                if sheet:  # whoever connects and says nothing prints none
                    self.sheets.append(sheet)


class Cups:
    """The daemon, and what is in its queues."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.address = str(folder / "socket")

    def run(self, *command: str) -> str:
        """What one of its programs prints."""
        environment = {**os.environ, "CUPS_SERVER": self.address, "LC_ALL": "C"}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        return done.stdout

    def add_queue(self, name: str, address: str) -> None:
        """Add a queue that hands over what it is given as it is."""

        def is_there() -> bool:
            self.run("lpadmin", "-p", name, "-E", "-v", address, "-m", "raw")
            return name in self.run("lpstat", "-e")

        wait_until(is_there, "the queue")

    def jobs(self) -> str:
        """All jobs, those in the history, too."""
        return self.run("lpstat", "-W", "all", "-o")

    def files(self) -> list[str]:
        """What the daemon has on the disk of jobs."""
        return [path.name for path in (self.folder / "spool").glob("[cd]0*")]


@contextmanager
def cups(folder: Path, *more: str) -> Iterator[Cups]:
    """Run the daemon.

    Args:
        folder: An empty folder, for all that it writes.
        more: More lines of cupsd.conf.
    """
    need("cupsd", "lpadmin", "lp", "lpstat", "cancel")
    folder.chmod(0o755)
    for name in (*_FOLDERS.values(), "log", "tmp"):
        (folder / name).mkdir()
    locations = "".join(f"<Location {at}>\n{_ANYBODY}</Location>\n" for at in ("/", "/admin"))
    (folder / "cupsd.conf").write_text(
        f"Listen {folder}/socket\n{locations}"
        f"<Policy default>\n<Limit All>\n{_ANYBODY}</Limit>\n</Policy>\n" + "\n".join(more) + "\n"
    )
    files = [f"{key} {folder}/{name}" for key, name in _FOLDERS.items()]
    files += [f"{kind}Log {folder}/log/{kind}" for kind in ("Access", "Error", "Page")]
    files += [f"TempDir {folder}/tmp"]
    if os.geteuid() == 0:  # it never prints as root
        files += ["User lp", "Group lp"]
        for path in (folder, *folder.rglob("*")):
            shutil.chown(path, "lp", "lp")
    (folder / "cups-files.conf").write_text("\n".join(files) + "\n")
    program = shutil.which("cupsd") or "/usr/sbin/cupsd"
    options = ["-f", "-c", str(folder / "cupsd.conf"), "-s", str(folder / "cups-files.conf")]
    with subprocess.Popen([program, *options], stderr=subprocess.DEVNULL) as daemon:
        try:
            yield Cups(folder)
        finally:
            daemon.terminate()  # it ends what prints, and leaves nobody who writes in the folder
