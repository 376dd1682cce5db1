"""A visitor's process may be killed at any instant: what was accepted is there, and once."""

import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from kiosk.desk.desk import Desk
from kiosk.desk.forms import Feedback
from kiosk.desk.outbox import FILE_NAME
from kiosk.desk.trouble import DeskError, Reason
from tests.desk.children import fork
from tests.desk.conftest import forms_in, numbers_in, outbox_in, settings_in

ROUNDS = 40


def accept_until_killed(work: Callable[[], bytes], times: int, seconds: float) -> list[bytes]:
    """What a child said was done, until it was killed that long after so many times."""
    reading, writing = os.pipe()

    def repeat() -> None:
        while True:
            os.write(writing, work())

    child = fork(repeat)
    os.close(writing)
    said = b""
    while len(said) < 16 * times and (block := os.read(reading, 16)):
        said += block
    if seconds:
        time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while block := os.read(reading, 65536):
        said += block
    os.close(reading)
    return [said[place : place + 16] for place in range(0, len(said), 16)]


def test_a_kill_at_any_instant_loses_no_form_that_was_accepted(folder: Path) -> None:
    """Whatever was said to be on the disk is there, and at most one more a kill; none twice."""
    desk = Desk(settings_in(folder))
    desk.warm()

    def submit() -> bytes:
        form = Feedback(rating=1)
        desk.submit(form)
        return form.id.bytes

    accepted: list[bytes] = []
    instants = random.Random(7)
    for _ in range(ROUNDS):
        accepted += accept_until_killed(submit, instants.randint(1, 4), instants.uniform(0, 0.02))
    kept = [form.id.bytes for form in forms_in(outbox_in(folder))]
    assert set(accepted) <= set(kept)
    assert len(kept) == len(set(kept))
    assert len(accepted) <= len(kept) <= len(accepted) + ROUNDS
    assert len(accepted) > ROUNDS


def test_a_kill_while_the_file_is_made_leaves_one_that_works(tmp_path: Path) -> None:
    """Killed at any instant of its first form, the kiosk can take the next one."""
    instants = random.Random(11)
    Desk(settings_in(tmp_path / "warm")).submit(Feedback(rating=1))
    for number in range(ROUNDS):
        desk = Desk(settings_in(tmp_path / str(number)))
        child = fork(partial(desk.submit, Feedback(rating=1)))
        time.sleep(instants.uniform(0, 0.06))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        desk.submit(Feedback(rating=2))
        assert len(forms_in(outbox_in(tmp_path / str(number)))) in (1, 2)


def test_a_kill_while_counting_keeps_every_number(folder: Path) -> None:
    """A count that was said to be kept is kept; no kill takes the day's numbers away."""
    desk = Desk(settings_in(folder))
    desk.warm()

    def count() -> bytes:
        desk.count("the-law")
        return b"counted one more"

    instants = random.Random(13)
    said = 0
    for _ in range(ROUNDS):
        times, seconds = instants.randint(1, 4), instants.uniform(0, 0.02)
        said += len(accept_until_killed(count, times, seconds))
    assert said <= numbers_in(outbox_in(folder))["the-law"] <= said + ROUNDS


def again_while_busy(act: Callable[[], None]) -> None:
    """Do what the error says: SQLite serves writers in no order, so one may wait too long."""
    while True:
        try:
            return act()
        except DeskError as error:
            if error.reason is not Reason.BUSY:
                raise


def test_several_writers_at_once_lose_nothing(folder: Path) -> None:
    """Four processes that begin with no file at all keep every form and every count."""
    Desk(settings_in(folder / "warm")).submit(Feedback(rating=1))

    def write() -> None:
        desk = Desk(settings_in(folder))
        for _ in range(50):
            again_while_busy(partial(desk.submit, Feedback(rating=1)))
            again_while_busy(partial(desk.count, "the-law"))

    children = [fork(write) for _ in range(4)]
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 4
    assert len(forms_in(outbox_in(folder))) == 200
    assert numbers_in(outbox_in(folder)) == {"the-law": 200}


def test_the_one_file_has_it_all(folder: Path, tmp_path: Path) -> None:
    """Staff may carry it away without what SQLite lays beside it, though visitors are killed."""

    def submit_and_die() -> None:
        desk = Desk(settings_in(folder))
        desk.submit(Feedback(rating=1))
        desk.count("the-law")
        desk.submit(Feedback(rating=2))
        os.kill(os.getpid(), signal.SIGKILL)

    os.waitpid(fork(submit_and_die), 0)
    (tmp_path / "stick").mkdir()
    shutil.copy(folder / FILE_NAME, tmp_path / "stick")
    carried = outbox_in(tmp_path / "stick")
    assert sorted(getattr(form, "rating", 0) for form in forms_in(carried)) == [1, 2]
    assert numbers_in(carried) == {"the-law": 1}
