"""Loading files as people save them, with anything in them: words that can be shown, or faults."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kiosk.content.blocks import Place, text_of
from kiosk.content.faults import ContentError, Fault
from kiosk.content.load import load_content
from kiosk.content.model import Content
from kiosk.pages.catalogue import Catalogue, places
from kiosk.pages.edition import make_edition
from kiosk.settings import Settings
from tests.unit.conftest import FEW_WORDS, faults_of, replace_in, write_few_words

BOUNDED = settings(max_examples=60)
TOPIC = FEW_WORDS["en/topics/one.md"]
LAW = Path("en/topics/the-law.md")
ANY_TEXT = st.text(st.characters(codec="utf-8") | st.sampled_from("\n\n  --:[]{}*&#>\"'"))


def load_or_faults(folder: Path) -> Content | list[Fault]:
    """The words of a folder, or what is wrong with them."""
    try:
        return load_content(folder)
    except ContentError as error:
        return error.faults


def faults_or_pages(folder: Path) -> list[str]:
    """What is wrong with a folder's words; where nothing is, every page is made of them."""
    try:
        catalogue = Catalogue(make_edition(load_content(folder), Settings()))
    except ContentError as error:
        return str(error).splitlines()
    for place in places(catalogue.edition):
        _, page = catalogue.open(place, 72)
        for spot in page.spots:
            if isinstance(spot.leads_to, Place):
                catalogue.open(spot.leads_to, 72)
    return []


def test_line_ends_and_byte_order_marks_do_not_matter(tmp_path: Path) -> None:
    """A file saved on Windows reads like any other."""
    write_few_words(tmp_path)
    plain = load_content(tmp_path)
    write_few_words(
        tmp_path,
        **{
            Path(name).stem: "\N{BYTE ORDER MARK}" + text.replace("\n", "\r\n")
            for name, text in FEW_WORDS.items()
        },
    )
    assert load_content(tmp_path) == plain


def test_a_tab_is_a_space_in_the_text_and_a_fault_where_yaml_forbids_it(tmp_path: Path) -> None:
    """Tabs are harmless in words; before a key they are told with their line."""
    write_few_words(tmp_path, one=TOPIC.replace("Words.", "One\tword."))
    (block,) = load_content(tmp_path).topics["one"].blocks
    assert text_of(block).split() == ["One", "word."]
    assert "\t" not in text_of(block)
    write_few_words(tmp_path, one=TOPIC.replace("title:", "\ttitle:"))
    assert faults_of(tmp_path)[0].startswith("en/topics/one.md:2: There is a tab in this line.")


@pytest.mark.parametrize("name", list(FEW_WORDS))
def test_a_file_that_is_not_utf_8_is_a_fault_of_its_line(tmp_path: Path, name: str) -> None:
    """An old encoding is told, with the first line that shows it."""
    write_few_words(tmp_path)
    path = tmp_path / name
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:1], b"# caf\xe9\n", *lines[1:]]))
    assert f"{name}:2: This is not UTF-8 text; save the file as UTF-8." in faults_of(tmp_path)


def test_control_characters_are_cleaned_out_of_a_topic(tmp_path: Path) -> None:
    """What a terminal could take for a command does not reach it."""
    write_few_words(tmp_path, one=TOPIC.replace("Words.", "W\x1b[2Jor\u202eds\x07."))
    (block,) = load_content(tmp_path).topics["one"].blocks
    assert text_of(block) == "W[2Jords."


def test_a_source_called_3_10_is_not_3_1(tmp_path: Path) -> None:
    """Ids are texts, with or without quotes around them."""
    changed = {
        Path(name).stem: text.replace('"1.1"', "3.10")
        for name, text in FEW_WORDS.items()
        if '"1.1"' in text
    }
    write_few_words(tmp_path, **changed)
    words = load_content(tmp_path)
    assert list(words.sources) == ["3.10", "1.2"]
    assert words.topics["one"].sources == ("3.10",)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (Path("en/interface.ftl"), "start-people =", "start-peopel ="),
        (Path("en/interface.ftl"), "{ $time }", "{ $tiem }"),
        (Path("en/interface.ftl"), "{ $date }", "{"),
        (LAW, "Worried? You", "Worried [](who-to-tell.md)? You"),
        (LAW, "title: What the law says", 'title: " "'),
        (Path("en/start.yaml"), "I am a parent or carer", '" "'),
    ],
    ids=[
        "missing word",
        "unknown gap",
        "broken gap",
        "link, no words",
        "blank title",
        "blank door",
    ],
)
def test_words_that_load_can_be_shown(words_copy: Path, name: Path, old: str, new: str) -> None:
    """What would break a page is a fault while loading, not a broken page before a visitor."""
    replace_in(words_copy / name, old, new)
    assert any(fault.startswith(name.as_posix()) for fault in faults_or_pages(words_copy))


@pytest.mark.parametrize("name", ["about-this-kiosk", "the-law", "why-people-share"])
@pytest.mark.parametrize("text", [None, ""], ids=["gone", "empty"])
def test_a_topic_that_pages_lead_to_cannot_go_unnoticed(
    words_copy: Path, name: str, text: str | None
) -> None:
    """A topic that is deleted or emptied while a page leads to it is a fault."""
    path = words_copy / f"en/topics/{name}.md"
    if text is None:
        path.unlink()
    else:
        path.write_text(text)
    assert any(name in fault for fault in faults_or_pages(words_copy))


@BOUNDED
@given(ANY_TEXT, ANY_TEXT, st.sampled_from(["one", "sources", "helplines", "start", "interface"]))
@example("keywords: &all [*all]\n", "", "one")
@example("fact: &all [*all]\n", "", "sources")
def test_any_text_gives_content_or_faults(front: str, body: str, name: str) -> None:
    """Whatever stands in a file, the words load or faults are told, each on one line."""
    texts = {"one": f"---\n{front}\n---\n{body}", "sources": f'"1.1":\n  {front}\n{body}'}
    with tempfile.TemporaryDirectory() as folder:
        write_few_words(Path(folder), **{name: texts.get(name, front + body)})
        loaded = load_or_faults(Path(folder))
    if not isinstance(loaded, Content):
        assert loaded
        assert all("\n" not in fault.message for fault in loaded)


@BOUNDED
@given(ANY_TEXT)
def test_any_topic_text_gives_content_or_faults(body: str) -> None:
    """Under good front matter, any text at all is either a topic or told as a fault."""
    with tempfile.TemporaryDirectory() as folder:
        write_few_words(Path(folder), one=TOPIC.replace("Words.\n", body))
        loaded = load_or_faults(Path(folder))
    if isinstance(loaded, Content):
        assert loaded.topics["one"].blocks
    else:
        assert {fault.path for fault in loaded} == {"en/topics/one.md"}
