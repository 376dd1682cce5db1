"""How a visitor gets to a page, by keys alone."""

import pytest

from kiosk.app.key_line import KeyLine
from kiosk.content.blocks import Place
from kiosk.content.tuning import MOST_FOUND
from kiosk.pages.catalogue import START, TROUBLE, Catalogue, places
from kiosk.pages.visit import NEUTRAL
from tests.app.kiosk import TestKiosk, run_kiosk


async def test_every_visit_begins_on_the_neutral_page(catalogue: Catalogue) -> None:
    """The first screen holds ordinary library information and not one word of the subject."""
    async with run_kiosk(catalogue, entered=False) as kiosk:
        text = kiosk.text()
        for words in ("Central Library", "Monday 23 November", "12:00", "Open today until 17:00"):
            assert words in text
        assert "Press Enter to use this information point" in text
        for word in ("nude", "picture", "threat", "help", "Escape", "police"):
            assert word not in text.lower()


async def test_enter_leads_from_the_neutral_page_to_the_start(catalogue: Catalogue) -> None:
    """One key leads in; the two urgent doors are the first choices."""
    async with run_kiosk(catalogue, entered=False) as kiosk:
        await kiosk.press("enter")
        assert kiosk.place == START
        assert "1  Someone is threatening me" in kiosk.text()
        assert "2  A picture of me is out there" in kiosk.text()


@pytest.mark.parametrize("key", ["h", "slash", "question_mark", "1", "down", "space", "x", "tab"])
async def test_nothing_but_enter_leads_past_the_neutral_page(
    catalogue: Catalogue, key: str
) -> None:
    """A key brushed by accident shows nothing."""
    async with run_kiosk(catalogue, entered=False) as kiosk:
        await kiosk.press(key)
        assert kiosk.place == NEUTRAL


@pytest.mark.parametrize(
    ("keys", "pathway"),
    [(["1"], "help-threatened"), (["down", "enter"], "help-picture-out")],
)
async def test_an_urgent_question_is_within_three_keys_of_the_neutral_page(
    catalogue: Catalogue, keys: list[str], pathway: str
) -> None:
    """Enter and at most two more keys lead to the first question, with 999 and a crisis line."""
    async with run_kiosk(catalogue, entered=False) as kiosk:
        await kiosk.press("enter", *keys)
        assert kiosk.place == catalogue.edition.content.place_of(pathway)
        assert "Danger now? Call 999." in kiosk.text()
        assert "Samaritans 116 123" in kiosk.text()


@pytest.mark.parametrize(
    ("keys", "topic"),
    [(["1", "4"], "someone-is-threatening-me"), (["2", "end", "enter"], "a-picture-is-out-there")],
)
async def test_all_of_an_urgent_answer_is_within_three_keys_of_the_start(
    catalogue: Catalogue, keys: list[str], topic: str
) -> None:
    """Who wants no questions has everything on one page, with at most three keys."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press(*keys)
        assert kiosk.place == Place("topic", topic)


@pytest.mark.slow
async def test_every_page_is_reached_by_keys_alone(catalogue: Catalogue) -> None:
    """Following every choice, and the keys for search, helplines and keys, finds every place."""
    async with run_kiosk(catalogue) as kiosk:
        found = {START}
        await _walk(kiosk, found)
        for key in ("slash", "h", "question_mark", "c"):
            await kiosk.press(key)
            found.add(kiosk.place)
            await kiosk.press("left")
        assert found >= set(places(catalogue.edition)) - {TROUBLE}


async def _walk(kiosk: TestKiosk, found: set[Place]) -> None:
    """Open every choice and every link of the page at hand, and walk on from there."""
    spots = kiosk.screen.page.reader.page.spots
    choices = [(spot.key, spot.leads_to) for spot in spots if spot.is_choice]
    for key, place in choices:
        if place in found or not isinstance(place, Place):
            continue
        if key:
            await kiosk.press("end", key)
            if kiosk.place != place:  # it was out of sight, and is shown first
                await kiosk.press(key)
        else:
            await _tab_to(kiosk, place)
        assert kiosk.place == place
        found.add(place)
        await _walk(kiosk, found)
        await kiosk.press("left")
    links = [spot.leads_to for spot in kiosk.screen.page.reader.page.spots if not spot.is_choice]
    for place in links:
        if isinstance(place, Place) and place not in found:
            await _tab_to(kiosk, place)
            assert kiosk.place == place
            found.add(place)
            await _walk(kiosk, found)
            await kiosk.press("left")


async def _tab_to(kiosk: TestKiosk, place: Place) -> None:
    """Open what leads there as somebody does who goes through a page with Tab."""
    await kiosk.press("home")
    while (chosen := kiosk.screen.page.reader.chosen) is None or chosen.leads_to != place:
        await kiosk.press("tab")
    await kiosk.press("enter")


async def test_search_finds_while_typing(catalogue: Catalogue) -> None:
    """Three letters find what there is about threats, the questions first; Enter opens them."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("slash", "t", "h", "r")
        found = " ".join(kiosk.text().split())
        assert "Someone is threatening me a few questions, then your plan" in found
        assert "If someone threatens you" in kiosk.text()
        await kiosk.press("enter")
        assert kiosk.place == Place("question", "help-threatened", "danger")
        await kiosk.press("left", "down", "enter")
        assert kiosk.place == Place("topic", "someone-is-threatening-me")


async def test_a_helpline_is_found_with_its_number(catalogue: Catalogue) -> None:
    """Whoever types a name sees the number under it, and Enter leads to all there is about it."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("slash", *"childline")
        row = next(n for n, line in enumerate(kiosk.lines()) if "┃" in line)
        assert "Childline" in kiosk.lines()[row]
        assert "0800 1111  Anyone under 19." in kiosk.lines()[row + 1]
        await kiosk.press("enter")
        assert kiosk.place == Place("people")


async def test_search_marks_the_words_in_their_sentence(catalogue: Catalogue) -> None:
    """Under a title stands a sentence of the page, and in it what was typed is bold."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("slash", *"outcome")
        strips = kiosk.screen._compositor.render_strips()
        segments = [segment for strip in strips for segment in strip]
        assert any(
            segment.text.strip() == "Outcome" and segment.style and segment.style.bold
            for segment in segments
        )


async def test_the_best_of_a_full_list_are_on_the_screen(catalogue: Catalogue) -> None:
    """On 80 x 24, who to call and the first three answers are seen at once, each with its line."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("slash", *"nude")
        found = catalogue.edition.index.search("nude").hits
        assert len(found) == MOST_FOUND
        for number in ("999", "0800 1111", "116 123"):
            assert number in kiosk.text()
        for hit in found[:3]:
            assert hit.found.title in kiosk.text()
            assert hit.excerpt.text in kiosk.text()


async def test_search_that_finds_nothing_offers_help(catalogue: Catalogue) -> None:
    """There is never an empty page: it says so first, then whom to call, then where to go."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("slash", *"qqqq")
        wanted = (
            "Nothing was found",
            "Emergency",
            "Someone is threatening me",
            "People to talk to",
        )
        rows = [
            next(row for row, line in enumerate(kiosk.lines()) if words in line) for words in wanted
        ]
        assert rows == sorted(rows)
        assert "" in kiosk.lines()[rows[0] : rows[1]]


@pytest.mark.parametrize("query", ["", "qqqq", "wifi"])
async def test_enter_opens_no_door_that_nobody_chose(catalogue: Catalogue, query: str) -> None:
    """Where nothing was typed or found, Enter shows the doors; only the arrows or Tab choose."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("slash", *query, "enter", "enter", "enter")
        assert kiosk.place == Place("search", query)
        await kiosk.press("home", "down", "enter")
        assert kiosk.place == Place("question", "help-threatened", "danger")


@pytest.mark.parametrize("query", ["i want to die", "qqqq"])
async def test_a_search_in_despair_shows_numbers_first(catalogue: Catalogue, query: str) -> None:
    """Words of somebody who may not be safe, or that nothing answers, are met with who to ring."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("slash", *(("space" if letter == " " else letter) for letter in query))
        for number in ("999", "0800 1111", "116 123"):
            assert number in kiosk.text()


async def test_a_choice_in_the_search_is_marked_and_moved_by_arrows(catalogue: Catalogue) -> None:
    """The arrows move through what was found while the box keeps the keyboard."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("slash", *"picture", "down", "enter")
        first, second, *_ = catalogue.edition.index.search("picture").hits
        below = first.reading or second.found
        assert kiosk.place == below.place


async def test_tab_goes_through_links_and_choices_to_the_line_of_keys(
    catalogue: Catalogue,
) -> None:
    """Everything that can be chosen is reached with Tab, the way out last of all, then first."""
    async with run_kiosk(catalogue) as kiosk:
        reader = kiosk.screen.page.reader
        for _ in range(len(reader.page.spots)):
            await kiosk.press("tab")
        keys = kiosk.screen.query_one(KeyLine)
        assert keys.has_focus
        await kiosk.press("enter")
        assert kiosk.place == NEUTRAL


async def test_shift_tab_goes_the_other_way(catalogue: Catalogue) -> None:
    """From the first choice backwards stands the line of keys, and its last key dims the page."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("shift+tab")
        assert kiosk.screen.query_one(KeyLine).has_focus
        await kiosk.press("enter")
        assert kiosk.screen.visit.is_discreet


async def test_the_mouse_opens_a_choice_and_leaves(catalogue: Catalogue) -> None:
    """A click on a choice opens it, and a click on Leave now clears the screen."""
    async with run_kiosk(catalogue, entered=False) as kiosk:
        await kiosk.pilot.click("PageView", offset=(20, 10))
        await kiosk.until(lambda: kiosk.place == START)
        await kiosk.pilot.click(offset=(12, _row(kiosk, "Someone is threatening me")))
        await kiosk.until(lambda: kiosk.place.kind == "question")
        await kiosk.pilot.click(offset=(12, 23))
        await kiosk.until(lambda: kiosk.place == NEUTRAL)


def _row(kiosk: TestKiosk, words: str) -> int:
    return next(number for number, line in enumerate(kiosk.lines()) if words in line)
