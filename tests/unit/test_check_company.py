"""Words that are right only in company, and helplines that are right only at an age."""

from pathlib import Path

import pytest

from kiosk.staff.check.ages import ANY, Ages, ages_in
from kiosk.staff.check.check import check_content
from kiosk.staff.check.report import Rule
from tests.unit.test_check import TODAY, found, only, topic, write_words

PATHWAY = """title: Help me
for: [young people]
summary: A pathway.
order: 10
sources: ["1.1"]
reviewed: 2026-11-22
review_by: 2027-05-22
questions:
  age:
    ask: {ask}
    answers:
      {young}: young
      {old}: old
plans:
  young:
    title: yours
    steps: |
      1. **Talk** to [Childline](helpline:childline).
    next: [one]
  old:
    title: yours
    steps: |
      1. **Talk** to [Childline](helpline:childline).
    next: [one]
"""


def write_pathway(folder: Path, text: str) -> None:
    """Write the smallest content folder with one pathway in it."""
    write_words(folder)
    (folder / "en/pathways").mkdir()
    (folder / "en/pathways/help.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "words",
    [
        "Write down their name. Then block them.",
        "Keep the chat.\n\n## Later\n\nNow block them.",
        "They said: keep the messages, then report it in the app.",
        "Sites can block copies.",
        "Were you 18 or over in the picture? Use StopNCII.",
        "## You were 18 or over in the picture\n\nUse StopNCII.",
    ],
)
def test_words_in_their_company_pass(tmp_path: Path, words: str) -> None:
    """Proof comes first, further up on the page; a tool for adults stands with the age it means."""
    write_words(tmp_path, one=topic(words))
    assert found(tmp_path, Rule.WORDS) == []


@pytest.mark.parametrize(
    "words",
    [
        "Block them. Write down their name.",
        "Report it in the app.",
        "Report them in the app, and keep the chat.",
        "Are you 18 or over? Use StopNCII.",
        "It was in the picture.\n\n## A tool\n\nUse StopNCII.",
    ],
)
def test_words_alone_are_errors(tmp_path: Path, words: str) -> None:
    """To block or report first, and StopNCII by the age of today, are told with their line."""
    write_words(tmp_path, one=topic(words))
    line = topic(words).splitlines().index(words.splitlines()[-1]) + 1
    assert only(tmp_path, Rule.WORDS).line == line


def test_a_plan_is_read_alone(tmp_path: Path) -> None:
    """What another plan of the same file says does not keep anybody's proof."""
    text = PATHWAY.format(ask="How old are you?", young="Under 18", old="Older")
    text = text.replace("**Talk** to", "**Write down** who, then block them. Ask", 1)
    write_pathway(tmp_path, text)
    assert found(tmp_path, Rule.WORDS) == []
    text = text.replace("**Talk** to", "**Block them.** Ask", 1)
    (tmp_path / "en/pathways/help.yaml").write_text(text, encoding="utf-8")
    assert only(tmp_path, Rule.WORDS).line == text[: text.index("**Block")].count("\n") + 1


@pytest.mark.parametrize(
    ("words", "ages"),
    [
        ("anyone under 19", Ages(0, 18)),
        ("Under-18s in the UK", Ages(0, 17)),
        ("people up to 25 in Wales", Ages(0, 25)),
        ("people who are 18 or over, when a picture is shared", Ages(18, 150)),
        ("13 to 18-year-olds who worry", Ages(13, 18)),
        ("people who were 18 or over in the picture", ANY),
        ("anyone", ANY),
        ("Under 18, or 18 or over", ANY),
    ],
)
def test_ages_are_read_from_words(words: str, ages: Ages) -> None:
    """Both ends are included; where no age of today is told, nobody is left out."""
    assert ages_in(words) == ages


def test_ages_meet_at_their_ends() -> None:
    """Under 19 and 18 or over have the age of 18 in common; under 18 and 18 or over have none."""
    assert ages_in("under 19").meets(ages_in("18 or over")) == Ages(18, 18)
    assert ages_in("under 18").meets(ages_in("18 or over")) is None


@pytest.mark.parametrize(
    ("ask", "old", "plans"),
    [
        ("How old are you?", "19 or over", ["old"]),
        ("How old are you?", "18 or over", []),
        ("How old are you?", "Older", []),
        ("How old were you in the picture?", "19 or over", []),
        ("How old are you in it?", "19 or over", []),
        ("How old were you then?", "19 or over", []),
    ],
)
def test_a_plan_offers_nobody_a_line_for_others(
    tmp_path: Path, ask: str, old: str, plans: list[str]
) -> None:
    """A helpline for under 19s must not stand where everybody is older by their own answer."""
    write_pathway(tmp_path, PATHWAY.format(ask=ask, young="Under 18", old=old))
    told = [finding.what for finding in found(tmp_path, Rule.AGE)]
    assert [f"'{plan}'" in what for plan, what in zip(plans, told, strict=True)] == [True] * len(
        plans
    )


def test_one_way_that_fits_is_enough(tmp_path: Path) -> None:
    """A plan that young people reach as well may name their line."""
    text = PATHWAY.format(ask="How old are you?", young="Under 18", old="19 or over")
    text = text.replace("19 or over: old", "19 or over: young\n      I won't say: old")
    write_pathway(tmp_path, text)
    assert check_content(tmp_path, TODAY).findings == ()
