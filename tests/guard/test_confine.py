"""The parts of the confinement: the filter's program, its numbers, and kernels that lack a part."""

import errno
import os
import re
import resource
import select
import struct
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiosk.app.forked_call import ForkedCall
from kiosk.confinement import confine, landlock, libc
from kiosk.confinement.confine import Confinement, close_all_but
from kiosk.confinement.seccomp import visitors_filter
from kiosk.confinement.system_calls import ANY, SOME
from tests.tools import DEADLINE_SECONDS, lacking, need

X86_64, AARCH64 = 0xC000003E, 0xC00000B7
ALLOWED = 0x7FFF0000


def verdict(machine: str, name: int, call: int, arguments: tuple[int, ...] = ()) -> int:
    """What the filter answers to a call: an error's number, 0 where it is allowed."""
    words = [call, name, 0, 0]
    for argument in (*arguments, *[0] * (6 - len(arguments))):
        words += [argument & 0xFFFFFFFF, argument >> 32]
    steps = list(struct.iter_unpack("=HBBI", visitors_filter(machine)))
    at = kept = 0
    while True:
        code, if_so, if_not, value = steps[at]
        at += 1
        match code:
            case 0x20:
                kept = words[value // 4]
            case 0x15:
                at += if_so if kept == value else if_not
            case 0x45:
                at += if_so if kept & value else if_not
            case 0x54:
                kept &= value
            case 0x06:
                return 0 if value == ALLOWED else value & 0xFFFF
            case _:
                raise AssertionError(f"no such step: {code:#x}")


@pytest.mark.parametrize(
    ("call", "arguments", "answer"),
    [
        ("read", (), 0),
        ("openat", (0, 0, os.O_RDONLY | os.O_CLOEXEC), 0),
        ("openat", (0, 0, os.O_WRONLY), errno.EACCES),
        ("openat", (0, 0, os.O_RDWR), errno.EACCES),
        ("openat", (0, 0, os.O_RDONLY | os.O_TRUNC), errno.EACCES),
        ("openat", (0, 0, os.O_RDONLY | os.O_CREAT), errno.EACCES),
        ("openat", (0, 0, os.O_RDONLY | os.O_APPEND), errno.EACCES),
        ("kill", (0, 9), 0),
        ("kill", (1, 9), errno.EPERM),
        ("kill", (0xFFFFFFFF, 9), errno.EPERM),
        ("fcntl", (0, 3), 0),
        ("fcntl", (0, 8), errno.EPERM),
        ("ioctl", (0, 0x5413), 0),
        ("ioctl", (0, 0x5412), errno.EPERM),
        ("prlimit64", (0,), 0),
        ("prlimit64", (1,), errno.EPERM),
        ("sendto", (3, 4, 5, 0, 0, 0), 0),
        ("sendto", (3, 4, 5, 0, 1, 0), errno.EPERM),
        ("sendto", (3, 4, 5, 0, 1 << 32, 0), errno.EPERM),
        ("socketpair", (1, 1), 0),
        ("socketpair", (1, 1 | 0o2000000 | 0o4000), 0),
        ("socketpair", (1, 2), errno.EPERM),
        ("socketpair", (2, 1), errno.EPERM),
    ],
)
@pytest.mark.parametrize(("machine", "column"), [("x86_64", 0), ("aarch64", 1)])
def test_some_calls_depend_on_their_arguments(
    machine: str, column: int, call: str, arguments: tuple[int, ...], answer: int
) -> None:
    """The same on both machines; both halves of an address count."""
    number = {**ANY, **SOME}[call][column]
    assert number is not None
    name = (X86_64, AARCH64)[column]
    assert verdict(machine, name, number, arguments) == answer


@pytest.mark.parametrize(
    ("call", "allowed"),
    [
        # to copy a descriptor, and to ask for its flags and set them
        ("fcntl", {0, 1, 2, 3, 4, 0x406}),
        # how the terminal is set and how large it is, who is in front, what can be read, and flags
        (
            "ioctl",
            {0x5401, 0x5402, 0x5403, 0x5404, 0x540F, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451},
        ),
    ],
)
def test_of_some_calls_few_kinds_are_allowed(call: str, allowed: set[int]) -> None:
    """Not to type into a terminal, to take one over, to lock a file, or to signal another."""
    number = SOME[call][0]
    assert number is not None
    kinds = [*range(0x500), *range(0x5400, 0x5500)]
    free = {kind for kind in kinds if verdict("x86_64", X86_64, number, (0, kind)) == 0}
    assert free == allowed


def test_what_confines_has_a_number_that_no_visitor_needs() -> None:
    """Those below ten may be a terminal's, or the guard's line; without a rule there is none."""
    before = os.open(os.devnull, os.O_RDONLY)
    moved = confine._out_of_the_way(before)
    assert moved >= 10
    assert (_is_open(before), _is_open(moved)) == (False, True)
    assert not os.get_inheritable(moved)
    os.close(moved)
    assert confine._out_of_the_way(-1) == -1


def test_a_timer_of_no_seconds_goes_off_at_once() -> None:
    """And one without a time never does."""
    timer = libc.make_timer(time.CLOCK_MONOTONIC)
    libc.set_timer(timer, None)
    silent = select.select([timer], [], [], 0)[0]
    libc.set_timer(timer, 0)
    loud = select.select([timer], [], [], DEADLINE_SECONDS)[0]
    libc.set_timer(timer, 1000)
    later = select.select([timer], [], [], 0)[0]
    os.close(timer)
    assert (silent, loud, later) == ([], [timer], [])


def test_what_a_visitor_may_read_is_the_program(tmp_path: Path) -> None:
    """Python, and the folders of packages and files of modules that stand elsewhere; no data."""
    for name in ("alone.py", "parts/__init__.py", "parts/inner.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    ask = "import alone, parts.inner; from kiosk.confinement import confine as c; "
    told = subprocess.run(
        [sys.executable, "-c", f"{ask}print(*c.program_files(), sep=chr(10))"],
        env={**os.environ, "PYTHONPATH": ":".join([str(tmp_path), *sys.path])},
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    ours = [path for path in told if path.startswith(str(tmp_path))]
    assert ours == [f"{tmp_path}/alone.py", f"{tmp_path}/parts"]
    assert {sys.prefix, "/usr/lib", "/dev/null"} <= set(told)


@pytest.mark.parametrize(
    ("machine", "name", "calls"),
    [
        # socket, clone, execve, ptrace, symlink, process_vm_readv, clone3; and read of x32 and i386
        ("x86_64", X86_64, [41, 56, 59, 101, 88, 310, 435, 0x40000000]),
        ("x86_64", 0x40000003, [3]),
        ("aarch64", AARCH64, [198, 220, 221, 117, 36, 270, 435]),
        ("aarch64", 0x40000028, [3]),
    ],
)
def test_what_is_not_in_the_list_does_not_exist(machine: str, name: int, calls: list[int]) -> None:
    """A C library finds no such call, and does without; no other way to call the kernel is open."""
    assert {verdict(machine, name, call) for call in calls} == {errno.ENOSYS}


def test_an_unknown_machine_has_no_filter() -> None:
    """Then the rest holds alone."""
    assert visitors_filter("riscv64") == b""


@pytest.mark.parametrize(
    ("header", "column"), [("asm/unistd_64.h", 0), ("asm-generic/unistd.h", 1)]
)
def test_the_numbers_are_the_kernels(header: str, column: int) -> None:
    """As the headers have them that C programs are built with."""
    if os.uname().machine != "x86_64" and column == 0:
        lacking("the headers of x86-64")
    need("cc")
    done = subprocess.run(
        ["cc", "-E", "-dM", "-include", header, "-x", "c", os.devnull],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        lacking("the kernel's headers and a C compiler")
    named = dict(re.findall(r"#define __NR(?:3264)?_(\w+) (\d+)$", done.stdout, re.MULTILINE))
    ours = {name: numbers[column] for name, numbers in {**ANY, **SOME}.items()}
    told = {name: int(named[name]) for name in ours if name in named}
    assert len(told) > 60
    assert told == {name: number for name, number in ours.items() if name in told}


class NoCalls:
    """The C library of a kernel that refuses; the tests' own process must not be confined."""

    def prctl(self, *_arguments: object) -> int:
        """Change nothing."""
        return -1

    capset = syscall = prctl


def test_a_kernel_without_it_confines_nobody_and_harms_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Every call fails, as in a container that forbids them; the visitor goes on."""
    monkeypatch.setattr(landlock, "system_call", lambda *_: -1)
    monkeypatch.setattr(libc, "_libc", NoCalls())
    monkeypatch.setattr(confine, "_lower_limits", lambda: None)
    confinement = Confinement(["/usr"])
    assert confinement.descriptor == -1
    assert confinement.enter() == frozenset()


@pytest.mark.parametrize(
    ("version", "rights"),
    [
        (1, [0x1FFF]),
        (2, [0x3FFF]),
        (3, [0x7FFF]),
        (4, [0x7FFF, 0b11]),
        (5, [0xFFFF, 0b11]),
        (6, [0xFFFF, 0b11, 0b11]),
        (99, [0xFFFF, 0b11, 0b11]),
    ],
)
def test_each_kernel_takes_away_all_that_it_knows(
    version: int, rights: list[int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Files in every version, the network from 4 on, sockets and signals from 6 on.

    A file may be read, a folder listed, too; what is not there is left out.
    """
    asked: list[bytes] = []

    def system_call(_number: int, *arguments: int | bytes | None) -> int:
        asked.extend(each for each in arguments if isinstance(each, bytes))
        return version if asked == [] else 7

    monkeypatch.setattr(landlock, "system_call", system_call)
    file = tmp_path / "file"
    file.touch()
    assert landlock.reading_only([str(file), str(tmp_path), str(tmp_path / "none")]) == 7
    attributes, *rules = asked
    assert attributes == struct.pack(f"={len(rights)}Q", *rights)
    assert [struct.unpack("=Qi", rule)[0] for rule in rules] == [0b0100, 0b1100]


def test_a_visitor_has_no_room_for_files_processes_or_a_core() -> None:
    """What the kernel counts is lowered for good: nobody can raise it again but root."""

    def limits() -> dict[str, tuple[int, int]]:
        confine._lower_limits()
        names = (name for name in vars(resource) if name.startswith("RLIMIT_"))
        return {name: resource.getrlimit(getattr(resource, name)) for name in names}

    none = ("CORE", "FSIZE", "NPROC", "MSGQUEUE", "MEMLOCK")
    expected = {f"RLIMIT_{name}": (0, 0) for name in none} | {"RLIMIT_NOFILE": (64, 64)}
    assert expected.items() <= ForkedCall(limits).result().items()


@pytest.mark.parametrize("kept", [[0, 1, 2, 20, 21], [20], [1, 20], [0, 2, 20, 63]])
def test_only_what_is_kept_stays_open(kept: list[int]) -> None:
    """Also where neighbours are kept: an empty range in between closes nothing."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        for number in (20, 21, 23, 63):
            os.dup2(writing, number)
        close_all_but({*kept, -1})
        there = [number for number in range(64) if _is_open(number)]
        os.write(20, repr(there).encode())
        os._exit(0)
    os.close(writing)
    with open(reading, "rb") as told:
        assert told.read().decode() == repr(kept)
    os.waitpid(child, 0)


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True
