"""Using the kiosk in a browser: reading, guided help and search, at three sizes."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it has no types
from playwright.sync_api import expect

from tests.web.conftest import OpenPage
from tests.web.kiosk_page import KioskPage
from tests.web.kiosk_server import KioskServer, wait_until

SIZES = {"phone": (360, 640), "tablet": (768, 1024), "desktop": (1280, 800)}


@pytest.fixture(params=SIZES)
def at_size(
    request: pytest.FixtureRequest, open_page: OpenPage, shared_server: KioskServer
) -> KioskPage:
    """Somebody at the start page, on a screen of each size."""
    width, height = SIZES[request.param]
    kiosk = open_page(shared_server, width, height, has_touch=request.param != "desktop")
    kiosk.begin()
    return kiosk


def test_guided_help_by_keys(at_size: KioskPage) -> None:
    """From the start page to a plan with its numbers, by keys alone."""
    at_size.press("1")
    at_size.expect("Are you safe right now?")
    at_size.press("1")
    at_size.expect("999")
    at_size.press("ArrowLeft")
    at_size.expect("Are you safe right now?")


def test_search_by_keys(at_size: KioskPage) -> None:
    """A word typed leads to a list, and Enter opens what is marked."""
    at_size.press("/")
    at_size.expect("Or open one of these")
    at_size.page.keyboard.type("threat")
    at_size.expect("found")
    at_size.press("Enter")
    at_size.expect("Are you safe right now?")


def test_a_phone_has_forty_columns(open_page: OpenPage, shared_server: KioskServer) -> None:
    """On the narrowest phones there is room for 40 columns, and nothing scrolls sideways."""
    for width in (320, 360, 412):
        kiosk = open_page(shared_server, width, 640, has_touch=True)
        with kiosk.page.expect_websocket() as visit:
            kiosk.begin()
        columns = re.search(r"size=(\d+)x", visit.value.url)
        assert columns is not None
        assert int(columns[1]) >= 40
        assert kiosk.page.evaluate("document.documentElement.scrollWidth") <= width


def test_everything_can_be_reached_by_touch(
    open_page: OpenPage, shared_server: KioskServer
) -> None:
    """Tapping a choice opens it, and the page's own Back goes back."""
    kiosk = open_page(shared_server, 360, 640, has_touch=True)
    kiosk.begin()
    kiosk.tap_on("I am a young person")
    kiosk.expect("For young people")
    kiosk.page.locator("#back").tap()
    kiosk.expect("Do you need help now?")


def test_a_swipe_scrolls(open_page: OpenPage, shared_server: KioskServer) -> None:
    """A finger that moves up shows what is further down, and opens nothing."""
    kiosk = open_page(shared_server, 360, 640, has_touch=True)
    kiosk.begin()
    kiosk.press("h")
    kiosk.expect("People to talk to")
    first = kiosk.page.locator("#screen > div").nth(10).inner_text()
    session = kiosk.page.context.new_cdp_session(kiosk.page)
    for kind, y in (
        ("touchStart", 450),
        ("touchMove", 300),
        ("touchMove", 100),
        ("touchEnd", None),
    ):
        points = [] if y is None else [{"x": 100, "y": y}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    expect(kiosk.page.locator("#screen > div").nth(10)).not_to_have_text(first)
    kiosk.expect("People to talk to")


def test_a_keyboard_on_the_screen_types(open_page: OpenPage, shared_server: KioskServer) -> None:
    """Words put together by an on-screen keyboard arrive, with what it takes back of them."""
    kiosk = open_page(shared_server, 360, 640, has_touch=True)
    kiosk.begin()
    kiosk.page.locator("#search").tap()
    kiosk.expect("Or open one of these")
    assert kiosk.page.evaluate("document.activeElement.id") == "field"
    session = kiosk.page.context.new_cdp_session(kiosk.page)
    for text in ("thr", "thre", "threst", "threat"):
        session.send(
            "Input.imeSetComposition",
            {"text": text, "selectionStart": len(text), "selectionEnd": len(text)},
        )
    session.send("Input.insertText", {"text": "threat"})
    kiosk.expect("threat")
    kiosk.expect("found")


def test_the_way_out_is_never_covered(open_page: OpenPage, shared_server: KioskServer) -> None:
    """With a keyboard over half of the screen, the button is still there, and large enough."""
    kiosk = open_page(shared_server, 360, 640, has_touch=True)
    kiosk.begin()
    kiosk.page.set_viewport_size({"width": 360, "height": 320})
    leave = kiosk.page.locator("#leave")
    expect(leave).to_be_in_viewport(ratio=1)
    box = leave.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 44  # the least of WCAG 2.2, 2.5.5
    kiosk.expect("Do you need help now?")


def test_axe_finds_nothing(at_size: KioskPage) -> None:
    """axe-core finds no fault on the page during a visit, nor on the neutral one."""
    assert Axe().run(at_size.page).response["violations"] == []
    at_size.press("Escape")
    at_size.expect_clear()
    assert Axe().run(at_size.page).response["violations"] == []


def test_who_finds_no_place_is_told_politely(open_page: OpenPage) -> None:
    """The neutral page says that all places are taken, and can be used again at once."""
    with KioskServer("--visitors", "1") as server:
        first, second = open_page(server), open_page(server)
        first.begin()
        second.open()
        second.page.locator("#begin").click()
        expect(second.page.locator("#notice")).to_contain_text("All places are taken")
        first.press("Escape")
        first.expect_clear()
        wait_until(lambda: server.visitors == [], "the end of the first")
        second.begin()
