"""One visit on a slow network, and what it costs the browser.

Run: python -m tests.bench.web_page [--rounds N]

The network is Chromium's own throttling, with the figures of WebPageTest's profiles, and of the
developer tools' "Slow 3G", which answers nothing within two seconds. Times are from the last byte
of the page's HTML: to the neutral page painted, to the button that begins, and to all files there.
The memory is that of the renderer's process (PSS), beside one that shows an empty page.
"""

import argparse
import statistics
from collections.abc import Iterable
from typing import NamedTuple

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from tests.bench.footprint import pss_kilobytes
from tests.bench.progress import announce
from tests.web.chromium import CHROMIUM, UNCONFINED
from tests.web.kiosk_server import KioskServer
from tests.web.tab import ChromiumTab, begin, wait
from tests.web.test_for_everyone import OPEN, PLACES

_PAGES_READ = 60
_TIMES = """() => {
    const [page] = performance.getEntriesByType("navigation");
    const [painted] = performance.getEntriesByName("first-contentful-paint");
    const files = performance.getEntriesByType("resource");
    const bytes = files.reduce((sum, { transferSize }) => sum + transferSize, page.transferSize);
    return [
        page.responseEnd, painted.startTime - page.responseEnd, ready - page.responseEnd,
        Math.max(...files.map((file) => file.responseEnd)) - page.responseEnd, bytes,
    ];
}"""
_NOTE_READY = """addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("begin");
    new MutationObserver(() => { globalThis.ready ??= performance.now(); })
        .observe(button, { attributeFilter: ["disabled"] });
});"""


class Network(NamedTuple):
    """A slow network."""

    name: str
    kilobits: int
    """A second, down and up."""
    milliseconds: int
    """Until an answer begins."""


NETWORKS = (
    Network("3G", 1600, 300),
    Network("slow 3G", 400, 400),
    Network("slow 3G of the developer tools", 400, 2000),
)


def main() -> None:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    measure_page(announce(parser).rounds)


def measure_page(rounds: int) -> None:
    """Measure, and print the tables.

    Args:
        rounds: How often each network is tried.
    """
    with KioskServer() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=UNCONFINED)
        print("\n| from the HTML's last byte, s | it came after | painted | button | all | KB |")
        print("| --- | ---: | ---: | ---: | ---: | ---: |")
        for network in NETWORKS:
            tried = [_load(browser, server.address, network) for _ in range(rounds)]
            *seconds, size = (
                statistics.median(column) / 1000 for column in zip(*tried, strict=True)
            )
            shown = " | ".join(f"{each:.2f}" for each in seconds)
            print(f"| {network.name} | {shown} | {size:.0f} |")
        _print_memory(browser, server.address)
        browser.close()


def _load(browser: Browser, address: str, network: Network) -> list[float]:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(_NOTE_READY)
    rate = network.kilobits * 1000 / 8
    wanted: dict[str, float] = {"offline": False, "latency": network.milliseconds}
    wanted |= {"downloadThroughput": rate, "uploadThroughput": rate}
    context.new_cdp_session(page).send("Network.emulateNetworkConditions", wanted)
    page.goto(address, wait_until="networkidle", timeout=120_000)
    page.wait_for_function("globalThis.ready")
    times: list[float] = page.evaluate(_TIMES)
    context.close()
    return times


def _print_memory(browser: Browser, address: str) -> None:
    session = browser.new_browser_cdp_session()
    page = browser.new_page()
    print("\n| memory of the tab | MiB PSS | script's heap, MiB |\n| --- | ---: | ---: |")
    _print_row("an empty page", session, page)
    page.goto(address)
    wait(ChromiumTab(page), "!document.getElementById('begin').disabled")
    page.wait_for_load_state("networkidle")
    _print_row("the neutral page", session, page)
    begin(ChromiumTab(page), address)
    _print_row("the start page", session, page)
    _read(page, page.evaluate(PLACES)[:_PAGES_READ])
    _print_row(f"after {_PAGES_READ} pages and a search", session, page)
    page.keyboard.press("Escape")
    _print_row("after leaving", session, page)


def _read(page: Page, places: Iterable[str]) -> None:
    for place in places:
        page.evaluate(OPEN, place.partition("~")[0])
    page.evaluate(OPEN, "search")
    page.keyboard.type("they want money")
    page.locator("#found button").first.wait_for()


def _print_row(what: str, browser: CDPSession, page: Page) -> None:
    tab = page.context.new_cdp_session(page)
    tab.send("HeapProfiler.collectGarbage")
    heap = tab.send("Runtime.getHeapUsage")["usedSize"] / 2**20
    processes = browser.send("SystemInfo.getProcessInfo")["processInfo"]
    renderers = [int(each["id"]) for each in processes if each["type"] == "renderer"]
    memory = max(pss_kilobytes([pid]) for pid in renderers) / 1024
    print(f"| {what} | {memory:.0f} | {heap:.1f} |")


if __name__ == "__main__":
    main()
