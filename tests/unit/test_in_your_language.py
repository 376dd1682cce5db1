"""The page "In your language" in Arabic and Bengali: drafts, with the facts of the English page."""

import re

import pytest

from kiosk.content.language import Language
from kiosk.content.load import load_content
from kiosk.content.plural import text_direction
from kiosk.content.translation import load_language, load_translation
from kiosk.paths import content_folder

PAGE = "topics/in-your-language.md"
_LINK = re.compile(r"\]\(([^)]*)\)")


def language_of(code: str) -> Language:
    """What a language's file tells."""
    return load_language(content_folder(), code)


@pytest.mark.parametrize(("code", "direction"), [("ar", "rtl"), ("bn", "ltr")])
def test_they_are_drafts_for_browsers(code: str, direction: str) -> None:
    """Nobody has reviewed them, no terminal shows them, and their lines run as CLDR says."""
    language = language_of(code)
    assert (language.is_draft, language.needs_browser) == (True, True)
    assert text_direction(code) == direction


@pytest.mark.parametrize("code", ["ar", "bn"])
def test_they_say_nothing_that_the_english_page_does_not(code: str) -> None:
    """Each number, and each helpline that is linked, stands in English, too; 999 comes first."""
    english, translated = (
        (content_folder() / folder / PAGE).read_text(encoding="utf-8").partition("reviewed")[2]
        for folder in ("en", code)
    )
    for found in (re.compile(r"\d+"), _LINK):
        assert set(found.findall(translated)) <= set(found.findall(english))
    assert _LINK.findall(translated)[0] == "helpline:police-emergency"
    content = load_translation(content_folder(), language_of(code), load_content(content_folder()))
    assert "in-your-language" not in content.untranslated
