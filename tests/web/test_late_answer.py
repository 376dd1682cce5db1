"""A form's answer that comes when whoever sent it has gone."""

from playwright.sync_api import Page, Route

from tests.web.test_visits import about, folder, phone, server, title

__all__ = ["folder", "phone", "server"]


def test_an_answer_that_comes_late_is_nobody_elses(phone: Page) -> None:
    """Whoever sends a form and leaves at once: the next visitor is not thanked for it."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    phone.route("**/form", hold)
    about(phone)
    phone.get_by_role("button", name="Tell us what you think").click()
    phone.get_by_role("button", name="Very useful", exact=True).click()
    phone.get_by_role("button", name="Go on").click()
    with phone.expect_request("**/form"):
        phone.get_by_role("button", name="Send it").click()
    phone.keyboard.press("Escape")
    phone.locator("#begin").click()
    about(phone)
    with phone.expect_response("**/form"):
        held[0].fulfill(status=204)
    phone.get_by_role("button", name="What is this kiosk?").click()
    title(phone, "What is this kiosk?")
    phone.locator("#back").click()
    title(phone, "This kiosk")
