"""Whom to talk to: sorted by who asks, and open only when they are."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from kiosk.content.blocks import Doors, Heading, Place, Row, text_of
from kiosk.content.hours import Hours, Opening
from kiosk.content.opening import LONDON
from kiosk.dates import DAYS
from kiosk.pages.call_cards import crisis_lines
from kiosk.pages.card_page import card_view
from kiosk.pages.catalogue import START, Catalogue
from kiosk.pages.edition import Edition
from kiosk.pages.here import PAPER, Here
from kiosk.pages.people_page import people_view
from kiosk.pages.start_page import start_view
from tests.unit.conftest import faults_of, write_few_words

OFFICE = (Opening(days=DAYS[:5], opens="9:00", closes="21:00", bank_holidays="closed"),)
LATE = (Opening(days=("saturday",), opens="20:00", closes="2:00", bank_holidays="open"),)
MONDAY = "2026-11-23T"


def at(text: str) -> Here:
    """A moment by the clocks of London."""
    return Here(now=datetime.fromisoformat(text).replace(tzinfo=LONDON))


def with_hours(edition: Edition, hours: Mapping[str, Hours]) -> Edition:
    """The shipped words with the hours of some helplines, and of none but these."""
    helplines = {
        name: msgspec.structs.replace(helpline, hours=hours.get(name))
        for name, helpline in edition.content.helplines.items()
    }
    content = msgspec.structs.replace(edition.content, helplines=helplines)
    return replace(edition, content=content)


def rows(edition: Edition, audience: str = "", here: Here = PAPER) -> list[str]:
    """The names and headings of the page, in order."""
    blocks = people_view(edition, here, audience).blocks
    return [text_of(block) for block in blocks if isinstance(block, Heading | Row)]


def row(edition: Edition, name: str, here: Here) -> str:
    """The line of one helpline."""
    (found,) = (line for line in rows(edition, here=here) if line.startswith(name))
    return found.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("hours", "when", "words"),
    [
        ("always", MONDAY + "03:00", "open now"),
        (OFFICE, MONDAY + "20:59", "open now, until 21:00"),
        (OFFICE, MONDAY + "08:59", "opens at 9:00"),
        (OFFICE, MONDAY + "21:00", "opens Tuesday at 9:00"),
        (OFFICE, "2026-12-24T22:00", "opens Tuesday at 9:00"),
        (LATE, "2026-11-21T23:30", "open now, until 2:00"),
    ],
)
def test_each_line_says_whether_it_is_open(
    edition: Edition, hours: Hours, when: str, words: str
) -> None:
    """Open now, until when, or when it opens, is what is said of it first."""
    page = people_view(with_hours(edition, {"childline": hours}), at(when), "").blocks
    (below,) = (text for line, text in pairwise(map(text_of, page)) if line.startswith("Childline"))
    assert below.startswith(f"{words[:1].upper()}{words[1:]}. Anyone under 19.")


def test_a_line_without_confirmed_hours_has_its_number_alone(edition: Edition) -> None:
    """Nothing is said of what nobody has confirmed."""
    assert row(with_hours(edition, {}), "Childline", at(MONDAY + "12:00")) == "Childline 0800 1111"


def test_on_paper_the_hours_are_told_and_not_the_moment(edition: Edition) -> None:
    """A page that is read at any time says when a line answers, never that it is open now."""
    edition = with_hours(edition, {"childline": OFFICE, "shout": "always"})
    text = "\n".join(map(text_of, people_view(edition, PAPER, "").blocks))
    assert "It answers Monday to Friday, 9:00 to 21:00. Not on bank holidays." in text
    assert "It answers day and night, every day." in text
    assert "open now" not in text
    assert "opens" not in text


def test_only_confirmed_hours_are_shipped(edition: Edition) -> None:
    """A helpline with hours rests on a fact that is marked C or C2."""
    sources = edition.content.sources
    for helpline in edition.content.helplines.values():
        marks = {sources[name].mark for name in helpline.sources}
        assert helpline.hours is None or marks & {"C", "C2"}, helpline.id


def test_who_is_named_for_danger_says_whether_anybody_answers(edition: Edition) -> None:
    """Those whom everybody is sent to say "open now", and 999 that it has ambulances, too."""
    night = at(MONDAY + "03:00")
    texts = [text_of(block) for block in people_view(edition, night, "").blocks]
    for line in crisis_lines(edition):
        (below,) = (b for a, b in pairwise(texts) if a.startswith(line.name))
        assert below.startswith("Open now. ")
    assert "ambulance" in edition.content.helplines["police-emergency"].serves


@pytest.mark.parametrize(
    ("audience", "first"),
    [
        ("young people", "Childline"),
        ("parents and carers", "NSPCC Helpline"),
        ("people who work with young people", "NSPCC Helpline"),
        ("", "Childline"),
    ],
)
def test_who_asks_decides_who_comes_first(edition: Edition, audience: str, first: str) -> None:
    """After the emergency number comes the line that is made for whoever asks."""
    found = rows(edition, audience)
    assert found[1].endswith("999")
    assert found[3].startswith(first)


def test_nobody_is_left_out(edition: Edition) -> None:
    """Each audience sees every helpline, those for other people at the end."""
    helplines = edition.content.helplines.values()
    for audience in ("young people", "parents and carers", "people who work with young people"):
        found = rows(edition, audience)
        names = [
            next(h for h in helplines if line.startswith(h.name))
            for line in found[3:]
            if any(line.startswith(h.name) for h in helplines)
        ]
        are_theirs = [audience in helpline.audiences for helpline in names]
        assert are_theirs == sorted(are_theirs, reverse=True)
        assert len(names) == len(helplines) - 1


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        ({}, ""),
        ({"shout": "always"}, "at least 1 open now"),
        ({"shout": "always", "papyrus": OFFICE}, "at least 2 open now"),
        ({"papyrus": LATE}, ""),
    ],
)
def test_the_start_page_counts_who_is_open(
    edition: Edition, hours: Mapping[str, Hours], words: str
) -> None:
    """The way to the people says how many lines are open, where any is known to be."""
    view = start_view(with_hours(edition, hours), at(MONDAY + "12:00"), "")
    (choice,) = (
        choice
        for block in view.blocks
        if isinstance(block, Doors)
        for choice in block.choices
        if choice.leads_to == Place("people")
    )
    assert choice.aside == words


def test_a_kept_page_is_never_stale(edition: Edition) -> None:
    """Within the minute a page is kept; when the minute has changed, it is made anew."""
    catalogue = Catalogue(with_hours(edition, {"childline": OFFICE}))
    for place in (START, Place("people"), Place("people", "young people")):
        _, before = catalogue.open(place, 72, at(MONDAY + "08:59:10"))
        assert catalogue.open(place, 72, at(MONDAY + "08:59:59"))[1] is before
        assert catalogue.open(place, 72, at(MONDAY + "09:00:00"))[1] != before
        assert catalogue.open(place, 72, at(MONDAY + "08:59:10"))[1] == before
    _, law = catalogue.open(Place("topic", "the-law"), 72, at(MONDAY + "08:59"))
    assert catalogue.open(Place("topic", "the-law"), 72, at(MONDAY + "09:00"))[1] is law


def test_the_hour_that_comes_twice_makes_two_pages() -> None:
    """1:30 in summer time and 1:30 an hour later are two moments."""
    early = datetime(2026, 10, 25, 1, 30, tzinfo=LONDON)
    minutes = {Here(now=early.replace(fold=fold)).minute for fold in (0, 1)}
    assert len(minutes) == 2


def test_the_card_has_numbers_and_no_names(edition: Edition) -> None:
    """Whoever finds the card learns nothing from it: no helpline and no subject is named."""
    text = "\n".join(map(text_of, card_view(edition, PAPER, "").blocks))
    text = text.replace("\N{NO-BREAK SPACE}", " ")
    assert text.splitlines()[:5] == ["0800 1111", "116 123", "111", "101", "999"]
    for helpline in edition.content.helplines.values():
        assert helpline.name not in text


HELPLINE = (
    "- id: childline\n  name: Childline\n  number: 0800 1111\n  for: anyone under 19\n"
    '  audiences: [young people]\n  checked: 2026-11-21\n  mark: C\n  sources: ["1.1"]\n'
)


@pytest.mark.parametrize(
    ("hours", "fault"),
    [
        ("sometimes", "write one of: always"),
        ('[{days: [moday], from: "9:00", to: "17:00"}]', "write one of: monday, tuesday"),
        ('[{days: [monday], from: "9", to: "17:00"}]', "write it like 9:00 or 17:30"),
        ('[{days: [monday], from: "9:00"}]', "needs both 'from' and 'to'"),
        ('[{days: [monday], from: "9:00", to: "9:00"}]', "opens and closes at 9:00"),
        (
            '[{days: [monday], from: "0:00", to: "24:00", on: x}]',
            "known: days, dates, from, to, closed",
        ),
        ('[{days: [], from: "9:00", to: "17:00"}]', "either 'days' or 'dates'"),
        ('[{dates: ["2026-12-25"], closed: true, from: "9:00"}]', "is closed only on 'dates'"),
        ("[{days: [monday], closed: true}]", "is closed only on 'dates'"),
        ('[{dates: ["2026-02-30"], closed: true}]', "has a date that is no day and no run of days"),
        ("[{dates: [today], closed: true}]", "write it like 2026-12-25 or 2026-12-24"),
    ],
)
def test_faults_in_hours_are_told(tmp_path: Path, hours: str, fault: str) -> None:
    """Hours that cannot be meant are named by file and line, with what to write instead."""
    write_few_words(tmp_path, helplines=f"{HELPLINE}  hours: {hours}\n")
    (found,) = faults_of(tmp_path)
    assert found.startswith("en/helplines.yaml:")
    assert fault in found


def test_a_card_without_a_number_is_a_fault(tmp_path: Path) -> None:
    """What stands on the card of numbers has a number."""
    line = HELPLINE.replace("number: 0800 1111", "address: childline.org.uk")
    write_few_words(tmp_path, helplines=f"{line}  card: true\n")
    (found,) = faults_of(tmp_path)
    assert "has no number for the card" in found
