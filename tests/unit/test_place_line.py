"""The line that says how far one has come: what is drawn, and what a touch of it means."""

import pytest

from kiosk.app.place_line import RULE, WAY, PlaceLine

MORE = PlaceLine("Space", "More", "50 %", 50)
WIDTH, WHOLE = 72, 112


def drawn(line: PlaceLine) -> str:
    """The line as text."""
    return "".join(run[0] for run in line.runs(WIDTH, WHOLE))


def test_its_parts_fill_the_line() -> None:
    """The rule first, heavy as far as one has come; the place; the key last, on a cap."""
    text = drawn(MORE)
    assert len(text) == WIDTH
    assert text.startswith(WAY)
    assert text.endswith("─ 50 %   Space  More")
    assert text.count(WAY) == text.count(RULE) or text.count(WAY) + 1 == text.count(RULE)


def test_the_key_stays_where_it_is() -> None:
    """Whatever the percentage, the cap stands in the same cells, and none above the way out."""
    begins = {drawn(MORE._replace(place=f"{n} %", percent=n)).index("More") for n in (1, 10, 99)}
    assert len(begins) == 1


@pytest.mark.parametrize(("is_parted", "text"), [(False, ""), (True, RULE * WHOLE)])
def test_a_page_seen_whole_has_a_rule_only_without_surfaces(is_parted: bool, text: str) -> None:
    """Where the keys stand on no band, a rule parts them from the page."""
    assert drawn(PlaceLine(is_parted=is_parted)) == text


def test_a_touch_of_the_rule_tells_how_far() -> None:
    """Its first cell is the beginning; the key and the words beside it are no part of it."""
    first = drawn(MORE).index(WAY)
    end = drawn(MORE).rindex(RULE)
    assert MORE.part_at(first, WIDTH) == 0
    assert MORE.part_at(-1, WIDTH) is None
    assert MORE.part_at(end, WIDTH) == pytest.approx(1, abs=0.03)
    assert MORE.part_at(end + 1, WIDTH) is None
    assert PlaceLine(is_parted=True).part_at(3, WIDTH) is None
