"""The shipped pathways: complete, confirmed, within reach, and calm."""

import re
from collections.abc import Iterator
from statistics import mean

import pytest
from rich.cells import cell_len

from kiosk.content.blocks import Items, Paragraph, Place, text_of
from kiosk.content.model import Content
from kiosk.content.pathway import Pathway
from kiosk.content.pathway_file import LONGEST_SHORT
from kiosk.pages.call_cards import in_short
from kiosk.pages.catalogue import START, Catalogue
from kiosk.pages.edition import Edition
from kiosk.pages.page import Page
from kiosk.pages.wrapping import Line
from tests.unit.test_words import sentences, words_of_pathway

REQUIRED = """
help-threatened help-picture-out help-asked help-sent-one help-passed-on help-my-child
help-a-pupil help-who-to-tell help-not-safe
""".split()
OWN_PICTURE = ["help-threatened", "help-picture-out"]
"""The pathways of whoever is in the picture."""
MEASURE, PAGE_LINES = 72, 18
"""What a screen of 80 by 24 has for a page."""
NARROW = 38
"""What a screen of 40 columns has for a line."""


def in_sight(page: Page) -> Iterator[Line]:
    """The lines that a screen of 80 by 24 shows of a page first, and those always in sight."""
    yield from page.lines[: PAGE_LINES - len(page.foot)]
    yield from page.foot


def first_screen(catalogue: Catalogue, place: Place) -> str:
    """What a screen of 80 by 24 shows of a page before a key is pressed."""
    _, page = catalogue.open(place, MEASURE)
    lines = ("".join(piece.text for piece in line) for line in in_sight(page))
    return "\n".join(lines)


def places_in(pathway: Pathway) -> Iterator[Place]:
    """Every question and plan of a pathway."""
    for name in (*pathway.questions, *pathway.plans):
        yield pathway.place_of(name)


def ways(pathway: Pathway, name: str) -> Iterator[list[str]]:
    """Every way from a question to a plan, as the ids on it."""
    if name in pathway.plans:
        yield [name]
    else:
        for answer in pathway.questions[name].answers:
            yield from ([name, *way] for way in ways(pathway, answer.to))


def plans_said(content: Content, name: str) -> dict[str, str]:
    """What each plan of a pathway says, helplines' numbers and addresses among it."""
    return {
        plan_name: "\n".join(map(text_of, (*plan.say, *plan.steps))).replace(
            "\N{NO-BREAK SPACE}", " "
        )
        for plan_name, plan in content.pathways[name].plans.items()
    }


def fewest_presses(catalogue: Catalogue) -> dict[Place, int]:
    """The fewest keys from the start page to each page, by number keys alone."""
    presses = {START: 0}
    rest = [START]
    for place in rest:
        _, page = catalogue.open(place, MEASURE)
        choices = [
            spot.leads_to
            for spot in page.spots
            if spot.is_choice and isinstance(spot.leads_to, Place)
        ]
        for reached in choices[:9]:
            if reached not in presses:
                presses[reached] = presses[place] + 1
                rest.append(reached)
    return presses


def test_every_required_pathway_exists(content: Content) -> None:
    """The guided help that was asked for is there."""
    assert set(REQUIRED) <= set(content.pathways)


@pytest.mark.parametrize("name", REQUIRED)
def test_every_way_ends_in_a_plan_after_five_questions_at_most(content: Content, name: str) -> None:
    """Whatever is answered, a plan is near; every question and every plan is on some way."""
    pathway = content.pathways[name]
    every = list(ways(pathway, next(iter(pathway.questions))))
    assert all(way[-1] in pathway.plans and len(way) - 1 <= 5 for way in every)
    assert {part for way in every for part in way} == {*pathway.questions, *pathway.plans}


def test_every_plan_is_within_five_presses_of_the_start(catalogue: Catalogue) -> None:
    """From the start page, five number keys lead to any plan."""
    presses = fewest_presses(catalogue)
    far = {
        place: presses.get(place)
        for pathway in catalogue.edition.content.pathways.values()
        for place in places_in(pathway)
        if place.kind == "plan" and presses.get(place, 99) > 5
    }
    assert far == {}


@pytest.mark.parametrize("name", REQUIRED)
def test_a_page_of_a_pathway_fits_on_one_screen(catalogue: Catalogue, name: str) -> None:
    """At 80 by 24, a question with its answers, and a plan to its last step, need no scrolling."""
    pathway = catalogue.edition.content.pathways[name]
    for place in places_in(pathway):
        _, page = catalogue.open(place, MEASURE)
        lines = ["".join(piece.text for piece in line) for line in page.lines]
        if place.kind == "plan":
            lines = lines[: lines.index(catalogue.edition.word("plan.tick"))]
        whole = "\n".join(lines).rstrip().split("\n")
        assert (place, len(whole) <= PAGE_LINES - len(page.foot)) == (place, True)


def test_a_title_stands_whole_on_a_narrow_screen(catalogue: Catalogue) -> None:
    """At 40 columns a question and the name of a plan have 38, and are not cut."""
    edition = catalogue.edition
    for pathway in edition.content.pathways.values():
        asked = [question.ask for question in pathway.questions.values()]
        named = [edition.word("plan.title", title=plan.title) for plan in pathway.plans.values()]
        assert [title for title in (*asked, *named) if cell_len(title) > NARROW] == []


@pytest.mark.parametrize("name", REQUIRED)
def test_the_first_numbers_for_danger_are_one_line_on_a_narrow_screen(
    edition: Edition, name: str
) -> None:
    """At 40 columns, 999 and who comes next stand beside each other, whoever that is."""
    (line,) = in_short(edition, edition.content.pathways[name].also_show)
    assert isinstance(line, Paragraph)
    danger, number, name_of_next, next_number = line.spans[:4]
    assert number.text == "999"
    assert cell_len(f"{danger.text}999{name_of_next.text}{next_number.text}") <= NARROW


@pytest.mark.parametrize(
    "name", ["help-threatened", "help-picture-out", "help-who-to-tell", "help-not-safe"]
)
def test_999_and_a_crisis_line_are_on_every_page(catalogue: Catalogue, name: str) -> None:
    """Whoever is blackmailed sees both on each question and plan, without a key."""
    for place in places_in(catalogue.edition.content.pathways[name]):
        shown = first_screen(catalogue, place)
        assert "all 999" in shown or "Ring 999" in shown, place
        assert "Samaritans 116 123" in shown, place


def test_999_and_somebody_to_talk_to_are_on_every_page_of_the_others(catalogue: Catalogue) -> None:
    """Every pathway names 999 and a helpline for its readers on the first screen of each page."""
    for pathway in catalogue.edition.content.pathways.values():
        lines = ("0800 1111", "116 123", "0808 800 5000")
        for place in places_in(pathway):
            shown = first_screen(catalogue, place)
            assert "all 999" in shown or "Ring 999" in shown, place
            assert any(line in shown for line in lines), place


@pytest.mark.parametrize("name", ["help-threatened", "help-picture-out", "help-my-child"])
def test_danger_is_asked_first(content: Content, name: str) -> None:
    """The first question is about safety, and its first answer leads to a plan with 999."""
    pathway = content.pathways[name]
    question = next(iter(pathway.questions.values()))
    assert "safe right now" in question.ask
    plan = pathway.plans[question.answers[0].to]
    (steps,) = plan.steps
    assert isinstance(steps, Items)
    assert "999" in words_of_pathway(pathway)
    assert "999" in str(steps.items[0])


def test_plans_have_a_few_steps_and_a_number(content: Content) -> None:
    """Each plan is a list of three to seven steps, with a number or address in it."""
    for pathway in content.pathways.values():
        for name, plan in pathway.plans.items():
            (steps,) = plan.steps
            assert isinstance(steps, Items)
            assert 3 <= len(steps.items) <= 7, (pathway.id, name)
            assert "number" in str(steps.items), (pathway.id, name)


def test_every_pathway_rests_on_confirmed_sources(content: Content) -> None:
    """What a plan tells people to do is confirmed by a publisher, or at second hand."""
    cited = {content.sources[s].mark for p in content.pathways.values() for s in p.sources}
    assert cited <= {"C", "C2"}


def test_every_pathway_is_reviewed_before_it_is_old(content: Content) -> None:
    """Each says when it was checked, and a later day by which to check it again."""
    for pathway in content.pathways.values():
        assert 0 < (pathway.review_by - pathway.reviewed).days <= 366, pathway.id


def test_sentences_are_short(content: Content) -> None:
    """The mean sentence of each pathway for young people has twelve words at most."""
    for pathway in content.pathways_for("young people"):
        blocks = [b for q in pathway.questions.values() for b in q.say]
        blocks += [b for p in pathway.plans.values() for b in (*p.say, *p.steps)]
        assert mean(map(len, sentences(tuple(blocks)))) <= 12, pathway.id


def test_what_to_do_first_stands_on_the_first_question(catalogue: Catalogue) -> None:
    """Whoever is threatened and reads one screen knows what to do, and who is to blame."""
    beginning = catalogue.edition.content.pathways["help-threatened"].beginning
    shown = first_screen(catalogue, beginning)
    assert "Don't pay. Don't answer. Keep the chat." in shown
    assert "None of this is your fault." in shown


@pytest.mark.parametrize("name", OWN_PICTURE)
def test_what_proves_it_is_written_down_before_it_can_vanish(content: Content, name: str) -> None:
    """A plan that says to report in an app, or to block, says "write down" in words before it."""
    for plan_name, said in plans_said(content, name).items():
        found = re.search(
            r"[Rr]eport (it|them|the \w+( \w+){0,3}) in the app|block (them|it)\b", said
        )
        if found:
            assert "rite down" in said[: found.start()], plan_name


@pytest.mark.parametrize("name", OWN_PICTURE)
def test_a_tool_is_offered_by_the_age_in_the_picture(content: Content, name: str) -> None:
    """StopNCII stands only beside "18 or over in the picture", Report Remove in no adult's plan."""
    for plan_name, said in plans_said(content, name).items():
        if "StopNCII" in said:
            assert "were 18 or over" in said or "you 18 or over in the picture" in said, plan_name
        if plan_name.startswith("under-18"):
            assert "StopNCII" not in said, plan_name
            assert "Revenge Porn Helpline" not in said, plan_name
        if plan_name.startswith(("over-18", "then-")):
            assert "(childline.org.uk)" not in said, plan_name
            assert "0800 1111" not in said, plan_name


@pytest.mark.parametrize("name", OWN_PICTURE)
def test_no_plan_is_left_without_somebody_to_tell(content: Content, name: str) -> None:
    """Each plan, for whatever age, says whom to tell or to talk to."""
    for plan_name, said in plans_said(content, name).items():
        wanted = r"Tell (someone|an adult)|Talk (to|about)|talk to|Choose your plan below"
        assert re.search(wanted, said), plan_name


@pytest.mark.parametrize("name", OWN_PICTURE)
def test_a_plans_title_tells_nothing_to_who_stands_behind(content: Content, name: str) -> None:
    """The largest words on a plan name neither money nor pictures nor what was done."""
    for plan in content.pathways[name].plans.values():
        assert not re.search(r"pay|sent|send|picture|nude|private|under 18", plan.title), plan.title


def test_the_law_is_said_to_be_that_of_england_and_wales(content: Content) -> None:
    """A pathway that names a crime or the law says where that law holds."""
    for pathway in content.pathways.values():
        for plan in pathway.plans.values():
            said = " ".join(str(block) for block in (*plan.say, *plan.steps))
            if "is a crime in" in said or "may be a crime" in said:
                assert "England and Wales" in said, pathway.id


def test_each_list_begins_with_its_pathways(catalogue: Catalogue) -> None:
    """Under a heading of their own, before anything to read; those in a group stand there."""
    content = catalogue.edition.content
    for door in content.doors.audiences:
        _, page = catalogue.open(Place("topics", door.audience), MEASURE)
        own = content.pathways_for(door.audience)
        pathways = [pathway for pathway in own if pathway.id not in door.grouped]
        assert pathways
        first = [spot.leads_to for spot in page.spots][: len(pathways)]
        assert first == [pathway.beginning for pathway in pathways]
        assert page.lines[0][0].text == catalogue.edition.word("topics.pathways")


def test_a_place_tells_nothing_of_the_answers_before_it(content: Content) -> None:
    """Two ways to one plan lead to one and the same place."""
    pathway = content.pathways["help-threatened"]
    asked = pathway.questions["young"].answers
    places = [pathway.place_of(answer.to) for answer in asked if answer.to == "under-18"]
    assert len(places) == 2
    assert places[0] == places[1]
    assert (places[0].name, places[0].part) == ("help-threatened", "under-18")


def test_every_answer_has_a_form_for_a_line_of_40_cells(content: Content) -> None:
    """A long answer has a short form behind a bar, and no answer shows the bar."""
    for pathway in content.pathways.values():
        for question in pathway.questions.values():
            for answer in question.answers:
                assert len(answer.short or answer.label) <= LONGEST_SHORT, answer
                assert "|" not in answer.label + answer.short, answer
