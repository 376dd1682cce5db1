"""Faults in the words of somebody who edits a text file, at the line where they are."""

from pathlib import Path

import pytest

from kiosk.content.faults import Fault
from kiosk.content.layers import Layers
from kiosk.settings import SettingsError, load_settings
from tests.unit.conftest import FEW_WORDS, faults_of, write_few_words

HELPLINES = FEW_WORDS["en/helplines.yaml"]
ONE = FEW_WORDS["en/topics/one.md"]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (
            {"helplines": HELPLINES.replace("0800 1111", '"0800-1111"')},
            "en/helplines.yaml:3: 'number' is not right: write it like 0800 1111.",
        ),
        (
            {"helplines": HELPLINES + "  hours: 24/7\n"},
            "write one of: always, or a list as in docs/words.md.",
        ),
        (
            {"one": ONE.replace("title: One", f"title: {'A' * 46}")},
            "en/topics/one.md:2: 'title' is not right: it is too long; write at most 45",
        ),
        (
            {"one": ONE.replace("title: One", 'title: "One')},
            "en/topics/one.md:2: The quotation mark that begins in this line has no other one",
        ),
        (
            {"one": ONE.replace("summary:", "\tsummary:")},
            "There is a tab in this line. Write spaces; 'kiosk check --fix' does so.",
        ),
        (
            {"one": ONE.replace("summary:", "draft: false\nsummary:")},
            "Take the line out: a page without 'draft: true' is shown.",
        ),
    ],
)
def test_a_fault_is_told_without_a_parsers_words(
    tmp_path: Path, changed: dict[str, str], told: str
) -> None:
    """With what to write."""
    write_few_words(tmp_path, **changed)
    assert any(told in fault for fault in faults_of(tmp_path)), faults_of(tmp_path)


@pytest.mark.parametrize(
    "text",
    ["\ufeffhide: true\n", "hide: True\n", "hide: true  # not here\n", "---\r\nhide: true\r\n"],
)
def test_a_page_is_hidden_however_the_line_was_saved(tmp_path: Path, text: str) -> None:
    """With the mark of Windows, a large letter, or a comment."""
    write_few_words(tmp_path / "shipped")
    (tmp_path / "own/en/topics").mkdir(parents=True)
    (tmp_path / "own/en/topics/one.md").write_bytes(text.encode())
    faults: list[Fault] = []
    found = Layers([tmp_path / "shipped", tmp_path / "own"]).find("en/topics", ".md", faults)
    assert (found.hidden, faults) == ({"one"}, [])


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ('["1"]', "'panic_keys' has 1, which visitors need: digits choose, / searches."),
        ('["f12", "/"]', "'panic_keys' has /, which visitors need"),
        ('["f10"]', "'panic_keys' has f10, which opens the staff page: take another one."),
        ('["f12", "#"]', ""),
    ],
)
def test_no_panic_key_is_one_that_visitors_or_staff_need(
    tmp_path: Path, keys: str, told: str
) -> None:
    """It would clear the screen whenever somebody chooses, searches, or wants the staff page."""
    path = tmp_path / "kiosk.toml"
    parts = "$argon2id$v=19$m=32768,t=4,p=1$c2FsdHNhbHRzYWx0c2FsdA$" + "A" * 43
    path.write_text(f'staff_passphrase_hash = "{parts}"\npanic_keys = {keys}\n')
    if not told:
        assert load_settings(str(path)).panic_keys == ("f12", "#")
        return
    with pytest.raises(SettingsError) as raised:
        load_settings(str(path))
    assert f"{path}:2: {told}" in str(raised.value)
