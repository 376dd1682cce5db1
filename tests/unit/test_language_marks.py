"""Words in a browser tell their language: what is not translated is English wherever it stands."""

import json
from collections.abc import Iterator

import pytest

from kiosk.content.word import texts_of
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.edition import Edition
from kiosk.pages.loading import load_catalogue
from kiosk.settings import Settings
from kiosk.web.bundle import bundles
from kiosk.web.language_marks import marked, told, unmarked

ENGLISH, OWN, END = "\ue000\ue001\ue002"
IN_ENGLISH = '<span lang="en" dir="ltr">'
IN_ARABIC = '<span lang="ar" dir="rtl">'


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """English, and Arabic of which most is not translated."""
    return load_catalogue(Settings(languages=("en", "ar"), drafts=True))


@pytest.fixture(scope="module")
def editions(catalogue: Catalogue) -> tuple[Edition, Edition]:
    """The English and the Arabic one."""
    english, arabic = catalogue.editions
    return english, arabic


@pytest.mark.parametrize(
    ("words", "on_own_page", "on_english_page"),
    [
        ("a", "a", "a"),
        (f"{OWN}a{END}", "a", f"{IN_ARABIC}a</span>"),
        (f"{ENGLISH}a{END}", f"{IN_ENGLISH}a</span>", "a"),
        (
            f"{ENGLISH}a {OWN}b{END} c{END}",
            f"{IN_ENGLISH}a {IN_ARABIC}b</span> c</span>",
            f"a {IN_ARABIC}b</span> c",
        ),
        (
            f"{OWN}a <b>{ENGLISH}b{END}</b>{END} {OWN}c{END}",
            f"a <b>{IN_ENGLISH}b</span></b> c",
            f"{IN_ARABIC}a <b>{IN_ENGLISH}b</span></b></span> {IN_ARABIC}c</span>",
        ),
    ],
)
def test_only_what_differs_from_around_it_tells_its_language(
    words: str, on_own_page: str, on_english_page: str
) -> None:
    """Whether that is the page or other words."""
    assert told(words, "ar") == on_own_page
    assert told(words, "ar", on_english_page=True) == on_english_page


def test_each_word_is_marked_with_the_language_that_it_has(
    editions: tuple[Edition, Edition],
) -> None:
    """As it was before, but for the marks."""
    english, arabic = editions
    shown = marked(arabic, english)
    seen = set()
    for key, word in arabic.content.words.items():
        texts = texts_of(shown.content.words[key])
        assert tuple(map(unmarked, texts)) == texts_of(word)
        if key.startswith("key.") or not any(map(str.isalpha, "".join(texts))):
            continue
        mark = ENGLISH if word == english.content.words[key] else OWN
        assert {text[0] for text in texts} == {mark}
        seen.add(mark)
    assert seen == {ENGLISH, OWN}


def test_english_has_no_marks(editions: tuple[Edition, Edition]) -> None:
    """There everything is in one language."""
    english, _ = editions
    assert marked(english, english) is english


def test_marks_end_where_they_begin(catalogue: Catalogue) -> None:
    """In HTML none is left; in words that the page sets, each has its end."""
    for code, files in bundles(catalogue, takes_forms=True).items():
        words, index = map(json.loads, files)
        html = [*words["blocks"], words["always"], *words["dangers"], *words["without"].values()]
        assert html
        for piece in html:
            assert unmarked(piece) == piece
            assert piece.count("<span") == piece.count("</span>")
        texts = list(_texts(words))
        assert all(text.count(END) == text.count(OWN) + text.count(ENGLISH) for text in texts)
        assert any(END in text for text in texts) is (code == "ar")
        assert bool(index["english"]["titles"]) is (code == "ar")


def _texts(told: object) -> Iterator[str]:
    match told:
        case str():
            yield told
        case dict():
            for each in told.values():
                yield from _texts(each)
        case list():
            for each in told:
                yield from _texts(each)
