"""CSV that a spreadsheet shows and never runs."""

import csv
from collections.abc import Iterable
from typing import TextIO

# What a spreadsheet takes for a formula: https://owasp.org/www-community/attacks/CSV_Injection.
# The wide forms count as well, since some programs fold them.
_STARTS = tuple("=+-@\t\r\n|%＝＋－＠")


def write_csv(file: TextIO, rows: Iterable[Iterable[object]]) -> None:
    """Write rows, each cell in quotation marks and none a formula."""
    writer = csv.writer(file, quoting=csv.QUOTE_ALL)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)


def _harmless(cell: object) -> object:
    """A text that would begin a formula, with an apostrophe before it."""
    if isinstance(cell, str) and (cell.startswith(_STARTS) or cell.lstrip().startswith(_STARTS)):
        return f"'{cell}"
    return cell
