"""Which keys of the Linux console are silenced, by the kernel's codes for their actions."""

import re
import subprocess
from pathlib import Path

import pytest

from kiosk.guard.keys import KeyScanner
from kiosk.staff.console import (
    BACK_TAB,
    is_to_be_silenced,
    let_shift_tab_go_back,
    silence_keys,
)
from kiosk.staff.doctor.keyboard import character
from tests.tools import need

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


COMPOSE = 0x020E


@pytest.mark.parametrize("value", [ANOTHER_SCREEN, SCROLL_LOCK, BOOT, LAST_SCREEN, COMPOSE])
def test_keys_that_lead_away_or_stop_the_screen_are_silenced(value: int) -> None:
    """Another screen, a restart, Scroll Lock, which would hold Escape's page back; and Compose.

    That one holds back the key behind it, which may be Escape itself.
    """
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


TAB, META_TAB, CTRL_TAB = 0x0009, 0x0809, 0x0200
SHIFT, ALT_GR, CTRL, ALT = 1, 2, 4, 8
FREE_TEXT = 0x01FE


def test_shift_tab_is_a_text_that_the_guard_knows_and_other_tabs_stay() -> None:
    """Debian's layouts have it send ESC and Tab, which clears the page as Escape does."""
    tables = {0: TAB, SHIFT: META_TAB, ALT_GR: TAB, ALT_GR | SHIFT: META_TAB, CTRL: CTRL_TAB}
    tables |= {CTRL | SHIFT: META_TAB, ALT: META_TAB, ALT | SHIFT: META_TAB, 16: META_TAB}
    keys = {(table, 15): value for table, value in tables.items()}

    def put(table: int, key: int, value: int) -> None:
        keys[table, key] = value

    changed = let_shift_tab_go_back(lambda table, key: keys.get((table, key), NO_TABLE), put)
    with_shift = {table for table in tables if table & SHIFT or table == 16}
    assert changed == len(with_shift)
    assert {table for table in tables if keys[table, 15] == FREE_TEXT} == with_shift
    assert all(keys[table, 15] == tables[table] for table in tables.keys() - with_shift)
    scan = KeyScanner().feed(BACK_TAB)
    assert (scan.forward, scan.panic) == (BACK_TAB, False)


def debians_keys(layout: str, folder: Path) -> dict[tuple[int, int], int]:
    """What each key of a layout does on Debian's console, as the kernel would tell it."""
    made = subprocess.run(["ckbcomp", *layout.split()], capture_output=True, check=True)
    (folder / "map").write_bytes(made.stdout)
    command = ["loadkeys", "--unicode", "--mktable", str(folder / "map")]
    tables = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    maps = {
        name: [int(code, 16) ^ 0xF000 for code in re.findall(r"0x[0-9a-f]{4}", codes)]
        for name, codes in re.findall(r"(\w+_map)\[NR_KEYS\] = \{(.*?)\}", tables, re.DOTALL)
    }
    (order,) = re.findall(r"key_maps\[MAX_NR_KEYMAPS\] = \{(.*?)\}", tables, re.DOTALL)
    names = [name.strip() for name in order.split(",")]
    return {
        (table, key): code
        for table, name in enumerate(names)
        for key, code in enumerate(maps.get(name, ()))
    }


@pytest.mark.parametrize("layout", ["gb", "us", "us intl", "de", "fr", "pl", "gr,us", "ara,gb"])
def test_no_key_of_debians_layouts_holds_or_hides_the_page(layout: str, tmp_path: Path) -> None:
    """In any of their tables: Shift+Tab, Compose, and all that leads away. Escape stays itself."""
    need("ckbcomp", "loadkeys")
    keys = debians_keys(layout, tmp_path)
    assert keys[SHIFT, 15] == META_TAB
    assert COMPOSE in keys.values()

    def get(table: int, key: int) -> int:
        return keys.get((table, key), NO_TABLE)

    def put(table: int, key: int, value: int) -> None:
        keys[table, key] = value

    let_shift_tab_go_back(get, put)
    silence_keys(get, put)
    assert not {value for value in keys.values() if is_to_be_silenced(value)}
    assert {keys[table, 15] for table, key in keys if key == 15 and table & SHIFT} == {FREE_TEXT}
    assert {keys[table, 1] & 0xFF for table, key in keys if key == 1} == {ESCAPE}
    if layout == "gb":
        assert character(keys[SHIFT, 4]) == "£"
