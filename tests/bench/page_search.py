"""The search in the browser's page: how long from a key to the list, on the CPU of a slow phone.

Run:  python -m tests.bench.page_search [--keys N] [--throttle 4]

The exported page runs in Chromium with its CPU slowed down. "Key to list" is from the input event
to the list laid out: understanding, ranking, sentences, and the page's own work. The floor is the
last list set again, without a search; the kiosk's own engine is unslowed Python. Of three times the
shortest counts: the others tell of what else the machine did.
"""

import argparse
import gzip
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from kiosk.content.load import load_content
from kiosk.content.search import SearchIndex
from kiosk.paths import content_folder
from tests.bench.progress import announce
from tests.search.queries import tuned_queries
from tests.web.chromium import CHROMIUM, UNCONFINED
from tests.web.plain_server import PlainServer
from tests.web.tab import ChromiumTab, begin, wait

_SEED = 4
_TYPE = """async ([texts, isFloor]) => {
    const timeOf = async (text) => {
        const box = document.getElementById("box");
        const list = [...box.parentElement.querySelectorAll("#found > *, .choices")];
        await new Promise(requestAnimationFrame);
        const start = performance.now();
        if (isFloor) for (const each of list) each.replaceWith(each.cloneNode(true));
        else {
            box.value = text;
            box.dispatchEvent(new Event("input", { bubbles: true }));
        }
        void document.getElementById("page").offsetHeight;
        return performance.now() - start;
    };
    const times = [];
    for (const text of texts) {
        const three = [];
        for (let at = 0; at < 3; at += 1) three.push(await timeOf(text));
        times.push(Math.min(...three));
    }
    return times;
}"""
_PREPARE = """async ([words, search]) => {
    const [{ prepare }, pages, index] = await Promise.all([
        import("./search.js"), import(words), import(search)]);
    const steps = [];
    const making = prepare(index.default, (number) => pages.default.blocks[number]);
    for (let done = false; !done;) {
        const start = performance.now();
        ({ done } = making.next());
        steps.push(performance.now() - start);
    }
    return steps;
}"""


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=600)
    parser.add_argument("--throttle", type=float, default=4.0)
    options = announce(parser)
    texts = _typed(options.keys)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        subprocess.run([sys.executable, "-m", "kiosk", "export", name], check=True)
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=UNCONFINED)
        with PlainServer(Path(name)) as server:
            page = browser.new_page()
            begin(ChromiumTab(page), server.address)
            page.keyboard.press("/")
            wait(ChromiumTab(page), "document.activeElement.id === 'box'")
            _time(page, texts[:50])  # what is compiled for the first keys is not measured
            session = page.context.new_cdp_session(page)
            session.send("Emulation.setCPUThrottlingRate", {"rate": options.throttle})
            works: dict[str, Callable[[], list[float]]] = {
                "key to list": lambda: _time(page, texts),
                "floor: the same list set again": lambda: _time(page, texts[:100], is_floor=True),
                "a step of making the index": lambda: page.evaluate(
                    _PREPARE, ["./words-en.js", "./search-en.js"]
                ),
                "the kiosk's own engine, unslowed": lambda: _in_python(texts),
            }
            rows = {}
            for label, work in works.items():
                print(f"  {label} ...")
                rows[label] = work()
        print(f"Chromium {browser.version}, {options.throttle:g} times slowed down")
        browser.close()
        packed = gzip.compress(Path(name, "search-en.js").read_bytes(), 9)
    print("| | n | p50 ms | p99 ms |\n| --- | ---: | ---: | ---: |")
    for label, times in rows.items():
        times.sort()
        p99 = times[min(len(times) - 1, len(times) * 99 // 100)]
        print(f"| {label} | {len(times)} | {times[len(times) // 2]:.1f} | {p99:.1f} |")
    print(f"the index: {len(packed) / 1000:.1f} kB with gzip")


def _typed(keys: int) -> list[str]:
    """What stands in the box after a key, of queries as people type them."""
    beginnings = [query.query[:end] for query in tuned_queries() for end in range(1, 60)]
    return random.Random(_SEED).sample(list(dict.fromkeys(beginnings)), keys)


def _time(page: Page, texts: list[str], *, is_floor: bool = False) -> list[float]:
    times: list[float] = page.evaluate(_TYPE, [texts, is_floor])
    return times


def _in_python(texts: list[str]) -> list[float]:
    index = SearchIndex(load_content(content_folder()))
    times = []
    for text in texts:
        three = []
        for _ in range(3):
            start = time.perf_counter()
            index.search(text)
            three.append((time.perf_counter() - start) * 1000)
        times.append(min(three))
    return times


if __name__ == "__main__":
    main()
