"""What the page in a browser says by itself: words with gaps that it fills in, hours, dangers."""

from collections.abc import Iterable
from typing import Any

from kiosk.content.blocks import Block
from kiosk.content.plural import text_direction
from kiosk.content.tuning import MOST_FOUND
from kiosk.dates import DAYS
from kiosk.pages.commands import BACK, TYPED
from kiosk.pages.date_words import MONTHS
from kiosk.pages.edition import Edition
from kiosk.pages.search_page import without_hits
from kiosk.web.html import as_html
from kiosk.web.language_marks import told

_GAPS = {
    "hours.until": ("time",),
    "hours.opens": ("time",),
    "hours.opens.day": ("day", "time"),
    "hours.opens.date": ("day", "date", "time"),
    "time.day": ("day", "month"),
    "plan.title": ("title",),
    "search.reading": ("title",),
}
_WHOLE = (
    *("hours.open", "hours.midnight", "comfort.now", "contents.title", "search.guide"),
    *("idle.question", "idle.hint", "form.nothing", "aloud.now", "start.people"),
    *("take.title", "comfort.title"),
    *(f"breath.{part}" for part in "in out stop over again".split()),
    *(f"command.{name}" for name in "leave back search people show aloud keys".split()),
)
_KEY_NAMES = {"slash": "/", "question_mark": "?", "left": "ArrowLeft", "backspace": "Backspace"}
"""What browsers call keys for which Textual has another name."""


def texts_of(edition: Edition) -> dict[str, Any]:
    """What there is of each by its name."""
    content = edition.content
    code, dangers = content.language.code, content.dangers
    numbers = range(1, len(content.helplines) + 1)
    return {
        "language": code,
        "direction": text_direction(code),
        "words": {
            **{key: edition.word(key) for key in _WHOLE},
            **{
                key: edition.word(key, **{gap: f"{{{gap}}}" for gap in gaps})
                for key, gaps in _GAPS.items()
            },
        },
        "days": [edition.word(f"day.{day}") for day in DAYS],
        "months": [edition.word(f"month.{month}") for month in MONTHS],
        "open": ["", *(edition.word("start.open", count=number) for number in numbers)],
        "found": [edition.word("search.found", count=number) for number in range(MOST_FOUND + 1)],
        "keys": {
            _KEY_NAMES.get(key, key): command.name
            for command in (BACK, *TYPED)
            for key in command.keys
        },
        "helplines": {line.id: line.hours for line in content.helplines.values() if line.hours},
        "always": _html(code, dangers.always),
        "dangers": [_html(code, danger.show) for danger in dangers.kinds],
        "without": {
            key: _html(code, without_hits(edition, f"search.{key}"))
            for key in ("lead", "nothing", "elsewhere")
        },
    }


def _html(language: str, blocks: Iterable[Block]) -> str:
    return told("".join(as_html(blocks)), language)
