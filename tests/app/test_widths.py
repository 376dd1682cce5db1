"""Screens of every width: what one cell more changes."""

import pytest

from kiosk.pages.catalogue import Catalogue
from tests.app.kiosk import run_kiosk


@pytest.mark.parametrize("size", [(81, 24), (117, 40), (213, 60)])
async def test_a_screen_of_an_odd_width_shows_what_the_even_one_below_it_shows(
    catalogue: Catalogue, size: tuple[int, int]
) -> None:
    """Its cell more is empty; no column is missing for it."""
    columns, rows = size
    shown = []
    for width in (columns - 1, columns):
        async with run_kiosk(catalogue, (width, rows)) as kiosk:
            shown.append([line.strip() for line in kiosk.text().splitlines()])
    assert shown[0] == shown[1]
