"""Groups of pages behind one entry of an audience's list: near, complete, and strictly read."""

from pathlib import Path

import pytest

from kiosk.content.blocks import Place
from kiosk.content.faults import ContentError
from kiosk.content.load import load_content
from kiosk.content.translation import load_language, load_translation
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.edition import make_edition
from kiosk.pages.topics_page import group_places
from kiosk.settings import Settings
from tests.unit.conftest import FEW_WORDS, faults_of, replace_in, write_few_words

MEASURE = 72
KEYS = 9
"""Numbers that are keys."""
NEAR = """
what-happens-if-i-tell report-it-in-the-app it-happens-to-boys being-outed family-and-honour
someone-controls-me raped-or-touched i-cant-stop-looking afterwards in-your-language
""".split()
START = FEW_WORDS["en/start.yaml"]
GROUP = "    groups:\n      - id: first\n        title: First\n        summary: What is first.\n"
LOCAL = (
    "---\ntitle: Our club\nfor: [young people]\nsummary: Ours.\nkeywords: [club]\n"
    'sources: ["1.1"]\nreviewed: 2026-11-22\nreview_by: 2027-05-22\nnext: []\n---\n\nWords.\n'
)


def choices(catalogue: Catalogue, place: Place) -> list[Place]:
    """Where the choices of a page lead, in order."""
    _, page = catalogue.open(place, MEASURE)
    return [
        spot.leads_to for spot in page.spots if spot.is_choice and isinstance(spot.leads_to, Place)
    ]


def test_every_page_of_an_audience_is_in_its_list_or_in_one_group(catalogue: Catalogue) -> None:
    """Nothing is lost by grouping, and nothing stands twice."""
    content = catalogue.edition.content
    for door in content.doors.audiences:
        shown = choices(catalogue, Place("topics", door.audience))
        for place in group_places(content.doors):
            if place in shown:
                shown += choices(catalogue, place)
        wanted = [pathway.beginning for pathway in content.pathways_for(door.audience)]
        wanted += [piece.beginning for piece in content.pieces_for(door.audience)]
        wanted += [Place("topic", topic.id) for topic in content.topics_for(door.audience)]
        found = [place for place in shown if place.kind not in ("people", "group")]
        assert sorted(map(str, found)) == sorted(map(str, wanted))


def test_each_page_in_lists_and_groups_has_a_number_key(catalogue: Catalogue) -> None:
    """Only "People to talk to", which has a key of its own, may come after the ninth."""
    content = catalogue.edition.content
    lists = [Place("topics", door.audience) for door in content.doors.audiences]
    for place in (*lists, *group_places(content.doors)):
        beyond = {reached.kind for reached in choices(catalogue, place)[KEYS:]}
        assert beyond <= {"people"}, place


@pytest.mark.parametrize("name", NEAR)
def test_a_page_is_two_keys_from_the_list_of_young_people(catalogue: Catalogue, name: str) -> None:
    """So three keys lead there from the start page."""
    first = choices(catalogue, Place("topics", "young people"))[:KEYS]
    second = [p for place in first if place.kind == "group" for p in choices(catalogue, place)]
    assert Place("topic", name) in [*first, *second]


def test_a_group_keeps_the_order_of_its_file(catalogue: Catalogue) -> None:
    """Its pages stand as they were named, whatever kinds they are."""
    content = catalogue.edition.content
    for place in group_places(content.doors):
        door = next(door for door in content.doors.audiences if door.audience == place.name)
        group = next(group for group in door.groups if group.id == place.part)
        view, _ = catalogue.open(place, MEASURE)
        assert view.title == group.title
        assert choices(catalogue, place) == [
            *map(content.place_of, group.pages),
            Place("people", place.name),
        ]


@pytest.mark.parametrize(
    ("pages", "message"),
    [
        ("", "start.yaml:12: The group 'first' has no 'pages'"),
        ("[]", "start.yaml:12: The group 'first' has no 'pages'"),
        ("[oen]", "start.yaml:15: There is no topic or pathway 'oen' to lead to."),
        ("[one, one]", "start.yaml:15: 'one' stands twice in the groups for young people."),
    ],
)
def test_a_fault_in_a_group_names_file_and_line(tmp_path: Path, pages: str, message: str) -> None:
    """A group without pages, with an unknown page, or with one twice, is told with its line."""
    line = f"        pages: {pages}\n" if pages else ""
    write_few_words(tmp_path, start=START + GROUP + line)
    assert any(message in fault for fault in faults_of(tmp_path)), faults_of(tmp_path)


def test_a_page_for_others_cannot_be_in_a_group(words_copy: Path) -> None:
    """The list for young people shows what is for them."""
    replace_in(words_copy / "en/start.yaml", "[the-law, what-counts, why", "[what-never-to-do, why")
    (told,) = faults_of(words_copy)
    assert "'what-never-to-do' is not for young people; take it out, or add them." in told


def test_a_groups_name_is_small_letters_and_hyphens(tmp_path: Path) -> None:
    """It is part of the name of a page."""
    group = GROUP.replace("id: first", "id: My/Group") + "        pages: [one]\n"
    write_few_words(tmp_path, start=START + group)
    assert any("write it like my-group" in fault for fault in faults_of(tmp_path))


def test_without_groups_the_list_has_everything(tmp_path: Path) -> None:
    """A library's own start page needs none."""
    write_few_words(tmp_path)
    content = load_content(tmp_path)
    shown = choices(Catalogue(make_edition(content, Settings())), Place("topics", "young people"))
    assert [place.kind for place in shown] == ["travels", "quiz", "topic", "people"]


def test_what_is_hidden_leaves_its_group_and_an_empty_group_goes(tmp_path: Path) -> None:
    """A library that hides a page has no entry for it, and no page without entries."""
    second = GROUP.replace("    groups:\n", "").replace("first", "second")
    write_few_words(
        tmp_path / "shipped",
        start=f"{START}{GROUP}        pages: [two, one]\n{second}        pages: [three]\n",
    )
    for name in ("two", "three"):
        (tmp_path / f"shipped/en/topics/{name}.md").write_text(LOCAL)
        (tmp_path / "local/en/topics").mkdir(parents=True, exist_ok=True)
        (tmp_path / f"local/en/topics/{name}.md").write_text("---\nhide: true\n---\n")
    (door,) = load_content([tmp_path / "shipped", tmp_path / "local"]).doors.audiences
    assert [(group.id, group.pages) for group in door.groups] == [("first", ("one",))]


def test_a_librarys_own_page_stands_in_the_list_itself(tmp_path: Path) -> None:
    """It needs no group, and is one key away."""
    write_few_words(tmp_path, start=f"{START}{GROUP}        pages: [one]\n")
    (tmp_path / "en/topics/our-club.md").write_text(LOCAL)
    catalogue = Catalogue(make_edition(load_content(tmp_path), Settings()))
    shown = choices(catalogue, Place("topics", "young people"))
    assert Place("topic", "our-club") in shown
    assert Place("topic", "one") not in shown


def test_a_translated_group_has_the_pages_of_the_english_one(words_copy: Path) -> None:
    """A translation says words alone, and a group without a translation keeps its English ones."""
    path = words_copy / "cy/start.yaml"
    text = path.read_text(encoding="utf-8")
    begins, ends = text.index("      - id: facts"), text.index("  - audience: parents")
    path.write_text(text[:begins] + text[ends:], encoding="utf-8")
    english = load_content(words_copy)
    welsh = load_translation(words_copy, load_language(words_copy, "cy"), english)
    ours, theirs = english.doors.audiences[0].groups, welsh.doors.audiences[0].groups
    assert [group.pages for group in theirs] == [group.pages for group in ours]
    assert theirs[0].title != ours[0].title
    assert theirs[-1] == ours[-1]


def test_every_language_has_the_doors_of_the_english_one(words_copy: Path) -> None:
    """In their order; one that a library adds, or leads elsewhere, is there in English words."""
    path = words_copy / "en/start.yaml"
    new = "urgent:\n  - label: Ask our nurse\n    to: who-to-tell\n"
    path.write_text(path.read_text(encoding="utf-8").replace("urgent:\n", new), encoding="utf-8")
    english = load_content(words_copy)
    for code in ("cy", "pl", "ro", "ar", "bn"):
        theirs = load_translation(words_copy, load_language(words_copy, code), english)
        assert [door.to for door in theirs.doors.urgent] == [
            door.to for door in english.doors.urgent
        ]
        assert theirs.doors.urgent[0].label == "Ask our nurse"
        assert theirs.doors.urgent[1].label != english.doors.urgent[1].label


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("id: threats", "id: threat", "There is no group 'threat' for young people in English."),
        ("id: threats", "id: threats\n        pages: [the-law]", "Leave 'pages' out"),
    ],
)
def test_a_translation_cannot_change_a_group(
    words_copy: Path, old: str, new: str, message: str
) -> None:
    """It has the same groups with the same pages as the English."""
    replace_in(words_copy / "cy/start.yaml", old, new)
    english = load_content(words_copy)
    with pytest.raises(ContentError, match=message):
        load_translation(words_copy, load_language(words_copy, "cy"), english)
