"""Choosing another language: the whole screen follows at once, and nothing is kept of it."""

import pytest

from kiosk.app.box import TypingBox
from kiosk.content.blocks import Place
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.loading import load_catalogue
from kiosk.settings import Settings
from tests.app.kiosk import TestKiosk, run_kiosk

WELSH = "Cymraeg (drafft)"


@pytest.fixture(scope="module")
def bilingual() -> Catalogue:
    """A kiosk that offers Welsh beside English."""
    return load_catalogue(Settings(languages=("en", "cy"), drafts=True))


def number_of(kiosk: TestKiosk, label: str) -> str:
    """The key of the choice with that label."""
    (line,) = (line for line in kiosk.lines() if line.rstrip().endswith(label))
    return line.strip(" ┃▌").split()[0]


async def test_without_the_setting_no_language_is_shown(catalogue: Catalogue) -> None:
    """A kiosk of English alone has no word about languages on its start page."""
    async with run_kiosk(catalogue) as kiosk:
        assert "Cymraeg" not in kiosk.text()
        assert "English" not in kiosk.text()


async def test_title_page_and_keys_follow_at_once(bilingual: Catalogue) -> None:
    """One key changes every word of the screen, and another one changes it back."""
    async with run_kiosk(bilingual) as kiosk:
        english = kiosk.lines()
        await kiosk.press(number_of(kiosk, WELSH))
        assert "Gwybodaeth a chyngor" in kiosk.text()
        assert "Esc  Gadael nawr" in kiosk.lines()[-1]
        assert "Leave now" not in kiosk.text()
        await kiosk.press(number_of(kiosk, "English"))
        # The mark stays at the choice, so that Enter changes the language again.
        assert [line.strip(" ┃▌") for line in kiosk.lines()] == [
            line.strip(" ┃▌") for line in english
        ]


async def test_the_search_follows(bilingual: Catalogue) -> None:
    """The prompt is in the chosen language, and so are the words that find pages."""
    async with run_kiosk(bilingual) as kiosk:
        await kiosk.press(number_of(kiosk, WELSH), "slash")
        assert kiosk.screen.query_one(TypingBox).placeholder.startswith("Teipia air")
        await kiosk.press(*"blacmel")
        assert "Mae rhywun yn fy mygwth i" in kiosk.text()


async def test_the_urgent_way_is_in_the_chosen_language(bilingual: Catalogue) -> None:
    """The questions and the plan behind the first door are Welsh; the numbers are the same."""
    async with run_kiosk(bilingual) as kiosk:
        await kiosk.press(number_of(kiosk, WELSH), "1")
        assert "Wyt ti'n ddiogel ar hyn o bryd?" in kiosk.text()
        await kiosk.press("2")
        assert "Dy gynllun: cadw dy hun yn ddiogel" in kiosk.text()
        assert "116 123" in kiosk.text()


async def test_an_english_page_is_marked(bilingual: Catalogue) -> None:
    """What is not translated is shown in English, below a line that says so."""
    async with run_kiosk(bilingual) as kiosk:
        await kiosk.press(number_of(kiosk, WELSH))
        await kiosk.go(Place("topic", "the-law"))
        await kiosk.until(lambda: "What the law says" in kiosk.text())
        assert "yn Saesneg am y tro" in kiosk.text()


async def test_leaving_forgets_the_language(bilingual: Catalogue) -> None:
    """The next visitor finds the library's language, whatever the last one chose."""
    async with run_kiosk(bilingual) as kiosk:
        await kiosk.press(number_of(kiosk, WELSH))
        await kiosk.leave()
        await kiosk.press("enter")
        assert "Information and advice" in kiosk.text()
        assert "Esc  Leave now" in kiosk.lines()[-1]
