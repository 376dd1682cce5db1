"""Reading aloud: what is said, what is marked meanwhile, and everything that ends it."""

import os
from pathlib import Path

import pytest
from textual.events import MouseDown, MouseScrollDown, MouseUp

from kiosk.app.environment import Terminal
from kiosk.app.page_view import PageView
from kiosk.app.place_line import WAY
from kiosk.clerk.speech import speech_for
from kiosk.content.blocks import Place
from kiosk.pages.acts import Change
from kiosk.pages.catalogue import START, Catalogue
from kiosk.pages.loading import load_catalogue
from kiosk.pages.sentences import sentences
from kiosk.pages.take_page import addresses
from kiosk.settings import Settings
from tests.app.colours import runs_of
from tests.app.kiosk import TestKiosk, run_kiosk
from tests.app.voice import FakeSpeech

TOPIC = Place("topic", "someone-is-threatening-me")
LABEL = "Read aloud"
STOPS = "Any key stops the voice"
WITHOUT_COLOURS = Terminal(colours=0)


def marked(kiosk: TestKiosk) -> str:
    """The words on the screen that are marked as being said, where no terminal has colours."""
    runs = [run.text for run in runs_of(kiosk) if run.style.reverse and run.style.underline]
    return " ".join(runs)


def page_of(kiosk: TestKiosk) -> PageView:
    """The widget of the page."""
    return kiosk.screen.query_one(PageView)


async def test_a_page_is_read_sentence_by_sentence(catalogue: Catalogue) -> None:
    """Every sentence is said once, in order, each marked and in sight; then all is as before."""
    speech = FakeSpeech()
    async with run_kiosk(catalogue, terminal=WITHOUT_COLOURS, speech=speech) as kiosk:
        await kiosk.go(TOPIC)
        page = page_of(kiosk)
        expected = sentences(page.reader.page)
        await kiosk.press("r")
        for number, sentence in enumerate(expected, start=1):
            assert speech.said == [each.text for each in expected[:number]]
            top, height = page.reader.top, page.reader.height
            assert max(top, 1) <= max(sentence.first_line, 1)
            assert sentence.last_line < top + height
            await kiosk.pilot.pause()
            said = "".join(filter(str.isalnum, sentence.text))
            assert "".join(filter(str.isalnum, marked(kiosk))) == said
            assert STOPS in kiosk.text()
            speech.end()
        await kiosk.until(lambda: STOPS not in kiosk.text())
        assert not speech.is_speaking
        assert not marked(kiosk)


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_a_line_of_context_stays_around_the_sentence(
    catalogue: Catalogue, size: tuple[int, int]
) -> None:
    """The line before a sentence is in sight, wherever the page has one."""
    speech = FakeSpeech()
    async with run_kiosk(catalogue, size, speech=speech) as kiosk:
        await kiosk.go(TOPIC)
        reader = page_of(kiosk).reader
        await kiosk.press("r")
        for sentence in sentences(reader.page):
            assert reader.top <= max(0, sentence.first_line - 1)
            is_end_in_sight = sentence.last_line + 1 < reader.top + reader.height
            assert is_end_in_sight or reader.top in (reader.last_top, sentence.first_line - 1)
            speech.end()


async def test_reading_begins_with_the_first_line_in_sight(catalogue: Catalogue) -> None:
    """Whoever has read on by eye hears no word from above the sentence at the top."""
    speech = FakeSpeech()
    async with run_kiosk(catalogue, speech=speech) as kiosk:
        await kiosk.go(TOPIC)
        await kiosk.press("pagedown", "pagedown")
        reader = page_of(kiosk).reader
        first = next(s for s in sentences(reader.page) if s.last_line >= reader.top)
        assert first.first_line > 10
        await kiosk.press("r")
        assert speech.said == [first.text]


@pytest.mark.parametrize("key", ["r", "down", "enter", "1", "h", "tab", "question_mark"])
async def test_any_key_stops_it_and_does_nothing_else(catalogue: Catalogue, key: str) -> None:
    """The same key works again as soon as it is silent."""
    speech = FakeSpeech()
    async with run_kiosk(catalogue, speech=speech) as kiosk:
        before = kiosk.lines()
        await kiosk.press("r")
        assert speech.said
        await kiosk.press(key)
        assert not speech.is_speaking
        assert kiosk.place == START
        await kiosk.until(lambda: kiosk.lines() == before)
        await kiosk.press(key)
        await kiosk.until(lambda: kiosk.lines() != before)


async def test_a_click_stops_it_and_does_nothing_else(catalogue: Catalogue) -> None:
    """Even where it hits a choice, or the words in the bottom line that had begun the reading."""
    speech = FakeSpeech()
    async with run_kiosk(catalogue, (120, 40), speech=speech) as kiosk:
        key, choice = place_of(LABEL, kiosk.lines()), place_of("People to talk to", kiosk.lines())
        for number, place in enumerate((key, choice), start=1):
            await click(kiosk, *key)
            assert (len(speech.said), speech.is_speaking) == (number, True)
            await click(kiosk, *place)
            assert (len(speech.said), speech.is_speaking) == (number, False)
            assert kiosk.place == START
        await click(kiosk, *choice)
        assert kiosk.place.kind == "people"


async def click(kiosk: TestKiosk, x: int, y: int) -> None:
    """Click as a terminal tells it, which is to the app first."""
    for event in (MouseDown, MouseUp):
        kiosk.app.post_message(event(None, x, y, 0, 0, 1, False, False, False))
        await kiosk.pilot.pause()


def place_of(words: str, rows: list[str]) -> tuple[int, int]:
    """The column and the row at which words begin."""
    return next((row.index(words), y) for y, row in enumerate(rows) if words in row)


async def test_the_wheel_stops_it(catalogue: Catalogue) -> None:
    """Reading does not scroll back what somebody scrolls."""
    speech = FakeSpeech()
    async with run_kiosk(catalogue, speech=speech) as kiosk:
        await kiosk.go(TOPIC)
        await kiosk.press("r")
        kiosk.app.post_message(MouseScrollDown(None, 9, 9, 0, 0, 0, False, False, False))
        await kiosk.until(lambda: not speech.is_speaking)
        assert page_of(kiosk).reader.top == 0


async def test_escape_leaves_in_silence(catalogue: Catalogue) -> None:
    """One Escape is enough: it is not taken for a key that only stops the voice."""
    speech = FakeSpeech()
    for key in ("escape", "f12"):
        async with run_kiosk(catalogue, panic_keys=("f12",), speech=speech) as kiosk:
            await kiosk.go(TOPIC)
            before = len(speech.said)
            await kiosk.press("r")
            assert len(speech.said) == before + 1
            await kiosk.press(key)
            assert kiosk.screen.visit.is_neutral
            assert not speech.is_speaking


async def test_whatever_changes_the_page_stops_it(catalogue: Catalogue) -> None:
    """Going elsewhere and a new size do, and so does the end of the app."""
    speech = FakeSpeech()
    async with run_kiosk(catalogue, speech=speech) as kiosk:
        await kiosk.press("r")
        await kiosk.go(TOPIC)
        assert (len(speech.said), speech.is_speaking) == (1, False)
        await kiosk.press("r")
        await kiosk.pilot.resize_terminal(60, 20)
        await kiosk.until(lambda: not speech.is_speaking)
        await kiosk.press("r")
        assert len(speech.said) == 3
    assert not speech.is_speaking


def keys_of(kiosk: TestKiosk) -> str:
    """The row of the keys, which has air below it on a tall screen."""
    return [line for line in kiosk.lines() if line][-1]


async def test_it_is_offered_only_where_it_can_be_had(catalogue: Catalogue) -> None:
    """Without a voice, on a page to type into, and beside a drawing or a code the key is dead."""
    speech = FakeSpeech()
    content = catalogue.edition.content
    travels = Place("travels", next(iter(content.travels.parts)))
    silent = [Place("search"), travels, Place("take", addresses(content)[0])]
    async with run_kiosk(catalogue, (120, 40), speech=speech) as kiosk:
        assert LABEL in keys_of(kiosk)
        for place in silent:
            await kiosk.go(place)
            assert LABEL not in keys_of(kiosk), place
            await kiosk.press("r")
            assert not speech.said, place
    async with run_kiosk(catalogue, (120, 40)) as kiosk:
        assert LABEL not in keys_of(kiosk)
        before = kiosk.lines()
        await kiosk.press("r")
        assert kiosk.lines() == before


async def test_the_key_is_listed_where_it_does_something(catalogue: Catalogue) -> None:
    """The page of keys has it only on a kiosk that reads aloud."""
    for speech, is_listed in ((FakeSpeech(), True), (None, False)):
        async with run_kiosk(catalogue, (80, 40), speech=speech) as kiosk:
            await kiosk.press("question_mark")
            assert ("Hear the page" in kiosk.text()) == is_listed


async def test_the_rule_grows_while_a_page_is_read(catalogue: Catalogue) -> None:
    """It is drawn as far as the page has been in sight, though the words beside it stay."""
    speech = FakeSpeech()
    async with run_kiosk(catalogue, speech=speech) as kiosk:
        await kiosk.go(TOPIC)
        await kiosk.press("r")
        reader = page_of(kiosk).reader
        grown = {reader.percent: way_drawn(kiosk)}
        while speech.is_speaking:
            speech.end()
            await kiosk.pilot.pause()
            if speech.is_speaking:
                grown[reader.percent] = way_drawn(kiosk)
    assert len(grown) > 3
    cells = [cells for _, cells in sorted(grown.items())]
    assert cells == sorted(set(cells))


def way_drawn(kiosk: TestKiosk) -> int:
    """The cells of the rule that are drawn as the way behind the reader."""
    (rule,) = (line for line in kiosk.lines() if STOPS in line)
    return rule.count(WAY)


async def test_the_voice_follows_the_language_of_the_page() -> None:
    """Welsh is said in Welsh; a page that stands in English for want of Welsh, in English."""
    welsh = load_catalogue(Settings(languages=("en", "cy"), drafts=True))
    speech = FakeSpeech()
    async with run_kiosk(welsh, speech=speech) as kiosk:
        await kiosk.press("r", "r")
        kiosk.screen.follow(Change("language", "cy"))
        await kiosk.press("r", "r")
        await kiosk.go(Place("topic", "the-law"))
        await kiosk.press("r")
    assert speech.languages == ["en", "cy", "en"]


@pytest.fixture
def installed_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let an engine be on the path; nothing is said with it."""
    engine = tmp_path / "espeak-ng"
    engine.write_text("#!/bin/sh\n")
    engine.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")


@pytest.mark.usefixtures("installed_engine")
def test_it_is_off_unless_staff_switch_it_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is heard by default, nor where no engine is installed."""
    assert speech_for(Settings()) is None
    assert speech_for(Settings(reading_aloud=True)) is not None
    monkeypatch.setenv("PATH", "/nowhere")
    assert speech_for(Settings(reading_aloud=True)) is None


async def test_whom_to_call_is_said_first(catalogue: Catalogue) -> None:
    """What is always in sight below a plan is marked there, and the plan stays at its beginning."""
    speech = FakeSpeech()
    async with run_kiosk(catalogue, terminal=WITHOUT_COLOURS, speech=speech) as kiosk:
        await kiosk.go(Place("plan", "help-threatened", "under-18"))
        await kiosk.press("r")
        assert speech.said[-1].startswith("Danger now?")
        assert marked(kiosk).startswith("Danger now?")
        assert kiosk.screen.page.reader.top == 0
