"""CSV for a spreadsheet: what would be run is text, and everything else is as it was."""

import csv
import io

import pytest

from kiosk.staff.spreadsheet import write_csv


def written(*cells: object) -> list[str]:
    """One row, as a spreadsheet reads it."""
    file = io.StringIO(newline="")
    write_csv(file, [cells])
    file.seek(0)
    (row,) = csv.reader(file)
    return row


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "|", "%", "\uff1d", "\uff0b", "\uff0d", "\uff20"]
)
@pytest.mark.parametrize("space", ["", " ", "   ", "\t", "\n ", "\N{NO-BREAK SPACE}"])
def test_what_begins_like_a_formula_has_an_apostrophe_before_it(space: str, start: str) -> None:
    """Also behind spaces, which programs pass over; the text itself is not changed."""
    text = f"{space}{start}cmd|' /C calc'!A0"
    assert written(text) == [f"'{text}"]


@pytest.mark.parametrize("start", ["\t", "\r", "\n"])
def test_what_begins_with_a_tab_or_a_line_end_has_one_too(start: str) -> None:
    """Some programs take these off, and look at what stands behind them."""
    assert written(f"{start}x") == [f"'{start}x"]


@pytest.mark.parametrize(
    "text", ["", " ", "a", "a=1", "1", "'=1", '"=1"', "a\n=1", "(1+1)", "/x", "*x", "#x", "é", "&x"]
)
def test_any_other_text_stays(text: str) -> None:
    """What stands later in it does nothing."""
    assert written(text) == [text]


def test_numbers_are_numbers() -> None:
    """A negative one is no formula; what is empty stays empty."""
    assert written(-5, 0, None, True) == ["-5", "0", "", "True"]


def test_every_cell_stands_in_quotation_marks() -> None:
    """So that nothing in it ends it, and rows stay apart."""
    file = io.StringIO(newline="")
    write_csv(file, [["a", 'b"c', 1], ["d,e", "f\ng", ""]])
    assert file.getvalue() == '"a","b""c","1"\r\n"d,e","f\ng",""\r\n'
