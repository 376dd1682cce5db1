"""A visitor's settings on the disk: whole, or not there, and never a reason to fail."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.desk.trouble import DeskError
from kiosk.desk.wishes import forget_wishes, keep_wishes, read_wishes


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    """The folder is made when there is something to keep, for the kiosk's user alone."""
    folder = tmp_path / "data"
    assert read_wishes(folder) == {}
    assert not folder.exists()
    keep_wishes(folder, {"theme": "dark"})
    assert read_wishes(folder) == {"theme": "dark"}
    assert folder.stat().st_mode & 0o077 == 0
    assert len(list(folder.iterdir())) == 1


def test_forgetting_leaves_nothing(tmp_path: Path) -> None:
    """The file is gone; forgetting twice is no fault."""
    keep_wishes(tmp_path, {"theme": "dark"})
    forget_wishes(tmp_path)
    forget_wishes(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    """Staff read what is wrong, and nothing half written is left."""
    (tmp_path / "file").write_text("")
    with pytest.raises(DeskError, match="cannot be kept"):
        keep_wishes(tmp_path / "file", {"theme": "dark"})
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@given(content=st.binary(max_size=200))
def test_any_file_can_be_read(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever stands in the file, a visit begins; what makes no sense is as good as nothing."""
    folder = tmp_path_factory.mktemp("wishes")
    (folder / "wishes.json").write_bytes(content)
    wishes = read_wishes(folder)
    assert all(isinstance(value, str) for value in wishes.values())
