"""A kiosk that is walked through for hours: what it costs by then, and whether anything is left.

    python -m tests.terminal.soak [--hours 24] [--seed 1]

Prints a line every ten minutes: walks, faults, and of all processes the memory (PSS) and of the
guard the descriptors. After the first ten minutes neither should grow. Ends at the first fault.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.footprint import pss_kilobytes
from tests.terminal.walked import WalkedKiosk

EVERY_SECONDS = 600.0
SECONDS_AN_HOUR = 3600.0


def run(folder: Path, hours: float, seed: int) -> int:
    """Walk for so long; return how many walks it were.

    Raises:
        AssertionError: Something was left of a visitor.
    """
    chance = random.Random(seed)
    walks = 0
    end = time.monotonic() + hours * SECONDS_AN_HOUR
    next_line = time.monotonic()
    with WalkedKiosk(folder) as kiosk:
        kiosk.see_first_pages()
        while time.monotonic() < end:
            if time.monotonic() >= next_line:
                next_line += EVERY_SECONDS
                guard = kiosk.process.pid
                print(
                    f"{walks} walks, {pss_kilobytes(list(kiosk.family())) // 1024} MiB in all,"
                    f" guard {pss_kilobytes([guard])} kB and"
                    f" {len(os.listdir(f'/proc/{guard}/fd'))} descriptors",
                    flush=True,
                )
            kiosk.see_nothing_left(kiosk.walk(chance))
            kiosk.raw.clear()
            walks += 1
    return walks


def main() -> None:
    """Walk as the command line says; end with 1 at the first fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hours", type=float, default=24.0)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        try:
            walks = run(Path(folder), arguments.hours, arguments.seed)
        except AssertionError as error:
            sys.exit(f"something was left: {error}")
    print(f"{walks} walks, nothing left")


if __name__ == "__main__":
    main()
