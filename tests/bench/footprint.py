"""What processes cost: CPU time, wake-ups and memory, read from /proc (Linux)."""

from pathlib import Path


def cpu_milliseconds(pids: list[int]) -> float:
    """Return the time that processes have run, from the scheduler's own count."""
    return sum(int(_read(pid, "schedstat").split()[0]) for pid in pids) / 1e6


def wakeups(pids: list[int]) -> int:
    """Return how often processes went to sleep of their own will, which is how often they woke."""
    total = 0
    for pid in pids:
        for thread in Path(f"/proc/{pid}/task").iterdir():
            for line in (thread / "status").read_text().splitlines():
                if line.startswith("voluntary_ctxt_switches"):
                    total += int(line.split()[1])
    return total


def pss_kilobytes(pids: list[int]) -> int:
    """Return memory with each shared page counted in parts: RSS would count it in each process."""
    total = 0
    for pid in pids:
        for line in _read(pid, "smaps_rollup").splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1])
    return total


def _read(pid: int, name: str) -> str:
    """Return one of a process's files."""
    return Path(f"/proc/{pid}/{name}").read_text()
