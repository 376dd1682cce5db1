"""A second language: what is translated, what stays English, and what no translation can change."""

import re
import shutil
from pathlib import Path

import pytest

from kiosk.content.blocks import Place, text_of
from kiosk.content.faults import ContentError, FaultList
from kiosk.content.interface_file import known_words, read_words
from kiosk.content.load import load_content
from kiosk.content.model import Content, Helpline
from kiosk.content.pathway import Pathway, Plan, Question
from kiosk.content.translation import load_language, load_translation
from kiosk.pages.catalogue import Catalogue, places
from kiosk.pages.loading import load_catalogue
from kiosk.pages.page import Page
from kiosk.paths import content_folder
from kiosk.settings import Settings
from tests.unit.conftest import line_with, replace_in

BILINGUAL = Settings(languages=("en", "cy"), drafts=True)
MARK = "Mae'r dudalen hon yn Saesneg am y tro."
THREAT = "help-threatened"
LATER = "title: Pwy\nsummary: Pwy.\nkeywords: []\nreviewed: 2026-11-22\n"


def welsh_of(folder: Path) -> Content:
    """The Welsh words of a content folder."""
    return load_translation(folder, load_language(folder, "cy"), load_content(folder))


def faults_of(folder: Path) -> list[str]:
    """Every fault of a folder's Welsh, as staff would see it."""
    with pytest.raises(ContentError) as raised:
        welsh_of(folder)
    return [str(fault) for fault in raised.value.faults]


def text(page: Page) -> str:
    """A set page's words."""
    return "\n".join("".join(piece.text for piece in line) for line in page.lines)


@pytest.fixture(scope="session")
def welsh() -> Content:
    """The shipped Welsh."""
    return welsh_of(content_folder())


@pytest.fixture(scope="session")
def in_welsh() -> Catalogue:
    """Every page for somebody who has chosen Welsh."""
    return load_catalogue(Settings(), "cy")


def test_english_alone_is_what_a_kiosk_has_without_a_setting() -> None:
    """No language is offered, and no second one is loaded, until the settings name it."""
    assert load_catalogue(Settings()).edition.languages == {}


def test_a_draft_is_offered_only_where_drafts_are_allowed() -> None:
    """A language that nobody has reviewed stays away from visitors, and is called a draft."""
    assert load_catalogue(BILINGUAL._replace(drafts=False)).edition.languages == {}
    languages = load_catalogue(BILINGUAL).edition.languages
    assert languages == {"en": "English", "cy": "Cymraeg (drafft)"}


def test_a_visit_begins_with_the_first_language() -> None:
    """A library in Wales can have Welsh first."""
    catalogue = load_catalogue(BILINGUAL._replace(languages=("cy", "en")))
    view, _ = catalogue.open(Place("start"), 72)
    assert view.aside == "Gwybodaeth a chyngor"


def test_shipped_welsh_has_every_word_of_the_interface() -> None:
    """A new word of the interface needs its Welsh before it is shipped."""
    text = (content_folder() / "cy/interface.ftl").read_text(encoding="utf-8")
    assert read_words(text, "cy", FaultList("interface.ftl")).keys() == known_words().keys()


def test_shipped_welsh_is_a_draft_with_the_urgent_way(welsh: Content) -> None:
    """Nobody has reviewed it yet, and it says so; the way through threats is translated."""
    assert welsh.language.is_draft
    assert THREAT not in welsh.untranslated
    assert "the-law" in welsh.untranslated


def parts_of(pathway: Pathway) -> dict[str, str]:
    """What each question and plan says, by its name; helplines' numbers stand in it, too."""

    def said(part: Question | Plan) -> str:
        if isinstance(part, Plan):
            return "\n".join([part.title, *map(text_of, (*part.say, *part.steps))])
        labels = [answer.label for answer in part.answers]
        return "\n".join([part.ask, *map(text_of, part.say), *labels])

    return {
        "": "\n".join(map(text_of, pathway.also_show)),
        **{name: said(question) for name, question in pathway.questions.items()},
        **{name: said(plan) for name, plan in pathway.plans.items()},
    }


def test_a_translated_way_has_the_same_numbers_and_ages(content: Content, welsh: Content) -> None:
    """Each question and plan names the same ages and numbers, and as many steps, as in English."""
    ours, theirs = (parts_of(words.pathways[THREAT]) for words in (content, welsh))
    for name, said in ours.items():
        assert sorted(re.findall(r"\d+", theirs[name])) == sorted(re.findall(r"\d+", said)), name
        assert theirs[name].count("\n") == said.count("\n"), name


def test_easy_words_are_translated_where_they_are_there(content: Content, welsh: Content) -> None:
    """A topic in easy Welsh has steps of its own; one without keeps those in English."""
    name = "someone-is-threatening-me"
    assert len(welsh.topics[name].easy) == len(content.topics[name].easy)
    assert welsh.topics[name].easy != content.topics[name].easy
    assert welsh.topics["i-passed-one-on"].easy == content.topics["i-passed-one-on"].easy


def test_a_helpline_differs_in_words_alone(content: Content, welsh: Content) -> None:
    """Number, address, hours and sources are the English ones; the number to text is filled in."""
    words = set("name serves cost note quiet text languages".split())
    same = set(Helpline.__struct_fields__) - words
    for name, helpline in content.helplines.items():
        translated = welsh.helplines[name]
        assert all(getattr(translated, field) == getattr(helpline, field) for field in same), name
        assert translated.serves != helpline.serves, name
    assert welsh.helplines["shout"].text == "tecstia SHOUT i 85258"


def test_a_page_without_a_translation_is_english_and_says_so(in_welsh: Catalogue) -> None:
    """The mark is the first line, in Welsh; a translated page has none, nor has a search."""
    untranslated = in_welsh.edition.content.untranslated
    assert {"travels", "quiz", "the-law"} < untranslated
    for place in places(in_welsh.edition):
        _, page = in_welsh.open(place, 72)
        is_page = place.kind in ("topic", "question", "plan", "sequence")
        is_english = place.kind in untranslated or (is_page and place.name in untranslated)
        assert text(page).startswith(MARK) == is_english, place
    assert MARK not in text(in_welsh.open(Place("search", "the-law"), 72)[1])


def test_welsh_words_find_pages(in_welsh: Catalogue) -> None:
    """Who searches in Welsh finds the English page, with or without accents; crisis lines, too."""
    search = in_welsh.edition.index.search
    assert search("blacmel").hits[0].found.place.name.startswith(THREAT)
    assert search("lluniau noeth").hits
    assert "own life" in search("dod a fy mywyd i ben").meanings
    _, page = in_welsh.open(Place("search", "eisiau marw"), 72)
    assert "116 123" in text(page)


def test_the_weekdays_and_months_are_welsh(in_welsh: Catalogue) -> None:
    """Dates are said in the language of the page."""
    _, page = in_welsh.open(Place("people"), 72)
    assert "21 Tachwedd 2026" in text(page)


def test_an_unknown_language_is_a_fault(tmp_path: Path) -> None:
    """A language of the settings without a folder is named; so is a path instead of a code."""
    for code in ("xx", "../en", ""):
        with pytest.raises(ContentError, match=f"There is no language '{re.escape(code)}'"):
            load_language(tmp_path, code)


def test_a_language_must_be_known_by_its_code(words_copy: Path) -> None:
    """Without its plural rules, no word of a language could be counted."""
    (words_copy / "cy").rename(words_copy / "qqq")
    with pytest.raises(ContentError, match="No language has the code 'qqq'"):
        load_language(words_copy, "qqq")


def test_what_is_no_draft_was_reviewed_on_some_day(words_copy: Path) -> None:
    """Who calls a language finished says when it was read by somebody who speaks it."""
    path = words_copy / "cy/language.yaml"
    replace_in(path, "draft: true", "draft: false")
    with pytest.raises(ContentError, match="Write when it was reviewed"):
        load_language(words_copy, "cy")
    replace_in(path, "draft: false", "reviewed: 2026-12-31")
    assert not load_language(words_copy, "cy").is_draft


def test_a_missing_word_is_said_in_english(words_copy: Path) -> None:
    """A word without a translation is no fault."""
    replace_in(words_copy / "cy/interface.ftl", "start-who = Pwy wyt ti?\n", "")
    welsh = welsh_of(words_copy)
    assert welsh.words["start.who"] == "Who are you?"


def test_a_translated_topic_says_only_words(words_copy: Path) -> None:
    """For whom a topic is, its order, sources and ways on are the English ones."""
    path = words_copy / "cy/topics/who-to-tell.md"
    path.write_text(f"---\n{LATER}---\n\nSiarada â rhywun.\n", encoding="utf-8")
    welsh = welsh_of(words_copy)
    english = load_content(words_copy).topics["who-to-tell"]
    topic = welsh.topics["who-to-tell"]
    assert (topic.title, topic.sources, topic.next) == ("Pwy", english.sources, english.next)
    assert "who-to-tell" not in welsh.untranslated
    assert list(welsh.topics) == list(load_content(words_copy).topics)


def test_no_other_file_of_a_language_is_needed(words_copy: Path) -> None:
    """A translation may begin with its name alone: all else is English."""
    folder = words_copy / "cy"
    shutil.rmtree(folder)
    folder.mkdir()
    (folder / "language.yaml").write_text("name: Cymraeg\ndraft: true\n", encoding="utf-8")
    english = load_content(words_copy)
    welsh = welsh_of(words_copy)
    assert welsh.words == english.words
    pages = {*english.topics, *english.pathways, *english.sequences, "travels", "quiz"}
    assert welsh.untranslated == pages


@pytest.mark.parametrize(
    ("name", "old", "new", "line_words", "message"),
    [
        ("helplines.yaml", "dan 19", "dan 18", "childline", "The numbers in the words of 'chil"),
        (
            "helplines.yaml",
            "SHOUT i {number}",
            "SHOUT",
            "id: shout",
            "Write {number} in 'text' where",
        ),
        ("helplines.yaml", "id: iwf", "id: iwff", "iwff", "There is no helpline 'iwff' in Eng"),
        ("helplines.yaml", "id: meic", "id: iwf", "", "The id 'iwf' stands here twice"),
        ("helplines.yaml", "  cost: am", "  number: am", "number: am", "The key 'number' is not"),
        ("interface.ftl", "start-who", "start-hwo", "start-hwo", "'start-hwo' is not known"),
        ("interface.ftl", "{ $time }", "{ $amser }", "$amser", "'start-idle' cannot fill in"),
        ("start.yaml", "help-threatened", "help-me", "help-me", "There is no topic or pathway"),
        (f"pathways/{THREAT}.yaml", ": keep-safe", ": age", "danger:", "In English, the answers"),
        (
            f"pathways/{THREAT}.yaml",
            "  keep-safe:",
            "  safe:",
            "danger-now:\n",
            "In English, these",
        ),
        *(
            (name, "reviewed: 2026", "reviewed: 2036", "", "'review_by' must be later than")
            for name in (f"pathways/{THREAT}.yaml", "sequences/what-if.yaml")
        ),
        ("language.yaml", "draft: true", "draft: soon", "draft: soon", "'draft' is not right"),
    ],
)
def test_a_fault_in_a_translation_names_file_and_line(
    words_copy: Path, name: str, old: str, new: str, line_words: str, message: str
) -> None:
    """A translation that differs in a fact, or leads elsewhere, is a fault, told by its line."""
    path = words_copy / "cy" / name
    replace_in(path, old, new)
    told = faults_of(words_copy)
    matching = [fault for fault in told if f": {message}" in fault]
    assert matching, told
    assert matching[0].startswith(f"cy/{name}:")
    if line_words and "\n" not in line_words:
        assert matching[0].startswith(f"cy/{name}:{line_with(path, line_words)}:")


@pytest.mark.parametrize("name", ["topics/no-such.md", "pathways/no-such.yaml"])
def test_a_translation_of_nothing_is_a_fault(words_copy: Path, name: str) -> None:
    """A file that translates no English page would never be shown."""
    path = words_copy / "cy" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("title: Dim\n", encoding="utf-8")
    (told,) = faults_of(words_copy)
    assert told.startswith(f"cy/{name}: There is no ")


def test_what_no_terminal_can_show_is_offered_in_browsers_alone() -> None:
    """A visit at a terminal never meets letters that would be boxes there, whatever is set."""
    settings = Settings(languages=("ar", "en", "bn"), drafts=True)
    catalogue = load_catalogue(settings)
    codes = [each.content.language.code for each in catalogue.editions]
    assert (catalogue.edition.content.language.code, codes) == ("en", ["en", "ar", "bn"])
    assert catalogue.edition.languages == {}
    assert list(catalogue.editions[1].languages) == codes
    alone = load_catalogue(settings._replace(languages=("ar",)))
    assert alone.edition.content.language.code == "en"
    assert load_catalogue(Settings(), "ar").edition.content.language.code == "ar"
