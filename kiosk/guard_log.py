"""Where the guard's log goes: a file of JSON lines that is kept short, or systemd's journal.

`logging.handlers` would save fifteen lines, and take 2.7 MB in the guard, which stays for weeks.
"""

import os
from collections.abc import Callable, Mapping

Log = Callable[..., None]
Write = Callable[[Mapping[str, int | str]], None]

LARGEST_BYTES = 500_000
"""At this size a log file becomes FILE.1, in the place of an older one."""
_JOURNAL = "/run/systemd/journal/socket"


def make_log(path: str, environment: Mapping[str, str] = os.environ) -> Log:
    """A log for the guard's events, of which only those of `kiosk.log_record` are kept.

    A log that cannot be written is no reason to stop: its events are dropped.

    Args:
        path: The file. Where it is empty, the journal takes the events if systemd has started
            the kiosk, and nobody does if not.
        environment: The environment of this process.
    """
    if path:
        return _kept(_to_file(path))
    if "NOTIFY_SOCKET" in environment:
        return _kept(_to_journal(_JOURNAL))
    return _log_nothing


def log_trouble(path: str) -> str:
    """Why a log cannot be written, for staff at the start; nothing where it can."""
    if not path:
        return ""
    try:
        # Not to wait for whoever is to read a FIFO.
        os.close(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NONBLOCK, 0o640))
    except OSError as error:
        return f"kiosk: the log {path} cannot be written ({error.strerror}); none is kept."
    return ""


def _log_nothing(_event: str, **_fields: int | str) -> None:
    return


def _kept(write: Write) -> Log:
    def log(event: str, **fields: int | str) -> None:
        from kiosk.log_record import record

        kept = record(event, fields)
        if kept is not None:
            try:
                write(kept)
            except OSError:
                return

    return log


def _to_file(path: str) -> Write:
    def write(kept: Mapping[str, int | str]) -> None:
        import json
        import time

        stamp = time.strftime("%Y-%m-%dT%H:%M:%S%z")
        file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NONBLOCK, 0o640)
        try:
            os.write(file, json.dumps({"time": stamp, **kept}).encode() + b"\n")
            is_full = os.fstat(file).st_size >= LARGEST_BYTES
        finally:
            os.close(file)
        if is_full:
            os.replace(path, f"{path}.1")

    return write


def _to_journal(address: str) -> Write:
    """Write by journald's own protocol: a datagram of FIELD=value lines.

    Source: systemd.io, "Native Journal Protocol".
    """

    def write(kept: Mapping[str, int | str]) -> None:
        import socket

        words = " ".join(f"{name}={value}" for name, value in kept.items() if name != "event")
        lines = [f"MESSAGE={kept['event']} {words}".rstrip(), "PRIORITY=6"]
        lines += ["SYSLOG_IDENTIFIER=kiosk"]
        lines += [f"KIOSK_{name.upper()}={value}" for name, value in kept.items()]
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK) as journal:
            journal.sendto("".join(f"{line}\n" for line in lines).encode(), address)

    return write
