"""Which files a process may use: https://docs.kernel.org/userspace-api/landlock.html.

The kernel has it from 5.13 on, where it is switched on; later ones know more rights to take away.
"""

import os
import struct
from collections.abc import Iterable

from kiosk.confinement.libc import system_call

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # on every machine
_ASK_VERSION = 1
_PATH_BENEATH = 1
_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
_FILE_RIGHTS = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}
"""All rights over files that there are, from that version of the interface on."""
_NET_FROM, _NET_RIGHTS = 4, 3  # to listen, to connect
_SCOPES_FROM, _SCOPES = 6, 3  # abstract sockets, signals


def version() -> int:
    """Which version of the interface this kernel has; 0 for none."""
    return max(0, system_call(_CREATE_RULESET, None, 0, _ASK_VERSION))


def reading_only(readable: Iterable[str]) -> int:
    """Make the rule that some files and folders may be read, and no file used in any other way.

    Args:
        readable: What may be read, with all that is below it; what is not there is left out.

    Returns:
        A descriptor for `enter`; -1 where the kernel has no such rules.
    """
    known = version()
    if not known:
        return -1
    rights = _FILE_RIGHTS[max(since for since in _FILE_RIGHTS if since <= known)]
    attributes = struct.pack("=Q", rights)
    if known >= _NET_FROM:
        attributes += struct.pack("=Q", _NET_RIGHTS)
    if known >= _SCOPES_FROM:
        attributes += struct.pack("=Q", _SCOPES)
    ruleset = system_call(_CREATE_RULESET, attributes, len(attributes), 0)
    if ruleset < 0:
        return -1
    for path in readable:
        _allow_reading(ruleset, path)
    return ruleset


def enter(ruleset: int) -> bool:
    """Live by a rule from now on, with every process to come; no new privileges come first."""
    return ruleset >= 0 and system_call(_RESTRICT_SELF, ruleset, 0) == 0


def _allow_reading(ruleset: int, path: str) -> None:
    try:
        there = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    rights = _READ_FILE | (_READ_FOLDER if os.path.isdir(path) else 0)
    system_call(_ADD_RULE, ruleset, _PATH_BENEATH, struct.pack("=Qi", rights, there), 0)
    os.close(there)
