"""Whoever is in a situation finds the plan that fits it, in few presses."""

import re

import pytest

from kiosk.content.blocks import Place
from kiosk.pages.catalogue import START, Catalogue
from tests.app.kiosk import run_kiosk
from tests.app.situations import SITUATIONS, Situation

MOST_PRESSES = 5


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda situation: situation.told)
async def test_the_right_plan_is_five_presses_away(
    catalogue: Catalogue, situation: Situation
) -> None:
    """Each answer stands with its number on the screen, unscrolled, and the last opens the plan."""
    assert len(situation.chosen) <= MOST_PRESSES
    async with run_kiosk(catalogue) as kiosk:
        assert kiosk.place == START
        for label in situation.chosen:
            lines = (re.sub("[┃▌]", " ", line).strip() for line in kiosk.lines())
            choices = (line.partition("  ") for line in lines)
            keys = {key for key, _, words in choices if words.strip() == label}
            assert len(keys) == 1, f"'{label}' is not on the screen:\n{kiosk.text()}"
            await kiosk.press(*keys)
        pathway, _, plan = situation.plan.partition("/")
        assert kiosk.place == Place("plan", pathway, plan)
        assert situation.says in " ".join(kiosk.text().split())
