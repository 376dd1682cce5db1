"""The helplines that the library's settings name, as the others are."""

from collections.abc import Callable

from kiosk.content.hours import DAYS, Hours, Opening
from kiosk.content.model import LOCAL, Audience, Helpline
from kiosk.settings import LocalHelpline, Settings

_EVERYBODY: tuple[Audience, ...] = (
    "young people",
    "parents and carers",
    "people who work with young people",
)


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
        audiences=_EVERYBODY,
        hours=_hours(line),
        note=line.note,
        checked=line.checked,
        mark="C",  # the library has made sure itself
        sources=(),
    )


def _hours(line: LocalHelpline) -> Hours:
    if line.hours is None:
        return None
    if not line.hours:
        return "always"
    openings = [
        Opening(days=(day,), opens=f"{hours[0]:%H:%M}", closes=f"{hours[1]:%H:%M}")
        for day, hours in zip(DAYS, line.hours, strict=True)
        if hours is not None
    ]
    return tuple(openings) or None
