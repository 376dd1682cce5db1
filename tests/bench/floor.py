"""The floor in Python, for where there is no C compiler: `python floor.py NEUTRAL SENSITIVE`."""

import os
import sys
import tty


def main(neutral_file: str, sensitive_file: str) -> None:
    """Show the neutral page on Escape, the sensitive one on Enter, until the terminal ends."""
    pages = []
    for path in (neutral_file, sensitive_file):
        with open(path, "rb") as file:
            pages.append(file.read())
    neutral, sensitive = pages
    tty.setraw(0)
    os.write(1, neutral)
    while key := os.read(0, 1):
        if key == b"\x1b":
            os.write(1, neutral)
        elif key == b"\r":
            os.write(1, sensitive)


if __name__ == "__main__":
    main(*sys.argv[1:])
