"""The card of numbers on paper, by a real CUPS: what is printed, and what is left of it."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kiosk.desk import printer
from kiosk.desk.desk import Desk
from kiosk.desk.printer import Printer
from kiosk.desk.trouble import DeskError, Reason
from kiosk.settings import Settings
from tests.desk.cups import Cups, Paper, cups
from tests.tools import DEADLINE_SECONDS, wait_until

NUMBERS = ("0800 1111", "116 123", "999")
QUEUE = "kiosk-card"


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
        monkeypatch.setattr(printer, "_ANSWERS_WITHIN_SECONDS", DEADLINE_SECONDS)
        yield daemon


def test_numbers_are_printed_and_nothing_of_them_is_left(daemon: Cups, paper: Paper) -> None:
    """Nothing else is on the paper; no job is in the queue or its history, no file on the disk."""
    Printer(QUEUE).print_lines(NUMBERS)
    wait_until(lambda: paper.sheets, "a sheet")
    assert paper.sheets[0].decode().split("\n") == [
        *("0800 1111", "", "116 123", "", "999", "", "")
    ]
    wait_until(lambda: not daemon.jobs(), "an empty queue")
    wait_until(lambda: not daemon.files(), "an empty folder")


def test_no_log_has_a_number(daemon: Cups, paper: Paper) -> None:
    """Nor what the card is."""
    Printer(QUEUE).print_lines(NUMBERS)
    wait_until(lambda: paper.sheets and not daemon.jobs(), "a sheet, and nothing left,")
    logs = b"".join(path.read_bytes() for path in (daemon.folder / "log").iterdir())
    assert not [number for number in NUMBERS[:2] if number.encode() in logs]


def test_two_cards_in_a_row_both_come_out(daemon: Cups, paper: Paper) -> None:
    """Tidying up after one takes nothing from the other."""
    desk = Desk(Settings(printer=QUEUE))
    desk.print_card(NUMBERS)
    desk.print_card(NUMBERS[:1])
    wait_until(lambda: len(paper.sheets) == 2, "the second sheet")
    wait_until(lambda: not daemon.jobs(), "an empty queue")


@pytest.mark.parametrize("daemon", [()], indirect=True)
def test_a_card_that_cannot_come_out_is_taken_back(
    daemon: Cups, paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A printer that is off prints nothing when somebody else switches it on."""
    monkeypatch.setattr(printer, "_PRINTED_WITHIN_SECONDS", 0.0)
    daemon.run("cupsdisable", QUEUE)
    Printer(QUEUE).print_lines(NUMBERS)
    wait_until(lambda: not daemon.jobs(), "an empty queue")
    daemon.run("cupsenable", QUEUE)
    assert not paper.sheets


@pytest.mark.parametrize("daemon", [()], indirect=True)
def test_what_a_kiosk_left_behind_goes_when_the_next_one_starts(daemon: Cups, paper: Paper) -> None:
    """It may have been switched off before it could tidy up."""
    daemon.run("sh", "-c", f"echo 999 | lp -d {QUEUE} -")
    wait_until(lambda: paper.sheets, "a sheet")
    wait_until(daemon.jobs, "a job that stays, to be swept,")
    Desk(Settings(printer=QUEUE)).empty_printer()
    wait_until(lambda: not daemon.jobs(), "an empty queue")


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
