"""Pages as plain text: the same words, for ears and for paper."""

import re
import unicodedata

import pytest

from kiosk.content.blocks import Choice, text_of
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.here import PAPER
from kiosk.pages.pathway_page import pathway_view
from kiosk.pages.plain import list_as_text, page_as_text
from kiosk.pages.quiz_page import quiz_whole
from kiosk.pages.sequence_page import sequence_whole
from kiosk.pages.topic_page import topic_view
from kiosk.pages.travels_page import travels_whole


def names(catalogue: Catalogue) -> list[str]:
    """Everything that can be read as plain text."""
    content = catalogue.edition.content
    pages = [*content.topics, *content.pathways, *content.sequences]
    return [*pages, "travels", "quiz", "people", "card"]


def test_the_list_names_every_topic_under_its_readers(catalogue: Catalogue) -> None:
    """Each pathway, piece and topic has its id and title there, and so has the helplines' list."""
    content = catalogue.edition.content
    text = list_as_text(catalogue, "content")
    lines = [line.split(maxsplit=1) for line in text.splitlines() if line.startswith("  ")]
    assert {tuple(line) for line in lines} == {
        *((name, content.title_of(name)) for name in names(catalogue)[:-2]),
        ("people", catalogue.edition.word("people.title")),
    }
    assert all(door.title in text.splitlines() for door in content.doors.audiences)


def test_a_page_begins_with_its_title_underlined(catalogue: Catalogue) -> None:
    """What is large on a screen is underlined on paper; headings are, too."""
    lines = page_as_text(catalogue, "the-law", 72).splitlines()
    assert lines[:3] == ["What the law says", "=" * 17, ""]
    assert lines[lines.index("How police respond in England and Wales") + 1] == "-" * 39


def test_every_word_of_every_topic_is_printed(catalogue: Catalogue) -> None:
    """Plain text of topics, pathways and pieces leaves no word out but the way to itself."""
    edition = catalogue.edition
    pages = [topic_view(edition, PAPER, name).blocks for name in edition.content.topics]
    pages += [pathway_view(edition, name).blocks for name in edition.content.pathways]
    pages += [sequence_whole(edition, name).blocks for name in edition.content.sequences]
    pages += [travels_whole(edition).blocks, quiz_whole(edition).blocks]
    for name, blocks in zip(names(catalogue)[:-2], pages, strict=True):
        itself = edition.content.place_of(name)
        told = [b for b in blocks if not isinstance(b, Choice) or b.leads_to != itself]
        said = " ".join(map(text_of, told)).replace("\N{NO-BREAK SPACE}", " ").split()
        printed = iter(page_as_text(catalogue, name, 72).split())
        assert (name, [word for word in said if word not in printed]) == (name, [])


@pytest.mark.parametrize("width", [20, 40, 72, 200])
def test_no_line_is_longer_than_asked_for(catalogue: Catalogue, width: int) -> None:
    """The width holds on every page, and no line ends in spaces."""
    for name in names(catalogue):
        for line in page_as_text(catalogue, name, width).splitlines():
            assert (name, len(line) <= width, line) == (name, True, line.rstrip())


def test_nothing_is_drawn(catalogue: Catalogue) -> None:
    """No box character, escape sequence or arrow that a screen reader would stumble over."""
    for name in names(catalogue):
        for character in set(page_as_text(catalogue, name, 72)) - {"\n"}:
            assert unicodedata.category(character) not in {"Cc", "Cf", "So"}, (name, character)
            assert "BOX DRAWINGS" not in unicodedata.name(character), name


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("the-lwa", "Did you mean the-law"),
        ("peple", "Did you mean people"),
        ("zzzzzz", "'kiosk read' lists all topics."),
    ],
)
def test_an_unknown_topic_is_told_with_what_is_near(
    catalogue: Catalogue, name: str, hint: str
) -> None:
    """A slip in a name ends in a suggestion."""
    with pytest.raises(LookupError) as raised:
        page_as_text(catalogue, name, 72)
    assert hint in raised.value.args[0]
    assert f"There is no topic '{name}'." in raised.value.args[0]


def test_what_leads_on_can_be_read(catalogue: Catalogue) -> None:
    """Every `kiosk read NAME` that is printed names something that can be read."""
    known = names(catalogue)
    for name in known:
        text = " ".join(page_as_text(catalogue, name, 200).split())
        for target in re.findall(r"\(kiosk read (\S+)\)", text):
            assert (name, target in known) == (name, True), target


def test_no_page_leads_to_itself(catalogue: Catalogue) -> None:
    """Whoever prints one has it in hand."""
    for name in names(catalogue):
        text = " ".join(page_as_text(catalogue, name, 200).split())
        assert f"(kiosk read {name})" not in text, name
