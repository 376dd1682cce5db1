"""Escape to a clean screen, beside a C program that does nothing else.

    python -m tests.bench.escape [--presses 500] [--beside TREE] [--command "kiosk"]

Everything runs in one go, in random order with random pauses, so that a noisy machine is noisy
for all. Read the ratios first. A press takes about half a second, since the next visitor is waited
for: 500 presses are a quarter of an hour. `--beside` measures the guard of another version as well,
in a tree as `git worktree` makes it. `--command` measures another kiosk instead of the plain test
visitor under the guard; then only rows that need no cooperation of the visitor are measured.
"""

import argparse
import random
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench import footprint
from tests.bench.press import COLUMNS, ROWS, Press, Program
from tests.bench.progress import announce, counted
from tests.terminal.processes import family
from tests.terminal.visitors.plain import neutral_page, sensitive_page

GUARD = [
    sys.executable,
    "-m",
    "tests.terminal.run_guard",
    '{"deaf_seconds": 0.05, "warning_seconds": 20}',
]
DIRECT = [
    sys.executable,
    "-c",
    "import tty; from tests.terminal.visitors import plain; tty.setraw(0);"
    "plain.Visit(lambda: None).run()",
]
TROUBLES = {
    "hung (while True)": b"h",
    "C call holding the GIL": b"g",
    "stopped (SIGSTOP)": b"z",
    "flooding, cut mid-sequence": b"f",
    "mid-repaint, 60 a second": b"r",
    "sequence left open": b"s",
    "string left open": b"o",
}
DRAWN = f"neutral visitor {ROWS}".encode()
NEXT_VISITOR_SECONDS = 0.45  # a fork 250 ms after the swap, and its first page


def is_plain_neutral(rows: list[str]) -> bool:
    """Tell whether the plain visitor's or the guard's neutral page is wholly on the screen."""
    return all(row.startswith("neutral") for row in rows)


def is_not_sensitive(rows: list[str]) -> bool:
    """Tell whether the screen shows something, and nothing of what was there before."""
    text = "".join(rows)
    return "SENSITIVE" not in text and bool(text.strip())


def build_floor(folder: Path) -> list[str]:
    """Return the command of the floor: compiled C, or Python where there is no compiler."""
    neutral, sensitive = folder / "neutral", folder / "sensitive"
    neutral.write_bytes(neutral_page(COLUMNS, ROWS))
    sensitive.write_bytes(sensitive_page(COLUMNS, ROWS))
    source = Path(__file__).with_name("floor.c")
    compiler = shutil.which("cc") or shutil.which("gcc")
    program = [sys.executable, str(source.with_suffix(".py"))]
    if compiler is None:
        print("no C compiler: the floor is a Python program")
    else:
        binary = folder / "floor"
        subprocess.run([compiler, "-O2", "-Wall", "-o", binary, source], check=True)
        program = [str(binary)]
    return [*program, str(neutral), str(sensitive)]


class Case:
    """One row of the table: a program, and what is wrong with it when Escape is pressed."""

    def __init__(
        self, name: str, program: Program, trouble: bytes = b"", enter: bytes = b"\r"
    ) -> None:
        """Name it; `trouble` is the key that starts it, on the page that `enter` opens."""
        self.name = name
        self.presses: list[Press] = []
        self._program = program
        self._trouble = trouble
        self._enter = enter

    def once(self, key: bytes = b"\x1b") -> None:
        """Open the page, start the trouble, press Escape, wait for the next visitor."""
        self._program.read_for(random.uniform(0.0, 0.05))
        self._program.type(self._enter)
        self._program.read_for(random.uniform(0.05, 0.1))
        if self._trouble:
            self._program.type(self._trouble)
            self._program.read_for(random.uniform(0.05, 0.5))
        floods = self._trouble in (b"f", b"r") and bool(self._trouble)
        self.presses.append(self._program.press(key, waits_for_abort=floods))
        if not self.name.startswith("floor"):
            self._program.read_for(NEXT_VISITOR_SECONDS)


def percentile(values: list[float], part: float) -> float:
    """Return the value below which `part` of them lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def print_table(cases: list[Case]) -> None:
    """Print medians and p99, in ms and as ratios to the floor, the first case."""
    print("| case | n | first p50 | clean p50 | p99 | max ms | p50 | p99 to floor | missed |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    floor: list[float] = []
    for case in cases:
        clean = [press.clean for press in case.presses if press.clean is not None]
        missed = len(case.presses) - len(clean)
        floor = floor or clean
        middle, late = statistics.median(clean), percentile(clean, 0.99)
        first = statistics.median(press.first for press in case.presses)
        to_middle = middle / statistics.median(floor)
        to_late = late / percentile(floor, 0.99)
        print(
            f"| {case.name} | {len(case.presses)} | {first:.2f} | {middle:.2f} | {late:.2f} "
            f"| {max(clean):.1f} | {to_middle:.1f}x | {to_late:.1f}x | {missed} |"
        )


def guard_in(tree: str) -> list[str]:
    """Return the command of the guard in another version's tree."""
    return ["env", "-C", tree, f"PYTHONPATH={tree}", *GUARD]


def measure_presses(
    floor: list[str], presses: int, beside: str | None, command: list[str] | None
) -> None:
    """Measure Escape, idle and in every trouble, interleaved with the floor."""
    judge = is_not_sensitive if command else is_plain_neutral
    commands = {"floor, idle": floor, "guard, idle": command or GUARD}
    if beside:
        commands[f"guard of {Path(beside).name}, idle"] = guard_in(beside)
    programs = [Program(each, judge) for each in commands.values()]
    cases = [Case(name, each) for name, each in zip(commands, programs, strict=True)]
    rounds = [case for case in cases for _ in range(presses)]
    if command is None:
        for name, key in TROUBLES.items():
            for slow in (False, True) if key == b"f" else (False,):
                programs.append(Program(GUARD, judge, slow=slow))
                cases.append(Case(f"{name}{', slow terminal' * slow}", programs[-1], key))
                rounds += [cases[-1]] * max(1, presses // 10)
        for key, name in ((b"k", "killed"), (b"c", "crashed")):
            programs.append(Program(GUARD, judge))
            cases.append(_KeyIsTheEnd(f"{name}: its last key to neutral", programs[-1], key))
            rounds += [cases[-1]] * max(1, presses // 20)
    for program in programs:
        program.read_for(1.0)
    random.shuffle(rounds)
    for case in counted("presses", rounds):
        case.once()
    print_table(cases)
    for program in programs:
        program.close()


class _KeyIsTheEnd(Case):
    """A visitor who dies of a key: that key counts as the press, and there is no Escape."""

    def __init__(self, name: str, program: Program, key: bytes) -> None:
        """Name it; `key` ends the visitor."""
        super().__init__(name, program)
        self._key = key

    def once(self, key: bytes = b"") -> None:
        """Open the page, press the key, wait until a quick death would not count as one."""
        super().once(key or self._key)
        self._program.read_for(2.0)


def measure_keys(presses: int) -> None:
    """Measure an ordinary key, with the guard in between and without."""
    times: dict[str, list[float]] = {"direct": [], "guard": []}
    programs = {
        "direct": Program(DIRECT, is_plain_neutral),
        "guard": Program(GUARD, is_plain_neutral),
    }
    for program in programs.values():
        program.read_for(1.0)
        program.type(b"\r")
        program.read_for(0.5)
    for _ in counted("keys", range(presses)):
        for name, program in random.sample(sorted(programs.items()), 2):
            program.read_for(random.uniform(0.01, 0.04))
            times[name].append(program.echo(b"a"))
    direct, guarded = (statistics.median(times[name]) for name in ("direct", "guard"))
    print(f"key to screen: direct {direct:.2f} ms, guarded {guarded:.2f} ms, medians of {presses};")
    print(f"added by the guard: {guarded - direct:.2f} ms")
    for program in programs.values():
        program.close()


def measure_start(starts: int, command: list[str] | None) -> None:
    """Measure exec to the neutral page on the screen, and to the visitor's own."""
    times: dict[str, list[float]] = {"neutral page": [], "visitor's page": [], "python -c pass": []}
    for _ in counted("starts", range(starts)):
        program = Program(command or GUARD, is_plain_neutral)
        times["neutral page"].append(program.wait_for(lambda seen: b"\x1b[2J" in seen))
        if command is None:
            times["visitor's page"].append(program.wait_for(lambda seen: DRAWN in seen))
        program.close()
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", "pass"], check=True)
        times["python -c pass"].append((time.perf_counter() - start) * 1000)
    for name, values in times.items():
        if values:
            print(f"cold start to {name}: median {statistics.median(values):.1f} ms of {starts}")


def measure_idle(seconds: float, command: list[str] | None) -> None:
    """Measure CPU time, wake-ups and memory of the whole kiosk on its neutral page."""
    program = Program(command or GUARD, is_plain_neutral)
    program.read_for(3.0)
    pids = family(program.process.pid)
    before = footprint.cpu_milliseconds(pids), footprint.wakeups(pids)
    program.read_for(seconds)
    spent = footprint.cpu_milliseconds(pids) - before[0]
    woken = footprint.wakeups(pids) - before[1]
    print(
        f"idle for {seconds:.0f} s: {len(pids)} processes, {spent:.2f} ms of CPU "
        f"({spent / seconds / 10:.4f} %), {woken} wake-ups, "
        f"{footprint.pss_kilobytes(pids) / 1024:.1f} MiB PSS"
    )
    program.close()


def main() -> None:
    """Measure what was asked for and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--presses", type=int, default=500, help="idle presses (default 500)")
    parser.add_argument("--starts", type=int, default=20, help="cold starts (default 20)")
    parser.add_argument("--idle", type=float, default=60.0, help="seconds (default 60)")
    parser.add_argument("--beside", metavar="TREE", help="measure another version's guard, too")
    parser.add_argument("--command", type=shlex.split, help="measure this kiosk instead")
    chosen = announce(parser)
    with tempfile.TemporaryDirectory() as folder:
        floor = build_floor(Path(folder))
        measure_presses(floor, chosen.presses, chosen.beside, chosen.command)
    measure_keys(chosen.presses)
    measure_start(chosen.starts, chosen.command)
    measure_idle(chosen.idle, chosen.command)


if __name__ == "__main__":
    main()
