"""When helplines answer, in words: now, next, and in general."""

from datetime import datetime, timedelta

from kiosk.content.hours import Opening, time_of
from kiosk.content.model import Helpline
from kiosk.content.opening import LONDON, Closed, Open, opening_at
from kiosk.dates import DAYS, Day
from kiosk.pages.date_words import day_words
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here

_ONE_DAY = timedelta(days=1)


def state_words(edition: Edition, here: Here, helpline: Helpline) -> str:
    """Whether a helpline is open at the moment of the page; nothing where that is not known."""
    now = here.now
    if now is None:
        return ""
    match opening_at(helpline.hours, now):
        case Open(until=None):
            return edition.word("hours.open")
        case Open(until=datetime() as until):
            if until - now.astimezone(LONDON) < _ONE_DAY:
                return edition.word("hours.until", time=_clock(edition, until))
            return edition.word("hours.open")
        case Closed(opens=opens):
            time, days = _clock(edition, opens), (opens.date() - now.astimezone(LONDON).date()).days
            if days == 0:
                return edition.word("hours.opens", time=time)
            if days < len(DAYS):
                return edition.word("hours.opens.day", day=_day(edition, opens), time=time)
            date = day_words(edition, opens)
            return edition.word("hours.opens.date", day=_day(edition, opens), date=date, time=time)
    return ""


def open_count_words(edition: Edition, here: Here) -> str:
    """How many lines are open at the moment of the page; nothing where none is known to be."""
    now = here.now
    if now is None:
        return ""
    helplines = edition.content.helplines.values()
    count = sum(isinstance(opening_at(helpline.hours, now), Open) for helpline in helplines)
    return edition.word("start.open", count=count) if count else ""


def hours_words(edition: Edition, here: Here, helpline: Helpline) -> str:
    """A helpline's hours in sentences; nothing where they are not confirmed."""
    match helpline.hours:
        case None:
            return ""
        case "always":
            return edition.word("hours.always")
        case openings:
            now = here.now
            coming = (each for each in openings if not (now and each.is_over(now.date())))
            return " ".join(_opening_words(edition, opening) for opening in coming)


def _opening_words(edition: Edition, opening: Opening) -> str:
    if opening.closed:
        return edition.word("hours.dates.closed", dates=_dates(edition, opening))
    times = {
        "opens": _clock_words(edition, opening.opens),
        "closes": _clock_words(edition, opening.closes),
    }
    if opening.dates:
        return edition.word("hours.dates", dates=_dates(edition, opening), **times)
    sentence = edition.word("hours.days", days=_days(edition, opening.days), **times)
    match opening.bank_holidays:
        case "open":
            return f"{sentence} {edition.word('hours.holidays.open')}"
        case "closed":
            return f"{sentence} {edition.word('hours.holidays.closed')}"
    return sentence


def _dates(edition: Edition, opening: Opening) -> str:
    """Days of the calendar in words."""
    spans = []
    for first, last in opening.calendar:
        names = [day_words(edition, day) for day in (first, last)]
        is_one = first == last
        span = names[0] if is_one else edition.word("time.days", first=names[0], last=names[1])
        spans.append(span)
    return ", ".join(spans)


def _days(edition: Edition, days: tuple[Day, ...]) -> str:
    """Days in words, three or more that follow one another as a span."""
    numbers = sorted({DAYS.index(day) for day in days})
    names = [edition.word(f"day.{DAYS[number]}") for number in numbers]
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return edition.word("hours.span", first=names[0], last=names[-1])
    return ", ".join(names)


def _day(edition: Edition, moment: datetime) -> str:
    return edition.word(f"day.{DAYS[moment.weekday()]}")


def _clock_words(edition: Edition, clock: str) -> str:
    return _clock(edition, datetime.combine(datetime.min, time_of(clock)))


def _clock(edition: Edition, moment: datetime) -> str:
    if (moment.hour, moment.minute) == (0, 0):
        return edition.word("hours.midnight")
    return f"{moment.hour}:{moment:%M}"
