"""What an officer for data protection signs: what is said, how long it stays, whose it is."""

import json
from datetime import date
from pathlib import Path

import pytest
from nacl.public import PrivateKey

from kiosk.content.load import load_content
from kiosk.desk.desk import Desk
from kiosk.desk.forms import Feedback, Mailing
from kiosk.desk.hub import Hub
from kiosk.desk.inbox import delete_in_time, read_inbox
from kiosk.desk.outbox import FILE_NAME, Outbox
from kiosk.desk.schema import Store
from kiosk.desk.sealing import private_text, public_text, seal
from kiosk.pages.edition import make_edition
from kiosk.pages.form_page import data_blocks
from kiosk.paths import content_folder
from kiosk.settings import Settings
from kiosk.settings.desk import FormSettings
from kiosk.staff.doctor.desk import promises
from kiosk.staff.inbox import Wanted, open_inbox
from kiosk.staff.person import is_of
from tests.command import run
from tests.desk.conftest import KEY, forms_in, outbox_in
from tests.machine import machine_with

SAM, ANN = "Sam@Example.org", "ann@example.org"
OTHERS_KEY = PrivateKey.generate()


def mailing(address: str) -> Mailing:
    """A wish for news."""
    return Mailing(email=address, topics=("news",), consent=True)


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    """The private key's file."""
    path = tmp_path / "private.key"
    path.write_text(private_text(KEY))
    return path


@pytest.fixture
def settings_file(tmp_path: Path, folder: Path) -> Path:
    """A kiosk's settings, with its data in the folder of the other fixtures."""
    path = tmp_path / "kiosk.toml"
    path.write_text(f'data = "{folder}"\n[forms]\npublic_key = "{public_text(KEY.public_key)}"\n')
    return path


@pytest.fixture
def outbox(desk: Desk, folder: Path) -> Outbox:
    """An outbox with forms of two people, of nobody in particular, and of a lost key."""
    for form in (
        mailing(SAM),
        mailing(ANN),
        mailing("not" + SAM),
        Feedback(rating=1, words=f"Write to {SAM.lower()}, please."),
        Feedback(rating=5, words="Fine."),
    ):
        desk.submit(form)
    lost = mailing(SAM)
    outbox_in(folder).add_form(lost.id, seal(lost, OTHERS_KEY.public_key))
    return outbox_in(folder)


def told(store: Store, key_file: Path, today: date, wanted: Wanted) -> str:
    """What `kiosk inbox` says."""
    said: list[str] = []
    open_inbox(store, key_file, wanted, today, said.append)
    return "".join(said)


@pytest.mark.parametrize(
    ("forms", "wanted", "unwanted"),
    [
        (FormSettings(), ["Who answers for it: Ashby", "until you say stop"], ["deleted after"]),
        (
            FormSettings(responsible="Ashby Council: dpo@ashby.example", keep_days=90),
            ["Who answers for it: Ashby Council: dpo@ashby.example", "deleted after 90 days"],
            ["More:"],
        ),
        (FormSettings(keep_days=1, privacy="a.example"), ["after 1 day.", "More: a.example"], []),
    ],
)
def test_it_is_said_before_the_address_is_sent(
    forms: FormSettings, wanted: list[str], unwanted: list[str]
) -> None:
    """Who answers for the data, why it is wanted, how long it stays, and what rights there are."""
    edition = make_edition(load_content(content_folder()), Settings(name="Ashby", forms=forms))
    text = str(list(data_blocks(edition)))
    for part in ("About your data", "because you agree", "to see your data", "complain", *wanted):
        assert part in text
    assert not any(part in text for part in unwanted)


@pytest.mark.parametrize(("today", "left"), [(31, 5), (32, 0)])
def test_forms_go_when_their_time_is_over(outbox: Outbox, today: int, left: int) -> None:
    """Counted from the day on which they came, read or not."""
    with outbox.begin() as connection:
        connection.execute("UPDATE forms SET arrived = ?", (date(2026, 11, 1),))
        (first,) = connection.execute("SELECT id FROM forms").fetchone()
        connection.execute("UPDATE forms SET arrived = ? WHERE id = ?", (date(2026, 10, 1), first))
    day = date.fromordinal(date(2026, 11, 1).toordinal() + today - 2)
    assert delete_in_time(outbox, 30, day) == 6 - left
    assert outbox.count_forms() == left


@pytest.mark.parametrize("day", [None, date(1970, 1, 1), date(2036, 1, 1)])
def test_a_day_that_cannot_be_is_none(outbox: Outbox, day: date | None) -> None:
    """A form of a kiosk whose clock was wrong, or of before there was such a day, goes later."""
    with outbox.begin() as connection:
        connection.execute("UPDATE forms SET arrived = ?", (day,))
    assert delete_in_time(outbox, 30, date(2026, 11, 20)) == 0
    assert delete_in_time(outbox, 30, date(2026, 12, 19)) == 0
    assert delete_in_time(outbox, 30, date(2026, 12, 20)) == 6


def test_the_inbox_does_what_the_settings_promise(
    settings_file: Path, outbox: Outbox, key_file: Path
) -> None:
    """Also of forms that nobody has read, and of those of a lost key."""
    with outbox.begin() as connection:
        connection.execute("UPDATE forms SET arrived = ?", (date(2026, 1, 2),))
    settings_file.write_text(settings_file.read_text() + "keep_days = 30\n")
    done = run("--settings", settings_file, "inbox", "--key", key_file)
    assert done.stdout == "Forms: 0.\nDeleted, since their time was over: 6.\n"


def test_new_forms_are_those_that_nobody_has_had(outbox: Outbox, key_file: Path) -> None:
    """What was cut off on the way to staff comes again: none is lost, and none comes twice."""
    today = date(2026, 11, 22)

    def cut_off(_: str) -> None:
        raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        open_inbox(outbox, key_file, Wanted(only_new=True), today, cut_off)
    assert "Forms: 5." in told(outbox, key_file, today, Wanted(only_new=True))
    assert "Forms: 0." in told(outbox, key_file, today, Wanted(only_new=True))
    late = Feedback(rating=2, words="Late.", day=date(2026, 11, 1))
    outbox.add_form(late.id, seal(late, KEY.public_key))
    text = told(outbox, key_file, today, Wanted(only_new=True))
    assert "Late." in text
    assert "Forms: 1." in text
    assert "Forms: 6." in told(outbox, key_file, today, Wanted())


def test_forms_of_a_lost_key_can_be_deleted(
    settings_file: Path, outbox: Outbox, key_file: Path
) -> None:
    """When somebody has said yes to it, and no others."""
    arguments = ("--settings", settings_file, "inbox", "--key", key_file, "--delete-closed")
    assert run(*arguments, typed="n\n").exit_code != 0
    assert outbox.count_forms() == 6
    assert "Deleted, since their time was over: 1." in run(*arguments, typed="y\n").stdout
    assert outbox.count_forms() == len(forms_in(outbox)) == 5


@pytest.mark.parametrize(
    ("words", "is_theirs"),
    [
        ("sam@example.org", True),
        ("It is SAM@example.org.", True),
        ("<sam@example.org>", True),
        ("notsam@example.org", False),
        ("x.sam@example.org", False),
        ("sam@example.org.uk", False),
        ("sam@example.organic", False),
        ("sam@example", False),
    ],
)
def test_an_address_among_words_is_found_whole(words: str, *, is_theirs: bool) -> None:
    """And nobody else's, of which it is a part."""
    assert is_of(Feedback(rating=1, words=words), SAM) is is_theirs
    assert is_of(mailing("x@y.org"), SAM) is False


def test_all_of_one_person_is_handed_out_and_deleted(
    settings_file: Path, outbox: Outbox, key_file: Path, folder: Path
) -> None:
    """Whatever the letters' case; others' forms stay, and nothing of theirs is in the file."""
    asked = ("--settings", settings_file, "inbox", "--key", key_file)
    found = json.loads(run(*asked, "--export", " sam@example.org").stdout)
    assert sorted(form["form"] for form in found) == ["feedback", "mailing list"]
    assert {form["kept in"] for form in found} == {str(folder / FILE_NAME)}
    done = run(*asked, "--erase", "sam@EXAMPLE.org")
    assert f"{folder / FILE_NAME}: deleted 2 forms." in done.stdout
    assert "1 forms that this key does not open were not searched" in done.stdout
    assert "look there, too" in done.stdout
    assert len(read_inbox(outbox, KEY).forms) == 3
    assert json.loads(run(*asked, "--export", SAM).stdout) == []


def test_at_the_hub_it_is_the_same(
    settings_file: Path, outbox: Outbox, key_file: Path, hub: Hub, url: str
) -> None:
    """The hub's forms and those that still wait here; a form of an older kiosk has a day, too."""
    hub.migrate()
    late = mailing(SAM)
    with hub.begin() as connection:
        row = (late.id, seal(late, KEY.public_key))
        connection.execute("INSERT INTO forms (id, sealed) VALUES (?, ?)", row)
        ((arrived,),) = connection.execute("SELECT arrived FROM forms").fetchall()
        assert arrived is not None
    settings_file.write_text(settings_file.read_text() + f'[hub]\nurl = "{url}"\n')
    asked = ("--settings", settings_file, "inbox", "--key", key_file)
    assert len(json.loads(run(*asked, "--export", SAM).stdout)) == 3
    done = run(*asked, "--erase", SAM)
    assert "the hub: deleted 1 forms." in done.stdout
    assert "deleted 2 forms." in done.stdout
    assert forms_in(hub) == []
    assert len(read_inbox(outbox, KEY).forms) == 3
    assert delete_in_time(hub, 30, date(2036, 1, 1)) == 0  # nothing is left to delete


@pytest.mark.parametrize(
    ("settings", "severities"),
    [
        (Settings(), ["ok"]),
        (Settings(forms=FormSettings("key")), ["warning", "warning"]),
        (Settings(forms=FormSettings("key", "Ashby Council", keep_days=30)), ["ok"]),
        (Settings(forms=FormSettings("key", "Ashby Council")), ["warning"]),
        (Settings(forms=FormSettings("key", keep_days=30), mailing_list=False), ["ok"]),
    ],
)
def test_the_doctor_says_what_an_officer_would_miss(
    settings: Settings, severities: list[str]
) -> None:
    """Who answers for the addresses, and an end to how long forms stay."""
    found = promises(machine_with(settings))
    assert [finding.severity for finding in found] == severities
