"""The keys of the exported page: each that the page of keys names does what it says."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.plain_server import PlainServer
from tests.web.tab import ChromiumTab, have_patience


@pytest.fixture
def page(browser: Browser, files: PlainServer) -> Iterator[Page]:
    """Somebody at the start page, at a desk."""
    opened = browser.new_page()
    opened.goto(files.address)
    have_patience(ChromiumTab(opened))
    opened.locator("#begin").click()
    expect(opened.locator("#title")).to_be_focused()
    yield opened
    opened.context.close()


def title(page: Page, words: str) -> None:
    """Wait until the page that is open has a title with these words."""
    expect(page.locator("#title")).to_contain_text(words)


def is_dimmed(page: Page) -> bool:
    """Whether only a part of the page is to be seen."""
    shown: str = page.locator("#scroll").evaluate("(each) => getComputedStyle(each).maskImage")
    return shown != "none"


def test_no_key_is_an_error(page: Page) -> None:
    """Each key that the words name has something to do, here or nothing."""
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(fault.message))
    keys = page.evaluate(
        'import("./words-en.js").then(({ default: words }) => Object.keys(words.keys))'
    )
    assert {"b", "d", "h", "/"} <= set(keys)
    for key in sorted(keys, key=lambda each: str(each) == "/"):  # in the box they are letters
        page.keyboard.press(key)
    title(page, "Search")
    assert faults == []


def test_the_slow_breath_has_a_key(page: Page) -> None:
    """As on a terminal."""
    page.keyboard.press("b")
    title(page, "A slow breath")


def test_the_tenth_choice_is_0(page: Page) -> None:
    """The nine before it are 1 to 9."""
    page.keyboard.press("0")
    title(page, "This kiosk")


@pytest.mark.parametrize("key", ["Enter", "ArrowDown"])
def test_from_the_box_one_comes_to_what_was_found(page: Page, key: str) -> None:
    """The first hit has the focus, with a finger's keyboard out of the way; Enter opens it."""
    page.keyboard.press("/")
    page.keyboard.type("threat")
    page.keyboard.press(key)
    expect(page.locator(".choices button").first).to_be_focused()
    page.keyboard.press("Enter")
    title(page, "Someone is threatening me")


def test_one_part_alone_is_seen_until_the_key_again(page: Page) -> None:
    """From page to page."""
    page.keyboard.press("d")
    assert is_dimmed(page)
    page.keyboard.press("h")
    title(page, "People to talk to")
    assert is_dimmed(page)
    page.keyboard.press("d")
    assert not is_dimmed(page)


def test_what_has_the_focus_is_where_one_sees(page: Page) -> None:
    """Of a dimmed page the upper part is clear, to which Tab brings each link."""
    page.keyboard.press("h")
    title(page, "People to talk to")
    page.keyboard.press("d")
    for _ in range(8):
        page.keyboard.press("Tab")
        bottom = page.evaluate(
            """document.activeElement.getBoundingClientRect().bottom
                - document.getElementById("scroll").getBoundingClientRect().top"""
        )
        assert bottom <= 12 * 18  # 12rem, where the clear part ends


def test_the_next_visitor_sees_the_whole_page(page: Page) -> None:
    """Leaving takes the dimming away with everything else of the visit."""
    page.keyboard.press("d")
    page.keyboard.press("Escape")
    expect(page.locator("#begin")).to_be_enabled()
    page.locator("#begin").click()
    title(page, "Library")
    assert not is_dimmed(page)
