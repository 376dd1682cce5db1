"""What these tests share: the shipped words, a copy of them to break, and a folder of few words."""

import shutil
from pathlib import Path

import pytest

from kiosk.content.faults import ContentError
from kiosk.content.load import load_content
from kiosk.content.model import Content
from kiosk.content.search import SearchIndex
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.edition import Edition, make_edition
from kiosk.paths import content_folder
from kiosk.settings import Settings

FEW_WORDS = {
    "sources.yaml": (
        '"1.1":\n  fact: Talking helps.\n  publishers: [A charity]\n  seen: May 2026\n  mark: C\n'
        '"1.2":\n  fact: Looking helps.\n  publishers: [A charity]\n  seen: May 2026\n  mark: C\n'
    ),
    "en/helplines.yaml": (
        "- id: childline\n  name: Childline\n  number: 0800 1111\n  for: anyone under 19\n"
        '  audiences: [young people]\n  checked: 2026-11-21\n  mark: C\n  sources: ["1.1"]\n'
    ),
    "en/start.yaml": (
        "urgent:\n  - label: Help now\n    to: one\n"
        "about:\n  label: About\n  to: one\n"
        "audiences:\n  - audience: young people\n    label: I am young\n    title: For you\n"
    ),
    "en/interface.ftl": (content_folder() / "en/interface.ftl").read_text(encoding="utf-8"),
    "en/danger.yaml": "always: Danger? 999\nkinds: {}\n",
    "en/meanings.yaml": "- means: first\n  words: [first, one]\n",
    "en/travels.yaml": (
        "title: Travels\nfor: [young people]\nsummary: Look.\nkeywords: [look]\n"
        "reviewed: 2020-01-01\nreview_by: 2090-01-01\nnext: [one]\nsigns:\n  o: somebody\n"
        "steps:\n  first:\n    title: First\n    draw: |\n      o─o\n    say: Words.\n"
        '    sources: ["1.2"]\n'
    ),
    "en/quiz.yaml": (
        "title: Quiz\nfor: [young people]\nsummary: Try.\nkeywords: [try]\n"
        "reviewed: 2020-01-01\nreview_by: 2090-01-01\nnext: [one]\nstatements:\n  first:\n"
        "    statement: Talking helps.\n    true: true\n    say: It does.\n"
        '    sources: ["1.2"]\n    read: one\n'
    ),
    "en/topics/one.md": (
        "---\ntitle: One\nfor: [young people]\nsummary: The first.\nkeywords: [first]\n"
        'sources: ["1.1"]\nreviewed: 2026-11-22\nreview_by: 2027-05-22\nnext: []\n---\n\nWords.\n'
    ),
}
"""The smallest content folder without a fault: path to text."""


def write_few_words(folder: Path, **changed: str) -> None:
    """Write the smallest content folder, with some files' texts changed.

    Args:
        folder: Where to write it.
        changed: Texts by the file's name without its ending, such as `one` or `sources`.
    """
    for name, text in FEW_WORDS.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(changed.get(path.stem, text), encoding="utf-8", newline="")


def faults_of(folder: Path) -> list[str]:
    """Every fault of a content folder, as staff would see it."""
    with pytest.raises(ContentError) as raised:
        load_content(folder)
    return [str(fault) for fault in raised.value.faults]


def replace_in(path: Path, old: str, new: str) -> None:
    """Replace words in a file, once; they must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def line_with(path: Path, words: str) -> int:
    """The first line of a file that holds the words, counted from 1."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if words in line)


@pytest.fixture(scope="session")
def content() -> Content:
    """The shipped words."""
    return load_content(content_folder())


@pytest.fixture(scope="session")
def index(content: Content) -> SearchIndex:
    """The shipped words, ready to be searched."""
    return SearchIndex(content)


@pytest.fixture(scope="session")
def edition(content: Content) -> Edition:
    """The shipped words with the default settings."""
    return make_edition(content, Settings())


@pytest.fixture(scope="session")
def catalogue(edition: Edition) -> Catalogue:
    """Every shipped page."""
    return Catalogue(edition)


@pytest.fixture
def words_copy(tmp_path: Path) -> Path:
    """A copy of the shipped content folder, to break."""
    return Path(shutil.copytree(content_folder(), tmp_path / "content"))
