"""How soon an edit is on the screen, and how soon a faulty one is refused.

Run: python -m tests.bench.edit [--rounds N]

An idle kiosk with all words in a real pty, and a library's own files beside them. The clock starts
once a file is written, and stops when the neutral page shows the new name, or the log has what came
of the edit. The kiosk waits first until nobody writes any more (`_QUIET_SECONDS` in
`kiosk/edits/watch.py`). The floor is a process that only loads the shipped words.
"""

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.progress import announce, counted
from tests.terminal.test_live import LiveKiosk

FLOOR = [
    sys.executable,
    "-c",
    "from kiosk.content.load import load_content\nfrom kiosk.paths import content_folder\n"
    "load_content(content_folder())\n",
]
FAULT = "\n\n[Nowhere](nowhere.md)"
Times = dict[str, list[float]]


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = announce(parser).rounds
    seconds: Times = {}
    with TemporaryDirectory() as folder, LiveKiosk(Path(folder)) as kiosk:
        kiosk.wait_until(lambda: "Central" in kiosk.text)
        kiosk.wait_for_watcher()
        for number in counted("rounds", range(rounds)):
            _one_round(kiosk, number, seconds)
    floor = statistics.median(seconds["floor: loading the words"])
    print("| from the file to | n | p50 s | p99 s | to the floor |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for what, taken in seconds.items():
        ordered = sorted(taken)
        middle, worst = statistics.median(ordered), ordered[int(0.99 * (len(ordered) - 1) + 0.5)]
        print(f"| {what} | {len(taken)} | {middle:.2f} | {worst:.2f} | {middle / floor:.1f} |")


def _one_round(kiosk: LiveKiosk, number: int, seconds: Times) -> None:
    def timed(what: str, do: Callable[[], object]) -> None:
        began = time.perf_counter()
        do()
        seconds.setdefault(what, []).append(time.perf_counter() - began)

    def until(event: str, do: Callable[[], object]) -> None:
        before = kiosk.count(event)
        do()
        kiosk.wait_until(lambda: kiosk.count(event) > before)

    def show_name() -> None:
        kiosk.name(f"Ashby {number}.")
        kiosk.wait_until(lambda: f"Ashby {number}." in kiosk.text)

    timed("floor: loading the words", lambda: subprocess.run(FLOOR, check=True))
    timed("the neutral page: a setting", show_name)
    timed("the next visitor: words", lambda: until("renewed", lambda: kiosk.edit(f"As {number}.")))
    timed("the log: refused", lambda: until("edit_refused", lambda: kiosk.edit(f"{number}{FAULT}")))
    timed("the next visitor: mended", lambda: until("renewed", lambda: kiosk.edit(f"So {number}.")))


if __name__ == "__main__":
    main()
