"""The slow breath in a browser: a bar that grows and shrinks for a minute, and words."""

from tests.web.tab import Tab, expect, wait
from tests.web.test_for_everyone import OPEN

_MOVING = "document.getAnimations().length"
_END = "document.getAnimations().forEach((each) => each.finish())"


def test_it_moves_for_a_minute_and_once_more(visit: Tab) -> None:
    """In for 4 seconds and out for 6; then it is said that the minute is over."""
    visit.press("b")
    wait(visit, _MOVING)
    lasting = "document.querySelector('.bar').getAnimations()[0].effect.getComputedTiming().endTime"
    assert visit.evaluate(lasting) == 60_000
    expect(visit, "Breathe out, and count slowly to 6.")
    visit.evaluate(_END)
    expect(visit, "That was a minute.")
    assert visit.evaluate(_MOVING) == 0
    visit.evaluate("document.querySelector('[data-to=\"!breathe\"]').click()")
    wait(visit, _MOVING)


def test_whoever_wants_nothing_to_move_has_the_words(visit: Tab) -> None:
    """The choice below the bar stills it, until the visitor wishes otherwise or leaves."""
    visit.press("b")
    wait(visit, _MOVING)
    visit.evaluate("document.querySelector('[data-to=\"!change|motion|still\"]').click()")
    wait(visit, f"{_MOVING} === 0")
    expect(visit, "Breathe in, and count slowly to 4.")
    visit.evaluate(f"({OPEN})('comfort')")
    pressed = "[...document.querySelectorAll('[data-to*=motion][aria-pressed=true]')]"
    assert visit.evaluate(f"{pressed}.map(({{ dataset }}) => dataset.to)") == [
        "!change|motion|still"
    ]


def test_nothing_moves_after_leaving(visit: Tab) -> None:
    """The minute ends with the visit."""
    visit.press("b")
    wait(visit, _MOVING)
    visit.press("Escape")
    wait(visit, f"{_MOVING} === 0")
