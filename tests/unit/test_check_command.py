"""`kiosk check`: what it prints, for people and for programs, and how it ends."""

import io
import json
import shutil
import sys
from pathlib import Path

import pytest

from kiosk.paths import content_folder
from kiosk.settings import Settings
from kiosk.staff.check import command
from kiosk.staff.check.report import Report, Rule, WordsFinding, make_report
from kiosk.staff.check.report_text import as_json, as_text
from kiosk.staff.findings import Severity
from tests.command import run
from tests.unit.conftest import FEW_WORDS, replace_in, write_few_words

LONG = "A very long account of what is wrong with these words. " * 4
ERROR = WordsFinding(
    path="en/topics/one.md",
    line=12,
    severity=Severity.ERROR,
    rule=Rule.WORDS,
    what=LONG,
    instead="Write other words.",
)
UNCONFIRMED = WordsFinding(
    path="en/topics/one.md",
    line=5,
    severity=Severity.WARNING,
    rule=Rule.FACT,
    what="Fact 1.1 is not settled: Talking helps.",
    instead="Confirm it.",
    about="Talking helps. (fact 1.1)",
    mark="X",
    source="A charity, example.org",
)


def report_of(*findings: WordsFinding) -> Report:
    """A report on one file."""
    return make_report(findings, 1, ["en"])


@pytest.mark.slow
def test_the_shipped_words_end_with_0() -> None:
    """Without a folder, the words of the settings are checked; what must be verified is listed."""
    result = run("check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "No errors: the words can be shown." in result.stdout
    assert "Family Lives, 0808 800 2222" in result.stdout
    assert "(fact 18.12)" in result.stdout
    assert result.stdout.splitlines()[-1].startswith("0 errors, ")


@pytest.fixture
def unconfirmed(tmp_path: Path) -> str:
    """A folder of few words, one fact of which is not confirmed."""
    sources = FEW_WORDS["sources.yaml"].replace("mark: C", "mark: X", 1)
    write_few_words(tmp_path, sources=sources)
    shutil.copy(content_folder() / "en/words-not-to-use.yaml", tmp_path / "en")
    return str(tmp_path)


def test_strict_takes_no_warning(unconfirmed: str) -> None:
    """On the day of the launch, an unconfirmed fact fails the check."""
    result = run("check", "--strict", unconfirmed)
    assert result.exit_code == 1
    assert "No errors; but --strict" in result.stdout


def test_strict_takes_notes() -> None:
    """What is confirmed at second hand, or due soon, does not fail it; errors always do."""
    note = WordsFinding(**{**vars(UNCONFIRMED), "severity": Severity.NOTE})
    assert not report_of(note).fails(strict=True)
    assert report_of(UNCONFIRMED).fails(strict=True)
    assert not report_of(UNCONFIRMED).fails(strict=False)
    assert report_of(ERROR).fails(strict=False)


def test_an_error_ends_with_1(words_copy: Path) -> None:
    """The report says where, what, and what instead; the list for the launch waits."""
    replace_in(words_copy / "en/topics/the-law.md", "## ", "## A mistake. ")
    for language in ("cy", "pl", "ro"):
        shutil.rmtree(words_copy / language)
    result = run("check", str(words_copy))
    assert (result.exit_code, result.stderr) == (1, "")
    first, second, *_ = result.stdout.splitlines()
    assert first == "en/topics/the-law.md"
    assert second.startswith("  line ")
    assert "'mistake'" in second
    assert "Samaritans, 116 123" not in result.stdout
    assert result.stdout.splitlines()[-1].startswith("1 error, ")


def test_a_folder_that_is_not_there_ends_with_2(tmp_path: Path) -> None:
    """The message says which folder to name."""
    result = run("check", str(tmp_path / "none"))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Name the folder that holds" in result.stderr


def test_the_folder_of_a_language_ends_with_2(words_copy: Path) -> None:
    """Whoever names the folder one step too deep is told the right one."""
    result = run("check", str(words_copy / "en"))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(f"Name the folder above it: {words_copy}\n")


@pytest.mark.parametrize(
    ("files", "is_whole"),
    [
        ([], False),
        (["sources.yaml"], False),
        (["en/interface.ftl"], False),
        (["sources.yaml", "en/interface.ftl"], True),
    ],
)
def test_words_that_are_not_whole_are_laid_over_ours(
    tmp_path: Path, files: list[str], *, is_whole: bool
) -> None:
    """A library that has only added sources, or changed the interface, has no whole set."""
    for name in files:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    folders = command._folders(Settings(), str(tmp_path))
    assert folders == ([tmp_path] if is_whole else [content_folder(), tmp_path])


@pytest.mark.parametrize(
    ("name", "inside", "is_for_words"),
    [
        ("words", ["en"], True),
        ("words", ["en", "topics"], True),
        ("words", [], True),
        ("cy", ["topics"], False),
        ("en", [], False),
        ("en", ["topics"], False),
        ("en", ["en"], True),
    ],
)
def test_a_folder_one_step_too_deep_is_told(
    tmp_path: Path, name: str, inside: list[str], *, is_for_words: bool
) -> None:
    """By its name, or by the topics in it; one with English in it is the right one."""
    for each in [".", *inside]:
        (tmp_path / name / each).mkdir(exist_ok=True)
    told = command._not_for_words(tmp_path / name, str(tmp_path / name))
    assert (told == "") is is_for_words
    assert is_for_words or told.endswith(f"Name the folder above it: {tmp_path}")


def test_settings_that_cannot_be_read_end_with_2(tmp_path: Path) -> None:
    """The settings' faults are told as every command tells them."""
    path = tmp_path / "kiosk.toml"
    path.write_text("nam = 1\n")
    result = run("--settings", str(path), "check")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "nam" in result.stderr


def test_help_tells_the_exit_codes() -> None:
    """Whoever writes a script finds them in the help."""
    text = " ".join(run("check", "--help").stdout.split())
    assert "The exit code is 0 where the words can be shown, 1 where" in text


@pytest.mark.parametrize("columns", [60, 80, 100])
def test_the_report_keeps_to_the_width(columns: int) -> None:
    """Every line fits the terminal, and the text of a finding stands in one column."""
    lines = as_text(report_of(ERROR), columns).splitlines()
    assert max(map(len, lines)) <= columns
    head, *rest = lines[1 : lines.index("")]
    column = head.index("A very")
    assert all(line[:column].strip() == "" and line[column] != " " for line in rest)


def test_one_thing_to_verify_is_listed_once() -> None:
    """A fact on several pages is one thing to do, with its mark, its source and all its pages."""
    elsewhere = {"path": "en/topics/two.md", "line": 7}
    two = WordsFinding(**{**vars(UNCONFIRMED), **elsewhere})
    both = report_of(UNCONFIRMED, two, WordsFinding(**{**vars(two), "line": 9}))
    text = as_text(both, 80)
    assert text.count("Talking helps. (fact 1.1)") == 1
    assert "  X   Talking helps." in text
    assert "Source: A charity, example.org" in text
    assert "In: one, two\n" in text


def test_nothing_found_is_said_so() -> None:
    """Clean words have a short report."""
    assert as_text(report_of(), 80).splitlines() == [
        "No errors: the words can be shown.",
        "",
        "0 errors, 0 warnings and 0 notes in 1 file (en).",
    ]


def test_the_shape_of_the_json() -> None:
    """The keys are those of docs/checking.md, and stay."""
    told = json.loads(as_json(report_of(ERROR, UNCONFIRMED), strict=False))
    assert list(told) == [
        "version",
        "passed",
        "strict",
        "languages",
        "files",
        "counts",
        "findings",
    ]
    assert told["counts"] == {"error": 1, "warning": 1, "note": 0}
    assert (told["version"], told["passed"]) == (1, False)
    assert told["findings"][0] == {
        "file": "en/topics/one.md",
        "line": 5,
        "severity": "warning",
        "rule": "fact",
        "what": "Fact 1.1 is not settled: Talking helps.",
        "instead": "Confirm it.",
        "about": "Talking helps. (fact 1.1)",
        "mark": "X",
        "source": "A charity, example.org",
    }
    docs = Path(__file__).parents[2] / "docs/checking.md"
    text = docs.read_text(encoding="utf-8")
    assert [key for key in (*told, *told["findings"][0]) if f"`{key}`" not in text] == []


def test_json_alone_is_on_standard_output(unconfirmed: str) -> None:
    """A program can read it as it stands."""
    result = run("check", "--format", "json", "--strict", unconfirmed)
    assert (result.exit_code, result.stderr) == (1, "")
    assert json.loads(result.stdout)["passed"] is False


class _Screen(io.StringIO):
    """Standard error as somebody watches it."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("patience", "is_shown"), [(0.0, True), (3600.0, False)])
def test_a_bar_is_shown_when_it_takes_long(
    monkeypatch: pytest.MonkeyPatch, patience: float, *, is_shown: bool
) -> None:
    """Only for somebody who watches, only on standard error, and gone at the end."""
    screen = _Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(command, "PATIENCE", patience - 1)
    monkeypatch.setenv("TERM", "xterm")
    with command.progress_bar() as tell:
        tell(1, 2)
        tell(2, 2)
    assert ("Checking the words" in screen.getvalue()) is is_shown


def test_no_bar_where_nobody_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes to a file or a pipe has no bar in it."""
    pipe = io.StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    monkeypatch.setattr(command, "PATIENCE", -1)
    with command.progress_bar() as tell:
        tell(1, 2)
    assert pipe.getvalue() == ""


@pytest.mark.slow
def test_only_languages_of_the_settings_are_checked(tmp_path: Path) -> None:
    """A draft that visitors are never offered holds no launch up; one that they may be does."""
    settings = tmp_path / "kiosk.toml"
    drafts = {}
    for chosen in ('["en"]', '["en", "cy"]'):
        settings.write_text(f"languages = {chosen}\n")
        told = json.loads(run("--settings", str(settings), "check", "--format", "json").stdout)
        drafts[chosen] = [each["file"] for each in told["findings"] if each["rule"] == "draft"]
    assert drafts == {'["en"]': [], '["en", "cy"]': ["cy/language.yaml"]}
