"""What words alone cannot settle: what is not confirmed, and dates that have passed.

These are warnings or notes, never errors: the kiosk can be tried with them, but visitors must not
see it before somebody has rung, asked and read.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

import yaml

from kiosk.content.model import Content, Helpline, Source
from kiosk.staff.check.documents import Document
from kiosk.staff.check.report import Rule, WordsFinding
from kiosk.staff.findings import Severity

SOON = timedelta(days=30)
"""A page that is due within this time is noted."""
NUMBERS_LAST = timedelta(days=92)
"""Numbers and opening hours are to be checked every three months."""
_CONFIRMED, _SECOND_HAND = "C", "C2"
_WHY = {
    "C2": "is confirmed at second hand only",
    "G": "is general knowledge; nobody has confirmed it",
    "X": "is not settled: sources disagree, or are old",
}


@dataclass(frozen=True)
class _Entry:
    """A mapping of a file: a helpline, a page's front matter, or any other."""

    document: Document
    line: int
    keys: Mapping[str, yaml.Node]

    def text(self, key: str) -> str:
        node = self.keys.get(key)
        return node.value.strip() if isinstance(node, yaml.ScalarNode) else ""

    def date(self, key: str) -> date | None:
        try:
            return date.fromisoformat(self.text(key))
        except ValueError:
            return None

    def line_of(self, key: str) -> int:
        return self.document.line_of(self.keys[key])


def to_verify(document: Document, content: Content, today: date) -> Iterator[WordsFinding]:
    """What somebody has to verify of one file before launch.

    Args:
        document: The file.
        content: All words, without a fault.
        today: The day of the check.
    """
    for line, keys in document.mappings():
        entry = _Entry(document, line, keys)
        if "checked" in keys:
            yield from _of_helpline(entry, content, today)
        else:
            yield from _of_facts(entry, content)
        yield from _of_dates(entry, today)
        if entry.text("draft") == "true":
            yield _draft(entry)


def _of_facts(entry: _Entry, content: Content) -> Iterator[WordsFinding]:
    """The facts that a page rests on, but for those that are confirmed."""
    sources = entry.keys.get("sources")
    for item in sources.value if isinstance(sources, yaml.SequenceNode) else ():
        name = str(item.value)
        source = content.sources.get(name)
        if source is None or source.mark == _CONFIRMED:
            continue
        confirm = f"then write 'mark: C' for \"{name}\" in sources.yaml"
        yield WordsFinding(
            path=entry.document.path,
            line=entry.document.line_of(item),
            severity=_severity(source.mark),
            rule=Rule.FACT,
            what=f"Fact {name} {_WHY[source.mark]}: {source.fact}",
            instead=f"Find it on its publisher's own page, {confirm}."
            if source.mark == _SECOND_HAND
            else f'Confirm it, {confirm}; or take what rests on it out of the page, and "{name}" '
            "out of its sources.",
            about=f"{source.fact} (fact {name})",
            mark=source.mark,
            source=_where(source),
        )


def _of_helpline(entry: _Entry, content: Content, today: date) -> Iterator[WordsFinding]:
    """What is not confirmed of a helpline, or was so too long ago."""
    helpline = content.helplines.get(entry.text("id"))
    if helpline is None:
        return
    name = f"{helpline.name}, {helpline.contact}"
    found = partial(
        WordsFinding,
        path=entry.document.path,
        line=entry.line,
        rule=Rule.HELPLINE,
        mark=helpline.mark,
        source="; ".join(dict.fromkeys(_where(content.sources[each]) for each in helpline.sources)),
    )
    if helpline.mark != _CONFIRMED:
        otherwise = "" if helpline.mark == _SECOND_HAND else "; or take it and its links out"
        yield found(
            severity=_severity(helpline.mark),
            what=f"{name}, {_WHY[helpline.mark]}.",
            instead="Ring it or open it, and ask who it is for and when it answers. Then write "
            f"the day into 'checked', and 'mark: C'{otherwise}.",
            about=name,
        )
    yield from when_checked(helpline, entry.document.path, entry.line, today)


def when_checked(helpline: Helpline, path: str, line: int, today: date) -> Iterator[WordsFinding]:
    """Whether somebody has made sure of a helpline within three months, and not after today.

    Args:
        helpline: The helpline.
        path: The file it stands in.
        line: The line at which it begins.
        today: The day of the check.
    """
    name = f"{helpline.name}, {helpline.contact}"
    if helpline.checked > today:
        yield _to_come(path, line, f"{name}: checked on {helpline.checked}")
    elif today - helpline.checked > NUMBERS_LAST:
        yield WordsFinding(
            path=path,
            line=line,
            severity=Severity.WARNING,
            rule=Rule.HELPLINE,
            what=f"{name}, was last checked on {helpline.checked}, more than three months ago.",
            instead="Check it again, and write the day into 'checked'.",
            about=f"{name}: last checked on {helpline.checked}",
            mark=helpline.mark,
        )


def _of_dates(entry: _Entry, today: date) -> Iterator[WordsFinding]:
    """Whether it is time to read a page again, and whether it can have been read."""
    reviewed, review_by = entry.date("reviewed"), entry.date("review_by")
    if reviewed and reviewed > today:
        yield _to_come(entry.document.path, entry.line_of("reviewed"), f"Reviewed on {reviewed}")
    if review_by and review_by <= today + SOON:
        is_late = review_by < today
        yield WordsFinding(
            path=entry.document.path,
            line=entry.line_of("review_by"),
            severity=Severity.WARNING if is_late else Severity.NOTE,
            rule=Rule.REVIEW,
            what=f"This page {'was' if is_late else 'is'} to be read again by {review_by}.",
            instead="Read it against its sources, then write the day into 'reviewed', and a later "
            "one into 'review_by'.",
            about=f"{'Overdue since' if is_late else 'Due by'} {review_by}",
        )


def _to_come(path: str, line: int, said: str) -> WordsFinding:
    about = f"{said}, a day that is still to come"
    return WordsFinding(
        path=path,
        line=line,
        severity=Severity.WARNING,
        rule=Rule.REVIEW,
        what=f"{about}.",
        instead="Write the day on which it was done; see that this computer's date is right.",
        about=about,
    )


def _draft(entry: _Entry) -> WordsFinding:
    """A page that nobody sees yet, or the words of a language that nobody has read through."""
    line = entry.line_of("draft")
    found = partial(WordsFinding, path=entry.document.path, line=line, rule=Rule.DRAFT)
    if "title" in entry.keys:
        return found(
            severity=Severity.NOTE,
            what="This page is a draft: visitors do not see it.",
            instead="When it is ready, take the line 'draft: true' out.",
            about="A page that visitors do not see yet",
        )
    language = entry.text("name") or entry.document.path.partition("/")[0]
    return found(
        severity=Severity.WARNING,
        what=f"The words in {language} are a draft.",
        instead="Let somebody who speaks the language read all of it; then write the day into "
        "'reviewed', and take 'draft' out.",
        about=f"All words in {language}",
    )


def _severity(mark: str) -> Severity:
    return Severity.NOTE if mark == _SECOND_HAND else Severity.WARNING


def _where(source: Source) -> str:
    """Who said it and where, as far as that is known."""
    parts = [", ".join(source.publishers), source.address]
    named = ", ".join(part for part in parts if part)
    note = f"({source.note})" if source.note else ""
    return " ".join(part for part in (named, note) if part) or "none known"
