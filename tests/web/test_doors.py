"""The doors of the start page, side by side where there is room."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.web.plain_server import PlainServer
from tests.web.tab import ChromiumTab, begin

ROWS = """(doors) => {
    const list = document.querySelector(".quiet");
    while (list.children.length < doors) list.append(list.lastChild.cloneNode(true));
    const { right } = list.getBoundingClientRect();
    const rows = Map.groupBy(list.children, (each) => each.offsetTop);
    return [...rows.values()].map((row) =>
        [row.length, right - row.at(-1).getBoundingClientRect().right]);
}"""
"""Of each row of so many doors: how many it has, and what room is left beside the last one."""


@pytest.fixture(scope="module")
def page(browser: Browser, exported: PlainServer) -> Iterator[Page]:
    """A visit at the start page."""
    opened = browser.new_page()
    begin(ChromiumTab(opened), exported.address)
    yield opened
    opened.close()


@pytest.mark.parametrize(("width", "alone"), [(820, [7]), (1280, [])])
def test_every_row_is_full(page: Page, width: int, alone: list[int]) -> None:
    """Each language adds a door, of which there are six; one alone is as wide as a row."""
    page.reload()
    begin(ChromiumTab(page), page.url)
    page.set_viewport_size({"width": width, "height": 800})
    for doors in range(4, 10):
        rows = page.evaluate(ROWS, doors)
        assert max(abs(room) for _, room in rows) < 1, (doors, rows)
        assert (min(number for number, _ in rows) == 1) == (doors in alone), (doors, rows)
