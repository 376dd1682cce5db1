"""Using the kiosk in a browser: reading, searching, forms, wishes, reading aloud."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from kiosk.desk.forms import Feedback
from kiosk.settings import load_settings
from tests.desk.conftest import forms_in, numbers_in, outbox_in, settings_in
from tests.tools import wait_until
from tests.web.kiosk_server import KioskServer
from tests.web.plain_server import PlainServer
from tests.web.tab import SEARCH_IS_LOADED, ChromiumTab, have_patience, wait

SIZES = {"small": (320, 568), "phone": (390, 844), "tablet": (820, 1180), "desktop": (1280, 800)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of the server here."""
    return tmp_path_factory.mktemp("kiosk")


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[KioskServer]:
    """A server that offers all there is."""
    public = settings_in(folder).forms.public_key
    settings = folder / "kiosk.toml"
    settings.write_text(
        'data = "data"\nlanguages = ["en", "cy"]\ndrafts = true\ncounts = true\n'
        f'reading_aloud = true\n[forms]\npublic_key = "{public}"\n'
    )
    assert load_settings(str(settings)).counts
    with KioskServer(settings=settings) as server:
        yield server


@pytest.fixture(params=SIZES)
def page(request: pytest.FixtureRequest, browser: Browser, server: KioskServer) -> Iterator[Page]:
    """Somebody at the start page, on a screen of each size."""
    yield from _begun(browser, server, request.param)


@pytest.fixture
def phone(browser: Browser, server: KioskServer) -> Iterator[Page]:
    """Somebody at the start page on a phone."""
    yield from _begun(browser, server, "phone")


def _begun(browser: Browser, server: KioskServer, size: str) -> Iterator[Page]:
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height}, has_touch=size != "desktop"
    )
    page = context.new_page()
    page.goto(server.address)
    have_patience(ChromiumTab(page))
    page.locator("#begin").click()
    expect(page.locator("#title")).to_be_focused()
    yield page
    context.close()


def title(page: Page, words: str) -> None:
    """Wait until the page that is open has a title with these words, and the focus."""
    expect(page.locator("#title")).to_contain_text(words)


def about(page: Page) -> None:
    """Open the page of everything that is not advice."""
    page.get_by_role("button", name="About this kiosk (a beta)").click()
    title(page, "This kiosk")


def test_guided_help_by_keys(page: Page) -> None:
    """From the start page to a plan with its numbers and back, by keys alone."""
    page.keyboard.press("1")
    expect(page.get_by_text("Are you safe right now?")).to_be_visible()
    page.keyboard.press("1")
    title(page, "Your plan")
    expect(page.locator('a[href="tel:999"]').first).to_be_in_viewport()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_text("Are you safe right now?")).to_be_visible()


@pytest.mark.parametrize("page", ["small", "desktop"], indirect=True)
def test_every_kind_of_page_has_no_fault_for_axe(page: Page) -> None:
    """Lists, plans, people, search, wishes and forms; nothing is wider than the screen."""
    for keys in ("", "1", "1", "h", "c", "/", "?"):
        if keys:
            page.keyboard.press(keys)
        assert page.evaluate("document.getElementById('scroll').scrollWidth") <= page.evaluate(
            "innerWidth"
        )
        assert Axe().run(page).response["violations"] == []


def test_a_search_lists_what_it_finds(page: Page) -> None:
    """While it is typed; letters that are keys elsewhere are letters there."""
    page.keyboard.press("/")
    expect(page.locator("#box")).to_be_focused()
    page.keyboard.type("they want money")
    expect(page.locator("#count")).to_contain_text("found")
    page.locator("#found button").first.click()
    expect(page.locator("#title")).to_be_focused()
    page.locator("#back").click()
    expect(page.locator("#box")).to_have_value("they want money")


def test_back_returns_to_the_same_line(phone: Page) -> None:
    """A long page is where it was left."""
    phone.keyboard.press("h")
    phone.evaluate("document.getElementById('scroll').scrollTop = 400")
    phone.get_by_text("Numbers I may need").click()
    title(phone, "Numbers I may need")
    phone.locator("#back").click()
    title(phone, "People to talk to")
    left = phone.evaluate("document.getElementById('scroll').scrollTop")
    assert left > 100


def test_a_visitor_has_the_pages_another_way(phone: Page) -> None:
    """Colours, space, easy words and language hold until leaving, and are gone then."""
    html = phone.locator("html")
    phone.keyboard.press("c")
    phone.get_by_role("button", name="Light on dark").click()
    phone.get_by_role("button", name="More space").click()
    expect(html).to_have_attribute("data-theme", "dark")
    expect(html).to_have_attribute("data-spacing", "wide")
    chosen = phone.get_by_role("button", name="More space")
    expect(chosen).to_have_attribute("aria-pressed", "true")
    expect(chosen).to_be_focused()
    phone.get_by_role("button", name="Easy words").click()
    phone.locator("#back").click()
    phone.keyboard.press("1")
    phone.keyboard.press("1")
    expect(phone.get_by_text("Step 1 of")).to_be_visible()
    phone.get_by_role("button", name="Next step").click()
    expect(phone.get_by_text("Step 2 of")).to_be_visible()
    phone.keyboard.press("Escape")
    expect(html).not_to_have_attribute("data-theme", "dark")
    expect(phone.locator("#begin")).to_be_enabled()
    phone.locator("#begin").click()
    phone.keyboard.press("1")
    phone.keyboard.press("1")
    title(phone, "Your plan")


def test_another_language_is_another_language(phone: Page) -> None:
    """Every word is in it, the browser is told which it is, and leaving is back to English."""
    phone.get_by_role("button", name="Cymraeg").click()
    expect(phone.locator("html")).to_have_attribute("lang", "cy")
    expect(phone.locator("#leave")).not_to_have_text("Leave now")
    phone.locator("#leave").click()
    expect(phone.locator("html")).to_have_attribute("lang", "en")


def test_a_plans_steps_are_ticked_off(phone: Page) -> None:
    """With a tap or the step's number; it is said, and forgotten when the visitor leaves."""
    phone.keyboard.press("1")
    phone.keyboard.press("1")
    first = phone.locator(".steps [role=checkbox]").first
    phone.keyboard.press("1")
    expect(first).to_have_attribute("aria-checked", "true")
    first.click()
    expect(first).to_have_attribute("aria-checked", "false")


def test_a_form_goes_all_the_way(phone: Page, folder: Path) -> None:
    """One question a page, the answers looked at, sealed by the server, and opened by staff."""
    about(phone)
    phone.get_by_role("button", name="Tell us what you think").click()
    phone.get_by_role("button", name="Very useful", exact=True).click()
    phone.locator("#box").fill("Kind words")
    phone.get_by_role("button", name="Go on").click()
    expect(phone.get_by_text("Kind words")).to_be_visible()
    phone.get_by_role("button", name="Send it").click()
    title(phone, "Thank you")
    (form,) = forms_in(outbox_in(folder / "data"))
    assert isinstance(form, Feedback)
    assert (form.rating, form.words) == (5, "Kind words")


def test_an_answer_that_will_not_do_is_asked_again(phone: Page) -> None:
    """What is wrong is said at the question itself, as an alert."""
    about(phone)
    phone.get_by_role("button", name="Get news by email").click()
    phone.locator("#box").fill("nobody")
    phone.get_by_role("button", name="Go on").click()
    expect(phone.get_by_role("alert")).to_contain_text("name@example.org")
    phone.locator("#box").fill("a@example.org")
    phone.get_by_role("button", name="Go on").click()
    expect(phone.get_by_role("alert")).to_have_count(0)


def test_a_form_that_cannot_be_sent_stays(phone: Page) -> None:
    """Where nobody takes it, the visitor is told so, and keeps what they wrote."""
    phone.route("**/form", lambda route: route.abort())
    about(phone)
    phone.get_by_role("button", name="Tell us what you think").click()
    phone.get_by_role("button", name="Very useful", exact=True).click()
    phone.locator("#box").fill("Kind words")
    phone.get_by_role("button", name="Go on").click()
    phone.get_by_role("button", name="Send it").click()
    title(phone, "It was not saved")
    phone.get_by_role("button", name="Look at my answers").click()
    expect(phone.get_by_text("Kind words")).to_be_visible()


def test_pages_are_counted_only_after_a_yes(phone: Page, folder: Path) -> None:
    """Nothing is told to the server before; then each topic once a visit."""
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    about(phone)
    phone.get_by_role("button", name="What is this kiosk?").click()
    assert asked == []
    phone.locator("#back").click()
    phone.get_by_role("button", name="may remember").click()
    phone.get_by_role("button", name="Yes. Everything").click()
    phone.locator("#back").click()
    phone.get_by_role("button", name="What is this kiosk?").click()
    wait_until(lambda: numbers_in(outbox_in(folder / "data")) == {"about-this-kiosk": 1}, "a count")
    phone.locator("#back").click()
    phone.get_by_role("button", name="What is this kiosk?").click()
    assert [url.rpartition("/")[2] for url in asked] == ["count"]


def test_once_loaded_it_needs_no_server(browser: Browser) -> None:
    """Everything but sending works after the server has died, leaving above all."""
    with KioskServer() as server:
        page = browser.new_page()
        page.goto(server.address)
        page.locator("#begin").click()
        wait(ChromiumTab(page), SEARCH_IS_LOADED)
    page.keyboard.press("1")
    expect(page.get_by_text("Are you safe right now?")).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type("police")
    expect(page.locator("#count")).to_contain_text("found")
    page.keyboard.press("Escape")
    expect(page.locator("#neutral")).to_be_visible()
    expect(page.locator("#visit")).to_be_hidden()
    page.close()


def test_only_a_voice_of_this_machine_reads(browser: Browser, server: KioskServer) -> None:
    """A voice elsewhere would be told what is read; any key stops the one that reads."""
    page = browser.new_page()
    page.add_init_script(
        """window.spoken = [];
        window.voices = [{ name: "far", lang: "en-GB", localService: false }];
        Object.defineProperty(window, "speechSynthesis", { value: {
            getVoices: () => window.voices, speaking: false,
            speak(utterance) { this.speaking = true; window.spoken.push(utterance.text); },
            cancel() { this.speaking = false; window.spoken.push("(stopped)"); },
        } });
        window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };"""
    )
    page.goto(server.address)
    page.locator("#begin").click()
    expect(page.locator("[data-command=aloud]")).to_be_hidden()
    page.keyboard.press("r")
    assert page.evaluate("spoken") == []
    page.evaluate("voices.push({ name: 'near', lang: 'en-GB', localService: true })")
    page.keyboard.press("1")
    page.locator("[data-command=aloud]").click()
    assert "Are you safe right now?" in page.evaluate("spoken")
    page.keyboard.press("x")
    assert page.evaluate("spoken.at(-1)") == "(stopped)"
    page.close()


def test_a_folder_of_files_does_the_same(browser: Browser, tmp_path: Path) -> None:
    """The exported files offer no forms, and ask for nothing once they are loaded."""
    command = [sys.executable, "-m", "kiosk", "export", str(tmp_path / "files")]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    with PlainServer(tmp_path / "files") as files:
        page = browser.new_page()
        page.goto(files.address)
        page.locator("#begin").click()
        wait(ChromiumTab(page), SEARCH_IS_LOADED)
        loaded = len(files.asked)
        page.keyboard.press("1")
        title(page, "Someone is threatening me")
        page.keyboard.press("/")
        page.keyboard.type("police")
        expect(page.locator("#count")).to_contain_text("found")
        page.keyboard.press("Escape")
        assert len(files.asked) == loaded
        page.close()
