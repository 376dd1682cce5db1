"""What may be logged: a fixed set of events, each with fixed fields of a fixed shape.

Nobody can be followed by the log: it tells that the kiosk started, ended or failed, never that
somebody came, what they pressed or when they left. A visitor's process could end with a number
of its choice, so no such number is kept either. Errors are kept by their kind and their place,
never by their message, which may quote anything.
"""

import re
from collections.abc import Callable, Mapping
from functools import partial

Value = int | str
Reader = Callable[[object], dict[str, Value]]

_LARGEST = 10_000_000
_NO_CRASH = (0, -1, -9, -15)
_REASON = re.compile(
    r"(?P<error>[A-Z][A-Za-z]{0,59})"
    r"(?:: (?P<place>[\w./-]{1,120}\.(?:md|yaml|toml|py)(?::\d{1,6})?)(?=:|$))?"
)
_TROUBLES = ("keys", "page", "raw", "output")
_LACKS = ("ptys", "descriptors", "processes", "memory", "visitors")


def record(event: str, fields: Mapping[str, object]) -> dict[str, Value] | None:
    """What is kept of an event.

    Args:
        event: One of the guard's events, see `kiosk.guard.options.EVENTS`, or of whoever runs it.
        fields: What is said with it.

    Returns:
        The event with its fields; None where nothing is kept: for a swap, which tells of one
        visit, and for a field that has not the shape it must have.
    """
    readers = _KEPT.get(event)
    if readers is None:
        return None
    kept: dict[str, Value] = {"event": event}
    try:
        for name, reader in readers.items():
            kept |= reader(fields.get(name))
    except ValueError:
        return None
    return kept


def _numbers(*names: str) -> dict[str, Reader]:
    return {name: partial(_number, name) for name in names}


def _number(name: str, value: object) -> dict[str, Value]:
    if type(value) is not int or not 0 <= value < _LARGEST:
        raise ValueError(name)
    return {name: value}


def _error(value: object) -> dict[str, Value]:
    """The kind of an error and the file it names, of text like `ContentError: FILE:LINE: ...`."""
    match = _REASON.match(str(value))
    found = match.groupdict() if match else {}
    return {name: text for name, text in found.items() if text}


def _crash(value: object) -> dict[str, Value]:
    if value in _NO_CRASH:  # they left, or were cleared away
        raise ValueError(value)
    return {"status": "crashed"}


def _one_of(*reasons: str) -> Reader:
    def read(value: object) -> dict[str, Value]:
        if value not in reasons:
            raise ValueError(value)
        return {"reason": str(value)}

    return read


_KEPT: dict[str, dict[str, Reader]] = {
    "started": _numbers("columns", "rows"),
    "multiplexer": {},
    "warm_ready": _numbers("milliseconds"),
    "renewed": _numbers("milliseconds"),
    "renewal_failed": {"reason": _error},
    "edit_refused": _numbers("faults"),
    "warm_failed": {"reason": _error},
    "warm_ended": _numbers("retry_seconds"),
    "visitor_ended": {"status": _crash},
    "ended_by_staff": {},
    "visitor_failed": _numbers("retry_seconds"),
    "visitor_hung": {},
    "no_visitor": {"reason": _one_of(*_LACKS), **_numbers("retry_seconds")},
    "watcher_ended": _numbers("retry_seconds"),
    "second_survivor_ended": _numbers("retry_seconds"),
    "resized": _numbers("columns", "rows"),
    "unwell": {"reason": _one_of(*_TROUBLES)},
    "well": {},
    "guard_failed": {"reason": _error},
    "ended": _numbers("signal"),
    "refused": _numbers("visitors"),
}
