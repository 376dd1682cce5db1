"""Every way out of a visit in a browser, in Chromium and in Firefox, from files alone."""

import pytest

from tests.web.exported import Export
from tests.web.firefox import Firefox
from tests.web.plain_server import PlainServer
from tests.web.tab import (
    SEARCH_IS_LOADED,
    SECRET,
    Tab,
    begin,
    expect,
    expect_clear,
    have_patience,
    is_clear,
    search_for,
    wait,
)

PRESSED = """(() => {
    dispatchEvent(new KeyboardEvent("keydown", %s));
    return [
        document.getElementById("page").childElementCount,
        document.getElementById("visit").hidden,
    ];
})()"""
"""Presses a key and looks in the same task, before anything else can run or be painted."""

IS_ASKED = "document.getElementById('warning').hidden === false"
"""The question whether anybody is there is shown."""


@pytest.mark.parametrize(
    "keys", ["Escape", "Shift+Escape", "Control+Escape", "Alt+Escape", "F9", "~"]
)
def test_a_key_leaves(visit: Tab, keys: str) -> None:
    """One press of Escape, however it is held, or of a key in the settings."""
    visit.press(keys)
    expect_clear(visit)


@pytest.mark.parametrize(
    "press",
    [
        '{ key: "Escape" }',
        '{ key: "Esc" }',
        '{ key: "Process", code: "Escape", isComposing: true }',
        '{ key: "F9", repeat: true }',
    ],
)
def test_the_page_is_clear_within_the_frame(visit: Tab, press: str) -> None:
    """All is gone in the same task as the key, so in the same frame, also in a word."""
    assert visit.evaluate(PRESSED % '{ key: "a" }') != [0, True]
    assert visit.evaluate(PRESSED % press) == [0, True]


@pytest.mark.parametrize("keys", ["Escape", "~"])
def test_a_key_leaves_while_a_word_is_typed(visit: Tab, keys: str) -> None:
    """In the search box, with words found, the key does not only clear the box."""
    search_for(visit, "blackmail")
    expect(visit, SECRET)
    visit.press(keys)
    expect_clear(visit)


def test_the_button_leaves(visit: Tab) -> None:
    """One click on the button that is always there."""
    visit.click("#leave")
    expect_clear(visit)


def test_three_taps_leave(visit: Tab) -> None:
    """Three quick taps anywhere are a way out that needs no aim."""
    visit.tap(30, 500, times=3)
    expect_clear(visit)


TAPS = """(() => {
    for (const at of %s) {
        const tap = new PointerEvent("pointerdown", { pointerType: "%s", isPrimary: %s });
        Object.defineProperty(tap, "timeStamp", { value: at });
        dispatchEvent(tap);
    }
})()"""
"""Taps at these milliseconds."""
STAYS = (
    ([1000, 1300, 1700], "touch", "true"),
    ([3000, 3001, 3002], "mouse", "true"),
    ([5000, 5001, 5002], "touch", "false"),  # of several fingers at once the first alone counts
)
LEAVES = ([7000, 7300, 7699], "touch", "true")


def test_only_three_quick_taps_of_one_finger_leave(visit: Tab) -> None:
    """Within 700 milliseconds; the mouse has the button, and clicks as often as it likes."""
    for taps in STAYS:
        visit.evaluate(TAPS % taps)
        assert not is_clear(visit), taps
    visit.evaluate(TAPS % LEAVES)
    assert is_clear(visit)


def test_two_taps_do_not_leave(visit: Tab) -> None:
    """Who taps twice stays."""
    visit.tap(30, 500, times=2)
    visit.press("h")
    wait(visit, "document.querySelector('#page h1')?.textContent.includes('People')")


def test_scrolling_by_hand_does_not_leave(visit: Tab) -> None:
    """A finger that the browser takes for a scroll has not tapped, however often it does so."""
    for _ in range(4):
        for kind in ("pointerdown", "pointercancel"):
            event = f"new PointerEvent('{kind}', {{ pointerType: 'touch', isPrimary: true }})"
            visit.evaluate(f"dispatchEvent({event})")
    assert not is_clear(visit)


def test_a_hidden_tab_is_clear(visit: Tab) -> None:
    """What another tab, another window or the phone's list of programs hides is left."""
    visit.evaluate(
        """Object.defineProperty(document, "hidden", { configurable: true, get: () => true })
        && document.dispatchEvent(new Event("visibilitychange"))"""
    )
    assert is_clear(visit)


def test_another_tab_in_front_clears_the_page(firefox: Firefox, files: PlainServer) -> None:
    """The browser's own way of hiding a tab is one."""
    begin(firefox, files.address)
    other = firefox.open_beside()
    wait(firefox, "document.hidden")
    assert is_clear(firefox)
    firefox.close(other)


def test_a_page_that_nobody_touches_asks_and_clears_itself(tab: Tab, files: PlainServer) -> None:
    """When nobody answers the question, the page leaves; Escape answers it by leaving."""
    begin(tab, files.address)
    have_patience(tab, idleSeconds=0, warningSeconds=1)
    expect_clear(tab)
    begin(tab, files.address)
    have_patience(tab, idleSeconds=0)
    wait(tab, IS_ASKED)
    tab.press("Escape")
    expect_clear(tab)


def test_a_plan_has_a_time_of_its_own(tab: Tab, files: PlainServer) -> None:
    """Beside a plan one does something else, such as on one's own phone: the kiosk waits longer."""
    begin(tab, files.address)
    tab.press("1")
    expect(tab, "Are you safe")
    tab.press("1")
    wait(tab, "document.getElementById('title').textContent.startsWith('Your plan')")
    have_patience(tab, patientSeconds=0)
    wait(tab, IS_ASKED)


def test_any_other_key_or_a_tap_goes_on(tab: Tab, files: PlainServer) -> None:
    """What answers the question whether anybody is there does nothing else."""
    begin(tab, files.address)
    for is_key in (True, False):
        have_patience(tab, idleSeconds=0)
        wait(tab, IS_ASKED)
        have_patience(tab)
        if is_key:
            tab.press("1")
        else:
            tab.tap(300, 300)
        wait(tab, f"!({IS_ASKED})")
        expect(tab, SECRET)


def test_leaving_needs_no_server(tab: Tab, export: Export) -> None:
    """Once the page is there, reading, searching and leaving ask for nothing."""
    server = export()
    begin(tab, server.address + "index.html")
    wait(tab, SEARCH_IS_LOADED)
    assert tab.evaluate("document.getElementById('notice').textContent") == ""  # nothing failed
    asked = list(server.asked)
    server.end()
    search_for(tab, "blackmail")
    expect(tab, "found")
    tab.press("Escape")
    expect_clear(tab)
    assert tab.evaluate("location.href") == server.address + "index.html"
    assert server.asked == asked


def test_a_neutral_address_of_the_librarys_own(
    tab: Tab, export: Export, files: PlainServer
) -> None:
    """Leaving leads to the address that staff have chosen; the kiosk's leaves the history."""
    server = export("", "--neutral-address", files.address)
    tab.goto("data:text/html,<title>before</title>")
    length = tab.evaluate("history.length")
    begin(tab, server.address)
    tab.press("Escape")
    wait(tab, f"location.href === '{files.address}'")
    assert tab.evaluate("history.length") == length + 1
    tab.go(-1)
    wait(tab, "document.title === 'before'")


def test_a_panicked_second_key_does_not_lead_back_in(visit: Tab) -> None:
    """Keys that follow Escape at once do not press the button that begins a visit."""
    for key in ("Escape", "Enter", "Space", "Enter"):
        visit.press(key)
    expect_clear(visit)
    wait(visit, "document.activeElement.id === 'begin'")
    assert is_clear(visit)
