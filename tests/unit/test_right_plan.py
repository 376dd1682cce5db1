"""Who answers plainly comes to words that fit: nobody is told to use what they do not have."""

import re

import pytest

from kiosk.content.model import Content
from kiosk.pages.catalogue import Catalogue
from tests.unit.test_pathway_words import first_screen, plans_said

POLICE_FIRST = ["help-threatened", "help-picture-out", "help-who-to-tell"]
"""The pathways on which somebody of 18 or over may want the police to act."""
OF_DANGER = """
someone-is-threatening-me when-you-call family-and-honour someone-controls-me raped-or-touched
being-outed it-happens-to-boys a-picture-is-out-there what-happens-if-i-tell i-made-a-fake
""".split()


@pytest.mark.parametrize("name", OF_DANGER)
def test_a_page_of_danger_begins_with_numbers(catalogue: Catalogue, name: str) -> None:
    """999, Childline and Samaritans stand on the first screen of each page to read about danger."""
    shown = first_screen(catalogue, catalogue.edition.content.place_of(name))
    for number in ("999", "0800 1111", "116 123"):
        assert number in shown.replace("\N{NO-BREAK SPACE}", " ")


def test_who_has_no_copy_is_not_left_at_a_tool_that_wants_one(content: Content) -> None:
    """The first answer fits a recorded call, too: its last step says what to do without a copy."""
    answers = content.pathways["help-threatened"].questions["young"].answers
    said = plans_said(content, "help-threatened")
    assert "You have neither? Ask Childline." in said[answers[0].to]
    assert answers[1].to == "under-18-recorded"
    for name in ("over-18", "then-under-18"):
        assert "You have the picture? Use" in said[name]


@pytest.mark.parametrize("name", POLICE_FIRST)
def test_adults_ask_the_police_before_the_app(content: Content, name: str) -> None:
    """A report can make proof vanish, and the plan says so; under 18, nothing has to wait."""
    for plan_name, said in plans_said(content, name).items():
        app = re.search(r"[Tt]hen report|\breport it (in|there)\b", said)
        if plan_name.startswith(("over-18", "then-")) and app:
            police = said.index("the police")
            assert police < app.start(), plan_name
            assert re.search(r"[Pp]roof can vanish", said), plan_name
        elif plan_name.startswith("under-18"):
            assert "roof can vanish" not in said, plan_name


def test_who_wants_no_questions_is_shown_numbers(catalogue: Catalogue) -> None:
    """From the first question of *I don't feel safe*, one key leads to who to call, and how."""
    pathway = catalogue.edition.content.pathways["help-not-safe"]
    assert pathway.reading == "when-you-call"
    shown = first_screen(catalogue, catalogue.edition.content.place_of("when-you-call"))
    for number in ("999", "0800 1111", "116 123", "111"):
        assert number in shown.replace("\N{NO-BREAK SPACE}", " ")


def test_who_only_wants_to_talk_is_offered_somebody_first(content: Content) -> None:
    """Childline, for whoever is under 18; Samaritans, for whoever is not."""
    said = plans_said(content, "help-who-to-tell")
    assert said["listen"].index("Childline") < said["listen"].index("An adult you trust")
    assert said["over-18"].index("Samaritans") < said["over-18"].index("Revenge Porn Helpline")


def test_staff_who_are_not_sure_are_told_to_ask(content: Content) -> None:
    """Yes, no and not sure lead to different plans; who is not sure stays, asks and tells."""
    pathway = content.pathways["help-a-pupil"]
    answers = pathway.questions["safe"].answers
    assert len({answer.to for answer in answers}) == len(answers) == 3
    said = plans_said(content, "help-a-pupil")["not-sure"]
    assert said.index("Stay with") < said.index("Ask plainly") < said.index("999")
    assert "Tell your safeguarding lead or the deputy straight away" in said


def test_a_picture_of_oneself_is_known_whoever_sent_it(content: Content) -> None:
    """A stranger who sends somebody their own picture is no stranger who shows himself."""
    pathway = content.pathways["help-sent-one"]
    first = next(iter(pathway.questions.values()))
    assert "of-me" in [answer.to for answer in first.answers]


def test_who_made_a_fake_has_a_plan(content: Content) -> None:
    """From *I passed one on*, without a word of blame, with the law and with whom to ask."""
    pathway = content.pathways["help-passed-on"]
    first = next(iter(pathway.questions.values()))
    assert "made-a-fake" in [answer.to for answer in first.answers]
    assert pathway.plans["made-a-fake"].next[0] == "i-made-a-fake"
    said = plans_said(content, "help-passed-on")["made-a-fake"]
    for wanted in ("Don't make more", "England and Wales", "Childline", "Shore", "an adult"):
        assert wanted in said
