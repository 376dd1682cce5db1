"""What a parent reads in Polish and Romanian: the facts of the English, found by their words."""

import re

import pytest

from kiosk.content.blocks import Place, text_of
from kiosk.content.load import load_content
from kiosk.content.model import Content
from kiosk.content.translation import load_language, load_translation
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.loading import load_catalogue
from kiosk.paths import content_folder
from kiosk.settings import Settings
from tests.unit.test_translation import parts_of, text

WAY = "help-my-child"
TOPICS = ("if-your-child-tells-you", "what-not-to-do")
CODES = ("pl", "ro")
_LINK = re.compile(r"\]\(([^)]*)\)")


@pytest.fixture(scope="module")
def translated() -> dict[str, Content]:
    """The words in each of these languages, by its code."""
    folder = content_folder()
    english = load_content(folder)
    return {code: load_translation(folder, load_language(folder, code), english) for code in CODES}


@pytest.fixture(scope="module")
def catalogues() -> dict[str, Catalogue]:
    """Every page for a visitor who has chosen one of these languages."""
    return {code: load_catalogue(Settings(), code) for code in CODES}


def numbers(words: str) -> list[str]:
    """The numbers in some words, from the smallest."""
    return sorted(re.findall(r"\d+", words))


@pytest.mark.parametrize("code", CODES)
def test_the_parents_pages_are_translated(translated: dict[str, Content], code: str) -> None:
    """A parent reads the plan, what to say and what not to do in one language, as a draft."""
    assert translated[code].untranslated.isdisjoint({WAY, *TOPICS})
    assert "the-law" in translated[code].untranslated
    assert translated[code].language.is_draft


@pytest.mark.parametrize("code", CODES)
def test_each_plan_has_the_numbers_and_steps_of_the_english_one(
    content: Content, translated: dict[str, Content], code: str
) -> None:
    """No age, number or step is lost or added, in any question or plan."""
    theirs = parts_of(translated[code].pathways[WAY])
    for name, said in parts_of(content.pathways[WAY]).items():
        assert numbers(theirs[name]) == numbers(said), name
        assert theirs[name].count("\n") == said.count("\n"), name


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("topic", TOPICS)
def test_each_topic_has_the_blocks_and_numbers_of_the_english_one(
    content: Content, translated: dict[str, Content], code: str, topic: str
) -> None:
    """Heading by heading and list by list, a translation says as much, with the same numbers."""
    ours, theirs = (words.topics[topic].blocks for words in (content, translated[code]))
    assert [type(block) for block in theirs] == [type(block) for block in ours]
    for our, their in zip(ours, theirs, strict=True):
        assert numbers(text_of(their)) == numbers(text_of(our)), text_of(our)


@pytest.mark.parametrize("code", CODES)
def test_the_page_of_people_has_no_english_sentence(
    content: Content, translated: dict[str, Content], code: str
) -> None:
    """Each helpline says in the language whom it is for, and so do the words around it."""
    for name, english in content.helplines.items():
        theirs = translated[code].helplines[name]
        for field in ("serves", "cost", "note"):
            assert not getattr(english, field) or getattr(theirs, field) != getattr(english, field)
    shown = ("people.", "hours.", "day.", "card.")
    around = [key for key in content.words if key.startswith(shown)]
    same = [key for key in around if translated[code].words[key] == content.words[key]]
    assert same == []


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", [f"pathways/{WAY}.yaml", *(f"topics/{it}.md" for it in TOPICS)])
def test_each_page_links_to_the_same_places(code: str, name: str) -> None:
    """The same helplines and pages are named as in English, as often."""
    linked = [
        sorted(_LINK.findall((content_folder() / folder / name).read_text(encoding="utf-8")))
        for folder in ("en", code)
    ]
    assert linked[0] == linked[1]


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("pl", "moje dziecko wysłało nagie zdjęcie"),
        ("pl", "moja corka wyslala nagie zdjecie"),
        ("pl", "mój syn jest szantażowany"),
        ("pl", "ktos grozi mojemu dziecku"),
        ("pl", "syn zaplacil szantazyscie"),
        ("ro", "copilul meu mi-a spus"),
        ("ro", "fiica mea a trimis poze nud"),
        ("ro", "fiul meu este șantajat"),
        ("ro", "cineva imi ameninta copilul"),
        ("ro", "baiatul meu a platit"),
    ],
)
def test_a_parent_finds_the_plan(catalogues: dict[str, Catalogue], code: str, typed: str) -> None:
    """In their own words, with the letters of the language or those of a British keyboard."""
    answer = catalogues[code].edition.index.search(typed)
    assert answer.hits[0].found.name == WAY
    assert "parent" in answer.meanings


@pytest.mark.parametrize(
    ("code", "typed", "found"),
    [
        ("pl", "krzyczałam na dziecko", "what-not-to-do"),
        ("pl", "nakrzyczalem na corke", "what-not-to-do"),
        ("ro", "am tipat la fata mea", "what-not-to-do"),
        ("ro", "să iau telefonul copilului", "what-not-to-do"),
        ("pl", "ktos mnie szantazuje", "help-threatened"),
        ("pl", "szantaż", "help-threatened"),
        ("ro", "cineva mă amenință", "help-threatened"),
        ("ro", "santaj", "help-threatened"),
    ],
)
def test_what_is_not_for_the_parents_plan_leads_elsewhere(
    catalogues: dict[str, Catalogue], code: str, typed: str, found: str
) -> None:
    """What was done in anger leads to how to go on; a young person finds the way for them.

    Only the parents' pages are translated, and the others are found all the same.
    """
    hits = catalogues[code].edition.index.search(typed).hits
    assert hits[0].found.name == found


@pytest.mark.parametrize(
    ("code", "typed", "kind"),
    [
        ("pl", "pomocy", "call for help"),
        ("pl", "mąż mnie bije", "danger from somebody"),
        ("pl", "zgwalcil mnie", "assault"),
        ("ro", "ajutor", "call for help"),
        ("ro", "sunt in pericol", "danger from somebody"),
        ("ro", "am fost violată", "assault"),
        ("ro", "vreau sa mor", "own life"),
    ],
)
def test_danger_is_recognised_and_answered_in_the_language(
    catalogues: dict[str, Catalogue], content: Content, code: str, typed: str, kind: str
) -> None:
    """What to do stands above all that is found, in the words of the language."""
    danger = catalogues[code].edition.index.search(typed).danger
    assert danger is not None
    assert danger.means == kind
    english = next(each for each in content.dangers.kinds if each.means == kind)
    ours, theirs = ("\n".join(map(text_of, each.show)) for each in (english, danger))
    assert theirs != ours
    assert re.findall(r"\d{3,}", theirs) == re.findall(r"\d{3,}", ours) != []


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("pl", "moja córka chce umrzeć"),
        ("pl", "syn mysli o samobojstwie"),
        ("ro", "fiul meu vrea să moară"),
        ("ro", "fata mea vorbeste de sinucidere"),
    ],
)
def test_fear_for_a_childs_life_shows_the_crisis_lines(
    catalogues: dict[str, Catalogue], code: str, typed: str
) -> None:
    """Who types it in Polish or Romanian sees Samaritans' number above what is found."""
    assert catalogues[code].edition.index.search(typed).hits
    _, page = catalogues[code].open(Place("search", typed), 72)
    assert "116 123" in text(page)
