"""Where in the settings file a fault is, and what its line tells."""

from pathlib import Path

import pytest

from kiosk.settings import SettingsError, load_settings
from kiosk.settings.lines import line_of

LINES = """name = "A"
[opening_hours]
monday = "closed"
[[helplines]]
name = "B"
[[helplines]] # another
"name" = "C"
note = "D"
[local_police.hours]
friday = "closed"
"""


@pytest.mark.parametrize(
    ("steps", "line"),
    [
        (("name",), 1),
        (("opening_hours",), 2),
        (("opening_hours", "monday"), 3),
        (("opening_hours", "friday"), 2),
        (("helplines", 0), 4),
        (("helplines", 0, "name"), 5),
        (("helplines", 0, "note"), 4),
        (("helplines", 1), 6),
        (("helplines", 1, "name"), 7),
        (("helplines", 1, "note"), 8),
        (("helplines", 2, "name"), 0),
        (("local_police", "hours", "friday"), 10),
        (("local_police",), 9),
        (("theme",), 0),
    ],
)
def test_a_setting_is_found_in_its_file(steps: tuple[str | int, ...], line: int) -> None:
    """At its own line; at that of the table it is in; and 0 where not even that is there."""
    assert line_of(LINES, steps) == line


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('name = "A\\qB"\n', "1: write / in the place of"),
        ("1\n", "1: an equals sign is missing"),
        ("just words\n", "1: an equals sign is missing"),
        ('name = "A"\nnotices = ["a",\n"b"\n\n', "3: a list is not whole"),
        ("hub = {url = 'a' ,  }\n", "1: take the comma before } out"),
        ('name = "A,}" x\n', "1: the value ends before the line does"),
        ("=======\n", "1: two versions of this file were put together"),
        ("======\n", "1: this is no setting"),
        ("a = 1.2.2026\n", "1: write days like 2026-11-22."),
    ],
)
def test_the_line_tells_more_than_the_parser(text: str, told: str, tmp_path: Path) -> None:
    """What is in quotation marks is left out of that; a list without an end ends with the file."""
    path = tmp_path / "kiosk.toml"
    path.write_text(text)
    with pytest.raises(SettingsError) as raised:
        load_settings(str(path))
    assert str(raised.value).startswith(f"{path}:{told}")


def test_faults_are_told_from_the_top_of_the_file(tmp_path: Path) -> None:
    """What a table lacks stands at its first line, before what is wrong in it."""
    path = tmp_path / "kiosk.toml"
    path.write_text("[forms]\nmore = 1\n[hub]\nurl = 7\n")
    with pytest.raises(SettingsError) as raised:
        load_settings(str(path))
    told = [line.removeprefix(f"{path}:")[:8] for line in str(raised.value).splitlines()]
    assert told == ["1: 'form", "2: 'form", "4: 'hub."]
