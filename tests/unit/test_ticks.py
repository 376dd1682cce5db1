"""Steps of a plan that are ticked off: on the screen, by ear, and gone with the visit."""

from dataclasses import replace

import pytest

from kiosk.content.blocks import Place, Steps, text_of
from kiosk.pages.acts import TickStep
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.commands import LETTERS
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.navigation import follow
from kiosk.pages.plan_page import plan_view
from kiosk.pages.reader import Reader
from kiosk.pages.visit import visit_at
from tests.unit.test_linear import last_page, talk

PLAN = Place("plan", "help-threatened", "under-18")
STEPS = 7


def steps_of(edition: Edition, here: Here) -> Steps:
    """The plan's steps, as a page."""
    blocks = plan_view(edition, here, PLAN.name, PLAN.part).blocks
    return next(block for block in blocks if isinstance(block, Steps))


@pytest.mark.parametrize("number", [1, STEPS])
def test_a_step_is_ticked_off_and_on_again(edition: Edition, number: int) -> None:
    """The same act does both, and the page says which steps are done."""
    visit = visit_at(PLAN)
    ticked, event = follow(visit, TickStep(PLAN, number))
    assert event is None
    assert steps_of(edition, Here(done=ticked.done)).done == {number}
    assert follow(ticked, TickStep(PLAN, number))[0] == visit


def test_a_plan_says_how_far_one_has_come(edition: Edition) -> None:
    """Beside its title, once something is done; and that all is done, at the end."""
    word = edition.word
    for count, key in ((1, "plan.ticked"), (STEPS, "plan.all.ticked")):
        done = frozenset((PLAN, number) for number in range(1, count + 1))
        view = plan_view(edition, Here(done=done), PLAN.name, PLAN.part)
        assert view.aside == word("plan.count", done=count, of=STEPS)
        assert any(text_of(block).endswith(word(key)) for block in view.blocks)
    assert plan_view(edition, Here(), PLAN.name, PLAN.part).aside == "Someone is threatening me"


def test_a_tick_is_that_of_one_plan(edition: Edition) -> None:
    """The same number of another plan is not done."""
    other = replace(visit_at(), done=frozenset({(Place("plan", PLAN.name, "over-18"), 1)}))
    assert steps_of(edition, Here(done=other.done)).done == set()


def test_the_number_of_a_step_is_its_key(catalogue: Catalogue) -> None:
    """Digits tick steps off, and letters lead on, so that no key means two things."""
    _, page = catalogue.open(PLAN, 72)
    reader = Reader(page, len(page.lines), reading=True)
    spots = [reader.keyed(str(number)) for number in range(1, STEPS + 1)]
    ticks = [spot.leads_to for spot in spots if spot is not None]
    assert ticks == [TickStep(PLAN, number) for number in range(1, STEPS + 1)]
    assert reader.keyed(str(STEPS + 1)) is None
    onward = [spot for spot in page.spots if spot.is_choice][STEPS:]
    assert [spot.key for spot in onward] == list(LETTERS[: len(onward)])
    assert all(reader.keyed(spot.key) is spot for spot in onward)


@pytest.mark.parametrize("number", [STEPS, STEPS + 1])
def test_a_key_out_of_sight_is_shown_before_it_does_anything(
    catalogue: Catalogue, number: int
) -> None:
    """The first press shows and marks a step, or a page to go on to; the second one acts."""
    _, page = catalogue.open(PLAN, 40)
    reader = Reader(page, 6, reading=True)
    wanted = [spot for spot in page.spots if spot.is_choice][number - 1]
    assert not reader.sees(wanted)
    assert reader.keyed(wanted.key) is None
    assert (reader.sees(wanted), reader.chosen) == (True, wanted)
    assert reader.keyed(wanted.key) is wanted
    assert reader.keyed("1") is None
    assert reader.chosen == next(spot for spot in page.spots if spot.is_choice)


def test_a_step_that_is_done_is_marked_by_more_than_colour(catalogue: Catalogue) -> None:
    """Its number has a tick behind it; no other line has one."""
    here = Here(done=frozenset({(PLAN, 2)}))
    lines = ["".join(p.text for p in line) for line in catalogue.open(PLAN, 72, here)[1].lines]
    assert [line.split()[0] for line in lines if "✓" in line] == ["2✓"]


def test_every_word_of_a_step_ticks_it(catalogue: Catalogue) -> None:
    """A finger needs no small box: the whole width of the step's lines is one target."""
    _, page = catalogue.open(PLAN, 72)
    steps = [(n, spot) for n, spot in enumerate(page.spots) if isinstance(spot.leads_to, TickStep)]
    assert [spot.leads_to for _, spot in steps] == [
        TickStep(PLAN, number) for number in range(1, STEPS + 1)
    ]
    for number, spot in steps:
        for line in page.lines[spot.first : spot.last + 1]:
            assert {piece.spot for piece in line} == {number}
            assert sum(len(piece.text) for piece in line) == 72


def test_by_ear_a_step_is_ticked_by_its_number(catalogue: Catalogue) -> None:
    """It is answered in a word, and the page says "Done." when it is read again."""
    word = catalogue.edition.word
    said = talk(catalogue, "", "1", "3", "1", "1", "2", "2", "2", "h", "b")
    answers = [word("plan.done"), word("plan.undone"), word("plan.done")]
    lines = [line.removeprefix("> ") for line in said.splitlines()]
    assert [line for line in lines if line in answers][:3] == answers
    assert f"2   {word('plan.done')}" in last_page(said)


def test_a_new_visit_has_nothing_ticked(catalogue: Catalogue) -> None:
    """Who leaves takes the ticks along."""
    said = talk(catalogue, *("", "1", "3", "1", "1", "2", "0"), *("", "1", "3", "1", "1"))
    assert f"2   {catalogue.edition.word('plan.done')}" not in last_page(said)


def test_on_paper_the_steps_are_numbered(edition: Edition) -> None:
    """Whatever sets a page reads the words of each step."""
    steps = steps_of(edition, Here())
    assert text_of(steps).count("\n") >= STEPS - 1
