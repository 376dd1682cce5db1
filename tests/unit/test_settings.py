"""`kiosk.toml`: what staff may write, and what they are told where it is wrong."""

import json
import tempfile
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.dates import DAYS
from kiosk.guard import sequences
from kiosk.neutral import neutral_text
from kiosk.settings import (
    PANIC_KEY_NAMES,
    Notice,
    OpeningHours,
    Settings,
    SettingsError,
    load_settings,
)
from kiosk.settings.hours import Period
from kiosk.settings.table import PARSERS

BOUNDED = settings(max_examples=150)
WHOLE_FILE = """
name = "Central Library"
notices = ["Story time is on Friday.", "Closed on bank holidays."]
idle_seconds = 90
panic_keys = ["f12"]
content = "/srv/words"
log = "/var/log/kiosk.log"

[opening_hours]
monday = "9:00 - 17:30"
saturday = "10:00-16:00"
sunday = "closed"
"""


def read(text: str | bytes) -> Settings:
    """The settings in a file of that text."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kiosk.toml"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return load_settings(str(path))


def read_or_faults(text: str | bytes) -> Settings | str:
    """The settings in a file of that text, or the message that says what is wrong with it."""
    try:
        return read(text)
    except SettingsError as error:
        return str(error)


def faults_in(text: str) -> list[str]:
    """The faults of a file of that text, without the file's name."""
    with pytest.raises(SettingsError) as raised:
        read(text)
    return [line.partition("kiosk.toml:")[2] for line in str(raised.value).splitlines()]


def test_without_a_file_every_setting_has_a_default() -> None:
    """A kiosk without a settings file starts, with a name and a time until it clears itself."""
    assert load_settings("") == Settings()
    assert Settings().name
    assert Settings().idle_seconds >= 30


def test_an_empty_file_means_the_defaults() -> None:
    """Every setting can be left out."""
    assert read("") == Settings()


def test_every_setting_is_read() -> None:
    """A file with every setting gives each of them, with the days that are left out closed."""
    monday, saturday = Period(9 * 60, 17 * 60 + 30), Period(10 * 60, 16 * 60)
    assert read(WHOLE_FILE) == Settings(
        name="Central Library",
        notices=(Notice("Story time is on Friday."), Notice("Closed on bank holidays.")),
        idle_seconds=90,
        panic_keys=("f12",),
        content=("/srv/words",),
        log="/var/log/kiosk.log",
        opening_hours=OpeningHours(((monday,), *[()] * 4, (saturday,), ())),
    )


def test_every_fault_is_named_at_once() -> None:
    """Staff see all that is wrong in one go, each with what to write instead."""
    faults = faults_in(
        'name = ""\nidle_seconds = 5\nnotices = "One"\nnonsense = 1\nnmae = "Central"\n'
        '[opening_hours]\nmonday = "from nine"\n'
    )
    assert faults == [
        "1: 'name' must be one line of text in quotes, for example \"Central Library\".",
        "2: 'idle_seconds' must be a whole number of seconds from 30 to 3600, "
        "without quotation marks.",
        '3: \'notices\' must be a list of texts, for example ["One", "Two"].',
        "4: 'nonsense' is not a setting. The settings are: " + ", ".join(PARSERS) + ".",
        "5: 'nmae' is not a setting. Did you mean 'name'?",
        "7: 'opening_hours.monday' must be written like \"9:00 - 17:30\", "
        '"9:00 - 12:30, 13:30 - 17:30", or "closed".',
    ]


@pytest.mark.parametrize(
    "table",
    [
        '[opening_hours]\nmonday = "closed"',
        '[local_police]\nname = "P"\nnumber = "101"\nchecked = 2026-11-22',
        '[[helplines]]\nname = "P"\nfor = "all"\nnumber = "1"\nchecked = 2026-11-22',
        "[forms]\nkeep_days = 90",
        '[hub]\nurl = "postgresql://kiosk@hub.example/kiosk"',
    ],
)
def test_a_setting_below_the_tables_is_told_to_move(table: str) -> None:
    """In TOML, what stands below a table belongs to it, which staff need not know."""
    name = table.strip("[").partition("]")[0]
    line = table.count("\n") + 3
    told = faults_in(f'name = "Ashby"\n{table}\ntheme = "dark"\n')
    assert any(
        each.startswith(f"{line}: '{name}.theme' belongs further up, above the first line in [")
        for each in told
    ), told


def test_every_fault_names_the_file() -> None:
    """Each line of the message begins with the path of the file to open."""
    with pytest.raises(SettingsError) as raised:
        read('name = ""\nidle_seconds = 5\n')
    assert all("kiosk.toml:" in line for line in str(raised.value).splitlines())


@pytest.mark.parametrize(
    "line",
    [
        "name = 7",
        'name = "  "',
        r'name = "two\nlines"',
        r'name = "\u001b[2J"',
        'notices = ["", "Two"]',
        "notices = [1]",
        "idle_seconds = 29",
        "idle_seconds = 3601",
        "idle_seconds = 60.5",
        "idle_seconds = true",
        'panic_keys = "f12"',
        "content = [7]",
        "warning_seconds = 19",
        "local_police = 7",
        'local_police = {name = "Police", checked = 2026-11-22}',
        "log = false",
        'opening_hours = "9 to 5"',
        'opening_hours = {funday = "9:00 - 17:00"}',
        'opening_hours = {monday = "17:00 - 9:00"}',
        'opening_hours = {monday = "9:00 - 9:00"}',
        'opening_hours = {monday = "9:00 - 12:00 - 17:00"}',
        'opening_hours = {monday = "25:00 - 26:00"}',
        "opening_hours = {monday = []}",
    ],
)
def test_a_value_that_does_not_fit_is_one_fault_that_names_its_setting(line: str) -> None:
    """Each setting refuses what it cannot use, and the message begins with the setting's name."""
    (fault,) = faults_in(line)
    assert fault.startswith(f"1: '{line.partition(' ')[0]}")


@pytest.mark.parametrize("hours", ["09:00+01:00 - 17:00", "09:00Z - 17:00Z"])
def test_hours_with_a_time_zone_are_refused(hours: str) -> None:
    """Opening hours are the town's own; a time zone cannot be compared with the clock."""
    (fault,) = faults_in(f'opening_hours = {{monday = "{hours}"}}')
    assert "monday" in fault


def test_a_file_that_is_not_there_is_a_fault() -> None:
    """A settings file that was named must exist."""
    with pytest.raises(SettingsError, match="There is no such file"):
        load_settings("/no/such/kiosk.toml")


@pytest.mark.parametrize("text", [b"name = ", b"\xff\xfe", b"name = 'a'\nname = 'b'\n", b"a\x00"])
def test_what_is_not_toml_is_a_fault(text: bytes) -> None:
    """A broken file is told as such, whether its letters or its grammar are wrong."""
    with pytest.raises(SettingsError, match=r"kiosk\.toml:(\d: | this is not UTF-8)"):
        read(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('data = "d"\nname = "Good Library\n', "2: a quotation mark is missing"),
        ('name = "Good Library', "1: a quotation mark is missing"),
        ("name = 'Good Library\n", "1: a quotation mark is missing"),
        ("name = “Good Library”\n", "1: this is no value. Write a text in straight"),
        ("counts = True\n", "1: this is no value"),
        ("name =\n", "1: this is no value"),
        ("name = 'Children's'\n", "1: the value ends before the line does"),
        ("monday = 9:00\n", "1: the value ends before the line does"),
        ('name: "Good Library"\n', "1: an equals sign is missing"),
        ("name = 'a'\n\nname = 'b'", "3: this stands here for the second time"),
        ("[hub]\nurl = ''\n[hub]\n", "3: this stands here for the second time"),
        ('notices = ["a" "b"]\n', "1: a list is not whole"),
        ('notices = ["a"\n\n', "1: a list is not whole"),
        ("[hub\nurl = ''\n", "1: close [ with ]"),
        ('[opening hours]\nmonday = "closed"\n', "1: close [ with ], and [[ with ]], and write _"),
        ('notices = [{text = "a", from = 2026-02-30}]\n', "1: there is no such day or time"),
        ('notices = [{text = "1/2/2026", from = 01/12/2026}]\n', "1: write days like 2026-11-22"),
        ('hub = {url = ", }", }\n', "1: take the comma before } out"),
        ('\n<<<<<<< HEAD\nname = "A"\n', "2: two versions of this file were put together"),
        ('languages = ["../.."]\n', "1: 'languages' must name languages by their folders"),
        ('[helplines]\nname = "A"\n', "1: 'helplines' must stand in two brackets"),
        ('data = "C:\\words"\n', r"1: write / in the place of \,"),
        ('data = "C:\\Users"\n', r"1: write / in the place of \,"),
        ("= 3\n", "1: this is no setting"),
        ("idle_seconds = 0x\n", "1: "),
    ],
)
def test_a_fault_in_the_grammar_is_told_in_words_for_staff(text: str, told: str) -> None:
    """With the line, and what to write; no word of the parser's."""
    with pytest.raises(SettingsError) as raised:
        read(text)
    message = str(raised.value).partition("kiosk.toml:")[2]
    assert message.startswith(told)
    for word in ("TOML", "Unterminated", "Illegal", "Expected", "column"):
        assert word not in message


@pytest.mark.parametrize("value", ["9" * 5000, "[" * 5000], ids=["digits", "brackets"])
def test_a_monstrous_value_is_a_fault(value: str) -> None:
    """A value that Python's own limits refuse ends in a message, not in a traceback."""
    with pytest.raises(SettingsError):
        read(f"idle_seconds = {value}\n")


@BOUNDED
@given(st.one_of(st.text(), st.binary()))
def test_any_file_gives_settings_or_a_settings_error(text: str | bytes) -> None:
    """No file, however broken, ends in another exception."""
    assert read_or_faults(text if isinstance(text, bytes) else text.encode(errors="surrogatepass"))


CLOCKS = st.from_regex(r"[0-2]?[0-9][:.][0-5][0-9](:[0-5][0-9])?(Z|[+]01:00)?", fullmatch=True)
SPANS = st.builds("{}{}{}".format, CLOCKS, st.sampled_from(["-", " - ", " – "]), CLOCKS)
SCALARS = st.one_of(
    st.text(max_size=10).map(lambda text: json.dumps(text, ensure_ascii=False)),
    SPANS.map(json.dumps),
    st.integers().map(str),
    st.floats(allow_nan=False, allow_infinity=False).map(repr),
    st.sampled_from(["true", "false", "2026-11-22", "09:30:00", '"closed"', "nan", "inf"]),
)
LISTS = st.lists(SCALARS, max_size=3).map(lambda items: f"[{', '.join(items)}]")
TABLES = st.dictionaries(st.sampled_from([*DAYS, "funday"]), SCALARS, max_size=7).map(
    lambda table: "{" + ", ".join(f"{day} = {hours}" for day, hours in table.items()) + "}"
)
KEYS = st.sampled_from([*Settings._fields, "nmae", "opening-hours", "x"])
FILES = st.dictionaries(KEYS, SCALARS | LISTS | TABLES, max_size=8).map(
    lambda table: "\n".join(f"{key} = {value}" for key, value in table.items())
)


@BOUNDED
@given(FILES)
def test_any_table_gives_settings_that_can_be_shown_or_a_settings_error(text: str) -> None:
    """Whatever the values are, either the neutral page can be made of them or a fault is told."""
    loaded = read_or_faults(text)
    if isinstance(loaded, Settings):
        assert neutral_text(loaded, datetime(2026, 11, 22, 9, 30), 80, 24).lines
    else:
        assert loaded


def test_the_panic_keys_are_those_of_the_guard() -> None:
    """Every key that the settings take by name is one that the guard knows, and the reverse."""
    assert set(PANIC_KEY_NAMES) == set(sequences.KEYS)


def test_every_bad_day_is_named(tmp_path: Path) -> None:
    """Two wrong times and a wrong day are told together."""
    path = tmp_path / "kiosk.toml"
    path.write_text('[opening_hours]\nmonday = "25:00"\nfriday = "noon"\nfunday = "closed"\n')
    with pytest.raises(SettingsError) as raised:
        load_settings(str(path))
    told = [line.partition("kiosk.toml:")[2][:19] for line in str(raised.value).splitlines()]
    assert told == ["2: 'opening_hours.m", "3: 'opening_hours.f", "4: 'opening_hours.f"]


def test_a_content_folder_is_found_from_the_settings_file(tmp_path: Path) -> None:
    """Where the kiosk is started from makes no difference."""
    path = tmp_path / "kiosk.toml"
    path.write_text('\ufeffcontent = "words"\n', encoding="utf-8")
    assert load_settings(str(path)).content == (f"{tmp_path}/words",)


def test_a_fault_in_the_grammar_names_its_line() -> None:
    """Staff who forgot a quotation mark are led to it."""
    (fault,) = faults_in('name = "Ashby"\n\nnotices = ["One]\n')
    assert fault.startswith("3: a quotation mark is missing")
