"""The words for parents and for staff: what they must hold, whoever rewrites them."""

from itertools import pairwise

import pytest

from kiosk.content.model import Content
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.plain import page_as_text
from tests.unit.test_words import words_of

PAPER_WIDTH, LINES_OF_TWO_PAGES = 80, 2 * 55
"""Two sheets of A4, in a printer's usual letters."""


@pytest.mark.parametrize("name", ["help-my-child", "help-a-pupil"])
def test_a_plan_that_asks_about_suicide_says_where_to_turn(content: Content, name: str) -> None:
    """Whoever asks plainly and hears yes sees 999, A&E and the NHS line on the same plan."""
    plans = content.pathways[name].plans
    asking = {part: str(plan.steps) for part, plan in plans.items() if "suicide" in str(plan.steps)}
    assert len(asking) >= 2
    for part, steps in asking.items():
        assert "999" in steps, part
        assert "A&E" in steps, part
        assert "NHS" in steps, part


def test_a_parent_who_found_out_has_a_first_sentence(content: Content) -> None:
    """Nobody told them, so "thank you for telling me" would be the wrong beginning."""
    (steps,) = content.pathways["help-my-child"].plans["found-out"].steps
    assert "You are not in trouble with me." in str(steps)


@pytest.mark.parametrize("plan", ["school", "school-wales", "elsewhere", "adult", "colleague"])
def test_staff_are_told_to_write_it_down(content: Content, plan: str) -> None:
    """In the young person's words, which is what the lead needs first."""
    (steps,) = content.pathways["help-a-pupil"].plans[plan].steps
    assert "Write down" in str(steps)


def test_schools_in_wales_have_their_own_word(content: Content) -> None:
    """The designated safeguarding person, and no DSL, is told in Wales."""
    plan = content.pathways["help-a-pupil"].plans["school-wales"]
    assert "DSP" in plan.title
    assert "DSL" not in str(plan)


def test_the_rules_for_staff_are_all_there(content: Content) -> None:
    """What a safeguarding lead is asked first stands on the pages for staff."""
    said = words_of(content.topics["if-a-young-person-tells-you"])
    said += words_of(content.topics["what-never-to-do"])
    for rule in (
        "in their own words",
        "Never delete it",
        "saw it by accident",
        "deputy",
        "children's social care",
        "LADO",
        "unless that adds danger",
        "under 13",
        "Taking a phone away is not looking at it",
        "who saves it",
        "a new legal duty is coming in england",
    ):
        assert rule.lower() in said.lower(), rule


def test_a_lesson_prints_on_two_pages(catalogue: Catalogue) -> None:
    """`kiosk read lesson` needs two sheets, with the question that the lesson is about."""
    lines = page_as_text(catalogue, "lesson", PAPER_WIDTH).splitlines()
    assert len(lines) <= LINES_OF_TWO_PAGES
    assert max(map(len, lines)) <= PAPER_WIDTH
    assert any("Who might see it?" in line for line in lines)


def test_a_lessons_minutes_add_up_to_twenty(content: Content) -> None:
    """Each timed part begins where the one before it ends."""
    parts = [
        title.split(":")[0].split()
        for title in words_of(content.topics["lesson"]).splitlines()
        if title.startswith("Minutes ")
    ]
    times = [(int(part[1]), int(part[3])) for part in parts]
    assert times[0][0] == 0
    assert times[-1][1] == 20
    assert all(end == begin for (_, end), (begin, _) in pairwise(times))
