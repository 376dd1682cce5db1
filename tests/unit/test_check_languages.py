"""`kiosk check` where there are several languages: each is judged by its own words and font."""

import re
import shutil
from pathlib import Path

import pytest

from kiosk.content.load import load_content
from kiosk.staff.check.check import check_content, check_page
from kiosk.staff.check.glyphs import glyphs_missing
from kiosk.staff.check.passages import Passage
from kiosk.staff.check.report import Rule
from tests.unit.test_check import HARD, TODAY, found, only, topic, write_words

_ENGLISH_ONLY = re.compile(r"^(for|sources|order|review_by|next):.*\n", re.MULTILINE)
"""What a translated topic takes from the English one."""


def add_welsh(folder: Path, state: str = "reviewed: 2026-11-01") -> None:
    """Give a content folder a second language, with the same topics."""
    shutil.copytree(folder / "en/topics", folder / "cy/topics")
    for path in (folder / "cy/topics").iterdir():
        path.write_text(_ENGLISH_ONLY.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")
    (folder / "cy/language.yaml").write_text(f"name: Cymraeg\n{state}\n")


def test_each_language_has_its_own_font(tmp_path: Path) -> None:
    """The circumflexed w of Welsh can be shown in Welsh, and not in English."""
    write_words(tmp_path, one=topic("Y dŵr."))
    add_welsh(tmp_path)
    assert [finding.path for finding in found(tmp_path, Rule.GLYPH)] == ["en/topics/one.md"]


def test_a_draft(tmp_path: Path) -> None:
    """A language that nobody has reviewed is named, in its own words; it needs no list of words."""
    write_words(tmp_path)
    add_welsh(tmp_path, "draft: true")
    (finding,) = check_content(tmp_path, TODAY).findings
    assert finding.rule is Rule.DRAFT
    assert (finding.path, finding.line) == ("cy/language.yaml", 2)
    assert "Cymraeg" in finding.what


def test_another_language_is_checked_by_its_own_words(tmp_path: Path) -> None:
    """Each language has its own words not to use, and English alone has a reading age."""
    write_words(tmp_path, one=topic(HARD))
    add_welsh(tmp_path)
    entry = "- words: [Organisations]\n  why: A reason.\n  instead: Other words.\n"
    (tmp_path / "cy/words-not-to-use.yaml").write_text(entry)
    report = check_content(tmp_path, TODAY)
    told = {(finding.path, finding.rule) for finding in report.findings}
    page = "topics/one.md"
    assert report.languages == ("en", "cy")
    assert told == {(f"en/{page}", Rule.READING_AGE), (f"cy/{page}", Rule.WORDS)}


def test_one_language_alone(tmp_path: Path) -> None:
    """Whoever works on one language may check that one."""
    write_words(tmp_path, one=topic("A mistake."))
    add_welsh(tmp_path)
    shutil.copy(tmp_path / "en/words-not-to-use.yaml", tmp_path / "cy")
    report = check_content(tmp_path, TODAY, ["cy"])
    assert report.languages == ("cy",)
    assert {finding.path for finding in report.findings} == {"cy/topics/one.md"}


def test_a_catalogue_in_fluent_is_checked(tmp_path: Path) -> None:
    """Interface words are found in a Fluent file with their lines, comments left out."""
    write_words(tmp_path)
    text = "# No mistake.\nkey-one = Fine\nkey-two =\n    { $n ->\n    *[other] A mistake.\n    }\n"
    (tmp_path / "en/interface.ftl").write_text(text)
    assert (only(tmp_path, Rule.WORDS).path, only(tmp_path, Rule.WORDS).line) == (
        "en/interface.ftl",
        5,
    )


@pytest.mark.parametrize(
    ("language", "letters"),
    [
        ("pl", "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"),
        ("ro", "ăâîșțĂÂÎȘȚ"),
        ("pt", "ãõáéíóúâêôçàÃÕÁÉÍÓÚÂÊÔÇÀ"),
        ("es", "áéíóúüñ¿¡ÁÉÍÓÚÜÑ"),
    ],
)
def test_the_letters_of_a_language_can_be_written(language: str, letters: str) -> None:
    """Polish, Romanian, Portuguese and Spanish have a console font with all their letters."""
    passage = Passage("x/topics/one.md", 1, letters, True, frozenset())
    assert list(glyphs_missing(passage, language)) == []
    assert list(glyphs_missing(passage, "en"))


def test_a_language_for_browsers_alone_needs_no_consoles_font(tmp_path: Path) -> None:
    """Its letters are no fault, for no console shows them."""
    write_words(tmp_path, one=topic("د"))
    for more, paths in (("", ["cy", "en"]), ("\nneeds_browser: true", ["en"])):
        shutil.rmtree(tmp_path / "cy", ignore_errors=True)
        add_welsh(tmp_path, f"reviewed: 2026-11-01{more}")
        findings = check_content(tmp_path, TODAY).findings
        told = [each.path for each in findings if each.rule is Rule.GLYPH]
        assert told == [f"{language}/topics/one.md" for language in paths]


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        ("Words.", []),
        ("A mistake.", [Rule.WORDS]),
        ("You can tell a friend " + "and a friend of a friend " * 3, [Rule.SENTENCE]),
        ("Call 0800 1111.", [Rule.NUMBER]),
        ("A sign: ✓", [Rule.GLYPH]),
    ],
)
def test_a_page_alone_is_told_what_must_be_mended_or_could_be_better(
    tmp_path: Path, words: str, rules: list[Rule]
) -> None:
    """Errors and warnings; what is only to be noted waits for the check of the whole folder."""
    write_words(tmp_path)
    page = tmp_path / "page.md"
    page.write_text(topic(words), encoding="utf-8")
    content = load_content(tmp_path)
    assert [finding.rule for finding in check_page(page, tmp_path, content)] == rules
