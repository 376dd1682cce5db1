"""The files of the kiosk in a browser: one page, its scripts and styles, and the words as data.

They are the same for everybody, so that whoever sees what is asked for learns nothing. Each is
named in the page with its hash: a browser runs no other (Subresource Integrity, W3C).
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha384
from html import escape
from pathlib import Path
from string import Template

from kiosk.neutral import DEAF_SECONDS, TITLE, unusual_on, week_rows
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.visit import PATIENT_KINDS
from kiosk.paths import styles_folder
from kiosk.settings import THEMES, Settings
from kiosk.settings.hours import Hours, written
from kiosk.settings.table import PATIENT_SECONDS
from kiosk.web.bundle import bundles
from kiosk.web.joining import joined

PAGE = "index.html"
_FOLDER = Path(__file__).with_name("page")
_TEMPLATE = "page.html"
_LOOKS = "style.css"
_MAIN = "main.js"
_SEARCH = "search.js"
_COLOUR = re.compile(r"^\$([a-z-]+): (#[0-9a-f]{6});", re.MULTILINE)
_FOR_READERS = re.compile(r"^ *(//[^\n]*\n)?| //[^\n]*$|^/\*.*?\*/\n", re.MULTILINE | re.DOTALL)
_DAYS_AHEAD = 370
"""For so many days are the hours of single days told; each is shown in the week before it."""
_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Where:
    """What the files must know of where they are put."""

    neutral_address: str = "./"
    """Where leaving leads: the page itself, or another of the library's."""
    server: str = ""
    """Where forms and counts are sent: empty for nowhere, `./` for where the files are."""


def site_files(catalogue: Catalogue, where: Where, today: date) -> dict[str, bytes]:
    """Every file by its name.

    Args:
        catalogue: Has the words and the settings.
        where: Where they are put.
        today: The day from which on the library's news and hours are told.
    """
    parts = (path for path in sorted(_FOLDER.iterdir()) if path.name != _TEMPLATE)
    texts = {path.name: _FOR_READERS.sub("", path.read_text(encoding="utf-8")) for path in parts}
    texts[_LOOKS] = _colours() + texts[_LOOKS]
    texts = joined(joined(texts, _MAIN), _SEARCH)
    files = {name: text.encode() for name, text in texts.items()}
    for code, (words, index) in bundles(catalogue, takes_forms=bool(where.server)).items():
        files[f"words-{code}.js"] = b"export default " + words
        files[f"search-{code}.js"] = b"export default " + index
    first = f"words-{catalogue.edition.content.language.code}.js"
    files[PAGE] = _page(catalogue, where, today, list(_links(files, first))).encode()
    return files


def _page(catalogue: Catalogue, where: Where, today: date, links: Iterable[str]) -> str:
    edition = catalogue.edition
    settings = edition.settings
    values = {
        "lang": edition.content.language.code,
        "languages": " ".join(each.content.language.code for each in catalogue.editions),
        "theme": settings.theme if settings.theme in THEMES[1:] else "",
        "panic_keys": " ".join(settings.panic_keys),
        "neutral_address": where.neutral_address,
        "server": where.server,
        "aloud": "yes" if settings.reading_aloud else "",
        "name": settings.name,
        "title": TITLE,
        "begin": edition.word("web.begin"),
        "lost": edition.word("web.lost"),
        "without_script": edition.word("web.without.script"),
    }
    return Template((_FOLDER / _TEMPLATE).read_text(encoding="utf-8")).substitute(
        {name: escape(value) for name, value in values.items()},
        files="\n".join(links),
        hours=_table(settings, today),
        notices="\n".join(_notices(settings, today)),
        idle_seconds=settings.idle_seconds,
        patient_seconds=max(settings.idle_seconds, PATIENT_SECONDS),
        patient_kinds=" ".join(sorted(PATIENT_KINDS)),
        warning_seconds=settings.warning_seconds,
        deaf_seconds=DEAF_SECONDS,
    )


def _links(files: Mapping[str, bytes], first: str) -> Iterator[str]:
    """What the page names, each with its hash: what begins it comes first, the looks before all.

    No words are as urgent, so that a slow network has the neutral page painted soon.
    """
    main = ""
    for name in dict.fromkeys([_LOOKS, _MAIN, first, *files]):
        data = files[name]
        hashed = f'"{name}" integrity="sha384-{b64encode(sha384(data).digest()).decode()}"'
        if name.endswith(".css"):
            yield f'<link rel="stylesheet" href={hashed}>'
        elif name.endswith(".js"):
            late = "" if name == _MAIN else ' fetchpriority="low"'
            yield f'<link rel="modulepreload" href={hashed}{late}>'
        if name == _MAIN:
            main = f'<script type="module" src={hashed}></script>'
    yield main


def _table(settings: Settings, today: date) -> str:
    hours = settings.opening_hours
    if hours is None:
        return ""
    week = (_row("", *row) for row in week_rows(hours))
    days = (today + timedelta(days=ahead) for ahead in range(_DAYS_AHEAD))
    unusual = (
        _row(_shown(day - _WEEK, day), *row) for day in days if (row := unusual_on(hours, day))
    )
    return f"<table>{''.join([*week, *unusual])}</table>"


def _row(shown: str, days: str, hours: Hours) -> str:
    return f"<tr{shown}><th scope=row>{escape(days)}<td>{written(hours)}"


def _notices(settings: Settings, today: date) -> Iterator[str]:
    for notice in settings.notices:
        if notice.days.last >= today:
            yield f"<p{_shown(*notice.days)}>{escape(notice.text)}</p>"


def _shown(first: date, last: date) -> str:
    """From when to when something is shown, which the page looks at by the visitor's clock."""
    if (first, last) == (date.min, date.max):
        return ""
    return f' data-from="{first}" data-to="{last}" hidden'


def _colours() -> str:
    """The colours of each theme; a browser that asks for a dark one gets it before a visit, too."""
    themes = {name: _theme(name) for name in THEMES}
    rules = [f':root[data-theme="{name}"] {{ {colours} }}\n' for name, colours in themes.items()]
    light, dark = themes[THEMES[0]], themes[THEMES[1]]
    return (
        f":root {{ {light} color-scheme: light dark; }}\n"
        f"@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n{''.join(rules)}"
    )


def _theme(name: str) -> str:
    text = (styles_folder() / "themes" / f"{name}.tcss").read_text(encoding="utf-8")
    return " ".join(f"--{role}: {colour};" for role, colour in _COLOUR.findall(text))
