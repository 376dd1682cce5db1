"""The page of people to talk to: who stands where, and every way to reach them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
import pytest

from kiosk.content.blocks import Choice, Heading, Place, Row, text_of
from kiosk.content.model import Helpline
from kiosk.pages.date_words import date_words
from kiosk.pages.edition import Edition
from kiosk.pages.here import PAPER
from kiosk.pages.people_page import crisis_blocks, helpline_blocks, people_view

YOUNG, PARENTS, STAFF = "young people", "parents and carers", "people who work with young people"


def line(name: str, **fields: Any) -> Helpline:
    """A helpline that is for everybody unless it is said otherwise."""
    usual: dict[str, Any] = {
        "id": name,
        "name": name,
        "number": "1",
        "serves": "anyone",
        "audiences": (YOUNG, PARENTS, STAFF),
        "checked": date(2026, 11, 21),
        "mark": "C",
        "sources": (),
    }
    return Helpline(**{**usual, **fields})


LINES = (
    line("everyone"),
    line("parents", audiences=(PARENTS,), first_for=(PARENTS,)),
    line("staff", audiences=(STAFF,)),
    line("young", audiences=(YOUNG,), first_for=(YOUNG,)),
    line("danger", is_urgent=True, audiences=(STAFF,)),
    line("local-police", audiences=(PARENTS,)),
)


def with_lines(edition: Edition, lines: Sequence[Helpline]) -> Edition:
    """The words with these helplines alone."""
    helplines = {helpline.id: helpline for helpline in lines}
    return replace(edition, content=msgspec.structs.replace(edition.content, helplines=helplines))


def order(edition: Edition, audience: str) -> list[str]:
    """Headings and names, in the order of the page."""
    blocks = people_view(with_lines(edition, LINES), PAPER, audience).blocks
    return [
        text_of(block) if isinstance(block, Heading) else text_of(block).split()[0]
        for block in blocks
        if isinstance(block, Heading | Row)
    ]


@pytest.mark.parametrize(
    ("audience", "expected"),
    [
        ("", "+danger danger +near local-police +everyone everyone parents staff young"),
        (YOUNG, "+danger danger +0 young everyone +near local-police +others parents staff"),
        (PARENTS, "+danger danger +near local-police +1 parents everyone +others staff young"),
        (STAFF, "+danger danger +near local-police +2 everyone staff +others parents young"),
    ],
)
def test_who_stands_where(edition: Edition, audience: str, expected: str) -> None:
    """Danger first; then near here, except for a child, who finds their own lines before that."""
    titles = [door.title for door in edition.content.doors.audiences]
    named = {f"+{number}": title for number, title in enumerate(titles)}
    named |= {
        f"+{k}": edition.word(f"people.{k}") for k in ("danger", "near", "everyone", "others")
    }
    assert order(edition, audience) == [named.get(word, word) for word in expected.split()]


def test_a_part_with_nobody_in_it_has_no_heading(edition: Edition) -> None:
    """A kiosk whose staff have named nobody near here says nothing of it."""
    edition = with_lines(edition, [line("one")])
    headings = [
        text_of(b) for b in people_view(edition, PAPER, "").blocks if isinstance(b, Heading)
    ]
    assert headings == [edition.word("people.everyone")]


def test_the_page_ends_with_the_card_and_the_oldest_check(edition: Edition) -> None:
    """The numbers are as good as the one that was looked at longest ago."""
    lines = [line("a", checked=date(2026, 11, 2)), line("b", checked=date(2026, 10, 3))]
    view = people_view(with_lines(edition, lines), PAPER, "")
    card, checked = view.blocks[-2:]
    assert card == Choice(edition.word("card.title"), Place("card"))
    checked_on = date_words(edition, date(2026, 10, 3))
    assert text_of(checked) == edition.word("people.checked", date=checked_on)
    assert (view.title, view.reading) == (edition.word("people.title"), True)
    assert text_of(view.blocks[0]) == edition.word("people.lead")


def test_a_short_list_has_those_with_a_number_alone(edition: Edition) -> None:
    """In their order, name and number; who can only be reached otherwise is not on it."""
    lines = [line("a"), line("b", number="", text="text it"), line("c", number="2")]
    blocks = helpline_blocks(with_lines(edition, lines))
    assert [text_of(block) for block in blocks] == ["a 1", "c 2"]


@pytest.mark.parametrize(("there", "shown"), [(2, 2), (3, 3), (4, 3)])
def test_three_numbers_are_for_somebody_who_may_not_be_safe(
    edition: Edition, there: int, shown: int
) -> None:
    """The first three, so that nobody has to choose."""
    lines = with_lines(edition, [line(str(number)) for number in range(there)])
    assert crisis_blocks(lines) == helpline_blocks(lines)[:shown]


@pytest.mark.parametrize(
    ("fields", "contact"),
    [
        ({"number": "0 1", "text": "t", "address": "a"}, "0\N{NO-BREAK SPACE}1"),
        ({"number": "", "text": "t", "address": "a"}, "t"),
        ({"number": "", "address": "a"}, "a"),
    ],
)
def test_behind_the_name_stands_the_best_way_to_reach_it(
    edition: Edition, fields: dict[str, Any], contact: str
) -> None:
    """A number before a text message, that before an address; it is never broken over two lines."""
    blocks = people_view(with_lines(edition, [line("Name", **fields)]), PAPER, "").blocks
    (row,) = (block for block in blocks if isinstance(block, Row))
    assert text_of(row) == f"Name {contact}"


@pytest.mark.parametrize(
    ("fields", "keys"),
    [
        ({}, []),
        ({"text": "text 85258"}, [("text", {"text": "text 85258"})]),
        ({"number": "", "text": "text 85258"}, []),
        ({"chat": "x.uk/c"}, [("chat", {"address": "x.uk/c"})]),
        ({"email": "a@x.uk"}, [("email", {"address": "a@x.uk"})]),
        ({"bsl": "x.uk/b"}, [("bsl", {"address": "x.uk/b"})]),
        ({"relay": "18001"}, [("relay", {"number": "18001"})]),
        ({"address": "x.uk"}, [("web", {"address": "x.uk"})]),
        ({"address": "x.uk", "chat": "x.uk"}, [("chat", {"address": "x.uk"})]),
        ({"number": "", "address": "x.uk"}, []),
        ({"languages": ("English", "Cymraeg")}, [("languages", {"languages": "English, Cymraeg"})]),
        (
            {"languages": ("Welsh",), "chat": "c", "text": "t"},
            [
                ("text", {"text": "t"}),
                ("chat", {"address": "c"}),
                ("languages", {"languages": "Welsh"}),
            ],
        ),
    ],
)
def test_every_other_way_is_told_once(
    edition: Edition, fields: dict[str, Any], keys: list[tuple[str, dict[str, str]]]
) -> None:
    """In this order, each only where there is one, and none that stands behind the name."""
    said = [edition.word(f"people.{key}", **values) for key, values in keys]
    assert under(edition, line("x", **fields)) == " ".join(["Anyone.", *said])


@pytest.mark.parametrize(
    ("fields", "sentences"),
    [
        ({"serves": "anyone under 19"}, "Anyone under 19."),
        ({"serves": "anyone.", "cost": "free", "note": "Ask."}, "Anyone. Free. Ask."),
        ({"serves": "anyone", "cost": "free."}, "Anyone. Free."),
        ({"serves": "anyone", "hours": "always", "note": "N."}, "Anyone. {always} N."),
    ],
)
def test_what_is_said_of_each(edition: Edition, fields: dict[str, Any], sentences: str) -> None:
    """For whom, when, what it costs, what else: each a sentence with one full stop."""
    expected = sentences.replace("{always}", edition.word("hours.always"))
    assert under(edition, line("x", **fields)) == expected


def under(edition: Edition, helpline: Helpline) -> str:
    """What stands under the name of a helpline."""
    blocks = people_view(with_lines(edition, [helpline]), PAPER, "").blocks
    at = next(number for number, block in enumerate(blocks) if isinstance(block, Row))
    return text_of(blocks[at + 1])
