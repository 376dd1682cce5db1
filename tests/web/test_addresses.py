"""Web addresses in a browser: what comes of opening one is said before it opens."""

import pytest
from playwright.sync_api import Browser

from tests.web.plain_server import PlainServer
from tests.web.tab import ChromiumTab, Tab, begin, expect, wait
from tests.web.test_for_everyone import OPEN

_LINK = "document.querySelector('#page a[href^=https]')"


@pytest.mark.parametrize("address", ["childline.org.uk", "999bsl.co.uk"])
def test_an_address_leads_to_its_page_and_that_to_the_site(
    visit: Tab, files: PlainServer, address: str
) -> None:
    """Nothing is asked of the site until the link on that page, which says what is left behind."""
    visit.evaluate(f"({OPEN})('people')")
    way = f"document.querySelector('#page a[data-to=\"take|https://{address}\"]')"
    assert visit.evaluate(f"{way}.textContent") == address
    assert visit.evaluate(f"{way}.href") == ""
    visit.evaluate(f"{way}.click()")
    expect(visit, "may see that you were there")
    assert visit.evaluate(f"[{_LINK}.href, {_LINK}.rel]") == [f"https://{address}/", "noreferrer"]
    assert visit.evaluate("location.href") == files.address


def test_a_phone_is_shown_no_code_for_a_phone(browser: Browser, files: PlainServer) -> None:
    """Who holds one has the link; on a screen that cannot be touched, the code stands beside it."""
    for has_touch in (True, False):
        context = browser.new_context(
            viewport={"width": 375, "height": 667}, has_touch=has_touch, is_mobile=has_touch
        )
        page = context.new_page()
        tab = ChromiumTab(page)
        begin(tab, files.address)
        page.evaluate(OPEN, "take|https://childline.org.uk")
        wait(tab, _LINK)
        assert page.locator("#page a.address").is_visible()
        for words in ("Point your phone's camera at it.", "The code opens that page"):
            assert page.get_by_text(words).is_visible() is not has_touch
        assert page.locator("#page div.code").is_visible() is not has_touch
        context.close()


def test_every_way_to_reach_a_helpline_is_a_link(visit: Tab) -> None:
    """Numbers are dialled, texts are written, and an address in a sentence leads to its page."""
    visit.evaluate(f"({OPEN})('people')")
    ways = "[...document.querySelectorAll('#page a')].map((a) => a.dataset.to ?? a.href)"
    assert {"tel:999", "tel:08001111", "sms:85258", "take|https://999bsl.co.uk"} <= set(
        visit.evaluate(ways)
    )
    chat = "[...document.querySelectorAll('#page p.soft a')].map((a) => a.textContent)"
    assert "childline.org.uk" in visit.evaluate(chat)
    assert any(number.startswith("18001") for number in visit.evaluate(chat))
