"""Leaving when the server is no help: hung, stopped, or not to be reached at all."""

import os
import signal
from collections.abc import Callable

import pytest

from tests.web.conftest import OpenPage
from tests.web.kiosk_page import SECRET, KioskPage
from tests.web.kiosk_server import KioskServer, wait_until


def _begin(open_page: OpenPage, server: KioskServer) -> KioskPage:
    kiosk = open_page(server)
    kiosk.begin()
    return kiosk


@pytest.mark.parametrize(
    "leave",
    [
        lambda kiosk: kiosk.press("Escape"),
        lambda kiosk: kiosk.page.locator("#leave").click(),
        lambda kiosk: kiosk.page.locator("#screen").get_by_text("Leave now").click(),
    ],
    ids=["key", "button", "words on the screen"],
)
def test_a_hung_server_holds_nothing_up(
    open_page: OpenPage, leave: Callable[[KioskPage], None]
) -> None:
    """Every way out is the page's own: it waits for no answer."""
    with KioskServer() as server:
        kiosk = _begin(open_page, server)
        server.stop()
        leave(kiosk)
        assert kiosk.is_clear()
        assert SECRET not in kiosk.page.content()
        server.go_on()
        wait_until(lambda: server.visitors == [], "the end of the visitor")


def test_escape_clears_while_the_visitor_hangs(open_page: OpenPage) -> None:
    """A visitor's process that hangs is ended all the same."""
    with KioskServer() as server:
        kiosk = _begin(open_page, server)
        os.kill(server.visitors[0], signal.SIGSTOP)
        kiosk.press("Escape")
        kiosk.expect_clear()
        wait_until(lambda: server.visitors == [], "the end of the visitor")


def test_a_server_that_dies_clears_the_page(open_page: OpenPage) -> None:
    """Losing the connection blanks the page, and leaves the neutral one, not the browser's own."""
    with KioskServer() as server:
        kiosk = _begin(open_page, server)
        server.kill()
        kiosk.expect_clear()
        kiosk.page.locator("#begin").wait_for(state="visible")


def test_a_visitor_that_dies_clears_the_page(open_page: OpenPage) -> None:
    """A crash of one visitor's process ends that visit, and no other."""
    with KioskServer() as server:
        first, second = _begin(open_page, server), _begin(open_page, server)
        os.kill(min(server.visitors), signal.SIGKILL)
        first.expect_clear()
        second.press("h")
        second.expect("People to talk to")


def test_a_lost_network_clears_the_page(open_page: OpenPage) -> None:
    """Without a word from the server for long, the page takes it that the network is gone."""
    with KioskServer() as server:
        kiosk = open_page(server)
        kiosk.page.clock.install()
        kiosk.begin()
        server.stop()
        kiosk.page.clock.run_for(20_000)
        kiosk.expect_clear()


def test_escape_clears_without_a_network(open_page: OpenPage) -> None:
    """Escape needs no network, and what is shown then is the neutral page."""
    with KioskServer() as server:
        kiosk = _begin(open_page, server)
        kiosk.page.context.set_offline(True)
        kiosk.press("Escape")
        assert kiosk.is_clear()


def test_an_ended_server_ends_its_visitors(open_page: OpenPage) -> None:
    """Ending the server in order ends the visits first, and prints nothing of them."""
    with KioskServer() as server:
        kiosk = _begin(open_page, server)
        visitors = server.visitors
        assert server.end() == ""
        kiosk.expect_clear()
        assert visitors
        wait_until(lambda: server.visitors == [], "the end of the visitor")


def test_a_warm_parent_that_dies_is_replaced(open_page: OpenPage) -> None:
    """When the process that visitors are forked from dies, others come in soon after."""
    with KioskServer() as server:
        _begin(open_page, server)
        (warm,) = server.warm_parents
        os.kill(warm, signal.SIGKILL)
        wait_until(lambda: server.warm_parents not in ([], [warm]), "another warm parent")
        kiosk = open_page(server)
        kiosk.open()
        wait_until(lambda: _health(kiosk) == 200, "readiness")
        kiosk.begin()


def _health(kiosk: KioskPage) -> int:
    return kiosk.page.request.get(kiosk.address + "/health").status
