"""The one page: an ordinary page of the library's, and the kiosk's screen above it while used."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from html import escape
from pathlib import Path
from string import Template

from kiosk.neutral import DEAF_SECONDS, OUT_OF_ORDER, notices_of, unusual, week
from kiosk.settings import Settings
from kiosk.web.options import ServeOptions

_TEMPLATE = Path(__file__).with_name("page.html")


def neutral_page(
    settings: Settings, options: ServeOptions, texts: Mapping[str, str], now: datetime
) -> str:
    """The page as HTML.

    Args:
        settings: The library's settings.
        options: Where leaving leads.
        texts: The words of the warm parent; none while there is none.
        now: The time, which tells what news there is.
    """
    hours = settings.opening_hours
    week_lines = [*week(hours), *unusual(hours, now)] if hours else []
    words = {"begin": OUT_OF_ORDER, **texts}
    names = "begin full lost leave back search question hint".split()
    return _template().substitute(
        {name: escape(words.get(name, "")) for name in names},
        name=escape(settings.name),
        hours=escape("\n".join(week_lines)),
        notices="\n".join(f"<p>{escape(notice)}</p>" for notice in notices_of(settings, now)),
        panic_keys=escape(" ".join(settings.panic_keys)),
        neutral_address=escape(options.neutral_address),
        idle_seconds=settings.idle_seconds,
        warning_seconds=settings.warning_seconds,
        deaf_seconds=DEAF_SECONDS,
    )


@cache
def _template() -> Template:
    return Template(_TEMPLATE.read_text(encoding="utf-8"))
