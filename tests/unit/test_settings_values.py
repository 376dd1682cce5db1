"""What each setting takes, and the nearest that it refuses: a row for each side of each rule."""

from base64 import b64encode
from datetime import date
from pathlib import Path

import pytest

from kiosk.settings import Settings, SettingsError, load_settings, nested
from kiosk.settings.desk import PUBLIC_PREFIX, key_bytes, read_forms, read_hub
from kiosk.settings.hours import DAY, clock, read_opening_hours
from kiosk.settings.local import read_helplines, read_local
from kiosk.settings.notices import read_notices
from kiosk.settings.table import PARSERS, TABLE

KEY = PUBLIC_PREFIX + b64encode(bytes(32)).decode()
POLICE = {"name": "Police", "checked": date(2026, 11, 22)}


@pytest.mark.parametrize(
    ("name", "taken", "refused"),
    [
        ("idle_seconds", [30, 3600], [29, 3601, True, 60.0, "60"]),
        ("warning_seconds", [20, 120], [19, 121]),
        ("languages", [["en"], ["en", "cy"], ["pt-BR"]], [[], ["en", "en"], ["../en"], "en"]),
        ("printer", ["a@b", "kiosk-card", "1.+_"], ["-card", "a b", "a/b", "a#b", "", 1]),
        ("panic_keys", [["a"], ["F1"], ["f12"]], [["f13"], ["f0"], ["ab"], ["f1 2"]]),
        ("panic_keys", [["insert", "menu", "pause", "printscreen"]], [["0"], ["9"], ["/"]]),
        ("theme", ["light", "dark", "contrast", "console"], ["plain", "Light", ""]),
        ("counts", [True, False], [1, 0, "true"]),
        ("content", ["words", ["a", "b"], []], [7, [7], [""]]),
        ("name", ["A", "  A  B "], ["", " ", "A\nB", "\x1b[2J", 7]),
        ("data", ["d"], ["", 7]),
    ],
)
def test_a_setting_takes_what_it_says_and_nothing_beside(
    name: str, taken: list[object], refused: list[object]
) -> None:
    """Both ends of a range are in it, and the next number is not; so with kinds and with names."""
    for value in taken:
        PARSERS[name](value)
    for value in refused:
        with pytest.raises(ValueError, match=r"\.$"):
            PARSERS[name](value)


@pytest.mark.parametrize(
    ("name", "written", "read"),
    [
        ("panic_keys", ["A", "PAUSE"], ("A", "pause")),
        ("name", "  Ashby   Library ", "Ashby Library"),
        ("content", "words", ("words",)),
        ("content", ["a", "b"], ("a", "b")),
    ],
)
def test_what_is_read_is_tidied(name: str, written: object, read: object) -> None:
    """A key's name has small letters, but a single character stays the one that was typed."""
    assert PARSERS[name](written) == read


@pytest.mark.parametrize(
    ("parts", "is_taken"),
    [
        (["", "argon2id", "v=19", "m=8,t=1,p=1", "salt", "hash"], True),
        (["", "argon2id", "v=19", "m=8,t=1,p=1", "salt"], False),
        (["", "argon2id", "v=19", "m=8,t=1,p=1", "salt", "hash", "more"], False),
        (["", "argon2i", "v=19", "m=8,t=1,p=1", "salt", "hash"], False),
        (["x", "argon2id", "v=19", "m=8,t=1,p=1", "salt", "hash"], False),
        (["", "argon2id", "v=19", "m=8,t=1,p=1", "salt", "hásh"], False),
    ],
)
def test_a_hash_is_taken_whole(parts: list[str], is_taken: bool) -> None:
    """A line that lost its end when it was pasted would keep staff out of their own door."""
    if is_taken:
        assert PARSERS["staff_passphrase_hash"]("$".join(parts)) == "$".join(parts)
    else:
        with pytest.raises(ValueError, match="never the passphrase itself"):
            PARSERS["staff_passphrase_hash"]("$".join(parts))


@pytest.mark.parametrize(
    ("text", "is_key"),
    [
        (KEY, True),
        (KEY.removeprefix(PUBLIC_PREFIX), False),
        (PUBLIC_PREFIX + b64encode(bytes(31)).decode(), False),
        (PUBLIC_PREFIX + b64encode(bytes(33)).decode(), False),
        (KEY[:-1], False),
        (f"{KEY[:-5]}!{KEY[-5:]}", False),
        ("kiosk-private:" + KEY.removeprefix(PUBLIC_PREFIX), False),
    ],
)
def test_a_key_is_32_bytes_behind_its_prefix(text: str, is_key: bool) -> None:
    """Nothing that Base64 would pass over is in it: a slip in pasting is told."""
    assert key_bytes(text, PUBLIC_PREFIX) == (bytes(32) if is_key else None)


@pytest.mark.parametrize(("days", "is_taken"), [(0, 0), (1, 1), (3650, 1), (3651, 0), (True, 0)])
def test_forms_are_kept_from_a_day_to_ten_years(days: int, is_taken: int) -> None:
    """Both ends are in it."""
    if is_taken:
        assert read_forms({"public_key": KEY, "keep_days": days}).keep_days == days
    else:
        with pytest.raises(ValueError, match="from 1 to 3650"):
            read_forms({"public_key": KEY, "keep_days": days})


@pytest.mark.parametrize(
    ("url", "is_taken"),
    [
        ("postgresql://kiosk@hub.example.org/kiosk", True),
        ("  postgresql://hub/kiosk ", True),
        ("postgres://hub/kiosk", False),
        ("postgresql://hub/ki\x1bosk", False),
        (7, False),
    ],
)
def test_a_hub_has_a_postgresql_address_that_can_be_printed(url: object, is_taken: bool) -> None:
    """What cannot be seen in it would be looked for in vain."""
    if is_taken:
        assert read_hub({"url": url}).url == str(url).strip()
    else:
        with pytest.raises(ValueError, match="must be like"):
            read_hub({"url": url})


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ({"address": "example.org/help"}, ""),
        ({"address": "localhost"}, "must be a web address"),
        ({"address": "example.org help"}, "must be a web address"),
        ({"address": "https://example.org"}, "must be a web address"),
        ({"number": "01234 567890"}, ""),
        ({"number": "01234-567890"}, "must be digits and spaces"),
        ({"number": " "}, "must be digits and spaces"),
        ({"text": "Text HELP to 12345"}, ""),
        ({"note": "Ask."}, "needs a number, a text or an address"),
    ],
)
def test_somebody_near_here_can_be_reached(more: dict[str, object], fault: str) -> None:
    """By at least one way, which is written as it is printed."""
    if fault:
        with pytest.raises(ValueError, match=fault):
            read_local(POLICE | more)
    else:
        assert read_local(POLICE | more).serves == ""


def test_only_police_and_services_need_not_say_whom_they_are_for() -> None:
    """Everybody knows what the police are for; of any other helpline it must be said."""
    line = POLICE | {"number": "101"}
    assert read_local(line).name == "Police"
    assert read_helplines([line | {"for": "all"}])[0].serves == "all"
    with pytest.raises(ValueError, match="is missing"):
        read_helplines([line])


@pytest.mark.parametrize(("last", "is_taken"), [(4, False), (5, True), (6, True)])
def test_news_may_be_of_one_day(last: int, is_taken: bool) -> None:
    """It begins and ends on that day."""
    news = [{"text": "Sale.", "from": date(2026, 12, 5), "to": date(2026, 12, last)}]
    if is_taken:
        assert date(2026, 12, 5) in read_notices(news)[0].days
    else:
        with pytest.raises(ValueError, match="ends before it begins"):
            read_notices(news)


@pytest.mark.parametrize(
    ("minutes", "told"), [(0, "0:00"), (DAY - 1, "23:59"), (DAY, "24:00"), (DAY + 1, "0:01")]
)
def test_the_end_of_a_day_is_24_o_clock(minutes: int, told: str) -> None:
    """A minute later it is the next day's clock."""
    assert clock(minutes) == told


def test_of_lines_for_the_same_day_the_upper_one_counts() -> None:
    """So that a single day can stand above the weeks around it."""
    hours = read_opening_hours(
        {"2026-12-24": "9:00 - 12:00", "2026-12-20 - 2026-12-31": "closed", "monday": "closed"}
    )
    assert hours.on(date(2026, 12, 24)) == hours.dates[0].hours != ()
    assert hours.on(date(2026, 12, 23)) == ()


@pytest.mark.parametrize(
    ("day", "known"),
    [(date(2026, 5, 4), False), (date(2026, 4, 3), True), (date(2026, 5, 5), True)],
)
def test_a_bank_holiday_leaves_only_days_unsure_on_which_it_would_be_open(
    day: date, known: bool
) -> None:
    """Where the weekday is closed anyway, it is closed on a bank holiday, too."""
    hours = read_opening_hours({"monday": "9:00 - 17:00", "tuesday": "9:00 - 17:00"})
    assert (hours.on(day) is not None) is known


@pytest.mark.parametrize(
    ("content", "data", "log", "fault"),
    [
        ("/srv/words", "/srv/data", "/srv/log", ""),
        ("/srv/words", "/srv/words", "", "data, in which the kiosk writes, is inside it"),
        ("/srv/words", "/srv/words/data", "", "data, in which the kiosk writes, is inside it"),
        ("/srv/words", "/srv/words-data", "", ""),
        ("/srv/data/words", "/srv/data", "", "is inside data"),
        ("/srv", "/", "", "is inside data"),
        ("/srv/words", "/srv/data", "/srv/words/log", "the log is inside it"),
        ("/srv/words", "/srv/data", "/srv/words.log", ""),
    ],
)
def test_words_data_and_log_are_apart(content: str, data: str, log: str, fault: str) -> None:
    """What the kiosk writes into a folder of words would be taken for an edit of them."""
    told = nested(Settings(content=(content,), data=data, log=log))
    assert (fault in told) if fault else told == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('data = "file"\n', "1: 'data' names "),
        ('\ndata = "d"\ncontent = "d/words"\n', "3: 'content' names "),
        ('panic_keys = ["f10"]\n', ""),
        ('data = "folder"\n', ""),
        ('data = "to be made"\n', ""),
    ],
)
def test_what_does_not_go_together_is_told_with_its_line(
    text: str, told: str, tmp_path: Path
) -> None:
    """A file in the place of a folder, words among data; F10 is free where there is no door."""
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    path = tmp_path / "kiosk.toml"
    path.write_text(text)
    if told:
        with pytest.raises(SettingsError) as raised:
            load_settings(str(path))
        assert str(raised.value).startswith(f"{path}:{told}")
    else:
        assert load_settings(str(path)) != Settings()


@pytest.mark.parametrize("name", [name for name, each in TABLE.items() if each.is_path])
@pytest.mark.parametrize("written", ["here", "~/here", "/srv/here"])
def test_a_folder_is_seen_from_the_settings_file(name: str, written: str, tmp_path: Path) -> None:
    """Whatever the folder is in which the kiosk was started; `~` is the home."""
    path = tmp_path / "kiosk.toml"
    path.write_text(f'{name} = "{written}"\n')
    wanted = {"here": f"{tmp_path}/here", "~/here": f"{Path.home()}/here"}.get(written, written)
    assert getattr(load_settings(str(path)), name) in (wanted, (wanted,))


def test_three_settings_are_paths() -> None:
    """Words, data and log: a name of anything else must stay as it is written."""
    paths = {name for name, setting in TABLE.items() if setting.is_path}
    assert paths == {"content", "data", "log"}


def test_missing_keys_are_told_after_what_is_wrong() -> None:
    """First what stands there, from the top; then what does not."""
    with pytest.raises(ValueError, match=r"is not a setting.*; is missing"):
        read_hub({"more": 1})
