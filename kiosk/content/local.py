"""The helplines that the library's settings name, as the others are."""

from collections.abc import Callable
from typing import Any

from kiosk.content.header import EVERYBODY
from kiosk.content.hours import Hours, Opening
from kiosk.content.model import LOCAL, Helpline
from kiosk.dates import DAYS
from kiosk.settings import LocalHelpline, Settings
from kiosk.settings.hours import Hours as Day
from kiosk.settings.hours import clock


def local_helplines(settings: Settings, word: Callable[[str], str]) -> dict[str, Helpline]:
    """Everybody near the library, by id: the police, the children's services, and others.

    Args:
        settings: The library's settings.
        word: Tells the interface's own words.
    """
    named = {
        "police": (settings.local_police, word("people.near.police")),
        "childrens-services": (settings.childrens_services, word("people.near.services")),
        **{str(number): (line, "") for number, line in enumerate(settings.helplines, start=1)},
    }
    return {
        LOCAL + name: _helpline(LOCAL + name, line, serves)
        for name, (line, serves) in named.items()
        if line is not None
    }


def _helpline(identifier: str, line: LocalHelpline, serves: str) -> Helpline:
    return Helpline(
        id=identifier,
        name=line.name,
        number=line.number,
        text=line.text,
        address=line.address,
        serves=line.serves or serves,
        audiences=EVERYBODY,
        hours=_hours(line),
        note=line.note,
        checked=line.checked,
        mark="C",  # the library has made sure itself
        sources=(),
    )


def _hours(line: LocalHelpline) -> Hours:
    if line.hours is None or line.hours == "always":
        return line.hours
    holidays: Any = line.hours.bank_holidays or None  # "open" or "closed", as it was read
    weekly = (
        Opening(days=(day,), opens=clock(opens), closes=clock(closes), bank_holidays=holidays)
        for day, hours in zip(DAYS, line.hours.week, strict=True)
        for opens, closes in hours
    )
    dated = (
        opening
        for some in line.hours.dates
        for opening in _on_dates(f"{some.days.first} - {some.days.last}", some.hours)
    )
    return (*weekly, *dated) or None


def _on_dates(dates: str, hours: Day) -> list[Opening]:
    if not hours:
        return [Opening(dates=(dates,), closed=True)]
    return [
        Opening(dates=(dates,), opens=clock(opens), closes=clock(closes)) for opens, closes in hours
    ]
