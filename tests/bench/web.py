"""Leaving in a browser: the kiosk beside the government's "Exit this page", in one Chromium.

Run: python -m tests.bench.web [--rounds N] [--no-load]

Both are driven in turn by trusted key events. "Blank painted" is a task after the first animation
frame in which the page hides what was read: the kiosk's screen is gone, or the component's overlay
is there; where the next document is painted before that could be told, its paint. "Neutral page
painted" is the first contentful paint of the document at the neutral address, the same page on
another site for both. Under the kiosk's screen lies a neutral page of its own, so that its blank is
one already. Times are from the last key's going down.
"""

import argparse
import statistics
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.bench import exit_this_page
from tests.bench.progress import announce, counted
from tests.bench.web_load import measure_load
from tests.web.chromium import CHROMIUM, UNCONFINED
from tests.web.kiosk_server import KioskServer

KEY, BLANK, NEUTRAL = "key", "blank", "neutral"
_PROBE = """
const now = () => performance.timeOrigin + performance.now();
const tell = (name, at) => console.log(`bench ${name} ${at}`);
const isBlank = () => document.querySelector(".govuk-exit-this-page-overlay")
    || document.getElementById("visit")?.hidden;
let down = 0;
addEventListener("keydown", (event) => {
    const watching = down !== 0;
    down = performance.timeOrigin + event.timeStamp;
    tell("key", down);
    if (watching) return;
    const look = () => {
        if (!isBlank()) return requestAnimationFrame(look);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => tell("blank", now());
        port2.postMessage(0);
    };
    requestAnimationFrame(look);
}, { capture: true });
new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) {
        if (name === "first-contentful-paint") {
            tell(`paint:${location.href}`, performance.timeOrigin + startTime);
        }
    }
}).observe({ type: "paint", buffered: true });
"""


@dataclass
class Subject:
    """One way of leaving, and what was measured of it."""

    name: str
    address: str
    neutral: str
    begin: str
    """What to click to get to the words, if anything."""
    presses: tuple[str, ...]
    milliseconds: dict[str, list[float]] = field(default_factory=lambda: {BLANK: [], NEUTRAL: []})
    told: int = 0
    """In how many rounds the blank was painted before the next document."""
    afterwards: dict[str, str] = field(default_factory=dict)


def main() -> None:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--no-load", action="store_true", help="leave out the many visits")
    arguments = announce(parser)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        version = exit_this_page.fetch_component(Path(name))
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=UNCONFINED)
        with (
            exit_this_page.serve(Path(name)) as (advice, neutral),
            KioskServer("--neutral-address", neutral) as kiosk,
        ):
            subjects = [
                Subject(f"Exit this page {version}", advice, neutral, "", ("Shift",) * 3),
                Subject("kiosk serve", kiosk.address, neutral, "#begin", ("Escape",)),
            ]
            for number in counted("rounds", range(arguments.rounds + 1)):
                for subject in subjects:
                    _leave_once(browser, subject, counted=number > 0)
            for subject in subjects:
                subject.afterwards = _look_back(browser, subject)
        print(f"Chromium {browser.version}, {arguments.rounds} rounds in turn\n")
        browser.close()
    _print(subjects)
    if not arguments.no_load:
        measure_load()


def _come_in(browser: Browser, subject: Subject) -> tuple[BrowserContext, Page]:
    context = browser.new_context()
    context.add_init_script(_PROBE)
    page = context.new_page()
    page.goto("data:text/html,<title>before</title>before")
    page.goto(subject.address)
    if subject.begin:
        page.click(subject.begin)
    page.get_by_text(exit_this_page.SECRET).wait_for()
    page.locator("body[data-ready], #page > div").first.wait_for()
    return context, page


def _leave_once(browser: Browser, subject: Subject, *, counted: bool) -> None:
    """Come in, leave, and note the times."""
    context, page = _come_in(browser, subject)
    times: dict[str, float] = {}

    def note(text: str) -> None:
        if text.startswith("bench "):
            _, name, moment = text.split(" ")
            times[NEUTRAL if name == f"paint:{subject.neutral}" else name] = float(moment)

    page.on("console", lambda message: note(message.text))
    for key in subject.presses:
        page.keyboard.press(key)
    deadline = time.monotonic() + 10
    while not {KEY, NEUTRAL} <= times.keys() and time.monotonic() < deadline:
        page.wait_for_timeout(10)
    context.close()
    if not counted:
        return
    subject.told += BLANK in times
    times[BLANK] = min(times.get(BLANK, times[NEUTRAL]), times[NEUTRAL])
    for what in (BLANK, NEUTRAL):
        subject.milliseconds[what].append(times[what] - times[KEY])


def _look_back(browser: Browser, subject: Subject) -> dict[str, str]:
    """Leave once more, and see what the browser still has."""
    context, page = _come_in(browser, subject)
    for key in subject.presses:
        page.keyboard.press(key)
    page.wait_for_url(subject.neutral)
    session = context.new_cdp_session(page)
    history = session.send("Page.getNavigationHistory")["entries"]
    seen = [entry["url"].partition("//")[2] or entry["url"] for entry in history]
    page.go_back()
    page.wait_for_load_state()
    visible = exit_this_page.SECRET in page.inner_text("body")
    back = "the page that was read" if visible else f"“{page.title()}”"
    if not page.url.startswith(subject.address):
        page.goto(subject.address)
    stored = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    stored += [cookie.get("name", "") for cookie in context.cookies()]
    kept = any(subject.address.partition("//")[2] in url for url in seen)
    context.close()
    return {
        "presses needed": str(len(subject.presses)),
        "Back shows": back,
        "its address in the history": "yes" if kept else "no",
        "left in storage": ", ".join(stored) or "nothing",
    }


def _print(subjects: list[Subject]) -> None:
    peer, kiosk = subjects
    print("| | n | p50 ms | p99 ms | to the component |\n| --- | ---: | ---: | ---: | ---: |")
    for label, of_peer, of_kiosk in (
        ("blank painted", BLANK, BLANK),
        ("a neutral page painted", NEUTRAL, BLANK),  # it lies under the kiosk's screen
        ("the neutral address painted", NEUTRAL, NEUTRAL),
    ):
        base = statistics.median(peer.milliseconds[of_peer])
        for subject, what in ((peer, of_peer), (kiosk, of_kiosk)):
            values = sorted(subject.milliseconds[what])
            p99 = values[min(len(values) - 1, round(0.99 * len(values)))]
            middle = statistics.median(values)
            print(
                f"| {subject.name}: {label} | {len(values)} | {middle:.1f} | {p99:.1f} "
                f"| {middle / base:.2f}x |"
            )
    print("\n| | " + " | ".join(subject.name for subject in subjects) + " |")
    print("| --- |" + " --- |" * len(subjects))
    rounds = len(peer.milliseconds[BLANK])
    told = " | ".join(f"{subject.told} of {rounds}" for subject in subjects)
    print(f"| blank painted before the next document | {told} |")
    for name in peer.afterwards:
        print(f"| {name} | " + " | ".join(subject.afterwards[name] for subject in subjects) + " |")


if __name__ == "__main__":
    main()
