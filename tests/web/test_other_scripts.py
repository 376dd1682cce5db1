"""Languages that no terminal sets right, in both browsers: Arabic and Bengali."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.web.exported import Export
from tests.web.plain_server import PlainServer
from tests.web.tab import ChromiumTab, Tab, begin, wait
from tests.web.test_for_everyone import OPEN, TOO_WIDE

PLACES = ("start", "topic|in-your-language", "people", "search", "topic|the-law", "comfort")
_LEFT_TO_RIGHT = """(() => {
    const number = [...document.querySelectorAll("#page a.call")]
        .find((each) => each.textContent.replace(/\\s/g, "") === "08081000900").firstChild;
    return [...number.data].map((_, at) => {
        const range = document.createRange();
        range.setStart(number, at);
        range.setEnd(number, at + 1);
        return range.getBoundingClientRect().left;
    });
})()"""
"""Where each character of a number is."""


@pytest.fixture(scope="module")
def files(export: Export) -> PlainServer:
    """A kiosk that offers drafts in Arabic and in Bengali."""
    return export('languages = ["en", "ar", "bn"]\ndrafts = true\n')


@pytest.fixture(scope="module")
def page(browser: Browser, files: PlainServer) -> Iterator[Page]:
    """A visit on a small phone."""
    opened = browser.new_page(viewport={"width": 320, "height": 568})
    begin(ChromiumTab(opened), files.address)
    yield opened
    opened.close()


def test_arabic_runs_from_the_right_and_a_number_from_the_left(visit: Tab) -> None:
    """Chosen on the start page by its own name; what is English stays as English runs."""
    visit.click("button[lang=ar]")
    wait(visit, "document.documentElement.dir === 'rtl'")
    assert visit.evaluate("document.documentElement.lang") == "ar"
    visit.evaluate(f"({OPEN})('topic|in-your-language')")
    places = visit.evaluate(_LEFT_TO_RIGHT)
    assert places == sorted(places)
    visit.evaluate(f"({OPEN})('topic|the-law')")
    assert visit.evaluate("document.getElementById('page').dir") == "ltr"
    assert visit.evaluate("document.querySelector('#page .text p').lang") == "ar"
    visit.press("Escape")
    wait(visit, "document.documentElement.dir === 'ltr'")
    assert visit.evaluate("document.documentElement.lang") == "en"


def test_letters_that_are_joined_stay_joined(visit: Tab) -> None:
    """A style for the first letter alone would set it apart in Firefox: only capitals have one."""
    styles = "getComputedStyle(document.querySelector('.card p + p'), '::first-letter')"
    assert visit.evaluate(f"{styles}.textTransform") == "uppercase"
    visit.click("button[lang=ar]")
    wait(visit, "document.documentElement.dir === 'rtl'")
    assert visit.evaluate(f"{styles}.textTransform") == "none"
    visit.press("Escape")


@pytest.mark.parametrize("code", ["ar", "bn"])
def test_nothing_is_cut_off_and_axe_finds_nothing(page: Page, code: str) -> None:
    """On a phone of 320 pixels, on pages that are translated and on pages that are not."""
    page.evaluate(OPEN, f"!change|language|{code}")
    for place in PLACES:
        page.evaluate(OPEN, place)
        assert (place, page.evaluate(TOO_WIDE)) == (place, [])
        found = Axe().run(page).response["violations"]
        assert (place, [fault["id"] for fault in found]) == (place, [])
