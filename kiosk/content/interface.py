"""The interface's own words: which there are, and what may be filled in."""

from collections.abc import Iterator
from string import Formatter

from kiosk.content.hours import DAYS

WORDS: dict[str, frozenset[str]] = {
    key: frozenset(gaps.split())
    for key, gaps in {
        **{f"key.{name}": "" for name in "leave choose move scroll ends number next back".split()},
        **{f"key.{name}": "" for name in "back.short search people take keys".split()},
        **{f"command.{name}": "" for name in "leave back search people take keys".split()},
        **{
            f"command.{name}.help": ""
            for name in (
                "leave choose move scroll ends number next back search people take keys".split()
            )
        },
        **{f"start.{name}": "" for name in "title urgent who people search private".split()},
        "start.idle": "time",
        **{f"topics.{name}": "" for name in "pathways read".split()},
        "question.place": "number of",
        "question.read": "",
        "plan.title": "title",
        **{f"pathway.{name}": "" for name in "questions plans".split()},
        **{f"pathway.{name}": "number title" for name in "question plan".split()},
        **{f"pathway.to.{name}": "answer number" for name in "question plan".split()},
        "start.open": "count",
        "start.open.one": "",
        "topic.next": "",
        "topic.reviewed": "date",
        "topic.publishers": "publishers",
        "place.more": "percent",
        "place.end": "percent",
        "people.title": "",
        "people.lead": "",
        **{f"people.{name}": "" for name in "danger everyone others".split()},
        "people.text": "text",
        **{f"people.{name}": "address" for name in "chat email bsl web".split()},
        "people.relay": "number",
        "people.languages": "languages",
        "people.checked": "date",
        **{f"hours.{name}": "" for name in "always open midnight".split()},
        "hours.until": "time",
        "hours.opens": "time",
        "hours.opens.day": "day time",
        "hours.days": "days opens closes",
        "hours.span": "first last",
        **{f"hours.holidays.{name}": "" for name in "open closed".split()},
        **{f"day.{name}": "" for name in DAYS},
        **{f"take.{name}": "" for name in "title code copy camera private numbers".split()},
        **{f"card.{name}": "" for name in "title hint".split()},
        **{f"search.{name}": "" for name in "title prompt lead nothing none found.one".split()},
        "search.found": "count",
        "keys.title": "",
        "keys.lead": "",
        **{f"trouble.{name}": "" for name in "title what do help".split()},
        "time.minutes": "minutes",
        "time.seconds": "seconds",
        **{f"web.{name}": "" for name in "begin full lost".split()},
        "idle.question": "",
        "idle.hint": "",
    }.items()
}
"""Every key of `interface.yaml`, and the names in braces that its text may hold."""


def faults_in(key: str, text: str) -> Iterator[str]:
    """What is wrong with one word.

    Args:
        key: Its key.
        text: What stands in the file.
    """
    gaps = WORDS.get(key)
    if gaps is None:
        yield f"The key '{key}' is not known; no page shows it."
        return
    if not text:
        yield f"'{key}' is empty; write what the page shall say."
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        yield f"'{key}' has a brace without its partner; write braces only around names."
        return
    known = ", ".join(f"{{{gap}}}" for gap in sorted(gaps)) or "none"
    for _, name, form, conversion in parts:
        if name is not None and (name not in gaps or form or conversion):
            yield f"'{key}' cannot fill in {{{name}}} as it stands; it knows: {known}."
