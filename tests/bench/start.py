"""How soon the kiosk is there, and what it takes, beside a bare Textual app in the same run.

Run: python -m tests.bench.start [--rounds N]

Each is started on a pty of its own, in turn, and the clock stops when pyte shows the words. The
peer is the smallest Textual app there is: one line of text. Memory is the sum of PSS over all
processes, so that what they share is counted once; the kiosk's with a topic open and the next
visitor waiting.
"""

import argparse
import statistics
import sys
import time
from pathlib import Path

from tests.bench.footprint import pss_kilobytes
from tests.bench.progress import announce, counted
from tests.terminal.kiosk_terminal import KioskTerminal
from tests.terminal.processes import family

KIOSK = [str(Path(sys.executable).with_name("kiosk"))]
BARE = [
    sys.executable,
    "-c",
    "from textual.app import App\nfrom textual.widgets import Static\n"
    "class Bare(App):\n    def compose(self): yield Static('ready now')\nBare().run()\n",
]
Times = dict[str, list[float]]


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = announce(parser).rounds
    seconds: Times = {name: [] for name in ("neutral page", "first topic", "next Enter", "bare")}
    memory: Times = {"kiosk": [], "bare": []}
    for number in counted("rounds", range(rounds + 1)):
        if number == 1:  # the first round only warms the caches
            for values in (*seconds.values(), *memory.values()):
                values.clear()
        _time_kiosk(seconds, memory)
        _time_bare(seconds, memory)
    peer = statistics.median(seconds["bare"])
    print("| from the start of the command | n | p50 ms | p99 ms | to a bare Textual app |")
    print("| --- | ---: | ---: | ---: | ---: |")
    _row("bare Textual app: first paint", seconds["bare"], peer)
    _row("kiosk: neutral page", seconds["neutral page"], peer)
    _row("kiosk: first topic open, by keys", seconds["first topic"], peer)
    _row("kiosk, running: Enter to start page", seconds["next Enter"], peer)
    kiosk, bare = (statistics.median(memory[name]) for name in ("kiosk", "bare"))
    print(f"\nMemory (PSS): kiosk {kiosk:.0f} MiB, bare app {bare:.0f} MiB: {kiosk / bare:.2f}x")


def _time_kiosk(seconds: Times, memory: Times) -> None:
    began = time.perf_counter()
    with KioskTerminal(KIOSK) as terminal:
        terminal.wait_until(lambda: "Press Enter" in terminal.text)
        seconds["neutral page"].append(time.perf_counter() - began)
        terminal.send(b"\r")
        terminal.wait_until(lambda: "Do you need help now?" in terminal.text)
        terminal.send(b"1")
        terminal.wait_until(lambda: "Are you safe right now?" in terminal.text)
        seconds["first topic"].append(time.perf_counter() - began)
        terminal.settle(0.6)  # the next visitor is forked a moment after the first comes in
        memory["kiosk"].append(pss_kilobytes(family(terminal.process.pid)) / 1024)
        terminal.send(b"\x1b")
        terminal.wait_until(lambda: "Press Enter" in terminal.text)
        terminal.settle(0.6)  # keys are ignored right after a swap
        pressed = time.perf_counter()
        terminal.send(b"\r")
        terminal.wait_until(lambda: "Keys" in terminal.lines[-1])
        seconds["next Enter"].append(time.perf_counter() - pressed)


def _time_bare(seconds: Times, memory: Times) -> None:
    began = time.perf_counter()
    with KioskTerminal(BARE) as terminal:
        terminal.wait_until(lambda: "ready now" in terminal.text)
        seconds["bare"].append(time.perf_counter() - began)
        terminal.settle(0.6)
        memory["bare"].append(pss_kilobytes(family(terminal.process.pid)) / 1024)


def _row(name: str, seconds: list[float], peer: float) -> None:
    milliseconds = sorted(1000 * value for value in seconds)
    p99 = milliseconds[min(len(milliseconds) - 1, round(0.99 * len(milliseconds)))]
    median = statistics.median(milliseconds)
    ratio = median / (1000 * peer)
    print(f"| {name} | {len(milliseconds)} | {median:.1f} | {p99:.1f} | {ratio:.2f}x |")


if __name__ == "__main__":
    main()
