"""What a browser keeps of a visit: nothing to go back to, and nothing stored."""

import pytest

from tests.web.conftest import OpenPage
from tests.web.kiosk_page import NO_TRACES, SECRET, KioskPage
from tests.web.kiosk_server import KioskServer

BEFORE = "data:text/html,<title>before</title>"


@pytest.fixture
def left(open_page: OpenPage, shared_server: KioskServer) -> KioskPage:
    """Somebody who came from another page, read, and left by Escape."""
    kiosk = open_page(shared_server)
    kiosk.page.goto(BEFORE)
    kiosk.begin()
    kiosk.press("/")
    kiosk.expect("Or open one of these")
    kiosk.page.keyboard.type("threat")
    kiosk.expect("threat")
    kiosk.press("Escape")
    kiosk.expect_clear()
    return kiosk


def test_reading_changes_neither_history_nor_address(kiosk: KioskPage) -> None:
    """Whatever is opened, the browser knows one address and one title."""
    before = kiosk.page.evaluate("history.length"), kiosk.page.url
    kiosk.press("1")
    kiosk.expect("Are you safe right now?")
    assert (kiosk.page.evaluate("history.length"), kiosk.page.url) == before
    assert kiosk.page.title() == "Information"


def test_nothing_is_stored(left: KioskPage) -> None:
    """Cookies, storage, databases, caches, workers and the history's state are empty."""
    assert left.traces() == NO_TRACES
    assert left.page.context.cookies() == []


def test_back_does_not_return(left: KioskPage) -> None:
    """Back leads to what was there before the kiosk; Forward to its neutral page."""
    left.page.go_back()
    assert left.page.title() == "before"
    left.page.go_forward()
    left.expect_clear()


def test_reload_does_not_return(left: KioskPage) -> None:
    """Reloading shows the neutral page."""
    left.page.reload()
    left.expect_clear()


def test_back_in_the_middle_of_a_visit_does_not_lead_back_into_it(
    open_page: OpenPage, shared_server: KioskServer
) -> None:
    """Who goes Back instead of leaving has left: Forward shows the neutral page."""
    kiosk = open_page(shared_server)
    kiosk.page.goto(BEFORE)
    kiosk.begin()
    kiosk.page.go_back()
    kiosk.page.go_forward()
    kiosk.expect_clear()


def test_a_restored_tab_does_not_return(left: KioskPage) -> None:
    """What the browser would open again is the neutral address, with no state and no field."""
    session = left.page.context.new_cdp_session(left.page)
    history = session.send("Page.getNavigationHistory")
    entry = history["entries"][history["currentIndex"]]
    assert entry["url"] == left.address + "/"
    assert entry["title"] == "Information"
    assert SECRET not in str(history)
    again = left.page.context.new_page()
    again.goto(entry["url"])
    KioskPage(again, left.address).expect_clear()


def test_no_page_of_the_kiosks_is_kept_for_going_back(left: KioskPage) -> None:
    """The document of the visit is not in the back-forward cache: it is replaced, not left."""
    assert left.page.evaluate("history.length") == 3  # the blank tab, the page before, this one


def test_copying_copies_nothing(kiosk: KioskPage) -> None:
    """Select all and copy puts nothing of the visit on the clipboard."""
    copied = kiosk.page.evaluate(
        """() => {
            getSelection().selectAllChildren(document.body);
            const data = new DataTransfer();
            const event = new ClipboardEvent(
                "copy", { clipboardData: data, bubbles: true, cancelable: true });
            document.getElementById("screen").dispatchEvent(event);
            return [event.defaultPrevented, getSelection().toString()];
        }"""
    )
    assert copied[0] is True
    assert SECRET not in copied[1]


def test_printing_prints_the_neutral_page(kiosk: KioskPage) -> None:
    """On paper there is only the ordinary page."""
    kiosk.page.emulate_media(media="print")
    assert not kiosk.page.locator("#visit").is_visible()
    assert kiosk.page.locator("#neutral").is_visible()
