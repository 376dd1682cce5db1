"""What the neutral page says: the library's name, its opening hours, the time, and its news.

The one place where the neutral page's words are put in lines. The app draws these lines, and
the guard paints the same ones in the moments when no visitor is there to draw.
"""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from kiosk.cells import width_of, wrap
from kiosk.dates import DAYS
from kiosk.settings import Hours, OpeningHours, Settings
from kiosk.settings.hours import DAY, clock, written

MEASURE = 72
"""The longest line of text anywhere, in cells."""
GAP = 4
"""Empty cells between two columns."""
SIDES = {MEASURE + 2 * (GAP + 50): 50, MEASURE + GAP + 54: 54, MEASURE + GAP + 36: 36}
"""How wide a column beside the text is, by the cells from the first one used to the last: from the
widest screen, where there are two such columns, to a wide one."""
_LEAST_MARGIN = 2
TITLE = "Information"
"""Of the terminal or the tab: seen by everybody, so it names nothing."""
INVITATION = "Press Enter to use this information point"
DEAF_SECONDS = 0.4
"""How long the neutral page takes no key after leaving: a panicked second one must lead nowhere."""
_AIRY_ROWS = 18
OUT_OF_ORDER = "This information point is out of order. Please ask the staff."


class NeutralText(NamedTuple):
    """The neutral page's lines, without margins."""

    width: int
    """Cells in the longest line there may be."""
    lines: list[str]
    """The lines, the invitation last."""


def neutral_text(
    settings: Settings, now: datetime, columns: int, rows: int, invitation: str = INVITATION
) -> NeutralText:
    """Set the neutral page for a screen.

    Args:
        settings: The library's settings.
        now: The time to show.
        columns: The screen's width in cells.
        rows: The screen's height in cells; the lines never need more.
        invitation: What the last line says.
    """
    width = max(10, page_width(columns))
    measure = min(MEASURE, width)
    foot = wrap(invitation, measure)[:rows]
    clock = f"{now:%H:%M}"
    heads = [
        [*_two_sides(settings.name, f"{now:%A} {now.day} {now:%B}", width), clock.rjust(width)],
        [*wrap(settings.name, width), f"{now.day} {now:%b}  {clock}".rjust(width)],
        _two_sides(wrap(settings.name, max(2, width - 7))[0], clock, width),
        [],
    ]
    head = next(head for head in heads if len(head) + len(foot) + 1 <= rows or not head)
    parts: list[list[str]] = []
    if hours := settings.opening_hours:
        parts = [[line for line in [today(hours, now)] if line], week(hours), unusual(hours, now)]
    room = rows - len(head) - len(foot) - 2
    body: list[str] = []
    for part in parts:
        gap = ["", ""] if rows >= _AIRY_ROWS else [""]
        fits = len(body) + len(gap) + len(part) <= room
        if part and fits and max(map(width_of, part)) <= width:
            body += gap + part
    notices = notices_of(settings, now)
    for notice in notices:
        lines = wrap(notice, measure)
        gap = [""] if body and (notice == notices[0] or rows >= _AIRY_ROWS) else []
        if len(body) + len(gap) + len(lines) <= room:
            body += gap + lines
    fill = [""] * (rows - len(head) - len(body) - len(foot) - (1 if rows >= _AIRY_ROWS else 0))
    return NeutralText(width, [*head, *body, *fill, *foot])


def page_width(columns: int) -> int:
    """The cells from the first one used to the last, on a screen of so many columns."""
    for width in SIDES:
        if columns >= width + 2 * _LEAST_MARGIN:
            return width
    return min(MEASURE, columns - 2 * (4 if columns >= 60 else 1))


def margin(columns: int) -> int:
    """The empty cells left of the text on a screen of so many columns."""
    return (columns - page_width(columns) + 1) // 2


def notices_of(settings: Settings, now: datetime) -> list[str]:
    """The news of a day."""
    return [notice.text for notice in settings.notices if now.date() in notice.days]


def today(hours: OpeningHours, now: datetime) -> str:
    """Say whether the library is open now, and until when; nothing where that is not sure."""
    minute = now.hour * 60 + now.minute
    of_today = hours.on(now.date())
    if of_today is None:
        return ""
    for opens, closes in of_today:
        if minute < opens:
            again = "Opens again" if minute >= of_today[0].closes else "Opens"
            return f"{again} today at {clock(opens)}"
        if minute < closes:
            return f"Open today until {'midnight' if closes == DAY else clock(closes)}"
    return "Closed for today" if of_today else "Closed today"


def week(hours: OpeningHours) -> list[str]:
    """The week's hours, a line for each run of days with the same ones."""
    return [_line(days, of_day) for days, of_day in week_rows(hours)]


def week_rows(hours: OpeningHours) -> list[tuple[str, Hours]]:
    """The week's hours: each run of days with the same ones, in words, and what they are."""
    runs: list[tuple[int, int, Hours]] = []
    for day, of_day in enumerate(hours.week):
        if runs and runs[-1][2] == of_day:
            runs[-1] = (runs[-1][0], day, of_day)
        else:
            runs.append((day, day, of_day))
    return [(_days(first, last), of_day) for first, last, of_day in runs]


def unusual(hours: OpeningHours, now: datetime) -> list[str]:
    """The days of the next week that are not as the week says, a line for each."""
    days = (now.date() + timedelta(days=ahead) for ahead in range(1, 8))
    return [_line(*row) for row in (unusual_on(hours, day) for day in days) if row]


def unusual_on(hours: OpeningHours, day: date) -> tuple[str, Hours] | None:
    """A day in words, and its hours, where those are not as the week says."""
    of_day = hours.on(day)
    if of_day is None or of_day == hours.week[day.weekday()]:
        return None
    return f"{day:%A} {day.day} {day:%B}", of_day


def _line(days: str, hours: Hours) -> str:
    words = written(hours)
    # Hours of one digit and of two stand below each other.
    return f"{days:<23}" + (words if words[2] == ":" else f" {words}")


def _days(first: int, last: int) -> str:
    names = [DAYS[day].capitalize() for day in (first, last)]
    if first == last:
        return names[0]
    return f"{names[0]} {'and' if last == first + 1 else 'to'} {names[1]}"


def _two_sides(left: str, right: str, width: int) -> list[str]:
    """One line with a text at each side, or more lines where they do not fit."""
    space = width - width_of(left) - width_of(right)
    if space < 2:
        return [*wrap(left, width), *(line.rjust(width) for line in wrap(right, width))]
    return [left + " " * space + right]
