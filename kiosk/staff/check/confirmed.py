"""What words alone cannot settle: facts and helplines not confirmed, and dates that have passed.

These are warnings or notes, never errors: the kiosk can be tried with them, but visitors must not
see it before somebody has rung, asked and read.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from kiosk.content.model import Content, Helpline, Source
from kiosk.staff.check.report import Finding, Rule, Severity

SOON = timedelta(days=30)
"""A page that is due within this time is noted."""
NUMBERS_LAST = timedelta(days=92)
"""Numbers and opening hours are checked every three months."""
_CONFIRMED = "C"
_SECOND_HAND = "C2"
_WHY = {
    "C2": "is confirmed at second hand only",
    "G": "is general knowledge; nobody has confirmed it",
    "X": "is not settled: sources disagree, or are old",
}


def to_verify(content: Content, folder: Path, language: str, today: date) -> Iterator[Finding]:
    """Everything that somebody has to verify before launch.

    Args:
        content: The words of one language.
        folder: The content folder.
        language: The language's folder.
        today: The day of the check.
    """
    pages = [
        (f"{language}/topics/{topic.id}.md", topic.front) for topic in content.topics.values()
    ] + [(f"{language}/pathways/{p.id}.yaml", p) for p in content.pathways.values()]
    for path, page in pages:
        if not (folder / path).is_file():  # a page of another language that stands in for one
            continue
        text = (folder / path).read_text(encoding="utf-8-sig")
        for name in dict.fromkeys(page.sources):
            source = content.sources[name]
            if source.mark != _CONFIRMED:
                yield _fact(path, _line_of(text, f'"{name}"', name), name, source)
        yield from _dates(path, text, page.reviewed, page.review_by, today)
    path = f"{language}/helplines.yaml"
    if (folder / path).is_file():
        text = (folder / path).read_text(encoding="utf-8-sig")
        for helpline in content.helplines.values():
            line = _line_of(text, f"id: {helpline.id}", f'id: "{helpline.id}"')
            yield from _helpline(path, line, helpline, content, today)


def _fact(path: str, line: int, name: str, source: Source) -> Finding:
    second_hand = source.mark == _SECOND_HAND
    return Finding(
        path=path,
        line=line,
        severity=Severity.NOTE if second_hand else Severity.WARNING,
        rule=Rule.FACT,
        what=f"Fact {name} {_WHY[source.mark]}: {source.fact}",
        instead=f"Find it on its publisher's own page, then write 'mark: C' for \"{name}\" in "
        "sources.yaml."
        if second_hand
        else f"Confirm it, then write 'mark: C' for \"{name}\" in sources.yaml; or take what "
        f'rests on it out of the page, and "{name}" out of its sources.',
        about=f"{source.fact} (fact {name})",
        mark=source.mark,
        source=_where(source),
    )


def _helpline(
    path: str, line: int, helpline: Helpline, content: Content, today: date
) -> Iterator[Finding]:
    source = "; ".join(dict.fromkeys(_where(content.sources[name]) for name in helpline.sources))
    if helpline.mark != _CONFIRMED:
        second_hand = helpline.mark == _SECOND_HAND
        yield Finding(
            path=path,
            line=line,
            severity=Severity.NOTE if second_hand else Severity.WARNING,
            rule=Rule.HELPLINE,
            what=f"{_name(helpline)}, {_WHY[helpline.mark]}.",
            instead="Ring or open it and ask who it is for and when it answers; then write the day "
            "into 'checked' and 'mark: C'"
            + ("." if second_hand else ", or take the entry and the links to it out."),
            about=_name(helpline),
            mark=helpline.mark,
            source=source,
        )
    age = today - helpline.checked
    if age > NUMBERS_LAST:
        yield Finding(
            path=path,
            line=line,
            severity=Severity.WARNING,
            rule=Rule.HELPLINE,
            what=f"{_name(helpline)}, was last checked {age.days} days ago.",
            instead="Check it again, and write the day into 'checked'.",
            about=f"{_name(helpline)}: last checked on {helpline.checked}",
            mark=helpline.mark,
            source=source,
        )
    elif age < timedelta(0):
        yield Finding(
            path=path,
            line=line,
            severity=Severity.WARNING,
            rule=Rule.HELPLINE,
            what=f"'checked: {helpline.checked}' is a day that is still to come.",
            instead="Write the day of the last check; see that this computer's date is right.",
            about=f"{_name(helpline)}: checked on {helpline.checked}, which is still to come",
        )


def _dates(path: str, text: str, reviewed: date, review_by: date, today: date) -> Iterator[Finding]:
    if reviewed > today:
        yield Finding(
            path=path,
            line=_line_of(text, "reviewed:"),
            severity=Severity.WARNING,
            rule=Rule.REVIEW,
            what=f"'reviewed: {reviewed}' is a day that is still to come.",
            instead="Write the day on which it was read; see that this computer's date is right.",
            about=f"Reviewed on {reviewed}, which is still to come",
        )
    if review_by < today + SOON:
        passed = review_by < today
        yield Finding(
            path=path,
            line=_line_of(text, "review_by:"),
            severity=Severity.WARNING if passed else Severity.NOTE,
            rule=Rule.REVIEW,
            what=f"This page was to be read again by {review_by}."
            if passed
            else f"This page is to be read again by {review_by}.",
            instead="Read it against its sources, then write today's date into 'reviewed' and "
            "a later one into 'review_by'.",
            about=f"{'Overdue since' if passed else 'Due by'} {review_by}",
        )


def _name(helpline: Helpline) -> str:
    return f"{helpline.name}, {helpline.contact}"


def _where(source: Source) -> str:
    """Who said it and where, as far as that is known."""
    parts = [", ".join(source.publishers), source.address]
    named = ", ".join(part for part in parts if part)
    note = f"({source.note})" if source.note else ""
    return " ".join(part for part in (named, note) if part) or "none known"


def _line_of(text: str, *wanted: str) -> int:
    """The first line that holds one of the texts, whole; 0 where none does."""
    for words in wanted:
        found = re.search(rf"(?<![\w.-]){re.escape(words)}(?![\w.-])", text)
        if found:
            return text.count("\n", 0, found.start()) + 1
    return 0
