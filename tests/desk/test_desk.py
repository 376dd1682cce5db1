"""The desk: what it offers, what it writes, and what it leaves alone."""

import os
import stat
import subprocess
import sys
from datetime import date
from itertools import permutations
from pathlib import Path
from unittest.mock import Mock
from uuid import UUID

import pytest

from kiosk.desk.desk import Desk
from kiosk.desk.forms import Feedback
from kiosk.desk.outbox import kiosk_id
from kiosk.settings import Settings
from tests.desk.conftest import forms_in, numbers_in, outbox_in, settings_in

ROOT = Path(__file__).parents[2]


def test_without_settings_nothing_is_offered_or_written(folder: Path) -> None:
    """Forms need a key, counts a switch; without them, even a call writes nothing."""
    desk = Desk(Settings(data=str(folder)))
    assert (desk.offers_forms, desk.offers_counts) == (False, False)
    desk.warm()
    desk.count("the-law")
    assert not folder.exists()


def test_without_settings_nothing_is_imported() -> None:
    """The libraries for forms and counts are not in the memory of a kiosk that has neither."""
    program = (
        "import sys\nfrom kiosk.desk.desk import Desk\nfrom kiosk.settings import Settings\n"
        "desk = Desk(Settings())\ndesk.warm()\ndesk.count('the-law')\n"
        "print({'nacl', 'psycopg', 'sqlite3'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == "set()"


def test_who_serves_visitors_has_not_the_hubs_libraries(folder: Path) -> None:
    """A count needs neither them nor those that seal."""
    program = (
        "import sys\nfrom kiosk.desk.desk import Desk\nfrom kiosk.settings import Settings\n"
        f"desk = Desk(Settings(data={str(folder)!r}, counts=True))\n"
        "desk.warm()\ndesk.count('the-law')\n"
        "print({'psycopg', 'nacl'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == "set()"
    assert numbers_in(outbox_in(folder)) == {"the-law": 1}


def test_a_form_is_kept_sealed_and_opens_with_the_key(desk: Desk, folder: Path) -> None:
    """What was submitted is in the outbox, and is the form that was made."""
    form = Feedback(rating=4, words="Clear and kind.")
    desk.submit(form)
    assert forms_in(outbox_in(folder)) == [form]


def test_a_form_sent_twice_is_kept_once(desk: Desk, folder: Path) -> None:
    """Whoever presses send again after a pause sends nothing twice."""
    form = Feedback(rating=4)
    desk.submit(form)
    desk.submit(form)
    assert forms_in(outbox_in(folder)) == [form]


def test_only_the_kiosks_user_can_read_the_files(desk: Desk, folder: Path) -> None:
    """The folder and every file in it are closed to the other users of the machine."""
    desk.submit(Feedback(rating=4))
    desk.count("the-law")
    for path in (folder, *folder.iterdir()):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_counts_are_one_number_a_topic_and_day(desk: Desk, folder: Path) -> None:
    """Opening a topic three times makes one row with a 3."""
    for topic in ("the-law", "who-to-tell", "the-law", "the-law"):
        desk.count(topic)
    assert numbers_in(outbox_in(folder)) == {"the-law": 3, "who-to-tell": 1}


def counted(folder: Path, path: tuple[str, ...]) -> bytes:
    """The bytes of every file after days on which topics were counted in an order."""
    outbox = outbox_in(folder)
    with outbox.begin() as connection:
        kiosk_id(connection)
    for day in (date(2026, 11, 20), date(2026, 11, 21)):
        for topic in path:
            outbox.add_count(topic, day)
    (file,) = folder.iterdir()
    return file.read_bytes()


def test_no_order_of_topics_can_be_read_from_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever way a visitor went, the file has the same bytes, and there is no log."""
    monkeypatch.setattr("kiosk.desk.outbox.uuid4", lambda: UUID(int=7))
    orders = permutations(("the-law", "who-to-tell", "a-picture-is-out-there", "people", "people"))
    files = {
        counted(tmp_path / str(number), order)
        for number, order in enumerate(orders)
        if number % 5 == 0
    }
    assert len(files) == 1


def test_a_clock_set_back_loses_nothing(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kiosk without a battery wakes up in 1970: forms and counts from both times are kept."""
    long_ago = date(1970, 1, 1)
    desk.submit(Feedback(rating=1))
    desk.count("the-law")
    monkeypatch.setattr("kiosk.desk.desk.date", Mock(today=lambda: long_ago))
    desk.submit(Feedback(rating=2, day=long_ago))
    desk.count("who-to-tell")
    assert len(forms_in(outbox_in(folder))) == 2
    assert numbers_in(outbox_in(folder)) == {"the-law": 1, "who-to-tell": 1}


def test_a_desk_made_before_the_fork_serves_every_child(folder: Path) -> None:
    """The warm parent makes one desk; each visitor's process opens the file for itself."""
    desk = Desk(settings_in(folder))
    desk.warm()
    for _ in range(3):
        child = os.fork()
        if child == 0:
            status = 1
            try:
                desk.submit(Feedback(rating=5))
                status = 0
            finally:
                os._exit(status)
        assert os.waitpid(child, 0)[1] == 0
    assert len(forms_in(outbox_in(folder))) == 3
