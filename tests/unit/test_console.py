"""Which keys of the Linux console are silenced, by the kernel's codes for their actions."""

import pytest

from kiosk.staff.console import is_to_be_silenced, silence_keys

ANOTHER_SCREEN = 0x0501
SCROLL_LOCK, BOOT, LAST_SCREEN, ENTER, NO_KEY, NO_TABLE = (
    0x0209,
    0x020C,
    0x0206,
    0x0201,
    0x0200,
    0x027F,
)
LETTER_A, ESCAPE, F12 = 0x0B61, 0x001B, 0x010B


@pytest.mark.parametrize("value", [ANOTHER_SCREEN, SCROLL_LOCK, BOOT, LAST_SCREEN])
def test_keys_that_lead_away_or_stop_the_screen_are_silenced(value: int) -> None:
    """Another screen, a restart, and above all Scroll Lock, which would hold Escape's page back."""
    assert is_to_be_silenced(value)


@pytest.mark.parametrize("value", [LETTER_A, ESCAPE, F12, ENTER, NO_KEY])
def test_keys_that_a_visitor_needs_stay(value: int) -> None:
    """Letters, Escape, Enter and the panic keys keep their actions."""
    assert not is_to_be_silenced(value)


def test_every_table_of_keys_is_gone_through() -> None:
    """With Alt or Ctrl held a key has another action: those tables are silenced, too."""
    keys = {(0, 1): ESCAPE, (0, 70): SCROLL_LOCK, (8, 60): ANOTHER_SCREEN, (12, 111): BOOT}
    tables = {0, 8, 12}

    def get(table: int, key: int) -> int:
        return keys.get((table, key), NO_KEY) if table in tables else NO_TABLE

    def put(table: int, key: int, value: int) -> None:
        keys[table, key] = value

    assert silence_keys(get, put) == 3
    assert keys == {(0, 1): ESCAPE, (0, 70): NO_KEY, (8, 60): NO_KEY, (12, 111): NO_KEY}
    assert silence_keys(get, put) == 0
