"""The interface's own words: which there are, and what may be filled in."""

from kiosk.content.hours import DAYS
from kiosk.settings import THEMES

MONTHS = tuple(
    "january february march april may june july august september october november december".split()
)

WORDS: dict[str, frozenset[str]] = {
    key: frozenset(gaps.split())
    for key, gaps in {
        **{f"key.{name}": "" for name in "leave choose move scroll ends number next back".split()},
        **{f"key.{name}": "" for name in "back.short search people take comfort keys".split()},
        **{f"command.{name}": "" for name in "leave back search people take comfort keys".split()},
        **dict.fromkeys(("key.aloud", "command.aloud", "aloud.now"), ""),
        **{
            f"command.{name}.help": ""
            for name in (
                "leave choose move scroll ends number next back search people take aloud "
                "comfort keys"
            ).split()
        },
        **{
            f"start.{name}": ""
            for name in "title urgent who people search comfort choices private".split()
        },
        "start.idle": "time",
        **{f"topics.{name}": "" for name in "pathways pieces read".split()},
        "piece.next": "",
        **{f"quiz.{name}": "" for name in "true false is.true is.false".split()},
        "quiz.said": "answer",
        "quiz.read": "title",
        "question.place": "number of",
        "step.place": "number of",
        "step.next": "",
        "contents.title": "",
        **{f"comfort.{name}": "" for name in "title lead now theme spacing words".split()},
        **{f"comfort.theme.{name}": "" for name in THEMES},
        **{f"comfort.spacing.{name}": "" for name in "normal wide".split()},
        **{f"comfort.words.{name}": "" for name in "normal easy".split()},
        "question.read": "",
        "plan.title": "title",
        **{f"pathway.{name}": "" for name in "questions plans".split()},
        **{f"pathway.{name}": "number title" for name in "question plan".split()},
        **{f"pathway.to.{name}": "answer number" for name in "question plan".split()},
        "start.open": "count",
        "topic.next": "",
        "topic.reviewed": "date",
        "topic.publishers": "publishers",
        "topic.publishers.all": "publishers",
        "place.more": "percent",
        "place.end": "percent",
        "people.title": "",
        "people.lead": "",
        **{f"people.{name}": "" for name in "danger everyone others near".split()},
        **{f"people.near.{name}": "" for name in "police services".split()},
        "people.text": "text",
        **{f"people.{name}": "address" for name in "chat email bsl web".split()},
        "people.relay": "number",
        "people.languages": "languages",
        "people.checked": "date",
        **{f"hours.{name}": "" for name in "always open midnight".split()},
        "hours.until": "time",
        "hours.opens": "time",
        "hours.opens.day": "day time",
        "hours.days": "days opens closes",
        "hours.span": "first last",
        **{f"hours.holidays.{name}": "" for name in "open closed".split()},
        **{f"day.{name}": "" for name in DAYS},
        **{f"take.{name}": "" for name in "title code copy camera private numbers".split()},
        **{f"card.{name}": "" for name in "title hint".split()},
        **{
            f"search.{name}": ""
            for name in "title prompt prompt.short lead nothing none guide".split()
        },
        "search.found": "count",
        "form.feedback": "",
        **{
            f"form.feedback.{name}": ""
            for name in (
                "useful useful.short useful.hint useful.missing useful.1 useful.2 "
                "useful.3 useful.4 useful.5 words words.short words.prompt "
                "words.hint talk check consent send sent sent.what"
            ).split()
        },
        "form.mailing": "",
        **{
            f"form.mailing.{name}": ""
            for name in (
                "email email.short email.prompt email.hint email.missing "
                "email.wrong name name.short name.prompt name.hint topics "
                "topics.short topics.hint topics.missing check consent send sent "
                "sent.what"
            ).split()
        },
        **{
            f"form.{name}": ""
            for name in (
                "required go.on change nothing start forget look unsent unsent.what "
                "unsent.kept unsent.do unsent.again"
            ).split()
        },
        **{
            f"choices.{name}": ""
            for name in (
                "title nothing saved state.none state.keep state.count state.both "
                "refuse accept each keep.yes keep.no count.yes count.no what "
                "essential keep.what count.what never"
            ).split()
        },
        "form.fault": "fault",
        "choices.failed": "",
        "choices.failed.do": "",
        "choices.now": "state",
        **{
            f"staff.{name}": ""
            for name in (
                "title prompt lead wrong words others unkept well forms.off forms.unknown "
                "end end.what restart restart.what"
            ).split()
        },
        "staff.wait": "time",
        "staff.version": "version when",
        **{f"staff.{name}": "when" for name in ("accepted", "refused")},
        "staff.changed": "files",
        **{f"staff.{name}": "count" for name in ("forms.waiting", "tries")},
        **{f"linear.{name}": "" for name in "hint keys unknown".split()},
        "linear.choice": "number label",
        "linear.link": "number",
        "about.title": "",
        "keys.title": "",
        "keys.lead": "",
        **{f"trouble.{name}": "" for name in "title what do help".split()},
        "time.minutes": "minutes count",
        "time.seconds": "seconds",
        "time.date": "day month year",
        **{f"month.{name}": "" for name in MONTHS},
        "language.draft": "name",
        "language.fallback": "",
        **{f"web.{name}": "" for name in "begin full lost".split()},
        "idle.question": "",
        "idle.hint": "",
    }.items()
}
"""Every key of `interface.ftl`, with dots for its hyphens, and the gaps that its text may have."""
