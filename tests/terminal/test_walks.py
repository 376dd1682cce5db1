"""After any walk through a whole kiosk the neutral page is a new visitor's."""

import random
from collections.abc import Iterator

import pytest

from tests.terminal.walked import WalkedKiosk

WALKS = 12


@pytest.fixture(scope="module")
def kiosk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WalkedKiosk]:
    """Give one kiosk to all walks."""
    with WalkedKiosk(tmp_path_factory.mktemp("walked")) as kiosk:
        kiosk.see_first_pages()
        yield kiosk


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(WALKS))
def test_after_any_walk_nothing_is_left(kiosk: WalkedKiosk, seed: int) -> None:
    """By back, by Escape or by finishing: who was there is dead, and nothing of theirs is there.

    Nothing covers the neutral page; its colours are the first one's, and so is the page behind it.
    """
    kiosk.see_nothing_left(kiosk.walk(random.Random(seed)))
