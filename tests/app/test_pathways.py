"""Pathways by keys alone: from the start page to every plan, back again, and nothing kept."""

import gc

import pytest

from kiosk.content.blocks import Place
from kiosk.content.pathway import Pathway
from kiosk.pages.catalogue import START, Catalogue
from kiosk.pages.loading import load_catalogue
from kiosk.pages.reader import Reader
from kiosk.pages.visit import NEUTRAL, Stop, Visit
from tests.app.kiosk import TestKiosk, library_settings, run_kiosk

PATHWAYS = list(load_catalogue(library_settings()).edition.content.pathways)
URGENT = {"1": "help-threatened", "2": "help-picture-out"}
TO_A_PLAN = ("1", "3", "1", "4")
PLAN = Place("plan", "help-threatened", "under-18-paid")


def pathway_of(catalogue: Catalogue, name: str) -> Pathway:
    """The pathway of that id."""
    return catalogue.edition.content.pathways[name]


async def _walk(kiosk: TestKiosk, pathway: Pathway, keys: int, plans: dict[Place, int]) -> None:
    """Give every answer of the question at hand, and go back after each; count the keys."""
    here = kiosk.place
    question = pathway.questions[here.part]
    for number, answer in enumerate(question.answers, 1):
        await kiosk.press(str(number))
        assert kiosk.place == pathway.place_of(answer.to)
        if answer.to in pathway.plans:
            assert "Your plan" in kiosk.text()
            plans[kiosk.place] = min(keys + 1, plans.get(kiosk.place, 99))
        else:
            await _walk(kiosk, pathway, keys + 1, plans)
        await kiosk.press("left")
        assert kiosk.place == here
        assert f"┃ {number}  {answer.label}" in kiosk.text()


@pytest.mark.slow
@pytest.mark.parametrize("name", PATHWAYS)
async def test_every_way_is_walked_to_its_plan_and_back(catalogue: Catalogue, name: str) -> None:
    """Every answer of every question leads on, and going back finds the answer marked."""
    pathway = pathway_of(catalogue, name)
    plans: dict[Place, int] = {}
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.go(pathway.beginning)
        await _walk(kiosk, pathway, 0, plans)
    assert set(plans) == {pathway.place_of(plan) for plan in pathway.plans}


@pytest.mark.parametrize(("door", "name"), URGENT.items())
async def test_every_urgent_plan_is_within_five_presses(
    catalogue: Catalogue, door: str, name: str
) -> None:
    """From the start page, the key of the door and four answers are enough for any plan."""
    plans: dict[Place, int] = {}
    async with run_kiosk(catalogue) as kiosk:
        assert kiosk.place == START
        await kiosk.press(door)
        await _walk(kiosk, pathway_of(catalogue, name), 1, plans)
    assert max(plans.values()) <= 5


async def test_arrows_and_enter_answer_too(catalogue: Catalogue) -> None:
    """Down marks the next answer, Enter gives it, and Back finds it marked."""
    async with run_kiosk(catalogue) as kiosk:
        to_paid = ["down"] * 3
        await kiosk.press("enter", "down", "down", "enter", "enter", *to_paid, "enter")
        assert kiosk.place == PLAN
        await kiosk.press("backspace")
        assert "┃ 4  I have paid them" in kiosk.text()
        await kiosk.press("backspace", "backspace")
        assert "┃ 3  I am safe for now" in kiosk.text()


async def test_a_clicked_answer_is_marked_after_going_back(catalogue: Catalogue) -> None:
    """The mouse keeps an answer like the keys do."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("1", "3")
        row = next(n for n, line in enumerate(kiosk.lines()) if "18 or over" in line)
        await kiosk.pilot.click(offset=(12, row))
        await kiosk.until(lambda: kiosk.place == Place("question", "help-threatened", "adult"))
        await kiosk.press("left")
        assert "┃ 2  18 or over" in kiosk.text()


async def test_helplines_are_a_key_away_and_back_again(catalogue: Catalogue) -> None:
    """Looking at the helplines in the middle of a pathway keeps the place in it."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("1", "3", "down")
        read = kiosk.text()
        await kiosk.press("h", "left")
        assert kiosk.text() == read


async def test_the_title_line_tells_how_far_it_is(catalogue: Catalogue) -> None:
    """At the right of the title stands which question it is of how many at most, and the last."""
    async with run_kiosk(catalogue) as kiosk:
        for key, place in (("1", "1 of 4"), ("3", "2 of 4"), ("2", "3 of 4")):
            await kiosk.press(key)
            assert kiosk.lines()[1].endswith(f"{place} at most")
        await kiosk.press("1")
        assert kiosk.lines()[1].endswith("last question")


async def test_a_plan_leads_on_to_what_to_read(catalogue: Catalogue) -> None:
    """Below the steps and the fears, the first choice is the topic about the same need."""
    topic = Place("topic", "someone-is-threatening-me")
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press(*TO_A_PLAN, "tab")
        while (marked := kiosk.screen.page.reader.chosen) and marked.leads_to != topic:
            await kiosk.press("tab")
        await kiosk.press("enter")
        assert kiosk.place == topic


async def test_the_letters_after_the_steps_are_words_and_fears(catalogue: Catalogue) -> None:
    """1 to 7 tick the steps off; then each card of words has a letter, and what one may fear."""
    async with run_kiosk(catalogue, (80, 64)) as kiosk:
        await kiosk.press(*TO_A_PLAN, "3")
        assert "3✓" in kiosk.text()
        await kiosk.press("e")
        assert kiosk.place == Place("show", "help-threatened", step=2)
        await kiosk.press("left", "f")
        assert kiosk.place == Place("sequence", "what-if", "countdown")
        await kiosk.press("left")
        assert "3✓" in kiosk.text()


async def test_a_steps_tail_is_reached_on_a_small_screen(catalogue: Catalogue) -> None:
    """On 40 by 12 every step of a plan is seen with the arrows."""
    async with run_kiosk(catalogue, (40, 12)) as kiosk:
        await kiosk.press(*TO_A_PLAN)
        seen = kiosk.text()
        for _ in range(40):
            await kiosk.press("down")
            seen += kiosk.text()
        for words in ("Danger? 999", "Try not to panic", "Report Remove"):
            assert words in seen


async def test_no_answer_is_anywhere_after_leaving(catalogue: Catalogue) -> None:
    """After Escape no object of ours knows a question, a plan, or a way between them."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press(*TO_A_PLAN, "h", "left", "left")
        assert any(_is_telling(thing) for thing in gc.get_objects())
        await kiosk.press("escape")
        await kiosk.until(lambda: kiosk.place == NEUTRAL)
        gc.collect()
        assert [thing for thing in gc.get_objects() if _is_telling(thing)] == []
        assert not kiosk.screen.visit.can_go_back


def _is_telling(thing: object) -> bool:
    """Whether a thing that a visit makes knows a question or plan that was open."""
    match thing:
        case Visit():
            return any(map(_is_telling, thing.stops))
        case Stop():
            return thing.place.kind in ("question", "plan")
        case Reader():
            return any(
                isinstance(spot.leads_to, Place) and spot.leads_to.kind in ("question", "plan")
                for spot in thing.page.spots
            )
        case _:
            return False


async def test_opening_a_question_keeps_no_page_of_it(catalogue: Catalogue) -> None:
    """Which pages are kept ready tells nobody what was answered."""
    fresh = Catalogue(catalogue.edition)
    async with run_kiosk(fresh) as kiosk:
        await kiosk.press(*TO_A_PLAN)
        assert kiosk.place == PLAN
    assert not [place for place, *_ in fresh._kept if place.kind in ("question", "plan")]


async def test_pages_set_beforehand_are_all_there(catalogue: Catalogue) -> None:
    """What the warm parent keeps holds every question and plan alike, so it tells nothing."""
    fresh = Catalogue(catalogue.edition)
    fresh.keep_all()
    kept = {place for place, *_ in fresh._kept}
    for pathway in catalogue.edition.content.pathways.values():
        for name in (*pathway.questions, *pathway.plans):
            assert pathway.place_of(name) in kept
