"""`kiosk check` on news for which the first page has no room."""

from pathlib import Path

import pytest

from kiosk.staff.check.report import Rule
from tests.unit.test_check import TODAY
from tests.unit.test_check_marks import settings_findings


@pytest.mark.parametrize(
    ("news", "left_out"),
    [
        (["Story time.", "Large print."], []),
        (["Long words. " * 200], ["Long words."]),
        (["Story time. " * 60, "Large print. " * 60, "Audio."], ["Large print."]),
    ],
)
def test_news_without_room_is_told(tmp_path: Path, news: list[str], left_out: list[str]) -> None:
    """What the first page of a small screen would leave out, nobody would miss there."""
    findings = settings_findings(tmp_path, f"notices = {[each.strip() for each in news]}")
    assert [
        each.what.partition(" for '")[2].partition(".")[0] + "." for each in findings
    ] == left_out


def test_news_of_another_time_is_judged_by_its_own_day(tmp_path: Path) -> None:
    """What is over is no concern; what is to come has its day's room."""
    long = "Long words. " * 200
    over, to_come = TODAY.replace(year=TODAY.year - 1), TODAY.replace(year=TODAY.year + 1)
    past = settings_findings(tmp_path, f'notices = [{{text = "{long}", to = {over}}}]')
    assert past == []
    (told,) = settings_findings(tmp_path, f'notices = [{{text = "{long}", from = {to_come}}}]')
    assert (told.rule, f"{to_come:%d %B}" in told.what) == (Rule.ROOM, True)
