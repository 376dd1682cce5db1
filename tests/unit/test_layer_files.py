"""Which file of which layer counts: replaced, hidden, shown again, a draft, or never shown."""

from pathlib import Path

import pytest

from kiosk.content.faults import Fault
from kiosk.content.layers import Layer, Layers, folders_of, without_draft
from kiosk.content.load import load_content
from kiosk.paths import content_folder
from kiosk.settings import Settings
from tests.unit.conftest import FEW_WORDS, write_few_words

PAGE, HIDE, DRAFT = "title: x\n", "---\nhide: true\n---\n", "---\ndraft: true\n---\n"
ONE = FEW_WORDS["en/topics/one.md"]


def lay(folder: Path, *layers: dict[str, str]) -> tuple[list[str], set[str], list[Fault]]:
    """The files that count, what is hidden, and the faults, of layers with these topics."""
    for number, files in enumerate(layers):
        (folder / f"{number}/en/topics").mkdir(parents=True)
        for name, text in files.items():
            (folder / f"{number}/en/topics" / name).write_text(text)
    laid = Layers([folder / str(number) for number in range(len(layers))])
    faults: list[Fault] = []
    found = laid.find("en/topics", ".md", faults)
    return [path.relative_to(folder).as_posix() for path in found.paths], found.hidden, faults


@pytest.mark.parametrize(
    ("layers", "counts", "hidden"),
    [
        ([{"a.md": PAGE}], "0 a", ""),
        ([{"b.md": PAGE, "a.md": PAGE}], "0 a, 0 b", ""),
        ([{"a.md": PAGE}, {"a.md": PAGE}], "1 a", ""),
        ([{"b.md": PAGE}, {"a.md": PAGE}], "1 a, 0 b", ""),
        ([{"a.md": PAGE}, {"a.md": HIDE}], "", "a"),
        ([{"a.md": PAGE}, {"a.md": HIDE}, {"a.md": PAGE}], "2 a", ""),
        ([{"a.md": PAGE}, {"a.md": HIDE}, {"a.md": DRAFT + PAGE}], "", "a"),
        ([{"a.md": PAGE}, {"a.md": DRAFT + PAGE}], "0 a", ""),
        ([{"a.md": DRAFT + PAGE}], "", ""),
        ([{"a.md": PAGE}, {}, {"a.md": HIDE}], "", "a"),
    ],
)
def test_the_uppermost_layer_decides(
    tmp_path: Path, layers: list[dict[str, str]], counts: str, hidden: str
) -> None:
    """A page replaces, `hide: true` hides, a page above shows again, and a draft does nothing."""
    found, gone, faults = lay(tmp_path, *layers)
    wanted = [each.split() for each in counts.split(", ") if each]
    assert found == [f"{layer}/en/topics/{name}.md" for layer, name in wanted]
    assert gone == set(hidden)
    assert faults == []


def test_a_page_that_is_shown_again_can_be_led_to(tmp_path: Path) -> None:
    """Hidden in one layer and shown in the next one, it is there for links as for lists."""
    write_few_words(tmp_path / "0")
    two = ONE.replace("title: One", "title: Two").replace("next: []", "next: [one]")
    (tmp_path / "0/en/topics/two.md").write_text(two.replace("Words.", "See [it](one.md)."))
    write_start = (tmp_path / "0/en/start.yaml").read_text().replace("to: one", "to: two")
    (tmp_path / "0/en/start.yaml").write_text(write_start)
    for number, text in ((1, HIDE), (2, ONE)):
        (tmp_path / f"{number}/en/topics").mkdir(parents=True)
        (tmp_path / f"{number}/en/topics/one.md").write_text(text)
    content = load_content([tmp_path / str(number) for number in range(3)])
    assert content.topics["two"].next == ("one",)
    assert "place=Place(kind='topic', name='one'" in str(content.topics["two"].blocks)


@pytest.mark.parametrize(
    ("layers", "where"),
    [
        ([{"a.md": HIDE}], "en/topics/a.md"),
        ([{"a.md": PAGE}, {"b.md": HIDE}], "1/en/topics/b.md"),
        ([{"a.md": PAGE}, {"a.md": HIDE}, {"a.md": HIDE}], "2/en/topics/a.md"),
        ([{"a.md": DRAFT}, {"a.md": HIDE}], "1/en/topics/a.md"),
    ],
)
def test_hiding_nothing_is_a_fault(
    tmp_path: Path, layers: list[dict[str, str]], where: str
) -> None:
    """What is not there, or not any more, cannot be hidden."""
    *_, (fault,) = lay(tmp_path, *layers)
    assert fault.path.endswith(where)
    assert fault.message.startswith("There is nothing of this name to hide")


@pytest.mark.parametrize(
    ("name", "is_told"),
    [
        ("a.markdown", True),
        ("a", True),
        ("a.MD", True),
        ("a.txt", True),
        ("a.md~", False),
        ("~a.md.swp", False),
        (".a.swp", False),
        ("Thumbs.db", False),
        ("desktop.ini", False),
        ("Icon\r", False),
        ("#a.md#", False),
        ("~$a.docx", False),
        ("a.md.bak", False),
        ("a.md.orig", False),
        ("a.md.sb-1f2e3d4c-xYz", False),
        ("._a.md", False),
        (".#a.md", False),
    ],
)
def test_a_file_that_would_never_be_shown_is_told(
    tmp_path: Path, name: str, *, is_told: bool
) -> None:
    """Unless programs leave it there, or it is hidden from everybody; the remedy has the ending."""
    *_, faults = lay(tmp_path, {name: ""})
    wanted = "Names here end in .md; rename this or move it away."
    assert [fault.message for fault in faults] == ([wanted] if is_told else [])


def test_a_folder_among_the_pages_is_told(tmp_path: Path) -> None:
    """Also one that is named like a page."""
    (tmp_path / "0/en/topics/more.md").mkdir(parents=True)
    faults: list[Fault] = []
    assert Layers(tmp_path / "0").find("en/topics", ".md", faults).paths == []
    assert len(faults) == 1


@pytest.mark.parametrize(
    ("text", "hides"),
    [
        ("hide: true\n", True),
        ("hide: true", True),
        ("---\nhide: true\n---\n", True),
        ("hide:true\n", True),
        ("hide:   true  \n", True),
        ("# Not for us.\nhide: true\n\n", True),
        ("hide: false\n", False),
        ("hide: true\ntitle: x\n", False),
        ("hide: truely\n", False),
        ("hide: true\nhide: true\n", False),
        ("# Not for us.\n" * 100 + "hide: true\n", True),
        ("hide: true\n" + "# Not for us.\n" * 100 + "title: x\n", False),
        ("", False),
        ("---\n---\n", False),
    ],
)
def test_what_hides_a_page(tmp_path: Path, text: str, *, hides: bool) -> None:
    """The one line and nothing else, but comments, empty lines and the dashes of front matter."""
    _, hidden, _ = lay(tmp_path, {"a.md": PAGE}, {"a.md": text})
    assert (hidden == {"a"}) is hides


@pytest.mark.parametrize(
    ("text", "is_draft"),
    [
        ("---\ndraft: true\ntitle: x\n---\n", True),
        ("---\ntitle: x\ndraft: true\n---\n", True),
        ("---\ntitle: x\r\ndraft: true\r\n---\n", True),
        ("---\ndraft:\ttrue   # until May\n---\n", True),
        ("draft: true\n", True),
        ("---\ndraft: true1\n---\n", False),
        ("---\ndraft: false\n---\n", False),
        ("---\n draft: true\n---\n", False),
        ("---\nxdraft: true\n---\n", False),
        ("---\ntitle: x\n---\ndraft: true\n", False),
    ],
)
def test_what_makes_a_page_a_draft(text: str, *, is_draft: bool) -> None:
    """The line in its front matter; in the text it is text. Lines keep their numbers without it."""
    without = without_draft(text.encode())
    assert (without != text.encode()) is is_draft
    assert without.count(b"\n") == text.count("\n")


def test_the_files_of_a_name_come_from_the_bottom_up(tmp_path: Path) -> None:
    """Those that are there; where none is, the bottom layer's is the one that is missed."""
    layers = Layers([tmp_path / name for name in "abc"])
    for name in "ac":
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").touch()
    assert layers.each("file") == [tmp_path / "a/file", tmp_path / "c/file"]
    assert layers.top("file") == tmp_path / "c/file"
    assert layers.each("other") == [tmp_path / "a/other"]
    assert [layer.is_there for layer in layers.layers] == [True, False, True]


def test_above_the_first_layer_a_fault_names_the_whole_path(tmp_path: Path) -> None:
    """Staff edit those; the shipped words are named as in the documents. A name may be given."""
    layers = Layers([tmp_path / "a", tmp_path / "b", Layer(tmp_path / "c", "ours/")])
    names = [layers.name_of(tmp_path / name / "en/x.md") for name in "abc"]
    assert names == ["en/x.md", f"{tmp_path}/b/en/x.md", "ours/en/x.md"]


def test_the_folders_of_the_settings_lie_over_the_shipped_one() -> None:
    """In the order in which they are named."""
    folders = folders_of(Settings(content=("/one", "/two")))
    assert folders == [content_folder(), Path("/one"), Path("/two")]
