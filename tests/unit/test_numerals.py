"""Large figures: each looks like itself, and a number is only drawn where it fits."""

import pytest

from kiosk.pages.numerals import numerals


def test_every_figure_is_as_wide_as_the_others_and_like_no_other() -> None:
    """A 1 has a foot, so that nobody takes it for an I or for half of a 7."""
    drawn = {digit: numerals(digit, 3) for digit in "0123456789"}
    assert len(set(drawn.values())) == 10
    assert {len(line) for lines in drawn.values() for line in lines} == {3}
    assert drawn["1"][-1] == "▄█▄"


@pytest.mark.parametrize(("width", "cells"), [(40, 33), (33, 33), (32, 32), (31, 0)])
def test_groups_stand_closer_where_a_card_is_narrow(width: int, cells: int) -> None:
    """A number of two groups of four fits into the 32 cells of a card beside a page."""
    assert len("".join(numerals("0800 1111", width)[:1])) == cells


@pytest.mark.parametrize("number", ["", "text 999", "childline.org.uk"])
def test_what_is_no_number_is_not_drawn(number: str) -> None:
    """Letters stay letters."""
    assert numerals(number, 72) == ()
