"""The rules of `kiosk check`: each tells where it finds something, and what to do instead."""

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kiosk.paths import content_folder
from kiosk.staff.check.check import check_content
from kiosk.staff.check.report import Rule, WordsFinding
from kiosk.staff.findings import Severity
from tests.unit.conftest import FEW_WORDS, line_with, replace_in, write_few_words

TODAY = date(2026, 11, 22)
TOPIC = FEW_WORDS["en/topics/one.md"]
HARD = (
    "Individuals experiencing psychological distress should communicate immediately. "
    "Organisations specialise in safeguarding vulnerable adolescents. "
    "Inappropriate distribution necessitates professional intervention. "
    "Subsequently, considerable deterioration materialises. "
    "Institutional responsibilities incorporate comprehensive documentation. "
    "Confidentiality considerations remain extraordinarily significant.\n"
)
"""Sentences that are short, and that nobody of twelve can read."""
ANY_TEXT = st.text(st.characters(codec="utf-8") | st.sampled_from("\n\n  --:[]{}*&#>\"'=$"))
NOT_TO_USE = "en/words-not-to-use.yaml"
SHIPPED_LIST = (content_folder() / NOT_TO_USE).read_text("utf-8")
FILES = [*FEW_WORDS, NOT_TO_USE, "en/pathways/help.yaml", "en/interface.ftl", "cy/language.yaml"]


def write_words(folder: Path, **changed: str) -> None:
    """Write the smallest content folder, with the shipped list of words not to use."""
    write_few_words(folder, **changed)
    (folder / NOT_TO_USE).write_text(changed.get("words-not-to-use", SHIPPED_LIST), "utf-8")


def found(folder: Path, rule: Rule, today: date = TODAY) -> list[WordsFinding]:
    """The findings of one rule in English."""
    report = check_content(folder, today, ["en"])
    return [finding for finding in report.findings if finding.rule is rule]


def only(folder: Path, rule: Rule, today: date = TODAY) -> WordsFinding:
    """The one finding of a rule."""
    (finding,) = found(folder, rule, today)
    return finding


def topic(words: str, **changed: str) -> str:
    """The topic of few words, with another text and some other front matter."""
    text = TOPIC.replace("\n\nWords.\n", f"\n\n{words}\n")
    for key, value in changed.items():
        (old,) = (line for line in text.splitlines() if line.startswith(f"{key.strip('_')}:"))
        text = text.replace(old, f"{key.strip('_')}: {value}")
    return text


def test_the_shipped_words_pass() -> None:
    """No error, and no warning about words: what is left can only be rung, asked or read."""
    report = check_content(content_folder(), TODAY)
    assert not report.has_errors
    about_words = (Rule.GLYPH, Rule.WORDS, Rule.SENTENCE, Rule.READING_AGE, Rule.STRUCTURE)
    assert [finding for finding in report.findings if finding.rule in about_words] == []
    assert report.files > 25


def test_few_words_have_no_finding(tmp_path: Path) -> None:
    """Where everything is confirmed and short, the report is empty."""
    write_words(tmp_path)
    assert check_content(tmp_path, TODAY).findings == ()


def test_a_fault_of_the_loading_is_an_error(words_copy: Path) -> None:
    """What the kiosk would not start with is told with its file and line, links to topics too."""
    law = words_copy / "en/topics/the-law.md"
    replace_in(law, "(who-to-tell.md)", "(whom-to-tell.md)")
    finding = only(words_copy, Rule.STRUCTURE)
    assert (finding.path, finding.severity) == ("en/topics/the-law.md", Severity.ERROR)
    assert finding.line == line_with(law, "whom-to-tell")
    assert "whom-to-tell" in finding.what


def test_wording_is_checked_beside_a_fault(tmp_path: Path) -> None:
    """Somebody who mends a fault sees the forbidden words in the same run."""
    write_words(tmp_path, one=topic("A mistake.", title="''"))
    assert {finding.rule for finding in check_content(tmp_path, TODAY).findings} == {
        Rule.STRUCTURE,
        Rule.WORDS,
    }


@pytest.mark.parametrize(
    ("character", "instead"), [("’", "Write ' instead."), ("–", "Write - instead."), ("✓", "plain")]
)
def test_what_the_console_cannot_show(tmp_path: Path, character: str, instead: str) -> None:
    """A character outside the console's font is an error on its line, with what to type."""
    write_words(tmp_path, one=topic(f"First line\nsecond {character} line."))
    finding = only(tmp_path, Rule.GLYPH)
    line = line_with(tmp_path / "en/topics/one.md", character)
    assert (finding.line, finding.severity) == (line, Severity.ERROR)
    assert character in finding.what
    assert instead in finding.instead


def test_what_the_console_can_show(tmp_path: Path) -> None:
    """Accents, pounds, arrows and lines are in the kernel's own font."""
    write_words(tmp_path, one=topic("Café, £5, ← →, ─ │ ┼, ½, «so»."))
    assert found(tmp_path, Rule.GLYPH) == []


@pytest.mark.parametrize(
    "words",
    [
        "You should not\nhave sent it.",
        "It was a MISTAKE.",
        "You shouldn’t have.",
        "## Child pornography",
        "> It is **gone** for ever.",
    ],
)
def test_words_not_to_use(tmp_path: Path, words: str) -> None:
    """However written, over a line's end and within marks, they are errors with another wording."""
    write_words(tmp_path, one=topic(f"Some words.\n\n{words}\n\nMore words."))
    finding = only(tmp_path, Rule.WORDS)
    assert finding.severity is Severity.ERROR
    assert finding.line == line_with(tmp_path / "en/topics/one.md", words.partition("\n")[0])
    assert finding.instead


def test_words_not_to_use_may_stand_in_a_name(tmp_path: Path) -> None:
    """A helpline keeps its own name; elsewhere the same words are an error."""
    write_words(tmp_path, one=topic("The Revenge Porn Helpline helps with revenge porn."))
    (finding,) = found(tmp_path, Rule.WORDS)
    assert "'revenge porn'" in finding.what
    assert "intimate image abuse" in finding.instead


def test_words_within_words_may_stand(tmp_path: Path) -> None:
    """Only whole words count; and what is searched for is not shown."""
    write_words(tmp_path, one=topic("The unmistakeable bruined.", keywords="[mistake]"))
    assert found(tmp_path, Rule.WORDS) == []


def test_words_may_be_meant_for_some_only(tmp_path: Path) -> None:
    """A word of adults is an error on a page that young people are led to, and on no other."""
    write_words(tmp_path, one=topic("About sexting."))
    assert len(found(tmp_path, Rule.WORDS)) == 1
    write_words(tmp_path, one=topic("About sexting.", for_="[parents and carers]"))
    assert found(tmp_path, Rule.WORDS) == []


def test_words_not_to_use_are_read_strictly(tmp_path: Path) -> None:
    """A slip in the list of words is told like any other."""
    write_words(tmp_path, **{"words-not-to-use": "- words: [one]\n  wy: Because.\n"})
    whats = [finding.what for finding in found(tmp_path, Rule.STRUCTURE)]
    assert "The key 'wy' is not known. Did you mean 'why'?" in whats
    (tmp_path / "en/words-not-to-use.yaml").unlink()
    assert "missing" in only(tmp_path, Rule.STRUCTURE).what


def test_a_long_sentence(tmp_path: Path) -> None:
    """For young people, 20 words are the most; for adults, 25."""
    text = "You can tell a friend " + "and a friend of a friend " * 3
    write_words(tmp_path, one=topic(text))
    finding = only(tmp_path, Rule.SENTENCE)
    assert finding.severity is Severity.WARNING
    assert finding.line == line_with(tmp_path / "en/topics/one.md", "You can tell")
    assert "23 words" in finding.what
    assert "two sentences" in finding.instead
    write_words(tmp_path, one=topic(text, for_="[parents and carers]"))
    assert found(tmp_path, Rule.SENTENCE) == []


@pytest.mark.parametrize(
    ("audiences", "most"),
    [("young people", 6), ("parents and carers", 8), ("parents and carers, young people", 6)],
)
def test_a_page_that_is_hard_to_read(tmp_path: Path, audiences: str, most: int) -> None:
    """The limit is that of the audience; of several, young people's."""
    write_words(tmp_path, one=topic(HARD, for_=f"[{audiences}]"))
    finding = only(tmp_path, Rule.READING_AGE)
    assert finding.severity is Severity.ERROR
    assert f"{most} are the most" in finding.what
    assert "confidentiality" in finding.instead


def test_one_hard_part_is_not_made_good_by_easy_ones(tmp_path: Path) -> None:
    """A part between two headings is told, at its line, however easy the page around it is."""
    easy = "You can say no. You can tell a friend. They can help you.\n\n" * 40
    write_words(tmp_path, one=topic(f"{easy}## Then\n\n{HARD}\n\n## Now\n\n{easy}"))
    finding = only(tmp_path, Rule.READING_AGE)
    assert finding.line == line_with(tmp_path / "en/topics/one.md", "Individuals")


def test_a_plan_that_is_hard_to_read(words_copy: Path) -> None:
    """The plans of a pathway are read as parts, too."""
    path = words_copy / "en/pathways/help-asked.yaml"
    replace_in(path, "say: Someone who cares", f"say: {HARD.strip()} Someone who cares")
    assert only(words_copy, Rule.READING_AGE).line == line_with(path, "Individuals")


def test_a_fact_that_is_not_confirmed(tmp_path: Path) -> None:
    """The page that rests on it is named, with the mark, the source, and both ways out."""
    source = FEW_WORDS["sources.yaml"].replace("mark: C", "mark: X", 1)
    write_words(tmp_path, sources=source)
    (on_page,) = found(tmp_path, Rule.FACT)
    assert on_page.severity is Severity.WARNING
    assert on_page.line == line_with(tmp_path / "en/topics/one.md", "sources:")
    assert (on_page.mark, on_page.source) == ("X", "A charity")
    assert "Talking helps. (fact 1.1)" in on_page.about
    assert "mark: C" in on_page.instead


def test_a_fact_at_second_hand_is_a_note(tmp_path: Path) -> None:
    """It may be stated, and is to be found on its publisher's own page."""
    write_words(tmp_path, sources=FEW_WORDS["sources.yaml"].replace("mark: C", "mark: C2", 1))
    assert only(tmp_path, Rule.FACT).severity is Severity.NOTE


def test_a_helpline_that_is_not_confirmed(tmp_path: Path) -> None:
    """Its number may be shown on trial, and is a warning that says to ring it."""
    text = FEW_WORDS["en/helplines.yaml"].replace("mark: C", "mark: G")
    write_words(tmp_path, helplines=text)
    finding = only(tmp_path, Rule.HELPLINE)
    assert (finding.line, finding.severity, finding.mark) == (1, Severity.WARNING, "G")
    assert "Childline, 0800 1111" in finding.what
    assert finding.instead.startswith("Ring it")


@pytest.mark.parametrize(("today", "expected"), [(date(2027, 2, 21), 0), (date(2027, 2, 22), 1)])
def test_numbers_are_checked_every_three_months(tmp_path: Path, today: date, expected: int) -> None:
    """After 92 days, a helpline is to be checked again."""
    write_words(tmp_path)
    assert len(found(tmp_path, Rule.HELPLINE, today)) == expected


@pytest.mark.parametrize(
    ("today", "severity"),
    [
        (date(2027, 5, 23), Severity.WARNING),
        (date(2027, 5, 22), Severity.NOTE),
        (date(2027, 4, 22), Severity.NOTE),
        (date(2027, 4, 21), None),
    ],
)
def test_review_dates(tmp_path: Path, today: date, severity: Severity | None) -> None:
    """A page is noted a month before it is due, and warned of when the day has passed."""
    write_words(tmp_path)
    findings = found(tmp_path, Rule.REVIEW, today)
    assert [finding.severity for finding in findings] == ([severity] if severity else [])
    for finding in findings:
        assert finding.line == line_with(tmp_path / "en/topics/one.md", "review_by")


def test_a_day_still_to_come(tmp_path: Path) -> None:
    """Nothing was reviewed or rung tomorrow: the date, or the computer's clock, is wrong."""
    write_words(tmp_path)
    paths = {finding.path for finding in found(tmp_path, Rule.REVIEW, date(2026, 11, 1))}
    assert paths == {"en/topics/one.md", "en/helplines.yaml"}


def test_it_tells_how_far_it_is(tmp_path: Path) -> None:
    """The count goes up to the number of files."""
    write_words(tmp_path)
    told: list[tuple[int, int]] = []
    report = check_content(tmp_path, TODAY, on_file=lambda done, total: told.append((done, total)))
    assert told == [(done, report.files) for done in range(report.files + 1)]


@settings(max_examples=80)
@given(name=st.sampled_from(FILES), text=ANY_TEXT | st.binary())
@example(name="en/topics/one.md", text="---\nfor: {a: [b]}\nanswers: {[]: x}\n---\n" + "[" * 2000)
@example(name="en/helplines.yaml", text="- checked: {}\n  id: []\n  sources: [{}]\n")
@example(name="en/pathways/help.yaml", text="say: [[{steps: '> > > >'}]]\nreview_by: 9999-99-99\n")
@example(name="en/topics/one.md", text="---\nnext: " + "[" * 5000)
def test_no_text_crashes_it(name: str, text: str | bytes) -> None:
    """Whatever stands in a file ends in a report."""
    with tempfile.TemporaryDirectory() as folder:
        write_words(Path(folder))
        path = Path(folder, name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        report = check_content(Path(folder), TODAY)
        assert all(finding.what for finding in report.findings)
