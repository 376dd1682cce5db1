"""A translation over layers of words: what it adds, what it leaves, and what is no fault."""

from pathlib import Path

import pytest

from kiosk.content.faults import ContentError
from kiosk.content.load import load_content
from kiosk.content.model import Content
from kiosk.content.translation import load_language, load_translation
from tests.unit.conftest import FEW_WORDS, write_few_words

WORDS = "title: Un\nsummary: Y cyntaf.\nkeywords: []\nreviewed: 2026-11-22\n"
TOPIC = f"---\n{WORDS}---\n\nGeiriau.\n"


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    """Few words with an empty Welsh, and a local folder over them."""
    write_few_words(tmp_path / "shipped")
    for name in ("shipped/cy", "local/cy/topics", "local/en/topics"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "shipped/cy/language.yaml").write_text("name: Cymraeg\ndraft: true\n")
    return [tmp_path / "shipped", tmp_path / "local"]


def write(folder: Path, name: str, text: str) -> None:
    """Write a file of the Welsh words."""
    path = folder / "cy" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def welsh(folders: list[Path]) -> Content:
    """The Welsh words."""
    return load_translation(folders, load_language(folders, "cy"), load_content(folders))


def told(folders: list[Path]) -> list[str]:
    """Every fault of them."""
    with pytest.raises(ContentError) as raised:
        welsh(folders)
    return [str(fault) for fault in raised.value.faults]


def test_what_is_not_translated_is_known(folders: list[Path]) -> None:
    """Topics, pathways and pieces by their ids; a word of the interface stands in English."""
    found = welsh(folders)
    assert found.untranslated == {"one", "travels", "quiz"}
    english = load_content(folders)
    assert found.words == english.words
    write(folders[0], "interface.ftl", "start-who = Pwy?\n")
    write(folders[1], "topics/one.md", TOPIC)
    found = welsh(folders)
    assert found.untranslated == {"travels", "quiz"}
    assert found.words == {**english.words, "start.who": "Pwy?"}
    assert found.topics["one"].title == "Un"


def test_the_uppermost_words_count(folders: list[Path]) -> None:
    """A library's own translation of a word stands over the shipped one."""
    write(folders[0], "interface.ftl", "start-who = Pwy?\nstart-title = Dechrau\n")
    write(folders[1], "interface.ftl", "start-who = Pwy wyt ti?\n")
    words = welsh(folders).words
    assert (words["start.who"], words["start.title"]) == ("Pwy wyt ti?", "Dechrau")


def test_welsh_meanings_are_added_to_the_english_ones(folders: list[Path]) -> None:
    """Who reads Welsh may type English."""
    write(folders[0], "meanings.yaml", "- means: cyntaf\n  words: [cyntaf]\n")
    assert [meaning.means for meaning in welsh(folders).meanings] == ["first", "cyntaf"]


def test_the_doors_are_english_until_they_are_translated(folders: list[Path]) -> None:
    """Then all of them are those of the translation."""
    assert welsh(folders).doors == load_content(folders).doors
    write(folders[0], "start.yaml", FEW_WORDS["en/start.yaml"].replace("Help now", "Help nawr"))
    assert welsh(folders).doors.urgent[0].label == "Help nawr"


def test_the_translation_of_a_hidden_page_is_no_fault(folders: list[Path]) -> None:
    """The library hides it in every language; what it has never heard of is one."""
    two = FEW_WORDS["en/topics/one.md"].replace("title: One", "title: Two")
    (folders[0] / "en/topics/two.md").write_text(two)
    write(folders[0], "topics/two.md", TOPIC)
    assert welsh(folders).topics["two"].title == "Un"
    (folders[1] / "en/topics/two.md").write_text("hide: true\n")
    assert set(welsh(folders).topics) == {"one"}
    write(folders[0], "topics/three.md", TOPIC)
    assert told(folders) == [
        "cy/topics/three.md: There is no topic 'three' in English; rename this."
    ]


def test_a_link_to_a_hidden_page_that_is_translated_is_no_fault(folders: list[Path]) -> None:
    """Its words stay, and lead nowhere, as they do in English."""
    two = FEW_WORDS["en/topics/one.md"].replace("title: One", "title: Two")
    (folders[0] / "en/topics/two.md").write_text(two)
    write(folders[0], "topics/two.md", TOPIC)
    write(folders[0], "topics/one.md", TOPIC.replace("Geiriau", "[Dau](two.md)"))
    assert "Place(kind='topic', name='two'" in str(welsh(folders).topics["one"].blocks)
    (folders[1] / "en/topics/two.md").write_text("hide: true\n")
    assert "Dau" in str(welsh(folders).topics["one"].blocks)
    assert "Place(" not in str(welsh(folders).topics["one"].blocks)


def test_a_pathway_that_is_not_english_is_told(folders: list[Path]) -> None:
    """By its kind."""
    write(folders[0], "pathways/help.yaml", "title: x\n")
    assert told(folders) == [
        "cy/pathways/help.yaml: There is no pathway 'help' in English; rename this."
    ]


@pytest.mark.parametrize(
    ("entries", "fault"),
    [
        (
            "- id: childline\n  note: x\n- id: childline\n  note: y\n",
            "3: The id 'childline' stands",
        ),
        ("- id: other\n  note: x\n", "1: There is no helpline 'other' in English."),
        ("- id: childline\n  number: 1\n", "2: The key 'number' is not known"),
        ("- id: childline\n  for: dan 18\n", "1: The numbers in the words of 'childline'"),
    ],
)
def test_a_fault_in_a_helplines_words_is_told(
    folders: list[Path], entries: str, fault: str
) -> None:
    """With its line; in a local folder by the whole path."""
    write(folders[1], "helplines.yaml", entries)
    (found,) = told(folders)
    assert found.startswith(f"{folders[1]}/cy/helplines.yaml:{fault}")


def test_a_helpline_keeps_its_place_among_the_others(folders: list[Path]) -> None:
    """Whatever is translated first."""
    lines = FEW_WORDS["en/helplines.yaml"]
    (folders[0] / "en/helplines.yaml").write_text(lines + lines.replace("childline", "other"))
    write(folders[0], "helplines.yaml", "- id: other\n  note: Arall.\n")
    found = welsh(folders).helplines
    assert list(found) == ["childline", "other"]
    assert (found["childline"].note, found["other"].note) == ("", "Arall.")
