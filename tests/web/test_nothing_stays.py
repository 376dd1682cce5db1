"""What a browser keeps of a visit: nothing, in Chromium and in Firefox."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.tools import wait_until
from tests.web.chromium import chromium_at
from tests.web.exported import Export
from tests.web.firefox import Firefox
from tests.web.plain_server import PlainServer
from tests.web.tab import (
    SECRET,
    ChromiumTab,
    Tab,
    begin,
    expect,
    expect_clear,
    is_clear,
    search_for,
    wait,
)

BEFORE = "data:text/html,<title>before</title><textarea></textarea>"
TYPED, CONTROL = "xyzzyquetzal", "plughquagga"
"""Words that nothing else says: one typed into the kiosk, one into a box that browsers remember."""
TRACES = """(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: self.caches ? (await caches.keys()).length : 0,
    workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
    state: history.state,
}))()"""
NO_TRACES = {
    "local": 0,
    "session": 0,
    "cookies": "",
    "databases": 0,
    "caches": 0,
    "workers": 0,
    "state": None,
}
REMEMBERED_BOX = """(() => {
    const box = document.createElement("textarea");
    box.id = "remembered";
    document.getElementById("scroll").append(box);
    box.focus();
})()"""
"""A box in the same page that is like the kiosk's own, but for what keeps that from being kept."""


@pytest.fixture
def left(tab: Tab, files: PlainServer) -> Tab:
    """Somebody who came from another page, read, searched, and left by Escape."""
    tab.goto(BEFORE)
    begin(tab, files.address)
    search_for(tab, "threat")
    expect(tab, SECRET)
    tab.press("Escape")
    expect_clear(tab)
    return tab


def test_reading_changes_neither_history_nor_address_nor_title(visit: Tab) -> None:
    """Whatever is opened, the browser knows one address and one title."""
    known = "[history.length, location.href, document.title, history.state]"
    before = visit.evaluate(known)
    visit.press("1")
    expect(visit, "Are you safe")
    search_for(visit, "blackmail")
    expect(visit, "found")
    assert visit.evaluate(known) == before
    assert before[2:] == ["Information", None]


def test_leaving_leaves_the_page_as_it_was(tab: Tab, files: PlainServer) -> None:
    """Whatever was read, typed and chosen, no letter of the page tells of it."""
    markup = "document.documentElement.outerHTML"
    tab.goto(files.address)
    wait(tab, "document.getElementById('begin')?.disabled === false")
    before = tab.evaluate(markup)
    tab.click("#begin")
    expect(tab, SECRET)
    search_for(tab, "threat")
    expect(tab, SECRET)
    tab.click("#leave + button")
    for key in ("d", "c"):
        tab.press(key)
    for wish in ("theme|dark", "spacing|wide", "words|easy"):
        tab.click(f'[data-to="!change|{wish}"]')
    assert tab.evaluate(markup) != before
    tab.press("Escape")
    expect_clear(tab)
    wait(tab, "document.getElementById('begin').disabled === false")
    assert tab.evaluate(markup) == before


def test_nothing_is_stored(left: Tab) -> None:
    """Cookies, storage, databases, caches, workers and the history's state are empty."""
    assert left.evaluate(TRACES) == NO_TRACES


def test_back_and_forward_do_not_return(left: Tab) -> None:
    """Back leads to what was there before the kiosk; Forward to its neutral page."""
    left.go(-1)
    wait(left, "document.title === 'before'")
    left.go(1)
    expect_clear(left)


def test_reloading_does_not_return(left: Tab) -> None:
    """Reloading shows the neutral page, after leaving and in the middle of a visit."""
    left.reload()
    expect_clear(left)
    wait(left, "!document.getElementById('begin').disabled")
    left.click("#begin")
    expect(left, SECRET)
    left.reload()
    expect_clear(left)


def test_back_in_the_middle_of_a_visit_does_not_lead_back_into_it(
    tab: Tab, files: PlainServer
) -> None:
    """Who goes Back instead of leaving has left: Forward shows the neutral page."""
    tab.goto(BEFORE)
    begin(tab, files.address)
    tab.go(-1)
    wait(tab, "document.title === 'before'")
    tab.go(1)
    expect_clear(tab)


def test_the_tree_for_screen_readers_holds_nothing(visit: Tab) -> None:
    """A choice of the visit is there by its name, and is not any more once it was left."""
    assert visit.has_named("Leave now")
    visit.press("Escape")
    expect_clear(visit)
    for name in ("Leave now", SECRET, "Search"):
        assert not visit.has_named(name)
    assert visit.has_named(visit.evaluate("document.getElementById('begin').textContent"))


def test_copying_copies_nothing(visit: Tab) -> None:
    """Select all, copy, and paste elsewhere: what was on the clipboard before is still there."""
    visit.goto(BEFORE)
    visit.click("textarea")
    visit.write("before")
    visit.press("Control+a")
    visit.press("Control+c")
    visit.go(-1)
    wait(visit, "!document.getElementById('begin').disabled")
    visit.click("#begin")
    expect(visit, SECRET)
    visit.press("Control+a")
    visit.press("Control+c")
    visit.press("Control+x")
    visit.goto(BEFORE)
    visit.click("textarea")
    visit.press("Control+v")
    wait(visit, "document.querySelector('textarea').value === 'before'")


def test_printing_prints_the_neutral_page(browser: Browser, files: PlainServer) -> None:
    """On paper there is only the ordinary page."""
    page = browser.new_page()
    begin(ChromiumTab(page), files.address)
    page.emulate_media(media="print")
    assert not page.locator("#visit").is_visible()
    assert page.locator("#neutral").is_visible()
    page.context.close()


@contextmanager
def a_tab_of_chromium(browser: Browser, profile: Path) -> Iterator[ChromiumTab]:
    """A Chromium with a profile that stays, and with what was open when it ended."""
    with chromium_at(browser.browser_type, profile) as page:
        yield ChromiumTab(page)


@contextmanager
def firefox_at(profile: Path) -> Iterator[Firefox]:
    """A Firefox with a profile that stays, killed at the end, and with what was open then."""
    with Firefox(profile) as firefox:
        restored = [tab for tab in firefox.tabs() if tab["url"].startswith("http")]
        firefox.tab = restored[0]["context"] if restored else firefox.tab
        yield firefox


Start = Callable[[Path], AbstractContextManager[Tab]]


@pytest.fixture(params=["chromium", "firefox"])
def start(request: pytest.FixtureRequest) -> Start:
    """Starts a browser with a profile folder, as somebody does who looks for traces."""
    if request.param == "firefox":
        return firefox_at
    browser: Browser = request.getfixturevalue("browser")
    return lambda profile: a_tab_of_chromium(browser, profile)


def in_profile(profile: Path, text: str) -> list[str]:
    """The files of a profile that have a text, as letters of one byte or of two."""
    wanted = [text.encode(), text.encode("utf-16-le")]
    found = []
    for path in profile.rglob("*"):
        try:
            data = path.read_bytes() if path.is_file() else b""
        except OSError:
            continue  # it was there only for a moment
        if any(each in data for each in wanted):
            found.append(path.name)
    return found


def wait_for(profile: Path, text: str) -> None:
    """Wait until the browser has written a text into its profile."""
    wait_until(lambda: in_profile(profile, text), f"a file with {text}", 0.2)


@pytest.mark.parametrize("way", ["Escape", "the browser ends"])
def test_a_profile_on_the_disk_holds_nothing(
    start: Start, export: Export, tmp_path: Path, way: str
) -> None:
    """Typed words, what was read, and a page to be restored: not in any file of the browser's.

    A box beside the kiosk's own, with what is typed into it, shows that the browser wrote its files
    after the words had been typed.
    """
    server, profile = export(), tmp_path / "profile"
    with start(profile) as tab:
        begin(tab, server.address)
        search_for(tab, TYPED)
        expect(tab, "Nothing")
        tab.evaluate(REMEMBERED_BOX)
        tab.write(CONTROL)
        wait_for(profile, CONTROL)
        if way == "Escape":
            tab.press("Escape")
            expect_clear(tab)
    assert in_profile(profile, TYPED) == []
    assert in_profile(profile, SECRET) == []
    with start(profile) as tab:
        wait(tab, "document.readyState === 'complete'")
        if tab.evaluate("location.href") != server.address:
            tab.goto(server.address)
        wait(tab, "document.getElementById('neutral')")
        assert is_clear(tab)
