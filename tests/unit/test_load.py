"""Loading a content folder: all faults of all files, with file and line, or all the words."""

from pathlib import Path

import pytest

from kiosk.content.load import load_content
from tests.unit.conftest import FEW_WORDS, faults_of, line_with, replace_in, write_few_words

TOPIC = FEW_WORDS["en/topics/one.md"]
THREAT = Path("en/topics/someone-is-threatening-me.md")
LAW = Path("en/topics/the-law.md")


def test_the_smallest_folder_loads(tmp_path: Path) -> None:
    """One source, one helpline, one door and one topic are enough beside the interface's words."""
    write_few_words(tmp_path)
    words = load_content(tmp_path)
    assert list(words.topics) == ["one"]
    assert words.helplines["childline"].contact == "0800 1111"


def test_topics_stand_in_their_order(tmp_path: Path) -> None:
    """`order` sorts the topics, and the title where that is the same."""
    write_few_words(tmp_path)
    for name, order in (("b", 2), ("c", 1), ("a", 2)):
        text = TOPIC.replace("One", name.upper()).replace("next:", f"order: {order}\nnext:")
        (tmp_path / f"en/topics/{name}.md").write_text(text)
    assert list(load_content(tmp_path).topics) == ["c", "a", "b", "one"]


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (THREAT, "title: ", "titel: ", "The key 'titel' is not known. Did you mean 'title'?"),
        (THREAT, "[young people]", "young people", "'for' is not right: write a list"),
        (THREAT, "reviewed: 2026-11-25", "reviewed: 2026-31-12", "'reviewed' is not right"),
        (
            THREAT,
            "next: [what-",
            "next: [whatever-",
            "There is no topic or pathway 'whatever-happens-if-i-tell' to lead to.",
        ),
        (THREAT, '["1.4"', '["99.4"', "The source '99.4' is not in sources.yaml."),
        (LAW, "(who-to-tell.md)", "(who-to-ask.md)", "There is no topic 'who-to-ask' to lead to."),
        (LAW, "(helpline:childline)", "(helpline:child)", "'helpline:child' is not in helplines"),
        (LAW, "(who-to-tell.md)", "(http://a.uk)", "The link 'http://a.uk' leads nowhere"),
        (LAW, "## How police", "# How police", "A heading begins with ## or ###"),
        (
            LAW,
            "- to make their",
            "    to make their",
            "A paragraph that begins with four spaces cannot be shown",
        ),
    ],
)
def test_a_fault_in_a_topic_names_file_and_line(
    words_copy: Path, name: Path, old: str, new: str, message: str
) -> None:
    """Each fault in a topic is told alone, at the line where it stands."""
    replace_in(words_copy / name, old, new)
    line = line_with(words_copy / name, new.strip())
    expected = f"{name.as_posix()}:{line}: {message}"
    found = [fault for fault in faults_of(words_copy) if "is missing" not in fault]
    assert len(found) == 1
    assert found[0].startswith(expected)


@pytest.mark.parametrize(
    ("name", "old", "new", "line_words", "message"),
    [
        ("sources.yaml", "  mark: C\n", "  mark: D\n", "  mark: D", "'mark' is not right"),
        ("en/helplines.yaml", "checked:", "chekced:", "chekced:", "The key 'chekced' is not known"),
        ("en/helplines.yaml", '["7.nspcc"]', '["7.x"]', "7.x", "The source '7.x' is not in"),
        (
            "en/start.yaml",
            "to: help-p",
            "to: held-p",
            "to: held-p",
            "There is no topic or path",
        ),
        (
            "en/interface.ftl",
            "key-move =",
            "key-leave =",
            "key-leave = Up",
            "The key 'key-leave' st",
        ),
        ("en/interface.ftl", "= Leave now", "=", "command-leave =", "This cannot be read:"),
    ],
)
def test_a_fault_in_a_data_file_names_file_and_line(
    words_copy: Path, name: str, old: str, new: str, line_words: str, message: str
) -> None:
    """Sources, helplines, doors and words are checked like the topics."""
    replace_in(words_copy / name, old, new)
    expected = f"{name}:{line_with(words_copy / name, line_words)}: {message}"
    assert any(fault.startswith(expected) for fault in faults_of(words_copy))


def test_a_helpline_needs_a_way_to_reach_it(tmp_path: Path) -> None:
    """A helpline with no number, text or address helps nobody."""
    helplines = FEW_WORDS["en/helplines.yaml"].replace("  number: 0800 1111\n", "")
    write_few_words(tmp_path, helplines=helplines)
    assert faults_of(tmp_path) == [
        "en/helplines.yaml:1: 'childline' has no number, text or address; give it one."
    ]


def test_two_helplines_cannot_share_an_id(tmp_path: Path) -> None:
    """A link by id must mean one helpline."""
    write_few_words(tmp_path, helplines=FEW_WORDS["en/helplines.yaml"] * 2)
    assert faults_of(tmp_path) == [
        "en/helplines.yaml:9: The id 'childline' stands here twice; ids must differ."
    ]


@pytest.mark.parametrize("name", ["sources", "helplines", "start", "interface"])
@pytest.mark.parametrize("text", ["", "\n", "# nothing yet\n"], ids=["empty", "line", "comment"])
def test_an_empty_data_file_is_one_fault_of_that_file(tmp_path: Path, name: str, text: str) -> None:
    """A data file that was emptied by accident is named."""
    write_few_words(tmp_path, **{name: text})
    assert any(f"{name}." in fault.split(": ")[0] for fault in faults_of(tmp_path))


def test_empty_data_files_are_all_named(tmp_path: Path) -> None:
    """A fault in one data file does not hide that another one is empty."""
    write_few_words(tmp_path, sources="- a\n", helplines="# none\n", interface="# none\n")
    named = {fault.split(":")[0] for fault in faults_of(tmp_path)}
    assert {"sources.yaml", "en/helplines.yaml", "en/interface.ftl"} <= named


@pytest.mark.parametrize("name", ["sources.yaml", "en/helplines.yaml", "en/start.yaml"])
def test_a_missing_data_file_is_a_fault(tmp_path: Path, name: str) -> None:
    """A data file that is gone is named, and where to get it back."""
    write_few_words(tmp_path)
    (tmp_path / name).unlink()
    assert f"{name}: This file is missing; copy the shipped one back." in faults_of(tmp_path)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A wrong `content` setting ends in one fault that names the folder, not in a traceback."""
    (fault,) = faults_of(tmp_path / "nowhere")
    assert fault.startswith(f"{tmp_path}/nowhere: This folder is not there")


def test_an_empty_folder_names_every_file_it_misses(tmp_path: Path) -> None:
    """Each file that must be there is named."""
    missing = [fault.split(":")[0] for fault in faults_of(tmp_path)]
    assert sorted({*missing}) == sorted(
        ["sources.yaml", "en/interface.ftl"]
        + [
            f"en/{name}.yaml"
            for name in ("danger", "helplines", "meanings", "quiz", "start", "travels")
        ]
    )


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("more.txt", "Names here end in .md"),
        ("more.MD", "Names here end in .md"),
        ("deeper", "No folder is read here"),
    ],
)
def test_what_is_no_topic_does_not_go_unnoticed(tmp_path: Path, name: str, told: str) -> None:
    """A file or folder among the topics that would never be shown is a fault."""
    write_few_words(tmp_path)
    path = tmp_path / "en/topics" / name
    path.mkdir() if name == "deeper" else path.write_text(TOPIC)
    (fault,) = faults_of(tmp_path)
    assert fault.startswith(f"en/topics/{name}: {told}")


def test_broken_helplines_make_no_fault_in_every_topic(words_copy: Path) -> None:
    """One wrong indent is told once, not for every number in every topic."""
    replace_in(words_copy / "en/helplines.yaml", "  name: Childline", "   name: Childline")
    faults = faults_of(words_copy)
    assert len(faults) == 1
    assert faults[0].startswith("en/helplines.yaml:")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", None),
        ("Words without front matter.\n", 1),
        ("---\ntitle: One\n\nWords.\n", 1),
        ("---\n# nothing yet\n---\n\nWords.\n", None),
        ("---\n\n---\n\nWords.\n", None),
        (TOPIC.removesuffix("Words.\n"), 11),
        (TOPIC.replace("next: []", "next: []\n- a"), 10),
    ],
    ids=["empty", "no front matter", "not closed", "comment", "blank", "no body", "not YAML"],
)
def test_a_topic_without_its_parts_is_a_fault(tmp_path: Path, text: str, line: int | None) -> None:
    """A topic never vanishes silently: what is missing in it is told."""
    write_few_words(tmp_path, one=text)
    place = "en/topics/one.md" + (f":{line}:" if line else ":")
    assert any(fault.startswith(place) for fault in faults_of(tmp_path))


def test_a_topic_must_be_named_like_an_address(tmp_path: Path) -> None:
    """The file's name is the topic's id, so it has small letters, digits and hyphens only."""
    write_few_words(tmp_path)
    (tmp_path / "en/topics/My Topic.md").write_text(TOPIC)
    (fault,) = faults_of(tmp_path)
    assert fault.startswith("en/topics/My Topic.md: Name the file with small letters")


def test_faults_of_several_files_come_in_one_go(words_copy: Path) -> None:
    """Whoever mends the words sees every file that needs mending."""
    replace_in(words_copy / THREAT, "title:", "titel:")
    replace_in(words_copy / LAW, "(who-to-tell.md)", "(nowhere.md)")
    replace_in(words_copy / "en/start.yaml", "urgent:", "urgnet:")
    replace_in(words_copy / "sources.yaml", "  mark: C\n", "  mark: D\n")
    named = {fault.split(":")[0] for fault in faults_of(words_copy)}
    assert named >= {THREAT.as_posix(), LAW.as_posix(), "en/start.yaml", "sources.yaml"}


def test_a_fault_in_one_topic_does_not_cascade(words_copy: Path) -> None:
    """Topics that lead to a broken one are not called broken, too."""
    replace_in(words_copy / THREAT, "order: 10", "order: first")
    (fault,) = faults_of(words_copy)
    assert fault.startswith(THREAT.as_posix())


def test_broken_yaml_in_a_data_file_is_one_fault_of_it(tmp_path: Path) -> None:
    """A slip in the grammar is told once, at its line."""
    write_few_words(tmp_path, start="urgent:\n  - [a\n")
    faults = [fault for fault in faults_of(tmp_path) if "start.yaml" in fault]
    assert len(faults) == 1
    assert "This is not valid YAML" in faults[0]


def test_front_matter_that_does_not_end_is_told_so(tmp_path: Path) -> None:
    """Who lost the second line of hyphens is told which one to write."""
    write_few_words(tmp_path, one=TOPIC.replace("next: []\n---\n", "next: []\n"))
    (fault,) = faults_of(tmp_path)
    assert fault.endswith("write a line '---' below its last key.")


def test_faults_in_the_meanings_are_told(words_copy: Path) -> None:
    """A meaning without words, or for an audience that there is not, is told by file and line."""
    path = words_copy / "en/meanings.yaml"
    path.write_text("- means: a\n  words: []\n- means: b\n  words: [c]\n  audience: cats\n")
    first, second = faults_of(words_copy)
    assert first.startswith("en/meanings.yaml:2: 'words' is not right")
    assert second.startswith("en/meanings.yaml:5: 'audience' is not right")
