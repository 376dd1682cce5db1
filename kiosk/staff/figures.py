"""`kiosk figures`: what was read, as a table with bars, as CSV or as JSON."""

import json
import sys
from itertools import groupby

from kiosk.content.clean import clean
from kiosk.desk.figures import FEWEST, UNDER, Figure
from kiosk.staff.spreadsheet import write_csv

_BAR = 30
"""The cells of the longest bar."""


def print_table(figures: list[Figure]) -> None:
    """Print a table for each day or month, the topics most read first."""
    from rich.bar import Bar
    from rich.console import Console
    from rich.table import Table

    console = Console()
    most = max((figure.number for figure in figures), default=0) or 1
    for period, group in groupby(figures, key=lambda figure: figure.period):
        table = Table(title=period, title_justify="left", title_style="bold", box=None)
        table.add_column("topic", no_wrap=True)
        table.add_column("opened", justify="right")
        table.add_column("", width=_BAR)
        for figure in group:
            bar = Bar(most, 0, figure.number, width=_BAR)
            table.add_row(clean(figure.topic), figure.shown, bar)
        console.print(table)
    note = (
        f'A day on which a topic was opened fewer than {FEWEST} times is shown as "{UNDER}" only.'
    )
    console.print(note if figures else "Nothing has been counted yet.", style="dim")


def print_csv(figures: list[Figure]) -> None:
    """Print a row for each period and topic."""
    rows = [(figure.period, figure.topic, figure.shown) for figure in figures]
    write_csv(sys.stdout, [("period", "topic", "opened"), *rows])


def print_json(figures: list[Figure]) -> None:
    """Print a list of objects; `opened` is a text, since some figures are not numbers."""
    rows = [
        {"period": figure.period, "topic": figure.topic, "opened": figure.shown}
        for figure in figures
    ]
    print(json.dumps(rows, indent=2, ensure_ascii=False))
