"""A visitor's card is printed by the clerk: numbers of helplines, and only so many."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kiosk.clerk.clerk import CARDS_A_VISITOR
from kiosk.clerk.line import LineDesk
from kiosk.desk import printer
from kiosk.desk.desk import Desk
from kiosk.desk.trouble import DeskError, Reason
from kiosk.settings import Settings
from tests.clerk.conftest import NUMBERS, Open
from tests.desk.cups import Cups, Paper, cups
from tests.tools import DEADLINE_SECONDS, wait_until


@pytest.fixture
def paper() -> Iterator[Paper]:
    """A printer."""
    paper = Paper()
    yield paper
    paper.close()


@pytest.fixture
def daemon(settings_path: Path, paper: Paper, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cups]:
    """CUPS with a queue, which the settings name."""
    with TemporaryDirectory() as folder, cups(Path(folder)) as daemon:
        daemon.add_queue("kiosk-card", paper.address)
        monkeypatch.setenv("CUPS_SERVER", daemon.address)
        monkeypatch.setattr(printer, "_ANSWERS_WITHIN_SECONDS", DEADLINE_SECONDS)
        settings_path.write_text(f'printer = "kiosk-card"\n{settings_path.read_text()}')
        yield daemon


def test_a_visitor_gets_the_numbers_on_paper(daemon: Cups, paper: Paper, open_line: Open) -> None:
    """And so does the next one; nothing stays."""
    for line in (open_line(), open_line()):
        LineDesk(line, Desk(Settings())).print_card(NUMBERS)
    wait_until(lambda: len(paper.sheets) == 2)
    assert paper.sheets[0] == b"0800 1111\n\n116 123\n\n999\n\n"
    wait_until(lambda: not daemon.jobs())


@pytest.mark.usefixtures("daemon")
def test_nothing_but_numbers_of_helplines_is_printed(paper: Paper, open_line: Open) -> None:
    """A visitor's process that somebody has taken over prints no words, and loses its line."""
    line = open_line()
    desk = LineDesk(line, Desk(Settings()))
    for numbers in (("Somebody was here",), NUMBERS):
        with pytest.raises(DeskError) as raised:
            desk.print_card(numbers)
        assert raised.value.reason is Reason.BUSY
    LineDesk(open_line(), Desk(Settings())).print_card(NUMBERS[:1])
    wait_until(lambda: paper.sheets)
    assert paper.sheets == [b"0800 1111\n\n"]


@pytest.mark.usefixtures("daemon")
def test_nobody_prints_without_end(open_line: Open) -> None:
    """Paper and ink are the library's."""
    desk = LineDesk(open_line(), Desk(Settings()))
    for _ in range(CARDS_A_VISITOR):
        desk.print_card(NUMBERS[:1])
    with pytest.raises(DeskError):
        desk.print_card(NUMBERS[:1])


def test_without_a_printer_a_visitor_is_told(open_line: Open) -> None:
    """The line goes on."""
    desk = LineDesk(open_line(), Desk(Settings()))
    for _ in range(2):
        with pytest.raises(DeskError) as raised:
            desk.print_card(NUMBERS)
        assert raised.value.reason is Reason.SETTINGS
