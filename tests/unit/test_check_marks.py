"""`kiosk check` on what is left in a text: marks, typed numbers, templates; and files unread."""

from datetime import date
from pathlib import Path

import pytest

from kiosk.settings import load_settings
from kiosk.staff.check.check import check_content
from kiosk.staff.check.report import Rule, WordsFinding
from kiosk.staff.findings import Severity
from kiosk.staff.new_topic import TO_REPLACE
from tests.unit.conftest import FEW_WORDS
from tests.unit.test_check import TODAY, found, only, topic, write_words

ONE = "en/topics/one.md"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Call [Childline] (helpline:line) now.", "] ("),
        ("Call (helpline:line) now.", "helpline:"),
        ("Call [Childline](helpline: line) now.", "]("),
        ("Call [Childline][helpline:line] now.", "]["),
        ("Read [the law] (the-law.md).", "] ("),
        ("Read [[the-law]].", "[["),
        ("| Who | Number |\n|---|---|\n| Police | 999 |", "| Who | Number |"),
        ("<<<<<<< HEAD", "<<<<<<<"),
        ("=======", "======="),
        ("||||||| base", "|||||||"),
        ("Ask &us; now.", "&us;"),
        ("Some words.[^1]", "[^1]"),
        ("- [ ] Tell somebody.", "[ ]"),
        ("- [x] Tell somebody.", "[x]"),
        ("> [!NOTE]\n> Words.", "[!NOTE]"),
        (":::warning\nWords.\n:::", ":::"),
        ("Ask {{ name }} for help.", "{{"),
        ("Ask $NAME for help.", "$NAME"),
        ("Ask ${name} for help.", "${name"),
        ("This is ~~wrong~~ right.", "~~"),
        ("This is ** important **.", "**"),
        ("This is ==important==.", "=="),
        ("Ask %(name)s for help.", "%(name)s"),
        ("##Heading\nWords.", "##H"),
        ("Words. {.note}", "{.note"),
        ("Well done :smile: you.", ":smile:"),
        ("Sextortion\n: a threat", ": a"),
        ("On the 1^st^ of May.", "1^s"),
        ("Ask \x1b[1;31mus\x1b[0m.", "[1;31m"),
    ],
)
def test_a_mark_that_visitors_would_see_is_an_error(tmp_path: Path, text: str, seen: str) -> None:
    """Named as it stands, with its line and what to write instead."""
    write_words(tmp_path, one=topic(text))
    marks = [finding for finding in found(tmp_path, Rule.MARKS) if f"'{seen}" in finding.what]
    assert marks, found(tmp_path, Rule.MARKS)
    assert {(m.path, m.severity, bool(m.instead)) for m in marks} == {(ONE, Severity.ERROR, True)}
    assert marks[0].line == line_of_text(tmp_path, seen)


def line_of_text(folder: Path, seen: str) -> int:
    """The first line of the page on which a text stands."""
    lines = (folder / ONE).read_text("utf-8").split("\n")
    return 1 + next(number for number, line in enumerate(lines) if seen in line)


@pytest.mark.parametrize(
    "text",
    [
        "It is yours (and nobody else's).",
        "**Don't pay.** *Never.*",
        "It costs $5, or 3 > 2 pounds [or more].",
        "Ask: who, when & where?",
        "At 10:30: the #1 talk. Well :-)",
    ],
)
def test_what_is_no_mark_passes(tmp_path: Path, text: str) -> None:
    """Brackets, signs and what Markdown has taken in."""
    write_words(tmp_path, one=topic(text))
    assert found(tmp_path, Rule.MARKS) == []


@pytest.mark.parametrize(
    ("number", "is_one"),
    [
        ("0800 1111", True),
        ("0800 111", False),
        ("0800-111-122", True),
        ("+44 800 1111 22", True),
        ("(0800) 111 122", True),
        ("020 7008 0151", True),
        ("116 123", True),
        ("116123", True),
        ("999", False),
        ("0800", False),
        ("10 000 000 000", False),
        ("2026-11-25", False),
    ],
)
def test_a_number_typed_into_a_text_is_found(tmp_path: Path, number: str, *, is_one: bool) -> None:
    """Nobody would think of it when the number changes; 999 and counts may stand."""
    write_words(tmp_path, one=topic(f"Call them on {number} today."))
    assert bool(found(tmp_path, Rule.NUMBER)) is is_one


@pytest.mark.parametrize("written", ["0800 1111", "08001111", "0800-1111", "+44 800 1111"])
def test_for_a_known_number_the_link_is_told(tmp_path: Path, written: str) -> None:
    """However it is written, the helpline it belongs to is found by its digits."""
    write_words(tmp_path, one=topic(f"Call {written} today."))
    assert "[their name](helpline:childline)" in only(tmp_path, Rule.NUMBER).instead


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("my-page.md", "en/topics/my-page.md"),
        ("en/helpline.yaml", "'en/helplines.yaml'"),
        ("en/Helplines.yaml", "'en/helplines.yaml'"),
        ("sources.yml", "'sources.yaml'"),
        ("en/start.yml", "'en/start.yaml'"),
        ("topics/page.md", "en/topics/page.md"),
        ("en/notes/page.md", "en/topics/page.md"),
        ("en/README.md", "en/topics/README.md"),
        ("en/page.docx", "en"),
        ("en/page.odt", "en"),
        ("en/Topics/page.md", "en/topics/page.md"),
        ("en/pathway/way.yaml", "en/pathways/way.yaml"),
        ("english/topics/page.md", "en/topics/page.md"),
    ],
)
def test_a_file_that_nothing_reads_is_an_error(tmp_path: Path, name: str, remedy: str) -> None:
    """With what it was likely meant to be: visitors would go on seeing the old words."""
    write_words(tmp_path)
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("words\n", "utf-8")
    finding = only(tmp_path, Rule.UNREAD)
    assert (finding.path, finding.line, finding.severity) == (name, 0, Severity.ERROR)
    assert remedy in finding.instead


@pytest.mark.parametrize("name", ["README.md", "LICENSE.md", ".git/x.md", "en/.page.md", "a.png"])
def test_what_nobody_expects_to_see_is_passed_over(tmp_path: Path, name: str) -> None:
    """About the folder, hidden, or no words at all."""
    write_words(tmp_path)
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("words\n", "utf-8")
    assert found(tmp_path, Rule.UNREAD) == []


def test_a_folder_laid_over_ours_has_words(tmp_path: Path) -> None:
    """Else a disk may be away, of which the mount point is left; or nobody has begun yet."""
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    write_words(ours)
    (theirs / "en").mkdir(parents=True)
    (theirs / "README.txt").write_text("About the disk.")
    findings = check_content([ours, theirs], TODAY).findings
    (emptied,) = (each for each in findings if each.path == f"{theirs}/")
    assert (emptied.severity, emptied.rule) == (Severity.WARNING, Rule.UNREAD)
    assert "bring it back" in emptied.instead
    (theirs / "en/helplines.yaml").write_text("{}")
    assert not [each for each in check_content([ours, theirs], TODAY).findings if each == emptied]


def test_words_of_the_template_are_an_error_once_visitors_see_them(tmp_path: Path) -> None:
    """In a draft they may stand: it is being written."""
    page = topic(TO_REPLACE[1])
    write_words(tmp_path, one=page)
    assert TO_REPLACE[1] in only(tmp_path, Rule.UNFINISHED).what
    write_words(tmp_path)
    (tmp_path / "en/topics/two.md").write_text(
        page.replace("---\n", "---\ndraft: true\n", 1), "utf-8"
    )
    assert found(tmp_path, Rule.UNFINISHED) == []


@pytest.mark.parametrize(
    ("text", "is_begun"),
    [
        ("Opening times: tbc.", True),
        ("TODO ask the police", True),
        ("Lorem ipsum dolor", True),
        ("Ring [insert number] today.", True),
        ("There is a lot to do [or not].", False),
    ],
)
def test_words_that_are_still_to_come_are_an_error(
    tmp_path: Path, text: str, *, is_begun: bool
) -> None:
    """What stands in their place is no advice."""
    write_words(tmp_path, one=topic(text))
    assert bool(found(tmp_path, Rule.UNFINISHED)) is is_begun


@pytest.mark.parametrize(
    ("text", "is_alone"),
    [
        ("Words.\n\n## Empty", True),
        ("## Empty\n\n## Next\n\nWords.", True),
        ("## Above\n\n### Below\n\nWords.", False),
        ("### Below\n\n## Next\n\nWords.", True),
        ("## Heading\n\nWords.", False),
    ],
)
def test_a_heading_without_text_is_an_error(tmp_path: Path, text: str, *, is_alone: bool) -> None:
    """Unless a smaller heading follows, which is its text."""
    write_words(tmp_path, one=topic(text))
    assert bool(found(tmp_path, Rule.UNFINISHED)) is is_alone


@pytest.mark.parametrize(
    ("title", "is_cut"),
    [
        ("Ask at desk #2 first", True),
        ('"Ask at desk #2 first"', False),
        ("Ask first # as staff say", False),
        ("Ask at desk#2 first", False),
    ],
)
def test_a_text_that_yaml_cuts_is_an_error(tmp_path: Path, title: str, *, is_cut: bool) -> None:
    """A # after a space begins a comment; with another space behind it, somebody meant one."""
    write_words(tmp_path, one=topic("Words.", title=title))
    findings = found(tmp_path, Rule.UNFINISHED)
    assert [finding.instead for finding in findings] == (
        ["Put the whole text in quotation marks."] if is_cut else []
    )


def test_two_pages_of_one_title_are_told_apart(tmp_path: Path) -> None:
    """In a list, nobody could know which is which; a draft is in no list."""
    page = FEW_WORDS[ONE]
    write_words(tmp_path)
    (tmp_path / "en/topics/two.md").write_text(page, "utf-8")
    assert only(tmp_path, Rule.UNFINISHED).what.endswith(f"is the title of {ONE}, too.")
    draft = page.replace("---\n", "---\ndraft: true\n", 1)
    (tmp_path / "en/topics/two.md").write_text(draft, "utf-8")
    assert found(tmp_path, Rule.UNFINISHED) == []


def settings_findings(folder: Path, text: str, today: date = TODAY) -> list[WordsFinding]:
    """What is found in a settings file of that text."""
    write_words(folder)
    path = folder / "kiosk.toml"
    path.write_text(text, "utf-8")
    read = load_settings(str(path))
    report = check_content(folder, today, settings=(str(path), read))
    return [finding for finding in report.findings if finding.path == str(path)]


@pytest.mark.parametrize(
    ("text", "line", "rule"),
    [
        ('name = "St John’s Library"', 1, Rule.GLYPH),
        ('name = "A"\nnotices = ["Story – Friday"]', 2, Rule.GLYPH),
        ('notices = ["No revenge porn here."]', 1, Rule.WORDS),
        ('notices = ["Read [this] (page.md)."]', 1, Rule.MARKS),
        (
            '[[helplines]]\nname = "Old"\nnumber = "01234 567890"\nfor = "all"\n'
            "checked = 2026-08-21",
            1,
            Rule.HELPLINE,
        ),
        (
            '[local_police]\nname = "P"\nnumber = "101"\nchecked = 2036-11-22\nnote = "Hi…"',
            5,
            Rule.GLYPH,
        ),
        ('[local_police]\nname = "P"\nnumber = "101"\nchecked = 2026-11-23', 1, Rule.REVIEW),
    ],
)
def test_what_visitors_read_from_the_settings_is_checked_alike(
    tmp_path: Path, text: str, line: int, rule: Rule
) -> None:
    """Names, news and helplines near here, each with its line of the settings file."""
    findings = settings_findings(tmp_path, text)
    assert (line, rule) in {(finding.line, finding.rule) for finding in findings}


def test_settings_that_are_right_have_no_finding(tmp_path: Path) -> None:
    """Checked within three months, in plain letters."""
    text = (
        'name = "Ashby Library"\nnotices = ["Story time is on Friday."]\n[local_police]\n'
        'name = "Ashby Police"\nnumber = "101"\nchecked = 2026-08-22\n'
    )
    assert settings_findings(tmp_path, text) == []


def test_a_number_needs_a_digit(tmp_path: Path) -> None:
    """Four blanks are no number, and would be shown as one."""
    path = tmp_path / "kiosk.toml"
    path.write_text('[local_police]\nname = "P"\nnumber = "    "\nchecked = 2026-11-22\n', "utf-8")
    with pytest.raises(Exception, match="must be digits and spaces"):
        load_settings(str(path))
