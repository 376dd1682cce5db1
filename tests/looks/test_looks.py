"""No look changes unseen: each kind of page at four sizes is as it was when somebody looked."""

from difflib import unified_diff

import pytest

from tests.looks.look import PICTURES, SIZES, pages, pictures

HOW = "Looked at, and as it shall be? Then: python -m tests.looks.look"


@pytest.mark.parametrize("size", SIZES)
async def test_every_kind_of_page_looks_as_it_did(size: tuple[int, int]) -> None:
    """Characters, inks and grounds are those of the picture; the message shows what differs."""
    changed: list[str] = []
    async for name, drawn in pictures(size):
        kept = (PICTURES / f"{name}.txt").read_text(encoding="utf-8")
        changed += unified_diff(
            kept.splitlines(), drawn.splitlines(), name, "now", lineterm="", n=0
        )
    assert not changed, "\n".join([HOW, *changed])


def test_there_is_a_picture_of_every_kind_of_page_and_no_other() -> None:
    """A new kind of page is looked at, too."""
    names = {f"{kind}-{columns}x{rows}" for kind in pages() for columns, rows in SIZES}
    assert {path.stem for path in PICTURES.iterdir()} == names
