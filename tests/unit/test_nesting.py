"""Folders that would be copied into themselves are refused, with the reason."""

from pathlib import Path

import pytest

from kiosk.settings import SettingsError, load_settings


@pytest.mark.parametrize(
    ("content", "data", "log", "told"),
    [
        (".", "kiosk-data", "", "is inside it. Give your words a folder of their own"),
        ("kiosk-data", "kiosk-data", "", "is inside it."),
        ("kiosk-data/words", "kiosk-data", "", "which is inside data"),
        ("link", "kiosk-data", "", "which is inside data"),
        ("words", "kiosk-data", "words/log", "the log is inside it. Write the log elsewhere"),
        ("words", "words-data", "logs/words", ""),
        ("kiosk", "kiosk-data", "kiosk.log", ""),
    ],
)
def test_what_is_written_is_apart_from_what_is_read(
    tmp_path: Path, content: str, data: str, log: str, told: str
) -> None:
    """The words are neither above nor inside data, nor above the log; the line is named."""
    (tmp_path / "kiosk-data/inner").mkdir(parents=True)
    (tmp_path / "link").symlink_to("kiosk-data/inner")
    path = tmp_path / "kiosk.toml"
    lines = [f'content = "{content}"', f'data = "{data}"', f'log = "{log}"' if log else ""]
    path.write_text("\n".join(lines))
    if not told:
        assert load_settings(str(path)).content == (str(tmp_path / content),)
        return
    with pytest.raises(SettingsError) as raised:
        load_settings(str(path))
    assert str(raised.value).startswith(f"{path}:1: 'content' names {tmp_path / content}")
    assert told in str(raised.value)


def test_a_file_is_no_folder_to_write_to(tmp_path: Path) -> None:
    """Nothing could be kept there: the line is named. A folder that is not there yet is made."""
    path = tmp_path / "kiosk.toml"
    path.write_text('name = "Ashby"\ndata = "kiosk.toml"\n')
    with pytest.raises(SettingsError, match=f"^{path}:2: 'data' names {path}, which is a file."):
        load_settings(str(path))
    path.write_text('data = "kiosk-data"\n')
    assert load_settings(str(path)).data == str(tmp_path / "kiosk-data")
