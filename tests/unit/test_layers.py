"""Local words over the shipped ones: what is added, what is replaced, what is hidden."""

from pathlib import Path

import pytest

from kiosk.content.blocks import Paragraph, Span, paragraph
from kiosk.content.faults import ContentError
from kiosk.content.load import load_content
from kiosk.content.model import Content
from kiosk.content.version import FORM
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.edition import make_edition
from kiosk.paths import content_folder
from kiosk.settings import Settings
from tests.unit.conftest import FEW_WORDS, write_few_words

ONE = FEW_WORDS["en/topics/one.md"]
TWO = ONE.replace("title: One", "title: Two").replace("Words.", "See [the first](one.md).")
HIDE = "---\nhide: true\n---\n"


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """Few words, of two topics; the second leads to the first in its text and at its end."""
    write_few_words(tmp_path / "shipped", start=FEW_WORDS["en/start.yaml"].replace("one", "two"))
    topics = tmp_path / "shipped/en/topics"
    (topics / "two.md").write_text(TWO.replace("next: []", "next: [one]"), encoding="utf-8")
    return tmp_path / "shipped"


@pytest.fixture
def local(tmp_path: Path) -> Path:
    """An empty local folder."""
    (tmp_path / "local/en/topics").mkdir(parents=True)
    return tmp_path / "local"


def faults(*folders: Path) -> list[str]:
    """What is wrong with folders laid over one another."""
    with pytest.raises(ContentError) as raised:
        load_content(folders)
    return [str(fault) for fault in raised.value.faults]


def show_everything(content: Content) -> None:
    """Set every page there is."""
    Catalogue(make_edition(content, Settings())).keep_all()


def test_an_empty_folder_changes_nothing(shipped: Path, local: Path) -> None:
    """A local folder may hold nothing at all yet."""
    assert load_content([shipped, local]) == load_content(shipped)


def test_a_file_adds_a_topic(shipped: Path, local: Path) -> None:
    """A file of a new name is one topic more, among the others."""
    (local / "en/topics/three.md").write_text(ONE.replace("title: One", "title: Three"))
    assert list(load_content([shipped, local]).topics) == ["one", "three", "two"]


def test_a_file_replaces_a_topic(shipped: Path, local: Path) -> None:
    """A file of the same name stands in the place of the shipped one."""
    (local / "en/topics/one.md").write_text(ONE.replace("Words.", "Our words."))
    topics = load_content([shipped, local]).topics
    assert topics["one"].blocks == (paragraph("Our words."),)
    assert set(topics) == {"one", "two"}


def test_a_hidden_topic_is_gone_and_nothing_leads_to_it(shipped: Path, local: Path) -> None:
    """Of a link in the text its words stay; in "where to go from here" it is left out."""
    (local / "en/topics/one.md").write_text(HIDE)
    content = load_content([shipped, local])
    assert list(content.topics) == ["two"]
    assert content.topics["two"].next == ()
    (block,) = content.topics["two"].blocks
    assert block == Paragraph((Span("See "), Span("the first"), Span(".")))
    show_everything(content)


def test_a_shipped_topic_or_pathway_can_be_hidden(local: Path) -> None:
    """Each topic and pathway that no door leads to can go, and every page can still be made."""
    doors = load_content(content_folder()).doors
    led_to = {door.to for door in (*doors.urgent, doors.about)}
    for folder, ending, text in (("topics", ".md", HIDE), ("pathways", ".yaml", "hide: true\n")):
        (local / "en" / folder).mkdir(exist_ok=True)
        for path in (content_folder() / "en" / folder).glob(f"*{ending}"):
            if path.stem not in led_to:
                (local / "en" / folder / path.name).write_text(text)
    content = load_content([content_folder(), local])
    assert "a-picture-is-out-there" not in content.topics
    assert "help-asked" not in content.pathways
    show_everything(content)


def test_a_door_to_a_hidden_topic_says_what_to_do(shipped: Path, local: Path) -> None:
    """The start page never loses a door in silence."""
    (local / "en/topics/two.md").write_text(HIDE)
    told = faults(shipped, local)
    assert "en/start.yaml:3: 'two' is hidden; copy start.yaml and lead the door on." in told


def test_hiding_what_is_not_there_is_a_fault(shipped: Path, local: Path) -> None:
    """A slip in the name would show what was to be hidden."""
    (local / "en/topics/onne.md").write_text(HIDE)
    (told,) = faults(shipped, local)
    assert told.startswith(f"{local}/en/topics/onne.md: There is nothing of this name to hide")


def test_an_empty_file_hides_nothing(shipped: Path, local: Path) -> None:
    """A file that an editor has only begun to write is a fault."""
    (local / "en/topics/one.md").write_text("")
    (told,) = faults(shipped, local)
    assert "Begin with front matter" in told


def test_a_fault_names_the_real_file(shipped: Path, local: Path) -> None:
    """Staff are told the whole path of the local file, and the short one of a shipped file."""
    (local / "en/topics/one.md").write_text(ONE.replace("title:", "titel:"))
    (shipped / "en/topics/two.md").write_text(TWO.replace("title:", "titel:"))
    told = faults(shipped, local)
    assert any(line.startswith(f"{local}/en/topics/one.md:2: The key 'titel'") for line in told)
    assert any(line.startswith("en/topics/two.md:2: The key 'titel'") for line in told)


def test_lists_are_added_to_entry_by_entry(shipped: Path, local: Path) -> None:
    """A local number, source, word or meaning leaves the shipped ones as they are."""
    childline = FEW_WORDS["en/helplines.yaml"]
    ours = childline.replace("childline", "ours").replace('"1.1"', '"ours"')
    changed = childline.replace("0800 1111", "0800 2222")
    (local / "en/helplines.yaml").write_text(ours + changed)
    (local / "sources.yaml").write_text(FEW_WORDS["sources.yaml"].replace("1.1", "ours"))
    (local / "en/interface.ftl").write_text("start-title = Our start\n")
    (local / "en/meanings.yaml").write_text("- means: second\n  words: [second]\n")
    content = load_content([shipped, local])
    assert [line.number for line in content.helplines.values()] == ["0800 2222", "0800 1111"]
    assert set(content.sources) == {"1.1", "1.2", "ours"}
    assert content.words["start.title"] == "Our start"
    assert [meaning.means for meaning in content.meanings] == ["first", "second"]


def test_a_folder_that_is_not_there_is_a_fault(shipped: Path, tmp_path: Path) -> None:
    """A slip in the folder's name would show the shipped words alone, and nobody would know."""
    (told,) = faults(shipped, tmp_path / "lokal")
    assert told.startswith(f"{tmp_path}/lokal: This folder is not there.")


@pytest.mark.parametrize(
    ("needs", "remedy"),
    [("2", "Upgrade the kiosk"), ("0", "docs/words.md says what to change"), ("x", "whole number")],
)
def test_words_in_another_form_are_refused(
    shipped: Path, local: Path, needs: str, remedy: str
) -> None:
    """Words for a newer or an older kiosk are not guessed at; the remedy is told."""
    (local / "content.yaml").write_text(f"needs: {needs}\n")
    (told,) = faults(shipped, local)
    assert told.startswith(f"{local}/content.yaml:1: ")
    assert remedy in told


def test_the_shipped_words_are_in_the_form_that_this_kiosk_reads(local: Path) -> None:
    """The shipped `content.yaml` says so, and a local folder may say the same."""
    text = (content_folder() / "content.yaml").read_text(encoding="utf-8")
    assert f"needs: {FORM}\n" in text
    (local / "content.yaml").write_text(text)
    assert load_content([content_folder(), local])
