"""What of a file is checked: each text that is shown, its line, and whether it is sentences."""

from datetime import date
from pathlib import Path

import pytest

from kiosk.settings import LocalHelpline, Notice, Settings
from kiosk.staff.check.documents import read_document
from kiosk.staff.check.passages import EVERYBODY, passages_of
from kiosk.staff.check.settings_texts import _texts

PATHWAY = """title: Help
for: [young people]
keywords: [hidden]
sources: ["1.1"]
questions:
  alone:
    ask: How old?
    say: |
      Some **words**.

      More.
    answers:
      Under 18: plan
      Older: {to: plan}
plans:
  plan:
    steps: |
      1. One.
      2. Two.
    next: [hidden]
"""
TOPIC = """---
title: A topic
summary: About it.
next: [hidden]
---

First
line.

## A heading

- An item.

> A quotation.
"""
FLUENT = """# A comment.
key-one = One
key-two =
    { $n ->
        [one] It
       *[other] Them
    }
key-three = Two
    lines
"""


def read(folder: Path, name: str, text: str) -> list[tuple[int, str, bool]]:
    """The line, the text, and whether it is sentences, of each passage of a file."""
    path = folder / name
    path.write_text(text)
    passages = passages_of(read_document(path, name))
    return [(each.line, each.text, each.is_running) for each in passages]


def test_a_pathway_is_read_question_by_question(tmp_path: Path) -> None:
    """Questions, texts and steps are sentences; of an answer, its label is shown.

    Whatever a question and a plan are called: also as a key that no visitor reads.
    """
    assert read(tmp_path, "help.yaml", PATHWAY) == [
        (1, "Help", False),
        (7, "How old?", True),
        (9, "Some words.", True),
        (11, "More.", True),
        (13, "Under 18", False),
        (14, "Older", False),
        (18, "One.", True),
        (19, "Two.", True),
    ]


def test_a_topic_is_read_below_its_front_matter(tmp_path: Path) -> None:
    """Lines are those of the file; a heading is no sentence."""
    assert read(tmp_path, "topic.md", TOPIC) == [
        (2, "A topic", False),
        (3, "About it.", False),
        (7, "First\nline.", True),
        (10, "A heading", False),
        (12, "An item.", True),
        (14, "A quotation.", True),
    ]


def test_a_catalogue_is_read_form_by_form(tmp_path: Path) -> None:
    """Comments, keys and gaps' conditions are left out; none of it is judged as sentences."""
    read_lines = read(tmp_path, "interface.ftl", FLUENT)
    told = [(line, text) for line, text, _ in read_lines if text.strip("{}$ ->n")]
    assert told == [(2, "One"), (5, "It"), (6, "Them"), (8, "Two"), (9, "lines")]
    assert not any(is_running for _, _, is_running in read_lines)


@pytest.mark.parametrize(
    ("line", "audiences"),
    [("for: [parents and carers]", {"parents and carers"}), ("order: 1", EVERYBODY)],
)
def test_what_names_nobody_is_for_everybody(tmp_path: Path, line: str, audiences: set[str]) -> None:
    """Each passage of a file is for whom the file is for."""
    path = tmp_path / "one.yaml"
    path.write_text(f"title: Words\n{line}\n")
    (passage,) = passages_of(read_document(path, "one.yaml"))
    assert passage.audiences == audiences


@pytest.mark.parametrize(("offset", "line"), [(0, 5), (1, 5), (2, 5), (3, 6), (6, 7)])
def test_a_letter_of_a_passage_has_its_line(tmp_path: Path, offset: int, line: int) -> None:
    """The end of a line is still on it."""
    path = tmp_path / "one.md"
    path.write_text("---\ntitle: x\n---\n\nab\ncd\ne\n")
    passage = passages_of(read_document(path, "one.md"))[-1]
    assert passage.place_at(offset) == ("one.md", line)


def test_what_visitors_read_of_the_settings_has_its_key() -> None:
    """As staff have written it; news and notes are sentences."""
    checked = date(2026, 11, 22)
    settings = Settings(
        name="Ashby",
        notices=(Notice("Story time."),),
        local_police=LocalHelpline("Police", checked, "101", note="Ask."),
        childrens_services=LocalHelpline("Services", checked, text="Text 1"),
        helplines=(
            LocalHelpline("One", checked, address="a.uk", serves="all"),
            LocalHelpline("Two", checked, "1", serves="some"),
        ),
    )
    assert list(_texts(settings)) == [
        (("name",), "Ashby", False),
        (("notices",), "Story time.", True),
        (("local_police", "name"), "Police", False),
        (("local_police", "note"), "Ask.", True),
        (("childrens_services", "name"), "Services", False),
        (("childrens_services", "text"), "Text 1", False),
        (("helplines", 0, "name"), "One", False),
        (("helplines", 0, "address"), "a.uk", False),
        (("helplines", 0, "for"), "all", False),
        (("helplines", 1, "name"), "Two", False),
        (("helplines", 1, "for"), "some", False),
    ]
