"""Pathways: every way ends in a plan, and every fault in one is told by file and line."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.blocks import Place, text_of
from kiosk.content.load import load_content
from kiosk.content.model import Content
from kiosk.content.pathway import Pathway
from tests.unit.conftest import faults_of, line_with, write_few_words
from tests.unit.test_load_any_text import load_or_faults

BOUNDED = settings(max_examples=60)
NAME = "en/pathways/help.yaml"
HELP = """\
title: Help
for: [young people]
summary: The first.
sources: ["1.1"]
reviewed: 2026-11-22
review_by: 2027-05-22
also_show: |
  Ring [Childline](helpline:childline).

questions:
  first:
    ask: Are you safe?
    answers:
      "Yes": second
      "No": rest
  second:
    ask: How old are you?
    say: Nothing is kept.
    answers:
      Young: rest
      Old: work

plans:
  rest:
    title: rest
    say: You can rest.
    steps: |
      1. Sit down.
      2. **Read** [One](one.md).
    next: [one]
  work:
    title: work
    steps: |
      1. Stand up.
    next: [help]
"""
CHAIN = "".join(
    f"  q{number}:\n    ask: Again?\n    answers:\n      A: q{number + 1}\n      B: rest\n"
    for number in range(1, 6)
)
"""Five questions, the last of which leads to a sixth."""


def write_help(folder: Path, text: str = HELP) -> Path:
    """Write the smallest content folder with one pathway."""
    write_few_words(folder)
    path = folder / NAME
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return path


def read_help(folder: Path, text: str = HELP) -> Pathway:
    """The pathway that a text makes."""
    write_help(folder, text)
    return load_content(folder).pathways["help"]


def test_a_pathway_is_read(tmp_path: Path) -> None:
    """Questions keep their order and answers, plans their steps, and all have their places."""
    pathway = read_help(tmp_path)
    assert list(pathway.questions) == ["first", "second"]
    assert [(a.label, a.to) for a in pathway.questions["first"].answers] == [
        ("Yes", "second"),
        ("No", "rest"),
    ]
    assert "Read One." in text_of(pathway.plans["rest"].steps[0])
    assert text_of(pathway.also_show[0]).replace("\N{NO-BREAK SPACE}", " ").endswith("0800 1111.")
    assert pathway.beginning == Place("question", "help", "first")
    assert pathway.place_of("work") == Place("plan", "help", "work")


def test_a_question_knows_how_far_along_it_is(tmp_path: Path) -> None:
    """Each question is numbered on the longest way to it, out of the longest way through it."""
    questions = read_help(tmp_path).questions
    assert [(q.number, q.of) for q in questions.values()] == [(1, 2), (2, 2)]


def test_a_pathway_without_a_fault_has_five_questions_at_most(tmp_path: Path) -> None:
    """Five questions one after the other are read; the fault begins with the sixth."""
    chain = CHAIN.replace("A: q6", "A: work").replace("  q1:", "  first:")
    text = HELP[: HELP.index("  first:")] + chain + "\n" + HELP[HELP.index("plans:") :]
    assert [q.number for q in read_help(tmp_path, text).questions.values()] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("old", "new", "words", "message"),
    [
        ("title: Help", "titel: Help", "titel:", "The key 'titel' is not known."),
        ("    ask: Are", "    aks: Are", "aks:", "The key 'aks' is not known."),
        ("    say: You", "    sya: You", "sya:", "The key 'sya' is not known."),
        ("    ask: Are you safe?\n", "", "answers:", "The key 'ask' is missing."),
        ('"No": rest', '"No": rset', "rset", "'No' is a dead end: there is no question or plan"),
        ('"No": rest', '"Yes": rest', '"Yes": rest', "The key 'Yes' stands here twice"),
        ('"No": rest', '"No": [rest]', "[rest]", "'No' must be one text."),
        ('      "No": rest\n', "", "first:", "A question has 2 to 9 answers."),
        ("Old: work", "Old: first", "Old: first", "This goes round in a circle: it leads back to"),
        ("Old: work", "Old: second", "Old: second", "This goes round in a circle: it leads back"),
        ("Old: work", "Old: rest", "  work:", "No way leads to the plan 'work'"),
        ('"Yes": second', '"Yes": work', "  second:", "No way leads to the question 'second'"),
        ("  work:\n", "  second:\n", None, "'second' is a question and a plan"),
        ("  work:\n    t", "  Work it:\n    t", "  Work it:", "Write 'Work it' with small letters"),
        ("1. Stand up.", "Stand up.", "      Stand", "Write the steps as one list that is numb"),
        ("1. Stand up.", "- Stand up.", "- Stand", "Write the steps as one list that is numbered"),
        ("1. Stand up.", "2. Stand up.", "2. Stand", "Write the steps as one list that is numb"),
        ("1. Stand up.", "1. A\n" * 8, "1. A", "A plan has 7 steps at most"),
        ("review_by: 2027", "review_by: 2025", "review_by", "'review_by' must be later than"),
        ("(one.md)", "(two.md)", "two.md", "There is no topic 'two' to lead to."),
        ("next: [help]", "next: [two]", "  work:", "There is no topic or pathway 'two' to lead to"),
        ("helpline:childline", "helpline:child", "child)", "'helpline:child' is not in helplines"),
        ('sources: ["1.1"]', 'sources: ["9.9"]', "9.9", "The source '9.9' is not in sources.yaml."),
        ("Nothing is kept.", "<b>Nothing</b>", "<b>", "HTML cannot be shown"),
    ],
)
def test_a_fault_names_file_and_line(
    tmp_path: Path, old: str, new: str, words: str | None, message: str
) -> None:
    """Each fault is told at the line where it stands."""
    assert old in HELP
    new = new.replace("\n", "\n      ") if new.startswith("1. A") else new
    path = write_help(tmp_path, HELP.replace(old, new, 1))
    line = line_with(path, words) if words else HELP[: HELP.index(old)].count("\n") + 1
    found = faults_of(tmp_path)
    assert any(fault.startswith(f"{NAME}:{line}: {message}") for fault in found), found


def test_one_slip_is_one_fault() -> None:
    """A loop, a dead end and a sixth question are each told once, and nothing else with them."""
    for old, new in (("Old: work", "Old: work\n      Back: first"), ("Old: work", "Old: nowhere")):
        text = HELP.replace(old, new, 1).replace("Young: rest", "Young: rest\n      Other: work")
        with tempfile.TemporaryDirectory() as folder:
            write_help(Path(folder), text)
            assert len(faults_of(Path(folder))) == 1


def test_a_sixth_question_is_too_many(tmp_path: Path) -> None:
    """The answer that leads to it is named."""
    chain = CHAIN.replace("A: q6", "A: second")
    text = HELP.replace("  second:", chain + "  second:").replace('"Yes": second', '"Yes": q2', 1)
    text = text.replace(chain, chain[chain.index("  q2:") :])
    path = write_help(tmp_path, text)
    (fault,) = faults_of(tmp_path)
    line = line_with(path, "A: second")
    assert fault.startswith(f"{NAME}:{line}: 'second' would be question 6 on a way; ask 5 at most.")


@pytest.mark.parametrize("part", ["questions", "plans"])
def test_a_pathway_needs_questions_and_plans(part: str) -> None:
    """Neither can be missing, empty, or something else than keys and values."""
    head, _, rest = HELP.partition(f"{part}:\n")
    tail = rest[rest.index("plans:") :] if part == "questions" else ""
    for value in ("", f"{part}:\n", f"{part}: {{}}\n", f"{part}: []\n", f"{part}: word\n"):
        with tempfile.TemporaryDirectory() as folder:
            write_help(Path(folder), head + value + tail)
            assert any(fault.startswith(NAME) for fault in faults_of(Path(folder))), value


def test_a_pathway_cannot_have_a_topics_name(tmp_path: Path) -> None:
    """One id means one page, so `kiosk read` and links know which is meant."""
    path = write_help(tmp_path)
    path.rename(path.with_name("one.yaml"))
    assert any("A topic is called 'one' too" in fault for fault in faults_of(tmp_path))


def test_a_pathway_must_be_named_like_an_address(tmp_path: Path) -> None:
    """The file's name is the pathway's id."""
    path = write_help(tmp_path)
    path.rename(path.with_name("My Help.yaml"))
    assert any("Name the file with small letters" in fault for fault in faults_of(tmp_path))


def test_controls_and_windows_lines_do_not_matter(tmp_path: Path) -> None:
    """What a terminal could take for a command is cleaned out, and line ends are all the same."""
    plain = read_help(tmp_path)
    (tmp_path / NAME).write_bytes(
        HELP.replace("Sit down", "Sit\x1b down").replace("\n", "\r\n").encode()
    )
    assert load_content(tmp_path).pathways["help"] == plain


@BOUNDED
@given(
    st.text(st.characters(codec="utf-8") | st.sampled_from("\n\n  --:[]{}*&#>|\"'1.")),
    st.integers(0, len(HELP)),
)
def test_any_text_gives_a_pathway_or_faults(text: str, at: int) -> None:
    """Whatever is typed anywhere in the file, it loads or its faults are told."""
    with tempfile.TemporaryDirectory() as folder:
        write_help(Path(folder), HELP[:at] + text + HELP[at:])
        loaded = load_or_faults(Path(folder))
    if isinstance(loaded, Content):
        assert loaded.pathways["help"].questions
    else:
        assert {fault.path for fault in loaded} == {NAME}


def test_behind_a_bar_stands_the_short_form(tmp_path: Path) -> None:
    """The long form is shown without it; a bar with nothing or too much behind it is a fault."""
    written = HELP.replace('"Yes": second', '"Yes, I am | Yes": second')
    write_few_words(tmp_path)
    path = tmp_path / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(written, encoding="utf-8")
    first, _ = load_content(tmp_path).pathways["help"].questions["first"].answers
    assert (first.label, first.short) == ("Yes, I am", "Yes")
    for short in ("", "x" * 34):
        path.write_text(written.replace("| Yes", f"|{short}"), encoding="utf-8")
        (fault,) = faults_of(tmp_path)
        assert "Behind the bar, write the answer in at most 33 letters." in fault
        assert f":{line_with(path, 'Yes, I am')}" in fault
