"""Waits for descriptors by poll(2): select(2) knows none from 1024 on, and we may inherit many."""

import select
from collections.abc import Iterable

_READABLE = select.POLLIN | select.POLLHUP | select.POLLERR | select.POLLNVAL
_WRITABLE = select.POLLOUT | select.POLLERR
_LONGEST_SECONDS = 86_400.0
"""The kernel counts milliseconds in 31 bits, 24 days; whoever waits for longer waits again."""


def wait_for(
    reading: Iterable[int], writing: Iterable[int] = (), seconds: float | None = None
) -> tuple[list[int], list[int]]:
    """Wait until a descriptor is ready, or has ended.

    Args:
        reading: Descriptors to read from.
        writing: Descriptors to write to.
        seconds: The longest time to wait, to the next millisecond, a day at most; None for ever.

    Returns:
        Those to read from, and those to write to; nothing if the time is over.
    """
    wanted = dict.fromkeys(reading, select.POLLIN)
    for descriptor in writing:
        wanted[descriptor] = wanted.get(descriptor, 0) | select.POLLOUT
    poll = select.poll()
    for descriptor, events in wanted.items():
        poll.register(descriptor, events)
    found = poll.poll(None if seconds is None else 1000 * min(seconds, _LONGEST_SECONDS))
    readable = [each for each, event in found if event & _READABLE and wanted[each] & select.POLLIN]
    return readable, [
        each for each, event in found if event & _WRITABLE and wanted[each] & select.POLLOUT
    ]
