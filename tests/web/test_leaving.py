"""Leaving in the browser: every way out, and none of them needs the server."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.web.conftest import OpenPage
from tests.web.kiosk_page import SECRET, KioskPage
from tests.web.kiosk_server import KioskServer, wait_until

PRESSED = """(press) => {
    dispatchEvent(new KeyboardEvent("keydown", press));
    return [
        document.getElementById("screen").childElementCount,
        document.getElementById("visit").hidden,
    ];
}"""
"""Presses a key and looks in the same task, before anything else can run or be painted."""


@pytest.mark.parametrize("keys", ["Escape", "Shift+Escape", "Control+Escape", "Alt+Escape"])
def test_escape_leaves_with_any_modifier(kiosk: KioskPage, keys: str) -> None:
    """One press of Escape, however it is held, clears the page and ends the visitor."""
    kiosk.press(keys)
    kiosk.expect_clear()


def test_the_page_is_clear_within_the_frame(kiosk: KioskPage) -> None:
    """Rows are gone and the screen is hidden in the same task as the key, so in the same frame."""
    assert kiosk.page.evaluate(PRESSED, {"key": "a"}) != [0, True]
    assert kiosk.page.evaluate(PRESSED, {"key": "Escape"}) == [0, True]


def test_escape_leaves_while_a_word_is_typed(kiosk: KioskPage) -> None:
    """In the search box, with text in it, Escape does not only clear the box."""
    kiosk.press("/")
    kiosk.expect("Or open one of these")
    kiosk.page.keyboard.type("threat")
    kiosk.expect("threat")
    kiosk.press("Escape")
    kiosk.expect_clear()


def test_escape_leaves_in_a_paste(kiosk: KioskPage) -> None:
    """Escape right after a long paste does not wait for it."""
    kiosk.press("/")
    kiosk.expect("Or open one of these")
    kiosk.page.evaluate(
        """() => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/plain", "picture ".repeat(2000));
            document.body.dispatchEvent(
                new ClipboardEvent("paste", { clipboardData, bubbles: true }));
        }"""
    )
    kiosk.press("Escape")
    kiosk.expect_clear()


def test_escape_answers_no_question_of_the_page_first(
    open_page: OpenPage, shared_server: KioskServer
) -> None:
    """While the page asks whether anybody is there, Escape leaves as it always does."""
    kiosk = open_page(shared_server)
    kiosk.begin(idle_seconds=0)
    warning = kiosk.page.locator("#warning")
    expect(warning).to_be_visible()
    kiosk.press("Escape")
    kiosk.expect_clear()


def test_any_other_key_goes_on(open_page: OpenPage, shared_server: KioskServer) -> None:
    """The key that answers the question does nothing else, and the visitor is where they were."""
    kiosk = open_page(shared_server)
    kiosk.begin(idle_seconds=0)
    warning = kiosk.page.locator("#warning")
    expect(warning).to_be_visible()
    kiosk.press("1")
    assert not kiosk.is_clear()
    kiosk.expect(SECRET)


def test_a_tap_goes_on(open_page: OpenPage, shared_server: KioskServer) -> None:
    """Without keys, a tap answers the question whether anybody is there."""
    kiosk = open_page(shared_server, 360, 640, has_touch=True)
    kiosk.begin(idle_seconds=1)
    warning = kiosk.page.locator("#warning")
    expect(warning).to_be_visible()
    warning.tap()
    expect(warning).to_be_hidden()
    kiosk.expect(SECRET)


def test_a_page_that_nobody_touches_clears_itself(
    open_page: OpenPage, shared_server: KioskServer
) -> None:
    """When nobody answers the question, the page leaves."""
    kiosk = open_page(shared_server)
    kiosk.begin(idle_seconds=0, warning_seconds=1)
    kiosk.expect_clear()


def test_the_button_leaves(kiosk: KioskPage) -> None:
    """One click on the button that is always there."""
    kiosk.page.locator("#leave").click()
    kiosk.expect_clear()


def test_three_taps_leave(open_page: OpenPage, shared_server: KioskServer) -> None:
    """Three quick taps anywhere on the screen are a way out that needs no aim."""
    kiosk = open_page(shared_server, 360, 640, has_touch=True)
    kiosk.begin()
    for _ in range(3):
        kiosk.page.touchscreen.tap(180, 500)
    kiosk.expect_clear()


def test_two_taps_do_not_leave(open_page: OpenPage, shared_server: KioskServer) -> None:
    """Who taps twice stays."""
    kiosk = open_page(shared_server, 360, 640, has_touch=True)
    kiosk.begin()
    for _ in range(2):
        kiosk.page.touchscreen.tap(180, 500)
    kiosk.press("h")
    kiosk.expect("People to talk to")


def test_the_librarys_panic_keys_leave(open_page: OpenPage, tmp_path: Path) -> None:
    """The keys of the settings leave in the browser, too, by the same names."""
    settings = tmp_path / "kiosk.toml"
    settings.write_text('panic_keys = ["f9", "menu", "~"]\n')
    with KioskServer(settings=settings) as server:
        kiosk = open_page(server)
        for key in ("F9", "ContextMenu", "~"):
            kiosk.begin()
            kiosk.press(key)
            kiosk.expect_clear()


def test_leaving_ends_the_visitors_process(open_page: OpenPage) -> None:
    """The process that knew what was read is gone as soon as the page is."""
    with KioskServer() as server:
        kiosk = open_page(server)
        kiosk.begin()
        assert len(server.visitors) == 1
        kiosk.press("Escape")
        wait_until(lambda: server.visitors == [], "the end of the visitor")


@pytest.mark.parametrize("way", ["reload", "away", "close"])
def test_going_away_by_the_browsers_own_ways_ends_the_visit(open_page: OpenPage, way: str) -> None:
    """Reloading, going elsewhere and closing the tab end the visitor, too."""
    with KioskServer() as server:
        kiosk = open_page(server)
        kiosk.begin()
        if way == "reload":
            kiosk.page.reload()
            kiosk.expect_clear()
        elif way == "away":
            kiosk.page.goto("about:blank")
        else:
            kiosk.page.close()
        wait_until(lambda: server.visitors == [], "the end of the visitor")


def test_a_neutral_address_of_the_librarys_own(open_page: OpenPage) -> None:
    """Leaving leads to the address that staff have chosen; the kiosk's leaves the history."""
    with KioskServer() as edition, KioskServer("--neutral-address", edition.address) as server:
        kiosk = open_page(server)
        kiosk.begin()
        kiosk.press("Escape")
        kiosk.page.wait_for_url(edition.address + "/")
        assert kiosk.page.evaluate("history.length") == 2  # the blank tab, and the library


def test_a_panicked_second_key_does_not_lead_back_in(kiosk: KioskPage) -> None:
    """Keys that follow Escape at once do not press the button that begins a visit."""
    kiosk.press("Escape", "Enter", "Space", "Enter")
    kiosk.expect_clear()
