"""YAML to typed records: what stands in the file is what is meant, and faults know their line."""

from datetime import date

import msgspec
import pytest

from kiosk.content.faults import FaultList
from kiosk.content.header import Header
from kiosk.content.records import compose, read_mapping, read_record, read_records, scalar_text


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A record of every kind of value there is."""

    name: str
    day: date
    words: tuple[str, ...] = ()
    order: int = 0


GOOD = "name: A\nday: 2026-11-22\n"


def read(text: str, record: type[msgspec.Struct] = Entry) -> tuple[object, list[str]]:
    """A record and its faults, as staff see them."""
    faults = FaultList("file.yaml")
    read = read_record(compose(text, faults), record, faults)
    return read, [str(fault) for fault in faults.faults]


def test_a_record_is_read() -> None:
    """Dates, numbers and lists are made where the record asks for them."""
    assert read(GOOD + "words: [b, c]\norder: 7\n") == (
        Entry(name="A", day=date(2026, 11, 22), words=("b", "c"), order=7),
        [],
    )


@pytest.mark.parametrize("word", ["3.10", "no", "on", "null", "~", "0800", "1e3", "2026-01-01"])
def test_text_stays_as_it_stands_in_the_file(word: str) -> None:
    """A text that looks like a number, a truth or nothing is still a text."""
    entry, faults = read(f"name: {word}\nday: 2026-11-22\nwords: [{word}]\n")
    assert faults == []
    assert isinstance(entry, Entry)
    assert (entry.name, entry.words) == (word, (word,))


def test_control_characters_are_cleaned() -> None:
    """An escape sequence in a text loses what makes it one."""
    entry, _ = read('name: "a\\x1b[2J\\u202Eb"\nday: 2026-11-22\n')
    assert isinstance(entry, Entry)
    assert entry.name == "a[2Jb"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (GOOD + "nmae: B\n", "file.yaml:3: The key 'nmae' is not known. Did you mean 'name'?"),
        (
            GOOD + "zzz: B\n",
            "file.yaml:3: The key 'zzz' is not known. Known keys: name, day, words, order.",
        ),
        (GOOD + "day: 2026-11-22\n", "file.yaml:3: The key 'day' stands here twice; keep one of"),
        ("day: 2026-11-22\n", "file.yaml:1: The key 'name' is missing."),
        (GOOD + "order: soon\n", "file.yaml:3: 'order' is not right: write a whole number"),
        (GOOD + "words: one\n", "file.yaml:3: 'words' is not right: write a list, like [one"),
        ("name: [a]\nday: 2026-11-22\n", "file.yaml:1: 'name' is not right: write text here"),
        ("name: A\nday: soon\n", "file.yaml:2: 'day' is not right:"),
        ("- a\n", "file.yaml:1: Write keys and values here, like 'title: Some words'."),
    ],
)
def test_each_fault_names_line_and_remedy(text: str, fault: str) -> None:
    """Each kind of fault is one message, with the line to go to."""
    _, (said,) = read(text)
    assert said.startswith(fault)


def test_every_fault_of_a_record_is_found() -> None:
    """One reading tells everything that is wrong."""
    _, faults = read("nmae: A\nday: soon\norder: many\n")
    assert [fault.split(": ")[0] for fault in faults] == [
        "file.yaml:1",
        "file.yaml:2",
        "file.yaml:3",
        "file.yaml:1",
    ]


def test_a_date_that_is_none_says_once_how_to_write_one() -> None:
    """The remedy stands in the message exactly once."""
    _, (fault,) = read("name: A\nday: soon\n")
    assert fault.count("2026-11-22") == 1


def test_a_word_that_must_be_one_of_a_few_says_which() -> None:
    """Where only certain words are allowed, the message lists them instead of technical marks."""
    _, faults = read("for: [nobody]\n", Header)
    (fault,) = (fault for fault in faults if "'for'" in fault and "missing" not in fault)
    assert "young people" in fault
    assert "$" not in fault


def test_broken_yaml_names_its_line_once() -> None:
    """A slip in the grammar is told where it was noticed, and nothing else is made of it."""
    _, faults = read("name: A\nwords: [a, b\nday: 2026-11-22\n")
    assert len(faults) == 1
    assert faults[0].startswith("file.yaml:3: This is not valid YAML:")
    assert "stands in quotation marks" in faults[0]


@pytest.mark.parametrize("text", ["name: A\nday: a\x00b\n", "name: A\nday: a\x1bb\n"])
def test_a_control_character_in_yaml_leads_to_its_line_or_is_cleaned(text: str) -> None:
    """YAML allows no control characters: a fault, if there is one, names the line on one line."""
    faults = FaultList("file.yaml")
    node = compose(text, faults)
    assert node is not None or [fault.line for fault in faults.faults] == [2]
    assert not any("\n" in fault.message for fault in faults.faults)


def test_a_fault_repeats_no_control_character() -> None:
    """A fault is printed on a terminal, so what it quotes is cleaned as well."""
    _, faults = read(GOOD + '"k\\x1b[2J": 1\n')
    assert len(faults) == 1
    assert faults[0].isprintable()


def test_a_list_that_holds_itself_is_a_fault() -> None:
    """YAML can name a list inside itself; that is no text, and told as a fault."""
    entry, faults = read(GOOD + "words: &all [a, *all]\n")
    assert entry is None
    assert faults


def test_records_are_read_from_a_list() -> None:
    """A faulty entry is told, and the others are still read."""
    faults = FaultList("file.yaml")
    entries = list(
        read_records(
            "- name: A\n  day: 2026-11-22\n- name: B\n- name: C\n  day: 2026-11-23\n", Entry, faults
        )
    )
    assert [(line, entry.name) for line, entry in entries] == [(1, "A"), (4, "C")]
    assert [str(fault) for fault in faults.faults] == ["file.yaml:3: The key 'day' is missing."]


@pytest.mark.parametrize("text", ["name: A\n", "just words\n"])
def test_a_list_is_asked_for_where_none_is(text: str) -> None:
    """A file that must be a list says how an entry begins."""
    faults = FaultList("file.yaml")
    assert list(read_records(text, Entry, faults)) == []
    assert [fault.message for fault in faults.faults] == [
        "Write a list here: each entry begins with '- '."
    ]


def test_a_mapping_gives_keys_lines_and_texts() -> None:
    """The interface's words are read as key, line and text; what is not a text is None."""
    faults = FaultList("file.yaml")
    found = [
        (key, line, scalar_text(node))
        for key, line, node in read_mapping('a.b: "1"\nc: [d]\n', faults)
    ]
    assert found == [("a.b", 1, "1"), ("c", 2, None)]
    assert faults.faults == []
