"""How long a visitor waits until a form is on the disk, beside a bare SQLite insert.

Run: python -m tests.bench.desk [--forms N] [--folder FOLDER]

Both write into files in the same folder, in turn, so that the disk's moods meet both alike. The
bare insert is Python's own sqlite3 with a row of the same size, the same log and the same
synchronous setting: what nobody who waits for the disk can be faster than.
"""

import argparse
import os
import sqlite3
import statistics
import tempfile
import time
import uuid
from collections.abc import Callable
from pathlib import Path

from nacl.public import PrivateKey

from kiosk.desk.desk import Desk
from kiosk.desk.forms import SIZES, Feedback
from kiosk.desk.sealing import public_text
from kiosk.settings import Settings
from kiosk.settings.desk import FormSettings
from tests.bench.progress import announce, counted

_SEALED = SIZES[0] + 48
_BLOCK = 100


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--forms", type=int, default=3000)
    parser.add_argument("--folder", help="a folder on the disk to measure")
    arguments = announce(parser)
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        key = public_text(PrivateKey.generate().public_key)
        desk = Desk(Settings(data=folder, counts=True, forms=FormSettings(key)))
        insert = _bare(Path(folder) / "bare.sqlite")
        works: dict[str, Callable[[], object]] = {
            "bare SQLite insert, 1 KB": lambda: insert(uuid.uuid4().bytes, os.urandom(_SEALED)),
            "Desk.submit: checked, sealed, on the disk": lambda: desk.submit(
                Feedback(rating=4, words="It was easy to find what I needed.")
            ),
        }
        seconds = _measure(works, arguments.forms)
        # Apart, since it empties the log that the forms above go into.
        counting: dict[str, Callable[[], object]] = {
            "Desk.count: added, log emptied": lambda: desk.count("the-law")
        }
        seconds |= _measure(counting, arguments.forms // 4)
    floor = seconds["bare SQLite insert, 1 KB"]
    print(
        "| until it is on the disk | n | a second | p50 ms | p99 ms | p50 to bare | p99 to bare |"
    )
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name, times in seconds.items():
        p50, p99 = _percentiles(times)
        ratios = [mine / bare for mine, bare in zip((p50, p99), _percentiles(floor), strict=True)]
        print(
            f"| {name} | {len(times)} | {len(times) / sum(times):.0f} | {1000 * p50:.2f} "
            f"| {1000 * p99:.2f} | {ratios[0]:.2f}x | {ratios[1]:.2f}x |"
        )


def _measure(works: dict[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """The seconds of each work, in blocks by turns; the first block only warms the caches."""
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for _ in counted("rounds", range(0, rounds + _BLOCK, _BLOCK)):
        for name, work in works.items():
            for _ in range(_BLOCK):
                began = time.perf_counter()
                work()
                seconds[name].append(time.perf_counter() - began)
    return {name: times[_BLOCK:] for name, times in seconds.items()}


def _bare(path: Path) -> Callable[[bytes, bytes], object]:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE forms (id BLOB PRIMARY KEY, sealed BLOB NOT NULL)")
    return lambda *row: connection.execute("INSERT INTO forms VALUES (?, ?)", row)


def _percentiles(times: list[float]) -> tuple[float, float]:
    """The median and the 99th percentile."""
    cuts = statistics.quantiles(times, n=100)
    return cuts[49], cuts[98]


if __name__ == "__main__":
    main()
