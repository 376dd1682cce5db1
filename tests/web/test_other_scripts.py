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
SCRIPTS = {"ar": "Arabic", "bn": "Bengali"}
_LANGUAGES = r"""(script) => {
    const own = new RegExp(`\\p{Script=${script}}`, "u");
    const inEnglish = /\p{Script=Latin}+(?:\P{L}+\p{Script=Latin}+){2}/u;
    const visit = document.getElementById("visit");
    const walker = document.createTreeWalker(visit, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
        const { data, parentElement: parent } = walker.currentNode;
        const isOwn = own.test(data);
        const isPhrase = inEnglish.test(data) && !own.test(parent.textContent);
        if (!parent.checkVisibility() || !(isOwn || isPhrase)) continue;
        const { lang } = parent.closest("[lang]");
        found.push([isOwn, `${lang} ${parent.closest("[dir]").dir}`, data]);
    }
    return found;
}"""
"""Every text that is shown: whether it has letters of the script, how it is marked, and it. Single
names, and those in a sentence of the other language, are as that is."""
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
    assert visit.evaluate("document.querySelector('#page .text em [lang]').lang") == "ar"
    visit.press("Escape")
    wait(visit, "document.documentElement.dir === 'ltr'")
    assert visit.evaluate("document.documentElement.lang") == "en"
    assert visit.evaluate("document.querySelector('#visit [lang], #visit [dir]')") is None


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


@pytest.mark.parametrize("code", ["ar", "bn"])
def test_what_is_not_translated_is_marked_as_english(page: Page, code: str) -> None:
    """Wherever it stands: a page, a door, a sentence among others, and what a search finds."""
    page.evaluate(OPEN, f"!change|language|{code}")
    marked = set()
    for place in (*PLACES, "plan|help-threatened|under-18-paid", "trouble", "search"):
        page.evaluate(OPEN, place)
        if place == "search":
            page.fill("#box", "threat")
            page.wait_for_selector("#found mark")
        for is_own, told, text in page.evaluate(_LANGUAGES, SCRIPTS[code]):
            direction = "rtl" if code == "ar" else "ltr"
            assert (text, told) == (text, f"{code} {direction}" if is_own else "en ltr")
            marked.add(told)
    assert len(marked) == 2
    page.evaluate(OPEN, "!change|language|en")
    assert page.locator("#visit [lang]:not(#page, button[lang])").count() == 0
