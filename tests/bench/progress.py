"""What a measurement says while it goes on: what it does, with what, and how far it is."""

import argparse
import atexit
import io
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from typing import TypeVar

from tests.own_folders import make_base, own_folders

SAYS_EVERY_SECONDS = 10.0
Work = TypeVar("Work")


def announce(parser: argparse.ArgumentParser) -> argparse.Namespace:
    """Read what was asked for, and say what is going to be measured; have folders of one's own.

    So a kiosk that is installed here keeps what it has.

    Args:
        parser: Its description is the measurement's docstring.
    """
    options = parser.parse_args()
    base = make_base()
    ends = ExitStack()
    ends.callback(shutil.rmtree, base, ignore_errors=True)
    ends.enter_context(own_folders(base))
    atexit.register(ends.close)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(line_buffering=True)  # a line is seen at once in a file, too
    chosen = ", ".join(f"{name} {value}" for name, value in vars(options).items())
    print(f"{(parser.description or '').partition(chr(10))[0]} ({chosen or 'no options'})\n")
    return options


def counted(what: str, works: Sequence[Work]) -> Iterator[Work]:
    """Go through works, and say every few seconds how many are done.

    Args:
        what: What they are, in the plural.
        works: All of them.
    """
    began = said = time.monotonic()
    for number, work in enumerate(works):
        yield work
        now = time.monotonic()
        if now >= said + SAYS_EVERY_SECONDS:
            said = now
            print(f"  {number + 1} of {len(works)} {what} in {now - began:.0f} s")
