"""Ways out of a Textual app, each of them closed."""

import pytest
from textual.content import Content
from textual.widgets import Static

from kiosk.app.box import TypingBox
from kiosk.pages.catalogue import START, Catalogue
from tests.app.kiosk import run_kiosk

WAYS_OUT = [
    "app.quit",
    "app.suspend_process",
    "app.simulate_key('ctrl+q')",
    "app.screenshot('kiosk.svg', '/tmp')",
    "app.pop_screen",
    "app.push_screen('x')",
    "app.switch_mode('x')",
    "app.focus('###')",
    "app.command_palette",
    "app.notify('x')",
    "screen.dismiss",
    "nowhere.nothing",
    "((",
]


@pytest.mark.parametrize(
    "key", ["ctrl+q", "ctrl+c", "ctrl+p", "ctrl+z", "ctrl+backslash", "ctrl+d"]
)
async def test_no_control_key_does_anything(catalogue: Catalogue, key: str) -> None:
    """The keys that quit, stop or search a Textual app change nothing on the screen."""
    async with run_kiosk(catalogue) as kiosk:
        before = kiosk.text()
        await kiosk.press(key)
        assert kiosk.text() == before
        assert kiosk.place == START
        assert kiosk.app.is_running


@pytest.mark.parametrize("key", [f"f{number}" for number in range(1, 13)])
async def test_no_function_key_does_anything(catalogue: Catalogue, key: str) -> None:
    """The function keys change nothing on the screen."""
    async with run_kiosk(catalogue) as kiosk:
        before = kiosk.text()
        await kiosk.press(key)
        assert kiosk.text() == before


@pytest.mark.parametrize("action", WAYS_OUT)
async def test_no_foreign_action_runs(catalogue: Catalogue, action: str) -> None:
    """An action that text could name is refused, without an error and without a trace."""
    async with run_kiosk(catalogue) as kiosk:
        assert not await kiosk.app.run_action(action)
        await kiosk.press("1")
        assert kiosk.place == catalogue.edition.content.place_of("help-threatened")


async def test_nothing_is_copied(catalogue: Catalogue) -> None:
    """There is no clipboard for the next visitor to paste from."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("slash", *"secret", "ctrl+a", "ctrl+c", "ctrl+x")
        kiosk.app.copy_to_clipboard("secret")
        assert kiosk.app.clipboard == ""
        assert kiosk.screen.query_one(TypingBox).value == "secret"


async def test_nothing_is_saved_or_opened(catalogue: Catalogue) -> None:
    """No picture of the screen is written, and no address is opened."""
    async with run_kiosk(catalogue) as kiosk:
        with pytest.raises(PermissionError):
            kiosk.app.save_screenshot("x.svg", "/tmp")
        assert kiosk.app.deliver_screenshot("x.svg", "/tmp") is None
        kiosk.app.open_url("https://example.org")


async def test_no_text_is_markup(catalogue: Catalogue) -> None:
    """Markup that a visitor types is shown as it was typed, and does nothing."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("slash")
        box = kiosk.screen.query_one(TypingBox)
        box.value = "[@click=app.quit]x[/] [/y]"
        await kiosk.until(lambda: "[@click=app.quit]x[/] [/y]" in kiosk.text())
        assert kiosk.app.is_running


async def test_pasted_text_is_cleaned(catalogue: Catalogue) -> None:
    """Control and direction characters of a paste never reach the terminal."""
    from textual.events import Paste

    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("slash")
        box = kiosk.screen.query_one(TypingBox)
        box.post_message(Paste("a\x1b[2J\x9b\u202eb\nc" + "d" * 500))
        await kiosk.until(lambda: box.value != "")
        assert box.value.startswith("a[2Jb c")
        assert len(box.value) <= 100


def test_no_widget_takes_markup() -> None:
    """A fact about Textual that the lockdown leans on: a string given to Static is markup."""
    assert Static("[b]x[/b]").visual == Content.from_markup("[b]x[/b]")
