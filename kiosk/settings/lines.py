"""The line of the settings file at which a setting stands; needed only to tell a fault."""

import re
from collections.abc import Sequence

from kiosk.settings.toml_tables import Step

_NAME = r"(?:[\w-]+|\"[^\"]*\"|'[^']*')"
_HEADER = re.compile(r"\s*\[{1,2}\s*([\w.\"'\s-]+?)\s*\]{1,2}\s*(?:#.*)?$")
_KEY = re.compile(rf"\s*({_NAME}(?:\s*\.\s*{_NAME})*)\s*=")


def line_of(text: str, steps: Sequence[Step]) -> int:
    """Find a setting.

    Args:
        text: The file's text.
        steps: The keys that lead to it, and places in lists of tables: `("helplines", 1, "name")`.

    Returns:
        The line, counted from 1; that of the nearest table around it where it is not found, and
        0 where there is none.
    """
    best, best_line = 0, 0
    header: tuple[Step, ...] = ()
    counts: dict[tuple[Step, ...], int] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if found := _HEADER.match(line):
            header = _names(found[1])
            if line.lstrip().startswith("[["):
                counts[header] = counts.get(header, -1) + 1
                header = (*header, counts[header])
            here = header
        elif found := _KEY.match(line):
            here = (*header, *_names(found[1]))
        else:
            continue
        shared = _shared(here, steps)
        if shared > best and shared in (len(here), len(steps)):
            best, best_line = shared, number
    return best_line


def _names(dotted: str) -> tuple[str, ...]:
    return tuple(name.strip("\"'") for name in re.findall(_NAME, dotted))


def _shared(here: Sequence[Step], steps: Sequence[Step]) -> int:
    """How many steps lead to both places."""
    count = 0
    for mine, theirs in zip(here, steps, strict=False):
        if mine != theirs:
            break
        count += 1
    return count
