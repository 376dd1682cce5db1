"""`kiosk check --fix`: what has one right answer is mended, and nothing else."""

import os
import stat
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.topic_file import FRONT_MATTER
from kiosk.staff.check.fix import mended
from kiosk.staff.check.letters import plain
from tests.command import run_with
from tests.unit.test_live import Edit, edit, said, settings, store

__all__ = ["edit", "settings", "store"]
PAGE = "---\ntitle: {title}\nfor: [young people]\n---\n\n{text}\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It\u2019s \u201cfine\u201d.", 'It\'s "fine".'),
        ("9\u201317", "9-17"),
        ("one\u2014two \u2014 three", "one - two - three"),
        ("wait\u2026", "wait..."),
        ("0800\u00a01111", "0800 1111"),
        ("a\u2028b\u2029c", "a b c"),
        ("so\u00adft zero\u200bwidth", "soft zerowidth"),
        ("caf\u00e9 \u20ac5", "caf\u00e9 \u20ac5"),
    ],
)
def test_letters_of_word_processors_become_plain(text: str, wanted: str) -> None:
    """Those that have one plain form; all others stay, and the check tells of them."""
    assert plain(text) == wanted
    assert plain(wanted) == wanted


@pytest.mark.parametrize(
    ("ending", "before", "after"),
    [
        (
            ".md",
            PAGE.format(title="It\u2019s", text="\u201cYes\u201d"),
            PAGE.format(title="It's", text='"Yes"'),
        ),
        (".md", "---\r\ntitle: A\r\n---\r\nText\r\n", "---\ntitle: A\n---\nText\n"),
        (".md", "---\ntitle: A\ndraft: false\n---\nText\n", "---\ntitle: A\n---\nText\n"),
        (
            ".md",
            "---\ntitle: A\ndraft: true\n---\nText\n",
            "---\ntitle: A\ndraft: true\n---\nText\n",
        ),
        (".md", "---\ntitle:\tA\n---\n-\tone\n\t- two\n", "---\ntitle: A\n---\n- one\n    - two\n"),
        (".yaml", "a:\n\tb: c\n", "a:\n  b: c\n"),
        (".yaml", 'a: "say \u201chi\u201d"\n', "a: \"say 'hi'\"\n"),
        (".yaml", "a: 'it\u2019s'\n", "a: 'it\u2019s'\n"),
        (".yaml", "a: it\u2019s\nb: 2\n", "a: it's\nb: 2\n"),
        (".yaml", "a: \u201chi: there\u201d\n", 'a: "hi: there"\n'),
        (".toml", "name = \u201cAshby\u201d\n", 'name = "Ashby"\n'),
        (".toml", 'name = "The \u201cAshby\u201d"\n', "name = \"The 'Ashby'\"\n"),
        (".toml", "name = 'It\u2019s'\n", "name = 'It\u2019s'\n"),
        (".ftl", "a = It\u2019s\n", "a = It's\n"),
    ],
)
def test_a_file_is_mended_without_being_changed(ending: str, before: str, after: str) -> None:
    """Marks, tabs, ends of lines, and a draft that is none; where a mark is YAML's, it stays so."""
    assert mended(before, ending) == after
    assert mended(after, ending) == after


@given(st.text(alphabet="ab '\"\u2019\u201c\u201d\u2014:#-\u00a0", max_size=30))
def test_yaml_says_the_same_afterwards(text: str) -> None:
    """Whatever was written there, in plain letters and with either kind of quotation mark."""
    before = "---\ntitle: " + yaml.safe_dump(text, allow_unicode=True, width=999) + "---\nText\n"
    matter = FRONT_MATTER.match(mended(before, ".md"))
    assert matter is not None
    told = str(yaml.safe_load(matter[1])["title"])
    assert plain(told).replace('"', "'") == plain(text).replace('"', "'")


def test_it_shows_and_asks_before_it_writes(settings: Path, edit: Edit) -> None:
    """Nothing is written without a yes; then the file has its rights, and its text is shown."""
    edit(said("One."))
    page = settings.parent / "words/en/topics/ours.md"
    wrong = "\ufeff" + said("It\u2019s \u201cours\u201d.").replace("\n", "\r\n")
    page.write_bytes(wrong.encode())
    page.chmod(0o640)
    shown = run_with(settings, "check", "--fix")
    assert "-It\u2019s \u201cours\u201d." in shown.stdout
    assert '+It\'s "ours".' in shown.stdout
    assert page.read_bytes() == wrong.encode()
    done = run_with(settings, "check", "--fix", "--yes")
    assert "(each line ends as on Linux)" in done.stdout
    assert page.read_bytes() == said('It\'s "ours".').encode()
    assert stat.S_IMODE(page.stat().st_mode) == 0o640
    assert "drawn as a block" not in done.stdout
    assert not [name for name in os.listdir(page.parent) if name.startswith(".kiosk")]


def test_the_shipped_words_are_never_touched(settings: Path, edit: Edit) -> None:
    """They are the program's; what a link leads to is mended, and it stays a link."""
    edit(said("One."))
    shipped = settings.parent / "shipped/en/topics/one.md"
    before = shipped.read_text() + "It\u2019s.\n"
    shipped.write_text(before)
    elsewhere = settings.parent / "elsewhere.md"
    elsewhere.write_text(said("It\u2019s."))
    link = settings.parent / "words/en/topics/linked.md"
    link.symlink_to(elsewhere)
    run_with(settings, "check", "--fix", "--yes")
    assert shipped.read_text() == before
    assert link.is_symlink()
    assert elsewhere.read_text() == said("It's.")


def test_the_settings_are_mended_too(settings: Path) -> None:
    """Also where they cannot be read before: a quotation mark of Word's is no quotation mark."""
    settings.write_text(settings.read_text() + "name = \u201cAshby\u201d\n")
    assert run_with(settings, "settings").exit_code == 2
    run_with(settings, "check", "--fix", "--yes")
    assert 'name = "Ashby"' in run_with(settings, "settings").stdout
