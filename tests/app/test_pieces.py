"""The two pieces by keys alone, on every size of screen, and nothing kept."""

import pytest

from kiosk.content.blocks import Place
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.quiz_page import quiz_places
from tests.app.kiosk import run_kiosk


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_enter_steps_through_and_back_returns(
    catalogue: Catalogue, size: tuple[int, int]
) -> None:
    """Enter alone leads from the first step to the last; Back leads through each again."""
    steps = list(catalogue.edition.content.travels.parts)
    async with run_kiosk(catalogue, size) as kiosk:
        await kiosk.go(Place("travels", steps[0]))
        for step in steps[1:]:
            await kiosk.press("enter")
            assert kiosk.place == Place("travels", step)
        assert "People to talk to" in kiosk.text()
        for step in reversed(steps[:-1]):
            await kiosk.press("left")
            assert kiosk.place == Place("travels", step)


async def test_on_a_small_screen_down_and_enter_step_through(catalogue: Catalogue) -> None:
    """At 40 by 12 each drawing is seen first, and Down leads past the words to the next step."""
    steps = list(catalogue.edition.content.travels.parts)
    async with run_kiosk(catalogue, (40, 12)) as kiosk:
        await kiosk.go(Place("travels", steps[0]))
        for step in steps[1:]:
            assert "O─" in kiosk.text()
            for _ in range(40):
                if "┃" in kiosk.text():
                    break
                await kiosk.press("down")
            await kiosk.press("enter")
            assert kiosk.place == Place("travels", step)


async def test_the_quiz_is_answered_by_number_and_enter(catalogue: Catalogue) -> None:
    """An answer shows what is true; Enter leads to the next statement; Back finds the answer."""
    statements = catalogue.edition.content.quiz.parts
    first, second, *_ = statements
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.go(Place("quiz", first))
        assert kiosk.lines()[1].endswith(f"1 of {len(statements)}")
        await kiosk.press("2")
        assert "You said: Not true. " in kiosk.text()
        assert "You are right." in kiosk.text()
        await kiosk.press("enter")
        assert kiosk.place == Place("quiz", second)
        assert "┃ 1  True" in kiosk.text()
        await kiosk.press("left", "left")
        assert "┃ 2  Not true" in kiosk.text()


async def test_the_whole_quiz_ends_with_people_to_talk_to(catalogue: Catalogue) -> None:
    """Whoever answers all of it is led on, and reads of no score."""
    statements = catalogue.edition.content.quiz.parts
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.go(Place("quiz", next(iter(statements))))
        for _ in range(len(statements) - 1):
            await kiosk.press("1", "enter")
        await kiosk.press("1")
        text = kiosk.text()
        assert "People to talk to" in text
        assert "score" not in text


async def test_they_are_two_presses_from_the_list(catalogue: Catalogue) -> None:
    """The list for young people leads to both by number, through a group of it."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.go(Place("topics", "young people"))
        await kiosk.press("9", "5")
        assert kiosk.place.kind == "travels"
        await kiosk.press("left", "6")
        assert kiosk.place.kind == "quiz"


async def test_opening_an_answer_keeps_no_page_of_it(catalogue: Catalogue) -> None:
    """Which pages are kept ready tells nobody what was answered; beforehand, all are alike."""
    fresh = Catalogue(catalogue.edition)
    async with run_kiosk(fresh) as kiosk:
        await kiosk.go(Place("quiz", "pay"))
        await kiosk.press("1", "enter", "2")
    assert not [place for place, *_ in fresh._kept if place.kind == "quiz"]
    fresh.keep_all()
    every = set(quiz_places(fresh.edition.content.quiz))
    assert every <= {place for place, *_ in fresh._kept}
