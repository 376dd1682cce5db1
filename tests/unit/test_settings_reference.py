"""The example settings file, the page of settings, and what is in force."""

import json
import re
from pathlib import Path

import pytest

from kiosk.content.blocks import Place
from kiosk.content.model import Content
from kiosk.neutral import MEASURE
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.edition import make_edition
from kiosk.pages.plain import page_as_text
from kiosk.settings import Settings, SettingsError, live_from, load_settings, without_secrets
from kiosk.settings.desk import HubSettings
from kiosk.settings.reference import example
from kiosk.settings.table import TABLE
from tests.command import run, run_with
from tests.settings_page import PAGE, settings_page

ASHBY = 'name = "Ashby"\nfor = "anyone"'
DAY = "checked = 2026-11-22"


def uncommented() -> str:
    """The example with every setting taken into use, as staff would do it."""
    lines = example().splitlines()
    return "\n".join(line.removeprefix("# ") for line in lines if not line.startswith("# Settings"))


@pytest.fixture
def everything(tmp_path: Path) -> Path:
    """A settings file with every setting of the example."""
    path = tmp_path / "kiosk.toml"
    path.write_text(uncommented(), encoding="utf-8")
    return path


def test_every_setting_stands_once_with_all_that_is_known_of_it() -> None:
    """Each field has its reader, its words and a default, and no gap of the words is left open."""
    assert list(Settings._fields) == list(TABLE) == list(Settings._field_defaults)
    prose = re.sub("```toml.*?```", "", settings_page(), flags=re.DOTALL)
    assert "{" not in prose


def test_the_example_as_it_stands_changes_nothing(tmp_path: Path) -> None:
    """Everything in it is commented out."""
    path = tmp_path / "kiosk.toml"
    path.write_text(example(), encoding="utf-8")
    assert load_settings(str(path)) == Settings()


def test_the_example_uncommented_loads(everything: Path) -> None:
    """Each setting in it is written rightly, and sets something."""
    loaded = load_settings(str(everything))
    for name in Settings._fields:
        assert getattr(loaded, name) not in (None, ()), name
    assert loaded.helplines[0].serves == "anyone under 25 in Ashby"


def test_the_page_of_settings_is_up_to_date() -> None:
    """`docs/settings.md` says of each setting what the example says."""
    assert PAGE.read_text(encoding="utf-8") == settings_page(), "python -m tests.settings_page"


def test_what_is_in_force_is_told_with_its_place(everything: Path) -> None:
    """`kiosk settings` prints each value, and the file and line that it comes from."""
    done = run_with(everything, "settings")
    assert done.exit_code == 0
    place = 1 + everything.read_text().splitlines().index("idle_seconds = 150")
    rows = [line.split("  # ") for line in done.stdout.splitlines()]
    told = {row[0].partition(" =")[0]: row for row in rows}
    assert list(told) == list(TABLE)
    assert told["idle_seconds"][1].strip() == f"{everything}:{place}"
    assert "Ashby Police" in told["local_police"][0]
    assert all("kiosk.toml:" in row[1] for row in told.values())


def test_switches_are_told_as_they_are_written() -> None:
    """`false` and not `False`, which the file would refuse; a table without a value is none."""
    told = run("settings").stdout
    assert "counts = false" in told
    assert "forms = none" in told
    assert "False" not in told


def test_defaults_are_told_as_such() -> None:
    """Without a file every setting is a default, and the exit code is 0."""
    done = run("settings")
    assert done.exit_code == 0
    assert done.stdout.count("not set: the default") == len(TABLE)


def test_faults_end_with_exit_code_2(tmp_path: Path) -> None:
    """`kiosk settings` tells the faults of a file that cannot be used."""
    path = tmp_path / "kiosk.toml"
    path.write_text("nmae = 1\n")
    done = run_with(path, "settings")
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"{path}:1: 'nmae' is not a setting. Did you mean 'name'?" in done.stderr


def test_the_example_is_printed() -> None:
    """`kiosk settings --example` prints the file to begin with."""
    assert run("settings", "--example").stdout == example()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f'{ASHBY}\n{DAY}\naddress = "a.b"\nnumbr = "1"', "6: 'helplines.numbr' is not"),
        (f'{ASHBY}\nchecked = "2026"\naddress = "a.b"', "4: 'helplines.checked' must"),
        (f'{ASHBY}\naddress = "a.b"', "1: 'helplines.checked' is missing. Write a line for it."),
        (f"{ASHBY}\n{DAY}", "1: 'helplines' needs a number"),
        (f'{ASHBY}\n{DAY}\nnumber = "o1"', "5: 'helplines.number' must"),
        (f'{ASHBY}\n{DAY}\naddress = "https://a.b"', "5: 'helplines.address' must"),
    ],
)
def test_local_helplines_are_as_strict_as_the_others(tmp_path: Path, text: str, told: str) -> None:
    """A slip in a number near the library is told with its line, as one in helplines.yaml."""
    path = tmp_path / "kiosk.toml"
    path.write_text(f"[[helplines]]\n{text}\n")
    with pytest.raises(SettingsError) as raised:
        load_settings(str(path))
    assert str(raised.value).startswith(f"{path}:{told}")


def test_people_near_here_stand_on_the_page(content: Content, everything: Path) -> None:
    """For adults they come after those for danger now; a child first finds those for children."""
    catalogue = Catalogue(make_edition(content, load_settings(str(everything))))
    page = page_as_text(catalogue, "people", MEASURE)
    order = ["In danger now", "Near here", "Ashby Police", "Ashby Children's", "Ashby Youth"]
    places = [page.index(words) for words in order]
    assert places == sorted(places)
    assert page.index("Ashby Youth") < page.index("Childline")
    assert "01234\N{NO-BREAK SPACE}567891" in page or "01234 567891" in page
    view, _ = catalogue.open(Place("people", "young people"), MEASURE)
    told = json.dumps([str(block) for block in view.blocks])
    assert told.index("Childline") < told.index("Ashby Police")


def test_pages_are_given_no_secret() -> None:
    """The hash and the hub's password alone: a visitor's process needs all the rest."""
    known = Settings._make(object() for _ in TABLE)
    told = without_secrets(known)
    kept_back = {name for name in TABLE if getattr(told, name) is not getattr(known, name)}
    assert kept_back == {"staff_passphrase_hash", "hub"}
    assert {getattr(told, name) for name in kept_back} == {"", HubSettings()}


def test_what_waits_for_a_new_start() -> None:
    """Keys, the passphrase, and where things are kept; all else is taken while the kiosk runs."""
    edited, started = (Settings._make(object() for _ in TABLE) for _ in range(2))
    live = live_from(edited, started)
    waits = {name for name in TABLE if getattr(live, name) is getattr(started, name)}
    assert waits == {"panic_keys", "staff_passphrase_hash", "data", "log"}
    assert all(getattr(live, name) is getattr(edited, name) for name in TABLE.keys() - waits)
