"""When helplines answer, in words: now, next, and in general."""

from datetime import datetime, timedelta

from kiosk.content.hours import DAYS, Day, Opening, time_of
from kiosk.content.model import Helpline
from kiosk.content.opening import LONDON, Closed, Open, opening_at
from kiosk.pages.dates import day_words
from kiosk.pages.library import Library

_ONE_DAY = timedelta(days=1)


def state_words(library: Library, helpline: Helpline) -> str:
    """Whether a helpline is open at the moment of the page; nothing where that is not known."""
    now = library.here.now
    if now is None:
        return ""
    match opening_at(helpline.hours, now):
        case Open(until=None):
            return library.word("hours.open")
        case Open(until=datetime() as until):
            if until - now.astimezone(LONDON) < _ONE_DAY:
                return library.word("hours.until", time=_clock(library, until))
            return library.word("hours.open")
        case Closed(opens=opens):
            time, days = _clock(library, opens), (opens.date() - now.astimezone(LONDON).date()).days
            if days == 0:
                return library.word("hours.opens", time=time)
            if days < len(DAYS):
                return library.word("hours.opens.day", day=_day(library, opens), time=time)
            date = day_words(library, opens)
            return library.word("hours.opens.date", day=_day(library, opens), date=date, time=time)
    return ""


def open_count_words(library: Library) -> str:
    """How many lines are open at the moment of the page; nothing where none is known to be."""
    now = library.here.now
    if now is None:
        return ""
    helplines = library.content.helplines.values()
    count = sum(isinstance(opening_at(helpline.hours, now), Open) for helpline in helplines)
    return library.word("start.open", count=count) if count else ""


def hours_words(library: Library, helpline: Helpline) -> str:
    """A helpline's hours in sentences; nothing where they are not confirmed."""
    match helpline.hours:
        case None:
            return ""
        case "always":
            return library.word("hours.always")
        case openings:
            now = library.here.now
            coming = (each for each in openings if not (now and each.is_over(now.date())))
            return " ".join(_opening_words(library, opening) for opening in coming)


def _opening_words(library: Library, opening: Opening) -> str:
    if opening.closed:
        return library.word("hours.dates.closed", dates=_dates(library, opening))
    times = {
        "opens": _clock_words(library, opening.opens),
        "closes": _clock_words(library, opening.closes),
    }
    if opening.dates:
        return library.word("hours.dates", dates=_dates(library, opening), **times)
    sentence = library.word("hours.days", days=_days(library, opening.days), **times)
    match opening.bank_holidays:
        case "open":
            return f"{sentence} {library.word('hours.holidays.open')}"
        case "closed":
            return f"{sentence} {library.word('hours.holidays.closed')}"
    return sentence


def _dates(library: Library, opening: Opening) -> str:
    """Days of the calendar in words."""
    spans = []
    for first, last in opening.calendar:
        names = [day_words(library, day) for day in (first, last)]
        is_one = first == last
        span = names[0] if is_one else library.word("time.days", first=names[0], last=names[1])
        spans.append(span)
    return ", ".join(spans)


def _days(library: Library, days: tuple[Day, ...]) -> str:
    """Days in words, three or more that follow one another as a span."""
    numbers = sorted({DAYS.index(day) for day in days})
    names = [library.word(f"day.{DAYS[number]}") for number in numbers]
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return library.word("hours.span", first=names[0], last=names[-1])
    return ", ".join(names)


def _day(library: Library, moment: datetime) -> str:
    return library.word(f"day.{DAYS[moment.weekday()]}")


def _clock_words(library: Library, clock: str) -> str:
    return _clock(library, datetime.combine(datetime.min, time_of(clock)))


def _clock(library: Library, moment: datetime) -> str:
    if (moment.hour, moment.minute) == (0, 0):
        return library.word("hours.midnight")
    return f"{moment.hour}:{moment:%M}"
