"""Reading a page, and going back."""

import pytest
from textual import events

from kiosk.app.frame import frame_of
from kiosk.app.key_line import KeyLine
from kiosk.content.blocks import Place
from kiosk.pages.catalogue import START, Catalogue
from kiosk.pages.commands import KEYS
from kiosk.pages.here import PAPER, Here
from tests.app.everywhere import every_place, one_of_each_kind
from tests.app.kiosk import run_kiosk

THREAT = Place("topic", "someone-is-threatening-me")
TO_THREAT = ("4", "6", "4")
"""The keys from the start page to that topic: below six pathways and two pieces."""
FULL_BLOCK = "█"
"""Drawn as a space on a ground of its colour, which has no gaps."""


@pytest.mark.slow
async def test_every_page_opens_and_scrolls_to_its_end(catalogue: Catalogue) -> None:
    """Page Down shows every line of every page, and the last line in the end."""
    async with run_kiosk(catalogue) as kiosk:
        for place in every_place():
            await kiosk.go(place)
            reader = kiosk.screen.page.reader
            seen: set[str] = set()
            while True:
                seen.update(line.strip(" ┃▌") for line in kiosk.lines())
                if reader.top == reader.last_top:
                    break
                before = reader.top
                await kiosk.press("pagedown")
                assert reader.top > before, place
            for line in reader.page.lines:
                drawn = "".join(piece.text for piece in line).replace(FULL_BLOCK, " ")
                assert drawn.strip(" ▌") in seen, place


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12), (20, 6), (300, 100)])
@pytest.mark.slow
async def test_no_line_is_cut_off_at_any_size(catalogue: Catalogue, size: tuple[int, int]) -> None:
    """At every size, a page of each kind is set for the screen, and the way out is in sight."""
    async with run_kiosk(catalogue, size) as kiosk:
        for place in one_of_each_kind():
            await kiosk.go(place)
            lines = kiosk.lines()
            assert len(lines) == size[1], place
            assert any("Esc  Leave now" in line for line in lines[-2:]), place
            set_lines = kiosk.screen.page.reader.page.lines
            widest = max(sum(len(piece.text) for piece in line) for line in set_lines)
            assert widest <= frame_of(size[0]).width, place


async def test_going_back_returns_to_the_same_line(catalogue: Catalogue) -> None:
    """The line that was read is at the top again after looking at another page."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press(*TO_THREAT, "pagedown", "down")
        read = kiosk.text()
        await kiosk.press("h", "pagedown", "left")
        assert kiosk.place == THREAT
        assert kiosk.text() == read


@pytest.mark.parametrize("key", ["left", "backspace"])
async def test_left_and_backspace_go_back(catalogue: Catalogue, key: str) -> None:
    """Escape is never needed to go back."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("1", key)
        assert kiosk.place == START


async def test_backspace_held_down_empties_a_search_and_no_more(catalogue: Catalogue) -> None:
    """Nobody who clears what they typed is thrown out of the page, or of the kiosk."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("slash", "a", "b", "backspace")
        assert kiosk.place == Place("search", "a")
        await kiosk.press(*["backspace"] * 10)
        assert kiosk.place == Place("search", "")
        await kiosk.press("left")
        assert kiosk.place == START


async def test_left_and_right_move_in_what_is_typed(catalogue: Catalogue) -> None:
    """A letter in the middle is mended without losing the rest, and the bottom line says so."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("slash")
        assert "←  Back" in kiosk.lines()[-1]
        await kiosk.press(*"treat", *["left"] * 4, "h", "right", "x", "delete")
        assert kiosk.place == Place("search", "thrxat")
        assert "Back" in kiosk.lines()[-1]
        assert "←" not in kiosk.lines()[-1]
        await kiosk.press(*["left"] * 20)
        assert kiosk.place == Place("search", "thrxat")


async def test_what_is_typed_can_be_left_by_the_line_of_keys(catalogue: Catalogue) -> None:
    """Back stands there without its key, to be reached by Tab or clicked."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("slash", *"threat")
        keys = kiosk.screen.query_one(KeyLine)
        for _ in range(60):  # past all that was found
            if not keys.has_focus:
                await kiosk.press("tab")
        assert keys.has_focus
        await kiosk.press("right", "enter")  # the first is Leave now, the second Back
        assert kiosk.place == START


async def test_fast_typing_keeps_its_order(catalogue: Catalogue) -> None:
    """Letters that arrive together stand in the box in the order in which they came."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("slash")
        for letter in "abcdefghijkl":
            kiosk.app.post_message(events.Key(letter, letter))
        await kiosk.until(lambda: kiosk.place == Place("search", "abcdefghijkl"))
        await kiosk.press("backspace")
        assert kiosk.place == Place("search", "abcdefghijk")


async def test_however_fast_one_goes_the_keys_are_those_of_the_page(catalogue: Catalogue) -> None:
    """The bottom line is that of the page which is open, and never of the one before."""
    keys = ("question_mark", "left", "c", "space", "left", "h", "space", "left", "0")
    characters = {"question_mark": "?", "left": None, "space": " "}
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("0")
        alone = kiosk.lines()
        await kiosk.press("left")
        for key in keys:
            kiosk.app.post_message(events.Key(key, characters.get(key, key)))
        await kiosk.until(lambda: kiosk.place == Place("about") and kiosk.lines() == alone)


async def test_the_number_of_a_step_opens_nothing(catalogue: Catalogue) -> None:
    """Above its choices, an article's numbers are those of steps, and their keys do nothing."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press(*TO_THREAT, "2")
        assert kiosk.place == THREAT


async def test_tab_reaches_the_links_in_the_text(catalogue: Catalogue) -> None:
    """The first link of an article is reached by the first Tab, and opened by Enter."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.go(Place("topic", "a-picture-is-out-there"))
        await kiosk.press("tab", "enter")
        assert kiosk.place == THREAT


async def test_going_back_to_a_search_finds_what_was_typed(catalogue: Catalogue) -> None:
    """The words of a search are still in the box after looking at what it found."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("slash", *"threat", "enter", "left")
        assert kiosk.place == Place("search", "threat")
        assert "threat" in kiosk.text()


async def test_the_end_of_a_page_leads_on(catalogue: Catalogue) -> None:
    """Down at the end of a topic marks where to go from there, and Enter goes."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press(*TO_THREAT, "end", "down")
        assert "┃ 1" in kiosk.text()
        await kiosk.press("enter")
        first = catalogue.edition.content.topics[THREAT.name].next[0]
        assert kiosk.place == Place("topic", first)


async def test_a_screen_further_keeps_a_line(catalogue: Catalogue) -> None:
    """The last line that was read is the first one then, so that nobody loses the place."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.go(Place("topic", "someone-is-threatening-me"))
        for key in ("pagedown", "space"):
            before = [line for line in kiosk.lines()[4:-2] if line][-1]
            await kiosk.press(key)
            assert kiosk.lines()[4] == before, kiosk.text()
        before = kiosk.lines()[4]
        await kiosk.press("pageup")
        assert kiosk.lines()[-3] == before, kiosk.text()


@pytest.mark.parametrize(
    "where",
    [START, Place("topic", "someone-is-threatening-me"), Place("people"), Place("keys")],
    ids=str,
)
async def test_a_key_that_does_nothing_says_nothing(catalogue: Catalogue, where: Place) -> None:
    """No cell of the screen changes, and nothing rings."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.go(where)
        before = kiosk.screen._compositor.render_strips()
        for key in ("x", "z", "right", "insert", "f5", "ctrl+a", "comma"):
            await kiosk.press(key)
            assert kiosk.place == where
            assert kiosk.screen._compositor.render_strips() == before, key


async def test_the_rule_grows_with_the_place(catalogue: Catalogue) -> None:
    """The rule below the text is heavy as far as the reader has come; a whole page has none."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.go(Place("topic", "someone-is-threatening-me"))
        lengths = [kiosk.lines()[-2].count("━")]
        for key in ("pagedown", "end"):
            await kiosk.press(key)
            lengths.append(kiosk.lines()[-2].count("━"))
        assert 0 < lengths[0] < lengths[1] < lengths[2]
        assert kiosk.lines()[-2].strip() == "━" * lengths[2] + " 100 %"
        await kiosk.go(START)
        assert "━" not in kiosk.text()


async def test_the_place_on_the_page_is_shown(catalogue: Catalogue) -> None:
    """The line below the text tells how far through a long page the reader is."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press(*TO_THREAT)
        assert kiosk.lines()[-2].endswith(" Space  More")
        await kiosk.press("end")
        assert "100 %" in kiosk.lines()[-2]


async def test_a_low_screen_shows_the_place_beside_the_keys(catalogue: Catalogue) -> None:
    """There, too, the ways out, back and to all the keys are shown."""
    async with run_kiosk(catalogue, (40, 12)) as kiosk:
        await kiosk.press(*TO_THREAT)
        for words in ("Esc Leave now", "← Back", "?", "Keys", "↓ More"):
            assert words in " ".join(kiosk.lines()[-1].split())
        await kiosk.press("end")
        assert kiosk.lines()[-1].endswith("100 %")


async def test_a_resize_keeps_the_place(catalogue: Catalogue) -> None:
    """The words that were at the top are at the top again, however narrow the screen has become."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press(*TO_THREAT, "pagedown", "pagedown")
        reader = kiosk.screen.page.reader
        top = next(line for line in reader.page.lines[reader.top :] if line)
        first_word = top[0].text.split()[0]
        await kiosk.pilot.resize_terminal(40, 12)
        await kiosk.until(lambda: len(kiosk.lines()) == 12)
        assert kiosk.place == THREAT
        assert "Esc  Leave now" in kiosk.lines()[-1]
        assert first_word in "\n".join(kiosk.lines()[:5])


async def test_moving_on_the_page_takes_the_focus_from_the_line_of_keys(
    catalogue: Catalogue,
) -> None:
    """After Tab to the bottom line and an arrow up, Enter opens what is marked on the page."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("shift+tab", "end", "up", "enter")
        assert kiosk.place == Place("comfort")


async def test_the_line_of_keys_survives_losing_a_command(catalogue: Catalogue) -> None:
    """Where a command leaves the line while it has the focus, Enter does nothing."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press(*TO_THREAT, "end")
        kiosk.screen.query_one(KeyLine).enter(-1)
        await kiosk.until(lambda: kiosk.screen.query_one(KeyLine).has_focus)
        kiosk.screen.query_one(KeyLine).show(catalogue.edition, "", frozenset({KEYS}))
        await kiosk.until(lambda: "Keys" not in kiosk.lines()[-1])
        await kiosk.press("enter")
        assert kiosk.place == THREAT
        await kiosk.press("left", "enter")
        assert kiosk.place.kind in ("neutral", "start", "topic", "topics")


async def test_a_page_that_fails_says_so_and_offers_help(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault in one page shows an honest message with people to ring; the kiosk goes on."""
    working = catalogue.open

    def broken(place: Place, measure: int, here: Here = PAPER) -> object:
        if place == THREAT:
            raise RuntimeError("words of a visitor")
        return working(place, measure, here)

    monkeypatch.setattr(catalogue, "open", broken)
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press(*TO_THREAT)
        for words in ("That did not work", "It is our fault", "Childline"):
            assert words in kiosk.text()
        assert "words of a visitor" not in kiosk.text()
        await kiosk.press("left", "3")
        assert kiosk.place.kind == "question"
