"""What words alone cannot settle: what is not confirmed, and dates that have passed.

These are warnings or notes, never errors: the kiosk can be tried with them, but visitors must not
see it before somebody has rung, asked and read.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

import yaml

from kiosk.content.model import Content, Helpline, Source
from kiosk.staff.check.documents import Document
from kiosk.staff.check.report import Finding, Rule, Severity

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
_IS_THE_CLOCK_RIGHT = "Write the day on which it was done; see that this computer's date is right."


def to_verify(document: Document, content: Content, today: date) -> Iterator[Finding]:
    """What somebody has to verify of one file before launch.

    Args:
        document: The file.
        content: All words, without a fault.
        today: The day of the check.
    """
    path = document.path
    for line, mapping in document.mappings():
        sources = mapping.get("sources")
        if "checked" in mapping:
            helpline = content.helplines.get(_text(mapping, "id"))
            if helpline is not None:
                yield from _helpline(path, line, helpline, content.sources, today)
        elif isinstance(sources, yaml.SequenceNode):
            for item in sources.value:
                name = str(item.value)
                if name in content.sources:
                    yield from _fact(path, document.line_of(item), name, content.sources[name])
        if (reviewed := _date(mapping, "reviewed")) and reviewed > today:
            yield _to_come(path, document.line_of(mapping["reviewed"]), "Reviewed", reviewed)
        if review_by := _date(mapping, "review_by"):
            yield from _due(path, document.line_of(mapping["review_by"]), review_by, today)
        if _text(mapping, "draft") == "true":
            draft = _draft_page if "title" in mapping else _draft_language
            yield draft(path, document.line_of(mapping["draft"]), _text(mapping, "name"))


def _fact(path: str, line: int, name: str, source: Source) -> Iterator[Finding]:
    if source.mark == _CONFIRMED:
        return
    confirm = f"then write 'mark: C' for \"{name}\" in sources.yaml"
    yield Finding(
        path=path,
        line=line,
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


def _helpline(
    path: str, line: int, helpline: Helpline, sources: Mapping[str, Source], today: date
) -> Iterator[Finding]:
    name = f"{helpline.name}, {helpline.contact}"
    where = "; ".join(dict.fromkeys(_where(sources[source]) for source in helpline.sources))
    if helpline.mark != _CONFIRMED:
        otherwise = "" if helpline.mark == _SECOND_HAND else "; or take it and its links out"
        yield Finding(
            path=path,
            line=line,
            severity=_severity(helpline.mark),
            rule=Rule.HELPLINE,
            what=f"{name}, {_WHY[helpline.mark]}.",
            instead="Ring it or open it, and ask who it is for and when it answers. Then write "
            f"the day into 'checked', and 'mark: C'{otherwise}.",
            about=name,
            mark=helpline.mark,
            source=where,
        )
    if helpline.checked > today:
        yield _to_come(path, line, f"{name}: checked", helpline.checked)
    elif today - helpline.checked > NUMBERS_LAST:
        yield Finding(
            path=path,
            line=line,
            severity=Severity.WARNING,
            rule=Rule.HELPLINE,
            what=f"{name}, was last checked on {helpline.checked}, more than three months ago.",
            instead="Check it again, and write the day into 'checked'.",
            about=f"{name}: last checked on {helpline.checked}",
            mark=helpline.mark,
            source=where,
        )


def _due(path: str, line: int, review_by: date, today: date) -> Iterator[Finding]:
    if review_by > today + SOON:
        return
    is_late = review_by < today
    yield Finding(
        path=path,
        line=line,
        severity=Severity.WARNING if is_late else Severity.NOTE,
        rule=Rule.REVIEW,
        what=f"This page {'was' if is_late else 'is'} to be read again by {review_by}.",
        instead="Read it against its sources, then write the day into 'reviewed', and a later one "
        "into 'review_by'.",
        about=f"{'Overdue since' if is_late else 'Due by'} {review_by}",
    )


def _to_come(path: str, line: int, what: str, day: date) -> Finding:
    return Finding(
        path=path,
        line=line,
        severity=Severity.WARNING,
        rule=Rule.REVIEW,
        what=f"{what} on {day}, a day that is still to come.",
        instead=_IS_THE_CLOCK_RIGHT,
        about=f"{what} on {day}, a day that is still to come",
    )


def _draft_language(path: str, line: int, language: str) -> Finding:
    return Finding(
        path=path,
        line=line,
        severity=Severity.WARNING,
        rule=Rule.DRAFT,
        what=f"The words in {language or path.partition('/')[0]} are a draft.",
        instead="Let somebody who speaks the language read all of it; then write the day into "
        "'reviewed', and take 'draft' out.",
        about=f"All words in {language or path.partition('/')[0]}",
    )


def _draft_page(path: str, line: int, _: str) -> Finding:
    return Finding(
        path=path,
        line=line,
        severity=Severity.NOTE,
        rule=Rule.DRAFT,
        what="This page is a draft: visitors do not see it.",
        instead="When it is ready, take the line 'draft: true' out.",
        about="A page that visitors do not see yet",
    )


def _severity(mark: str) -> Severity:
    return Severity.NOTE if mark == _SECOND_HAND else Severity.WARNING


def _text(mapping: Mapping[str, yaml.Node], key: str) -> str:
    node = mapping.get(key)
    return node.value.strip() if isinstance(node, yaml.ScalarNode) else ""


def _date(mapping: Mapping[str, yaml.Node], key: str) -> date | None:
    try:
        return date.fromisoformat(_text(mapping, key))
    except ValueError:
        return None


def _where(source: Source) -> str:
    """Who said it and where, as far as that is known."""
    parts = [", ".join(source.publishers), source.address]
    named = ", ".join(part for part in parts if part)
    note = f"({source.note})" if source.note else ""
    return " ".join(part for part in (named, note) if part) or "none known"
