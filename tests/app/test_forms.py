"""Feedback and the mailing list: asked one question at a time, sent once, or honestly not."""

from dataclasses import replace

import pytest

from kiosk.content.blocks import Place
from kiosk.desk.forms import Feedback, Mailing
from kiosk.pages.catalogue import START, Catalogue
from kiosk.pages.leave_behind import LeaveBehind
from tests.app.desk import TestDesk
from tests.app.kiosk import TestKiosk, run_kiosk

ADDRESS = "sam@example.org"
RATING = Place("form", "feedback", "useful")
EMAIL = Place("form", "mailing", "email")


@pytest.fixture
def forms(catalogue: Catalogue) -> Catalogue:
    """The shipped pages, at a kiosk whose staff have switched everything on."""
    edition = catalogue.edition
    on = edition.settings._replace(
        forms=edition.settings.forms._replace(public_key="given"), counts=True, keep_settings=True
    )
    return Catalogue(replace(edition, settings=on))


async def fill_in_mailing(kiosk: TestKiosk) -> None:
    """Fill in the mailing list's form, up to the page where one looks at the answers."""
    await kiosk.go(EMAIL)
    await kiosk.press(*ADDRESS, "enter", *"Sam", "enter", "2")
    await kiosk.press("4")
    await kiosk.until(lambda: kiosk.place == Place("form", "mailing", "check"))


async def test_without_settings_nothing_is_asked(catalogue: Catalogue) -> None:
    """A kiosk as it is installed offers no form, and says that it remembers nothing."""
    async with run_kiosk(catalogue) as kiosk:
        assert "remembered" not in kiosk.text()
        await kiosk.go(Place("about"))
        assert "think" not in kiosk.text()
        assert "email" not in kiosk.text()
        await kiosk.go(Place("choices"))
        assert "nothing for you to choose" in " ".join(kiosk.text().split())
        await kiosk.go(RATING)
        assert "could not be shown" in kiosk.text()


async def test_feedback_is_a_number_and_words(forms: Catalogue) -> None:
    """One key rates, words are optional, and what was chosen is what is sent."""
    desk = TestDesk()
    async with run_kiosk(forms, leave_behind=LeaveBehind(desk)) as kiosk:
        await kiosk.go(RATING)
        await kiosk.press("4", *"Good, but long")
        assert "Nobody who reads this can help you now" in kiosk.text()
        await kiosk.press("enter")
        assert "Useful" in kiosk.text()
        assert "Good, but long" in kiosk.text()
        assert not desk.forms
        await kiosk.press("3")
        await kiosk.until(lambda: kiosk.place == Place("sent", "feedback"))
    [form] = desk.forms.values()
    assert isinstance(form, Feedback)
    assert (form.rating, form.words) == (4, "Good, but long")


async def test_staff_can_switch_the_words_off(forms: Catalogue) -> None:
    """Then the number alone is asked for."""
    settings = forms.edition.settings._replace(feedback_words=False)
    without_words = Catalogue(replace(forms.edition, settings=settings))
    async with run_kiosk(without_words) as kiosk:
        await kiosk.go(RATING)
        await kiosk.press("1")
        assert kiosk.place == Place("form", "feedback", "check")


async def test_the_mailing_list_takes_what_was_typed(forms: Catalogue) -> None:
    """Address, name and topics arrive as they were given, with the consent that sending is."""
    desk = TestDesk()
    async with run_kiosk(forms, leave_behind=LeaveBehind(desk)) as kiosk:
        await fill_in_mailing(kiosk)
        await kiosk.press("4")
        await kiosk.until(lambda: kiosk.place == Place("sent", "mailing"))
        [form] = desk.forms.values()
        assert isinstance(form, Mailing)
        assert (form.email, form.name, form.consent) == (ADDRESS, "Sam", True)
        assert form.topics == ("parents and carers",)


async def test_an_address_is_never_shown_again_once_it_is_sent(forms: Catalogue) -> None:
    """Back leads past the form, and the form is empty when it is opened anew."""
    async with run_kiosk(forms, leave_behind=LeaveBehind(TestDesk())) as kiosk:
        await fill_in_mailing(kiosk)
        await kiosk.press("4")
        for _ in kiosk.screen.visit.stops[1:]:
            await kiosk.press("backspace")
            assert kiosk.place.kind != "form"
            assert ADDRESS not in kiosk.text()
        assert not kiosk.screen.visit.can_go_back
        await kiosk.go(EMAIL)
        assert ADDRESS not in kiosk.text()
        assert ADDRESS not in repr(kiosk.screen.visit.draft)


@pytest.mark.parametrize("typed", ["", "sam", "sam@", "@example.org", "sam example.org", "a@b"])
async def test_a_fault_is_told_beside_what_was_typed(forms: Catalogue, typed: str) -> None:
    """An answer that will not do keeps the visitor on its page, with nothing lost."""
    async with run_kiosk(forms) as kiosk:
        await kiosk.go(EMAIL)
        assert "Please look again" not in kiosk.text()
        await kiosk.press(*(("space" if c == " " else c) for c in typed), "enter")
        assert kiosk.place == EMAIL
        assert "Please look again" in kiosk.text()
        assert typed in kiosk.text()


async def test_required_questions_are_marked_and_explained(forms: Catalogue) -> None:
    """The mark stands at the question, and what it means below; optional ones have none."""
    async with run_kiosk(forms) as kiosk:
        await kiosk.go(EMAIL)
        assert "Your email address *" in kiosk.text()
        assert "* means that we need an answer." in kiosk.text()
        await kiosk.press(*ADDRESS, "enter")
        assert "Your name" in kiosk.text()
        assert "*" not in kiosk.text()


async def test_what_could_not_be_saved_is_not_thanked_for(forms: Catalogue) -> None:
    """The message is honest, everything is kept in the visit, and trying again sends it once."""
    desk = TestDesk(is_broken=True)
    async with run_kiosk(forms, leave_behind=LeaveBehind(desk)) as kiosk:
        await fill_in_mailing(kiosk)
        await kiosk.press("4")
        assert "It was not saved" in kiosk.text()
        assert "Thank you" not in kiosk.text()
        (first_id,) = kiosk.screen.visit.form_ids.values()
        desk.is_broken = False
        await kiosk.press("1")
        assert kiosk.place == Place("sent", "mailing")
        assert list(desk.forms) == [first_id]


async def test_saying_no_forgets_the_form(forms: Catalogue) -> None:
    """What was filled in is gone, and the visitor is at the start."""
    desk = TestDesk()
    async with run_kiosk(forms, leave_behind=LeaveBehind(desk)) as kiosk:
        await fill_in_mailing(kiosk)
        await kiosk.press("5")
        assert kiosk.place == START
        assert not kiosk.screen.visit.draft.answers
        assert not desk.forms


async def test_leaving_forgets_what_is_half_typed(forms: Catalogue) -> None:
    """After Escape neither the box nor the visit holds the address, and nothing was sent."""
    desk = TestDesk()
    async with run_kiosk(forms, leave_behind=LeaveBehind(desk)) as kiosk:
        await kiosk.go(EMAIL)
        await kiosk.press(*ADDRESS)
        await kiosk.leave()
        await kiosk.press("enter")
        await kiosk.go(EMAIL)
        assert ADDRESS not in kiosk.text()
        assert not desk.forms


async def test_options_are_ticked_and_unticked(forms: Catalogue) -> None:
    """A mark in letters, not in colour, says what is chosen."""
    async with run_kiosk(forms) as kiosk:
        await kiosk.go(Place("form", "mailing", "topics"))
        await kiosk.press("1")
        assert "[x] For young people" in kiosk.text()
        await kiosk.press("1")
        assert "[ ] For young people" in kiosk.text()


async def test_tab_and_enter_after_typing_go_on(forms: Catalogue) -> None:
    """Who leaves the box with Tab, as on other forms, does not leave the kiosk with Enter."""
    async with run_kiosk(forms) as kiosk:
        await kiosk.go(EMAIL)
        await kiosk.press(*ADDRESS, "tab", "enter")
        assert kiosk.place == Place("form", "mailing", "name")
