"""When helplines are open, by the browser's reckoning: the same as kiosk/content/opening.py."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest
from playwright.sync_api import Browser

from kiosk.bank_holidays import DAYS_BY_YEAR
from kiosk.content.hours import Hours, Opening
from kiosk.dates import DAYS
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.loading import load_catalogue
from kiosk.pages.open_now import open_count_words, state_words
from kiosk.settings import Settings
from kiosk.web.texts import texts_of
from tests.web.plain_server import PlainServer

SPRING, AUTUMN = datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)
"""The moments at which the clocks of London change in 2026."""
CHRISTMAS = datetime(2026, 12, 23, tzinfo=UTC)
UNKNOWN_YEAR = datetime(2037, 4, 1, tzinfo=UTC)
MINUTES, HOUR = timedelta(minutes=10), timedelta(hours=1)
ODD: dict[str, Hours] = {
    "in the hour that is skipped": (Opening(days=DAYS, opens="1:15", closes="1:45"),),
    "over both changes": (Opening(days=DAYS, opens="0:30", closes="2:30"),),
    "through the night": (Opening(days=DAYS, opens="22:00", closes="1:30", bank_holidays="open"),),
    "to midnight": (Opening(days=DAYS[:5], opens="9:00", closes="24:00", bank_holidays="closed"),),
    "in one run": (
        Opening(days=DAYS, opens="0:00", closes="12:00", bank_holidays="open"),
        Opening(days=DAYS, opens="12:00", closes="24:00", bank_holidays="open"),
    ),
    "a day and two": (Opening(days=DAYS[5:], opens="0:00", closes="24:00", bank_holidays="open"),),
    "once a week": (
        Opening(days=("friday",), opens="9:00", closes="10:00", bank_holidays="closed"),
    ),
    "on dates": (
        Opening(days=DAYS, opens="9:00", closes="17:00", bank_holidays="open"),
        Opening(dates=("2026-12-24 - 2026-12-26",), closed=True),
        Opening(dates=("2026-12-27",), opens="10:00", closes="11:00"),
    ),
}
"""Hours that meet each rule, and both changes of the clocks."""
_WORDS = """async ([words, moments]) => {
    const { openingWords, openCount } = (await import("./main.js")).opening_js;
    const { helplines } = words;
    return moments.map((now) => [openCount(now, words),
        ...Object.values(helplines).map((hours) => openingWords(hours, now, words))]);
}"""


def moments() -> list[datetime]:
    """Every ten minutes around each change; the hours of Christmas, and of a year nobody knows."""
    around = [change + n * MINUTES for change in (SPRING, AUTUMN) for n in range(-40, 40)]
    feasts = [CHRISTMAS + n * HOUR for n in range(6 * 24)]
    return [*around, *feasts, *(UNKNOWN_YEAR + n * HOUR for n in range(30))]


@pytest.fixture(scope="module")
def edition() -> Edition:
    """The shipped words, whose helplines have these hours besides."""
    catalogue: Catalogue = load_catalogue(Settings())
    content = catalogue.edition.content
    line = next(iter(content.helplines.values()))
    odd = {name: msgspec.structs.replace(line, id=name, hours=hours) for name, hours in ODD.items()}
    helplines = {**content.helplines, **odd}
    content = msgspec.structs.replace(content, helplines=helplines)
    return replace(catalogue.edition, content=content)


@pytest.mark.parametrize("zone", ["Europe/London", "Asia/Kolkata"])
def test_the_browser_says_the_same_as_the_kiosk(
    browser: Browser, exported: PlainServer, edition: Edition, zone: str
) -> None:
    """At every moment, for all hours there are, wherever the visitor's own clock is set to."""
    words: Any = {**texts_of(edition), "feasts": DAYS_BY_YEAR}
    sent = msgspec.json.decode(msgspec.json.encode(words))
    page = browser.new_page(timezone_id=zone)
    page.goto(exported.address)
    stamps = [int(moment.timestamp() * 1000) for moment in moments()]
    found = page.evaluate(_WORDS, [sent, stamps])
    page.close()
    lines = [line for line in edition.content.helplines.values() if line.hours]
    for moment, (count, *states) in zip(moments(), found, strict=True):
        here = Here(now=moment)
        assert states == [state_words(edition, here, line) for line in lines], moment
        assert count == open_count_words(edition, here), moment
