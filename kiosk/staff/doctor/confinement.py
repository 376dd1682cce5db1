"""What this machine's kernel keeps a visitor from who is taken over."""

import os
from collections.abc import Iterator

from kiosk.confinement.confine import Confinement, program_files
from kiosk.staff.doctor.machine import Machine
from kiosk.staff.findings import Finding, advice, tick

_HELD = {
    "files": "writes no file or terminal, and reads no secret, form or other visitor's key",
    "calls": "starts no program, opens no network, and leaves nothing behind",
    "memory": "has its memory to itself",
    "privileges": "gains no rights",
}
_WITHOUT = {
    "files": "Have Landlock in the kernel: 6.1 or newer, with landlock in its lsm= list. In a "
    "container, let it have the three landlock system calls.",
    "calls": "Have seccomp in the kernel, on x86-64 or arm64.",
}


def visitors(_machine: Machine) -> Iterator[Finding]:
    """Which of the four hold here: they are tried in a process like a visitor's."""
    holding = _tried()
    for name, what in _HELD.items():
        if name in holding:
            yield tick(f"A visitor who is taken over {what}.")
        else:
            remedy = _WITHOUT.get(name, "Let the kernel be Linux 6.1 or newer.")
            yield advice(f"Nothing sees to it that a visitor who is taken over {what}.", remedy)


def _tried() -> set[str]:
    confinement = Confinement(program_files())
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(writing, " ".join(confinement.enter()).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        holding = set(told.read().decode().split())
    os.waitpid(child, 0)
    if confinement.descriptor >= 0:
        os.close(confinement.descriptor)
    return holding
