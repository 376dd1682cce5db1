"""How long a topic takes to open: ours, beside Textual's own Markdown widget, in one run.

Run: python -m tests.bench.first_paint [--rounds N]

A key is posted to a running app, and the clock stops when the app's driver is given the frame
that shows the page's first words: both apps run in this process, so that neither terminal nor
pty is in the figure. Topics of 5, 50 and 500 KB are made from the shipped
words; they are set before the clock starts, as the kiosk does when it loads.
"""

import argparse
import asyncio
import statistics
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count, cycle

import msgspec
from textual import events
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.driver import Driver
from textual.geometry import Size
from textual.widgets import Markdown, Static

from kiosk.app.app import KioskApp
from kiosk.app.session import Session
from kiosk.content.faults import FaultList
from kiosk.content.file_reading import FileReading
from kiosk.content.markdown import read_markdown
from kiosk.content.model import Door, Doors
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.edition import make_edition
from kiosk.pages.loading import load_catalogue
from kiosk.paths import content_folder
from kiosk.settings import Settings
from tests.bench.progress import announce, counted

SIZES_KB = (5, 50, 500)
WIDGET_ROUNDS = {5: 5, 50: 2, 500: 1}
"""Textual's widget takes so long that a few rounds must do."""
FIRST_WORDS = "The very first words"


class TimedDriver(Driver):
    """A terminal of 80 by 24 that notes when a frame with given words is written."""

    words = FIRST_WORDS
    painted: float | None = None

    def write(self, data: str) -> None:
        """Look for the words."""
        if TimedDriver.painted is None and TimedDriver.words in data:
            TimedDriver.painted = time.perf_counter()

    def start_application_mode(self) -> None:
        """Tell the size."""
        size = Size(80, 24)
        self.send_message(events.Resize(size, size))

    def disable_input(self) -> None:
        """There is none."""

    def stop_application_mode(self) -> None:
        """There is nothing to put back."""


class MarkdownApp(App[None]):
    """The peer: Textual's widget in a scroll view, opened by a key."""

    BINDINGS = [("o", "open", "Open")]

    def __init__(self, text: str) -> None:
        super().__init__(driver_class=TimedDriver)
        self._text = text

    async def action_open(self) -> None:
        """Open the page."""
        await self.mount(VerticalScroll(Markdown(self._text, open_links=False)))

    def compose(self) -> ComposeResult:
        """A word, so that the first frame is known."""
        yield Static("ready")


def markdown_of(kilobytes: int) -> str:
    """A topic of about so many kilobytes, made of the shipped ones."""
    paths = sorted((content_folder() / "en" / "topics").glob("*.md"))
    bodies = [path.read_text(encoding="utf-8").split("\n---\n", 1)[1] for path in paths]
    parts = [f"## {FIRST_WORDS}\n\n"]
    for body in cycle(bodies):
        parts.append(body)
        if sum(map(len, parts)) >= kilobytes * 1000:
            return "".join(parts)[: kilobytes * 1000]
    raise AssertionError("cycle never ends")


def catalogue_with(texts: dict[int, str]) -> Catalogue:
    """The shipped words and a topic for each size, set beforehand."""
    content = load_catalogue(Settings()).edition.content
    topic = next(iter(content.topics.values()))

    def number_of(name: str) -> str | None:
        helpline = content.helplines.get(name)
        return helpline.contact if helpline else None

    topics = dict(content.topics)
    for size, text in texts.items():
        reading = FileReading(FaultList("made"), number_of=number_of)
        topics[f"made-{size}"] = msgspec.structs.replace(
            topic, id=f"made-{size}", blocks=read_markdown(text, reading), easy=()
        )
    doors = tuple(Door(label=f"{size} KB", to=f"made-{size}") for size in texts)
    made = msgspec.structs.replace(
        content,
        topics=topics,
        doors=Doors(urgent=doors, about=content.doors.about, audiences=content.doors.audiences),
    )
    catalogue = Catalogue(make_edition(made, Settings()))
    catalogue.keep_all()
    return catalogue


async def time_kiosk(catalogue: Catalogue, rounds: int) -> dict[str, list[float]]:
    """Seconds from the key to the frame: each size, and the start page from the neutral one."""
    times: dict[str, list[float]] = {f"topic, {size} KB": [] for size in SIZES_KB}
    start = times["neutral page -> start"] = []
    ever_later = count().__next__
    app = KioskApp(Session(catalogue, monotonic=ever_later), driver_class=TimedDriver)
    async with running(app, "Press Enter"):
        for _ in counted("rounds", range(rounds)):
            start.append(await press(app, "enter", "Information and advice"))
            for number, size in enumerate(SIZES_KB, 1):
                times[f"topic, {size} KB"].append(await press(app, str(number), FIRST_WORDS))
                await press(app, "left", "Information and advice")
            await press(app, "escape", "Press Enter")
    return times


async def time_widget(text: str) -> float:
    """Seconds from the key to the frame, for Textual's widget."""
    app = MarkdownApp(text)
    async with running(app, "ready"):
        return await press(app, "o", FIRST_WORDS, deadline=300)


@asynccontextmanager
async def running(app: App[None], words: str) -> AsyncIterator[None]:
    """Run an app; the block begins when the words are on its screen."""
    TimedDriver.words, TimedDriver.painted = words, None
    task = asyncio.create_task(app.run_async())
    await _painted(10)
    yield
    app.exit()
    await task


async def press(app: App[None], key: str, words: str, deadline: float = 10) -> float:
    """Press a key, wait for the frame that shows the words, and return the seconds between."""
    await asyncio.sleep(0.02)  # what the last key has left to do is not in the figure
    TimedDriver.words, TimedDriver.painted = words, None
    began = time.perf_counter()
    app.post_message(events.Key(key, None))
    return await _painted(deadline) - began


async def _painted(deadline: float) -> float:
    """The moment at which the words were painted."""
    until = time.perf_counter() + deadline
    while TimedDriver.painted is None:
        if time.perf_counter() > until:
            raise TimeoutError(f"'{TimedDriver.words}' was not painted")
        await asyncio.sleep(0)
    return TimedDriver.painted


def report(name: str, seconds: list[float], floor: float | None = None) -> None:
    """Print a row of the table."""
    milliseconds = sorted(1000 * value for value in seconds)
    p99 = milliseconds[min(len(milliseconds) - 1, round(0.99 * len(milliseconds)))]
    median = statistics.median(milliseconds)
    ratio = f"{median / (1000 * floor):8.0f}x" if floor else "       1x"
    print(f"| {name:<32} | {len(milliseconds):>4} | {median:>9.2f} | {p99:>9.2f} | {ratio} |")


async def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=100)
    rounds = announce(parser).rounds
    texts = {size: markdown_of(size) for size in SIZES_KB}
    ours = await time_kiosk(catalogue_with(texts), rounds)
    print(f"| {'first paint':<32} | {'n':>4} | p50 ms    | p99 ms    | to ours  |")
    print(f"| {'-' * 32} | ---: | --------: | --------: | -------: |")
    for name, seconds in ours.items():
        report(f"kiosk: {name}", seconds)
    for size, text in texts.items():
        widget = [await time_widget(text) for _ in range(WIDGET_ROUNDS[size])]
        median = statistics.median(ours[f"topic, {size} KB"])
        report(f"Markdown widget: topic, {size} KB", widget, floor=median)


if __name__ == "__main__":
    asyncio.run(main())
