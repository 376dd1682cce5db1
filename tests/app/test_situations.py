"""Whoever is in a situation finds the plan that fits it, in few presses."""

import re
from collections.abc import Iterable

import pytest

from kiosk.content.blocks import Block, Choice, Place
from kiosk.pages.catalogue import START, Catalogue
from tests.app.kiosk import TestKiosk, run_kiosk
from tests.app.situations import SITUATIONS, Situation

MOST_PRESSES = 5


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda situation: situation.told)
async def test_the_right_plan_is_five_presses_away(
    catalogue: Catalogue, situation: Situation
) -> None:
    """Each answer stands with its number on the screen, unscrolled, and the last opens the plan."""
    async with run_kiosk(catalogue) as kiosk:
        await _answer(kiosk, situation)
        assert situation.says in " ".join(kiosk.text().split())


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda situation: situation.told)
async def test_a_plan_is_as_near_on_the_smallest_screen(
    catalogue: Catalogue, situation: Situation
) -> None:
    """At 40 by 12 each answer stands there unscrolled, too, in its short form where it has one."""
    async with run_kiosk(catalogue, (40, 12)) as kiosk:
        await _answer(kiosk, situation)
        assert "plan" in kiosk.lines()[0]


async def _answer(kiosk: TestKiosk, situation: Situation) -> None:
    """Choose what somebody would who reads what the screen shows; it leads to the plan."""
    assert len(situation.chosen) <= MOST_PRESSES
    assert kiosk.place == START
    for label in situation.chosen:
        text = re.sub("[┃▌]", " ", "\n".join(kiosk.lines()))
        ways = {label, _shorts(kiosk.screen.view.blocks).get(label, label)}
        keys = {key for words in ways for key in re.findall(_choice(words), text, re.MULTILINE)}
        assert len(keys) == 1, f"'{label}' is not on the screen:\n{kiosk.text()}"
        await kiosk.press(*keys)
    pathway, _, plan = situation.plan.partition("/")
    assert kiosk.place == Place("plan", pathway, plan)


def _choice(words: str) -> str:
    """What matches a key and, behind it and to the end of a line, these words."""
    return r"^ *(\w)  " + r"\s+".join(map(re.escape, words.split())) + " *$"


def _shorts(blocks: Iterable[Block]) -> dict[str, str]:
    """The short form of each answer that has one."""
    return {it.label: it.short for it in blocks if isinstance(it, Choice) and it.short}
