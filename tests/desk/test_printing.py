"""The card of numbers on paper, by a real CUPS: what is printed, and what is left of it."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kiosk.desk import printer as printing
from kiosk.desk.desk import Desk
from kiosk.desk.printer import Printer
from kiosk.desk.trouble import DeskError, Reason
from kiosk.settings import Settings
from tests.desk.cups import Cups, Paper, cups
from tests.tools import DEADLINE_SECONDS

NUMBERS = ("0800 1111", "116 123", "999")
QUEUE = "kiosk-card"


def until(condition: Callable[[], object], what: str) -> None:
    """Wait for something to become true."""
    deadline = time.monotonic() + DEADLINE_SECONDS
    while not condition():
        assert time.monotonic() < deadline, what
        time.sleep(0.05)


@pytest.fixture
def paper() -> Iterator[Paper]:
    """A printer."""
    paper = Paper()
    yield paper
    paper.close()


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder whose path is short enough for a socket, and open to those who print."""
    with TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.fixture(params=[(), ("PreserveJobHistory No",)], ids=["history", "no history"])
def daemon(
    request: pytest.FixtureRequest, folder: Path, paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Cups]:
    """CUPS with a queue; as it is installed, and as staff.md says."""
    with cups(folder, *request.param) as daemon:
        daemon.add_queue(QUEUE, paper.address)
        monkeypatch.setenv("CUPS_SERVER", daemon.address)
        yield daemon


def test_numbers_are_printed_and_nothing_of_them_is_left(daemon: Cups, paper: Paper) -> None:
    """Nothing else is on the paper; no job is in the queue or its history, no file on the disk."""
    Printer(QUEUE).print_lines(NUMBERS)
    until(lambda: paper.sheets, "Nothing came out of the printer.")
    assert paper.sheets[0].decode().split("\n") == [
        *("0800 1111", "", "116 123", "", "999", "", "")
    ]
    until(lambda: not daemon.jobs(), "A job stayed.")
    until(lambda: not daemon.files(), "A file stayed.")


def test_no_log_has_a_number(daemon: Cups, paper: Paper) -> None:
    """Nor what the card is."""
    Printer(QUEUE).print_lines(NUMBERS)
    until(lambda: paper.sheets and not daemon.jobs(), "It was not printed.")
    logs = b"".join(path.read_bytes() for path in (daemon.folder / "log").iterdir())
    assert not [number for number in NUMBERS[:2] if number.encode() in logs]


def test_two_cards_in_a_row_both_come_out(daemon: Cups, paper: Paper) -> None:
    """Tidying up after one takes nothing from the other."""
    desk = Desk(Settings(printer=QUEUE))
    desk.print_card(NUMBERS)
    desk.print_card(NUMBERS[:1])
    until(lambda: len(paper.sheets) == 2, "One was lost.")
    until(lambda: not daemon.jobs(), "A job stayed.")


@pytest.mark.parametrize("daemon", [()], indirect=True)
def test_a_card_that_cannot_come_out_is_taken_back(
    daemon: Cups, paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A printer that is off prints nothing when somebody else switches it on."""
    monkeypatch.setattr(printing, "_PRINTED_WITHIN_SECONDS", 0.0)
    daemon.run("cupsdisable", QUEUE)
    Printer(QUEUE).print_lines(NUMBERS)
    until(lambda: not daemon.jobs(), "It still waits.")
    daemon.run("cupsenable", QUEUE)
    assert not paper.sheets


@pytest.mark.parametrize("daemon", [()], indirect=True)
def test_what_a_kiosk_left_behind_goes_when_the_next_one_starts(daemon: Cups, paper: Paper) -> None:
    """It may have been switched off before it could tidy up."""
    daemon.run("sh", "-c", f"echo 999 | lp -d {QUEUE} -")
    until(lambda: paper.sheets, "It was not printed.")
    until(daemon.jobs, "Nothing stayed, so nothing can be swept.")
    Desk(Settings(printer=QUEUE)).empty_printer()
    assert not daemon.jobs()


@pytest.mark.parametrize("daemon", [()], indirect=True)
@pytest.mark.usefixtures("daemon")
def test_a_queue_that_is_not_there_is_told() -> None:
    """A visitor is not told to wait for paper."""
    with pytest.raises(DeskError) as raised:
        Printer("nothing").print_lines(NUMBERS)
    assert raised.value.reason is Reason.UNREACHED


def test_without_cups_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its programs are not on every machine."""
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(DeskError) as raised:
        Printer(QUEUE).print_lines(NUMBERS)
    assert raised.value.reason is Reason.UNREACHED


def test_without_a_printer_nothing_is_printed() -> None:
    """Whoever asks for it all the same."""
    desk = Desk(Settings())
    assert not desk.offers_print
    with pytest.raises(DeskError):
        desk.print_card(NUMBERS)
    desk.empty_printer()
