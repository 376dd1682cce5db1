"""The exported page for everyone: seen by axe, by keyboard alone, small, large, plain and still."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from kiosk.settings import THEMES
from tests.web.exported import Export
from tests.web.plain_server import PlainServer
from tests.web.tab import SECRET, ChromiumTab, Tab, begin, expect_clear, have_patience, wait

OPEN = """(place) => {
    const way = document.createElement("button");
    way.dataset.to = place;
    document.getElementById("page").append(way);
    way.click();
}"""
"""Opens a page by its name, as a choice that leads there would."""
PLACES = """import("./words-en.js").then(({ default: words }) => Object.keys(words.pages))"""
TOO_WIDE = """[...document.querySelectorAll("html, #scroll, #bar, #page *:not(svg *)")].filter(
    (each) => each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).display !== "inline"
        || each.getBoundingClientRect().right > innerWidth + 1
).map((each) => each.outerHTML.slice(0, 120))"""
TOO_SMALL = """[
    ...document.querySelectorAll("#visit :is(button, input, textarea)")
].filter((each) => {
    const { width, height } = each.getBoundingClientRect();
    return each.checkVisibility() && (width < 24 || height < 24);
}).map((each) => each.outerHTML.slice(0, 120))"""
ANNOUNCED = """(() => {
    globalThis.heard = [];
    const live = "[role=status], [role=alert], [role=alertdialog], [aria-live], output";
    new MutationObserver((changes) => {
        for (const { target, addedNodes } of changes) {
            const element = target.nodeType === 1 ? target : target.parentElement;
            const said = element.closest(live) ? [element, ...addedNodes] : [...addedNodes];
            heard.push(...said.map((node) => node.textContent.trim()).filter(Boolean));
        }
    }).observe(document, { subtree: true, childList: true, characterData: true });
    addEventListener("focusin", ({ target }) => heard.push(`focus: ${target.textContent}`));
})()"""
"""Notes what a screen reader would say of itself from now on."""


@pytest.fixture(scope="module")
def page(browser: Browser, export: Export) -> Iterator[Page]:
    """A visit at the start page of a kiosk that has everything which files can offer."""
    server = export()
    opened = browser.new_page()
    begin(ChromiumTab(opened), server.address)
    yield opened
    opened.context.close()


@pytest.fixture(scope="module")
def kinds(page: Page) -> list[str]:
    """A page of each kind: of those with several, the first and the last."""
    found: dict[str, list[str]] = {}
    for place in page.evaluate(PLACES):
        found.setdefault(place.partition("|")[0], []).append(place.partition("~")[0])
    return [place for group in found.values() for place in dict.fromkeys((group[0], group[-1]))]


@pytest.fixture(autouse=True)
def as_it_was(page: Page) -> Iterator[None]:
    """Each test finds a desk's screen, and leaves it so."""
    page.set_viewport_size({"width": 1280, "height": 800})
    yield
    page.emulate_media(forced_colors="none", reduced_motion="no-preference")


def open_each(page: Page, places: list[str]) -> Iterator[str]:
    """Open one page after the other."""
    for place in places:
        page.evaluate(OPEN, place)
        yield place


def faults_of(page: Page) -> list[str]:
    """What axe finds, and where."""
    found = Axe().run(page).response["violations"]
    return [f"{fault['id']}: {node['html'][:120]}" for fault in found for node in fault["nodes"]]


def test_axe_finds_nothing(page: Page, kinds: list[str]) -> None:
    """On a page of each kind, in easy words too, on what a search found, on the neutral page."""
    assert len(kinds) > 15
    found: dict[tuple[str, str], object] = {}
    for words in ("", "easy"):
        page.evaluate(OPEN, f"!change|words|{words}")
        found |= {(place, words): faults_of(page) for place in open_each(page, kinds)}
    for text in ("blackmail", "i want to die", "xyzzyqw"):
        page.evaluate(OPEN, "search")
        page.keyboard.type(text)
        found["search", text] = faults_of(page)
    page.keyboard.press("Escape")
    found["neutral", ""] = faults_of(page)
    begin(ChromiumTab(page), page.url)
    assert {place: faults for place, faults in found.items() if faults} == {}


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_in_any_theme(page: Page, kinds: list[str], theme: str) -> None:
    """Every theme has contrast enough where most is shown."""
    page.evaluate(OPEN, f"!change|theme|{theme}|start")
    shown = [place for place in kinds if place.split("|")[0] in ("topic", "plan", "question")]
    found = {place: faults_of(page) for place in open_each(page, ["start", *shown])}
    assert {place: faults for place, faults in found.items() if faults} == {}


@pytest.mark.parametrize("size", [(320, 568), (320, 256)])
def test_nothing_is_too_wide_or_too_small(
    page: Page, kinds: list[str], size: tuple[int, int]
) -> None:
    """At 320 pixels, and at 400 % on a screen of 1280 by 1024, one scrolls in one direction alone.

    What can be pressed is 24 pixels wide and high at least (WCAG 2.2, 2.5.8), and the way out is in
    sight.
    """
    page.set_viewport_size({"width": size[0], "height": size[1]})
    for place in open_each(page, kinds):
        assert (place, page.evaluate(TOO_WIDE)) == (place, [])
        assert (place, page.evaluate(TOO_SMALL)) == (place, [])
        box = page.locator("#leave").bounding_box()
        assert box
        assert box["y"] + box["height"] <= size[1]
        shown = page.locator("#scroll").bounding_box()
        assert shown
        assert shown["height"] > size[1] / 2


def test_text_twice_as_large_still_fits(page: Page, kinds: list[str]) -> None:
    """With the browser's own text size at 200 %, on a phone, nothing is cut off sideways."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    for place in open_each(page, kinds):
        assert (place, page.evaluate(TOO_WIDE)) == (place, [])
    page.reload()
    begin(ChromiumTab(page), page.url)


def test_forced_colours_leave_edges(page: Page, kinds: list[str]) -> None:
    """Where the system paints everything alike, what can be pressed has edges, and focus shows."""
    page.emulate_media(forced_colors="active")
    for place in open_each(page, kinds):
        bare = page.evaluate(
            """[...document.querySelectorAll("#visit button")].filter((each) =>
                each.checkVisibility() && getComputedStyle(each).borderTopStyle === "none"
            ).map((each) => each.outerHTML.slice(0, 120))"""
        )
        assert (place, bare) == (place, [])
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_nothing_moves_where_motion_is_not_wanted(page: Page, kinds: list[str]) -> None:
    """No animation, no transition, no gliding scroll; for others the slow breath alone moves."""
    for motion in ("reduce", "no-preference"):
        page.emulate_media(reduced_motion=motion)
        for place in open_each(page, kinds):
            moving = page.evaluate(
                """[...document.querySelectorAll("*")].filter((each) => {
                    const { transitionDuration, scrollBehavior } = getComputedStyle(each);
                    return transitionDuration !== "0s" || scrollBehavior !== "auto";
                }).length + document.getAnimations().length"""
            )
            may_move = place == "breath" and motion == "no-preference"
            assert (place, moving > 0) == (place, may_move)


def focused(page: Page) -> str:
    """The words of what has the focus."""
    text: str = page.evaluate("document.activeElement.textContent.trim()")
    return text


def tab_to(page: Page, words: str) -> None:
    """Press Tab until something that begins with these words has the focus, seen as such."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if focused(page).startswith(words):
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
            return
    raise AssertionError(f"No Tab leads to {words!r}.")


def expect_heading(page: Page, words: str) -> None:
    """The new page is open, and its heading has the focus: that is what a screen reader says."""
    wait(ChromiumTab(page), f"document.activeElement.textContent.includes({words!r})")
    assert page.evaluate("document.activeElement.tagName") == "H1"


def test_a_whole_visit_by_keyboard_alone(page: Page) -> None:
    """From the button that begins, by a pathway, a search and a topic, to the way out."""
    page.keyboard.press("Escape")
    page.reload()
    wait(ChromiumTab(page), "!document.getElementById('begin').disabled")
    tab_to(page, page.locator("#begin").inner_text())
    page.keyboard.press("Enter")
    wait(ChromiumTab(page), "document.activeElement.tagName === 'H1'")
    tab_to(page, SECRET)
    page.keyboard.press("Enter")
    expect_heading(page, SECRET)
    tab_to(page, "I am safe for now")
    page.keyboard.press("Enter")
    wait(ChromiumTab(page), "document.getElementById('page').dataset.kind === 'question'")
    page.keyboard.press("/")
    page.keyboard.type("the law")
    wait(ChromiumTab(page), "document.querySelector('#found button')")
    tab_to(page, "What the law says")
    page.keyboard.press("Enter")
    expect_heading(page, "What the law says")
    page.keyboard.press("Backspace")
    wait(ChromiumTab(page), "document.getElementById('box')?.value === 'the law'")
    page.keyboard.press("Escape")
    expect_clear(ChromiumTab(page))
    begin(ChromiumTab(page), page.url)


def test_nothing_is_announced_after_leaving(page: Page) -> None:
    """Of leaving a screen reader hears the button of the neutral page, and no word of the visit."""
    page.evaluate(OPEN, "search")
    page.keyboard.type("blackmail")
    page.evaluate(ANNOUNCED)
    page.keyboard.press("Escape")
    wait(ChromiumTab(page), "document.activeElement.id === 'begin'")
    expected = [f"focus: {page.locator('#begin').inner_text()}"]
    assert page.evaluate("heard") == expected
    page.reload()
    begin(ChromiumTab(page), page.url)


def come_in(tab: Tab, address: str) -> None:
    """Begin by role and name; the tree of a slow machine takes longer than anybody waits for it."""
    tab.goto(address)
    wait(tab, "!document.getElementById('begin').disabled")
    have_patience(tab)
    tab.activate("button", tab.evaluate("document.getElementById('begin').textContent"))


def test_a_whole_visit_through_the_accessibility_tree_alone(tab: Tab, files: PlainServer) -> None:
    """In both browsers, by roles and names: headings are there, focus is on the newest one."""
    come_in(tab, files.address)
    wait(tab, "document.activeElement.tagName === 'H1'")
    for role, name, heading in (
        ("button", "Helplines", "People"),
        ("button", "Back", ""),
        ("button", "Search", "Search"),
        ("button", "Back", ""),
        ("button", "About this kiosk (a\N{NO-BREAK SPACE}beta)", "This kiosk"),
        ("button", "Back", ""),
    ):
        tab.activate(role, name)
        wait(tab, f"document.querySelector('#page h1').textContent.includes({heading!r})")
        assert tab.evaluate("['H1', 'INPUT'].includes(document.activeElement.tagName)")
        assert tab.has_named(tab.evaluate("document.querySelector('#page h1').textContent"))
    tab.activate("button", "Leave now")
    expect_clear(tab)
    assert not tab.has_named(SECRET)


def name_of(tab: Tab, selector: str, words: str) -> str:
    """The whole name of something that begins with these words."""
    wait(tab, f"{_all(selector)}.some((name) => name.startsWith({words!r}))")
    name: str = tab.evaluate(f"{_all(selector)}.find((name) => name.startsWith({words!r}))")
    return name


def _all(selector: str) -> str:
    return f"[...document.querySelectorAll({selector!r})].map((each) => each.textContent.trim())"


def test_to_a_plan_and_out_again_through_the_accessibility_tree_alone(
    tab: Tab, files: PlainServer
) -> None:
    """In both browsers: questions are answered, a step is ticked off, numbers have names."""
    come_in(tab, files.address)
    for answer in (SECRET, "I am safe for now", "Under 18", "I have paid them"):
        tab.activate("button", name_of(tab, "#page button", answer))
    wait(tab, "document.activeElement.textContent.startsWith('Your plan')")
    assert tab.evaluate("document.activeElement.tagName") == "H1"
    assert tab.has_named(tab.evaluate("document.activeElement.textContent"))
    assert tab.has_named(name_of(tab, "#page a[href^='tel:']", "0800"))
    step = tab.evaluate("document.getElementById('step-1').textContent.trim()")
    tab.activate("checkbox", step)
    wait(tab, "document.querySelector('[role=checkbox][aria-checked=true]')")
    tab.activate("button", "Back")
    wait(tab, "document.getElementById('page').dataset.kind === 'question'")
    tab.activate("button", "Leave now")
    expect_clear(tab)
    assert not any(map(tab.has_named, (SECRET, step)))
