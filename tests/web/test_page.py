"""The one page: each thing where it belongs, and nothing in it that a browser could obey."""

import re
from datetime import datetime
from html.parser import HTMLParser

import pytest

from kiosk.neutral import OUT_OF_ORDER
from kiosk.paths import styles_folder
from kiosk.settings import WEEKDAYS, Notice, Settings
from kiosk.settings.hours import read_opening_hours
from kiosk.web.options import ServeOptions
from kiosk.web.page import neutral_page
from kiosk.web.server import STATIC

NASTY = "<b>&\"'</p><script>"
NOW = datetime(2026, 11, 25, 12)
TEXTS = {name: f"{name} {NASTY}" for name in "full lost leave back search question hint".split()}
SETTINGS = Settings(
    name=f"name {NASTY}",
    notices=(Notice(f"one {NASTY}"), Notice("two")),
    panic_keys=("f12", NASTY),
    idle_seconds=77,
    warning_seconds=33,
    opening_hours=read_opening_hours(dict.fromkeys(WEEKDAYS[:5], "9:00 - 17:00")),
)


class Parts(HTMLParser):
    """Everything on the page as a browser reads it.

    Attributes:
        tags: How often each kind of element is there.
        text: The texts, by the id of the element that they stand in, or its tag.
        values: Attributes, by the element's id or tag.
    """

    def __init__(self, page: str) -> None:
        """Read a page."""
        super().__init__()
        self.tags: dict[str, int] = {}
        self.text: dict[str, list[str]] = {}
        self.values: dict[str, dict[str, str | None]] = {}
        self._inside: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self.tags[tag] = self.tags.get(tag, 0) + 1
        name = dict(attrs).get("id") or tag
        self.values[name] = dict(attrs)
        if tag not in ("meta", "link", "input"):
            self._inside.append(name)

    def handle_endtag(self, _tag: str) -> None:
        """An element ends."""
        self._inside.pop()

    def handle_data(self, data: str) -> None:
        """A text."""
        if data.strip():
            self.text.setdefault(self._inside[-1], []).append(data.strip())


def parts(settings: Settings = SETTINGS, neutral: str = "/", **texts: str) -> Parts:
    """The page's parts."""
    options = ServeOptions(neutral_address=neutral)
    return Parts(neutral_page(settings, options, {**TEXTS, **texts}, NOW))


def test_no_text_of_the_library_is_more_than_text() -> None:
    """Whatever it holds, the page has the same elements as with plain words."""
    plain = Settings(notices=(Notice("one"), Notice("two")))
    assert parts().tags == Parts(neutral_page(plain, ServeOptions(), {}, NOW)).tags
    assert "b" not in parts().tags


def test_each_notice_is_a_paragraph_of_its_own() -> None:
    """As it was written, in its order; none where there is none."""
    page = parts()
    assert [text for text in page.text["p"] if text.startswith(("one", "two"))] == [
        SETTINGS.notices[0].text,
        "two",
    ]
    assert parts(Settings()).tags["p"] == page.tags["p"] - 2
    assert "neutral" not in page.text  # nothing stands between the paragraphs


def test_each_word_stands_where_it_belongs() -> None:
    """The library's name, its hours, and what the buttons say."""
    page = parts(begin="Begin & go")
    assert page.text["h1"] == [SETTINGS.name]
    assert page.text["pre"] == [
        "Monday to Friday        9:00 - 17:00\nSaturday and Sunday     closed"
    ]
    assert page.text["begin"] == ["Begin & go"]
    for name in ("leave", "back", "search"):
        assert page.text[name] == [TEXTS[name]]
    assert page.values["field"]["aria-label"] == TEXTS["search"]
    assert TEXTS["question"] in page.text["p"]
    assert TEXTS["hint"] in page.text["p"]


def test_what_the_script_needs_stands_on_the_body() -> None:
    """Whole, so that no quotation mark ends it early; the times in seconds."""
    values = parts(neutral=f"https://library.example/?a=1&b={NASTY}").values["body"]
    assert values["data-panic-keys"] == f"f12 {NASTY}"
    assert values["data-neutral-address"] == f"https://library.example/?a=1&b={NASTY}"
    assert values["data-idle-seconds"] == "77"
    assert values["data-warning-seconds"] == "33"
    assert values["data-full"] == TEXTS["full"]
    assert values["data-lost"] == TEXTS["lost"]


def test_before_there_are_words_the_page_says_so() -> None:
    """The button says that this is out of order; everything else is empty."""
    page = Parts(neutral_page(Settings(), ServeOptions(), {}, NOW))
    assert page.text["begin"] == [OUT_OF_ORDER]
    assert "leave" not in page.text
    assert page.values["body"]["data-full"] == ""


@pytest.mark.parametrize("text", ["$name", "${hours}", "$$"])
def test_a_dollar_is_a_dollar(text: str) -> None:
    """What staff write fills in nothing."""
    assert parts(Settings(name=text)).text["h1"] == [text]


def test_the_page_has_the_colours_of_the_light_theme() -> None:
    """A style sheet cannot read the theme's tokens, so its copies are held to them."""
    theme = (styles_folder() / "themes/light.tcss").read_text(encoding="utf-8")
    sheet = (STATIC / "style.css").read_text(encoding="utf-8")
    tokens = dict(re.findall(r"^\$([\w-]+): (\S+);", theme, re.MULTILINE))
    copies = dict(re.findall(r"^  --(paper|ink|accent|leave): (\S+);", sheet, re.MULTILINE))
    named = {"leave": "leave-ground"}
    assert copies == {name: tokens[named.get(name, name)] for name in copies}
    assert set(copies) == {"paper", "ink", "accent", "leave"}
