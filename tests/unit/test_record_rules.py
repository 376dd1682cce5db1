"""YAML to records, rule by rule: lines, types, and the words in which a fault is told."""

from collections.abc import Mapping
from typing import Annotated, Literal

import msgspec
import pytest

from kiosk.content.faults import FaultList
from kiosk.content.records import (
    Located,
    Passage,
    compose,
    read_mapping,
    read_record,
    read_records,
    scalar_text,
)

ALIAS = "Write texts out; YAML's & and * are not read here."
EMPTY = "Nothing is written here; copy the shipped text back."
MAPPING = "Write keys and values here, like 'title: Some words'."


class Part(Located, frozen=True, kw_only=True):
    """A part that knows its line."""

    title: str
    say: Passage | None = None


class Inner(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A record within another, in a list."""

    day: Literal["monday", "tuesday"]
    at: Annotated[str, msgspec.Meta(pattern="^[0-9]$", examples=["1", "2"])] = "1"


class Whole(msgspec.Struct, frozen=True, kw_only=True):
    """A record of everything else that a file of ours has."""

    name: str = ""
    say: Passage = Passage("", 0)
    count: int = 0
    is_on: bool = False
    answers: dict[str, Passage] = {}
    parts: dict[str, Part] = {}
    inner: tuple[Inner, ...] = ()
    hours: Literal["always"] | tuple[Inner, ...] | None = None


def read(text: str) -> tuple[Whole | None, list[tuple[int, str]]]:
    """A record and its faults."""
    faults = FaultList("f")
    found = read_record(compose(text, faults), Whole, faults)
    return found, [(fault.line, fault.message) for fault in faults.faults]


def whole(text: str) -> Whole:
    """A record without a fault."""
    found, faults = read(text)
    assert faults == []
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("say: words\n", 1),
        ("name: a\nsay: words\n", 2),
        ("say: |\n  words\n", 2),
        ("say: >\n  words\n", 2),
        ("say:\n  words\n", 2),
        ('say: "words"\n', 1),
        ("say: 'words'\n", 1),
    ],
)
def test_a_passage_knows_where_its_text_begins(text: str, line: int) -> None:
    """Behind its key; below it where a mark stands there."""
    assert whole(text).say == Passage("words", line)


def test_a_passage_keeps_its_lines_and_any_other_text_is_one_line() -> None:
    """Empty lines around a passage go; a line break in a text is a space."""
    text = "say: |2\n\n    a\n\n    b\n\nname: |\n  a\n  b\n"
    assert whole(text).say == Passage("  a\n\n  b", 2)
    assert whole(text).name == "a b"
    assert whole('name: "  a\\tb  "\n').name == "ab"


@pytest.mark.parametrize(("word", "is_on"), [("true", True), ("false", False)])
def test_truth_and_numbers_are_read_where_they_are_asked_for(word: str, *, is_on: bool) -> None:
    """The same words stay words where a text is asked for."""
    found = whole(f"is_on: {word}\ncount: 12\nname: {word}\n")
    assert (found.is_on, found.count, found.name) == (is_on, 12, word)


def test_answers_know_their_lines() -> None:
    """Each text by its key, in order, at the key's line."""
    found = whole('answers:\n  "Yes": a\n  "No":\n    b\n')
    assert list(found.answers.items()) == [("Yes", Passage("a", 2)), ("No", Passage("b", 3))]


def test_parts_know_their_lines() -> None:
    """The line of the key, whatever stands in the part; nobody can write the line themselves."""
    assert whole("parts:\n  a:\n    title: b\n").parts == {"a": Part(title="b", line=2)}
    _, faults = read("parts:\n  a:\n    title: b\n    line: 9\n")
    assert faults == [(4, "The key 'line' is not known. Known keys: title, say.")]


@pytest.mark.parametrize("first_line", [1, 5])
@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("parts:\n  a: b\n", 2, MAPPING),
        ("parts: b\n", 1, MAPPING),
        ("parts:\n  a: {}\n", 2, "The key 'title' is missing."),
        ("parts:\n  a: {titel: b}\n", 2, "The key 'titel' is not known. Did you mean 'title'?"),
        ("answers:\n  a: [b]\n", 2, "'a' must be one text."),
        ("answers:\n  a: b\n  a: c\n", 3, "The key 'a' stands here twice; keep one of them."),
        ("count: x\n", 1, "'count' is not right: write a whole number here."),
        ("is_on: x\n", 1, "'is_on' is not right: write true or false here."),
        ("name: {a: b}\n", 1, "'name' is not right: write text here."),
        ("inner: x\n", 1, "'inner' is not right: write a list, like [one, two] here."),
        ("- a\n", 1, MAPPING),
        ("a\n", 1, MAPPING),
        ("name: &a b\ncount: *a\n", 1, ALIAS),
    ],
)
def test_a_fault_has_its_line_and_what_to_write(
    text: str, line: int, message: str, first_line: int
) -> None:
    """Lines are those of the file, wherever in it the YAML begins."""
    found, faults = read("\n" * (first_line - 1) + text)
    assert found is None
    assert (line + first_line - 1, message) in faults


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("inner: [{day: moday}]\n", "there is no 'moday'; write one of: monday, tuesday."),
        ("inner: [{day: monday, at: x}]\n", "write it like 1 or 2."),
        ("inner: [{day: monday, on: x}]\n", "contains unknown field `on`; known: day, at."),
        ("inner: [{at: '1'}]\n", "issing required field `day`."),
        ("hours: sometimes\n", "there is no 'sometimes'; write one of: always"),
        ("hours: [{day: moday}]\n", "there is no 'moday'; write one of: monday, tuesday."),
    ],
)
def test_a_fault_within_names_what_is_allowed_there(text: str, message: str) -> None:
    """Of the key that is meant and of no other; a technical mark stands nowhere."""
    _, ((_, told),) = read(text)
    assert message in told
    assert "$" not in told


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, EMPTY),
        ("# only a comment\n", 1, EMPTY),
        ("a: b: c\n", 1, "This is not valid YAML: mapping values are not allowed"),
        ("a: b\n\tc: d\n", 2, "There is a tab in this line. Write spaces"),
        (
            "a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> x\n",
            2,
            "A merge has left two versions",
        ),
        ('a: "b\n', 1, "The quotation mark that begins in this line"),
        ("[" * 2000, 1, "This is not valid YAML"),
    ],
)
def test_what_is_no_yaml_is_told_with_its_line(text: str, line: int, message: str) -> None:
    """Nothing at all, a slip in the grammar, and what nobody could mean."""
    faults = FaultList("f")
    assert compose(text, faults) is None
    (fault,) = faults.faults
    assert fault.message.startswith(message)
    assert fault.line == line


@pytest.mark.parametrize(
    "text", ["a: &x [b]\nc: *x\n", "a: {k: &x b}\nc: *x\n", "&x a: b\n*x : c\n", "- &x a\n- *x\n"]
)
def test_no_text_stands_for_another(text: str) -> None:
    """In a list, in a key, in a value: a short way to write is one that nobody else can read."""
    faults = FaultList("f")
    assert compose(text, faults) is None
    assert [fault.message for fault in faults.faults] == [ALIAS]


def test_an_anchor_that_nothing_refers_to_does_no_harm() -> None:
    """It is not shown, and there is one text."""
    assert whole("name: &a b\n").name == "b"


def test_what_yaml_cannot_hold_is_dropped_and_the_rest_stays() -> None:
    """Accents, emoji and the next-line sign may stand; a control or half a character goes."""
    assert whole("name: é😀\x7f\x01\ud800\ufffe.\n").name == "é😀."


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("nmae", "Did you mean 'name'?"),
        ("zzzz", "Known keys: name, say, count, is_on, answers, parts, inner, hours."),
    ],
)
def test_an_unknown_key_comes_with_those_that_are_known(typed: str, hint: str) -> None:
    """The nearest one, or all."""
    _, faults = read(f"{typed}: x\n")
    assert faults == [(1, f"The key '{typed}' is not known. {hint}")]


def test_a_key_that_stands_twice_has_one_fault() -> None:
    """It is not unknown as well."""
    _, faults = read("name: a\nname: b\n")
    assert faults == [(2, "The key 'name' stands here twice; keep one of them.")]


@pytest.mark.parametrize(
    ("text", "pairs", "told"),
    [
        ("a: 1\nb: [c]\n", {"a": "1", "b": None}, []),
        ("- a\n", {}, [(1, MAPPING)]),
        ("[a]: b\n", {"?": "b"}, []),
        ("", {}, [(1, EMPTY)]),
    ],
)
def test_a_mapping_is_read_in_pairs(
    text: str, pairs: Mapping[str, str | None], told: list[tuple[int, str]]
) -> None:
    """What is no text has none; a key that is none has a question mark for a name."""
    faults = FaultList("f")
    found = {key: scalar_text(node) for key, _, node in read_mapping(text, faults)}
    assert found == pairs
    assert [(fault.line, fault.message) for fault in faults.faults] == told


@pytest.mark.parametrize(
    ("text", "entries", "lines"),
    [
        ("- name: a\n-\n  name: b\n", [(1, "a"), (3, "b")], []),
        ("- name: a\n- b\n- name: c\n", [(1, "a"), (3, "c")], [2]),
        ("\nname: a\n", [], [2]),
        ("", [], [1]),
    ],
)
def test_a_list_is_read_entry_by_entry(
    text: str, entries: list[tuple[int, str]], lines: list[int]
) -> None:
    """Each with its line; a fault in one keeps the others."""
    faults = FaultList("f")
    found = [(line, record.name) for line, record in read_records(text, Whole, faults)]
    assert found == entries
    assert [fault.line for fault in faults.faults] == lines
