"""The end of a page: where to go from there, and on whose word it rests."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import msgspec
import pytest

from kiosk.content.blocks import Choice, Heading, Place, paragraph, text_of
from kiosk.content.model import Mark, Source
from kiosk.pages.date_words import date_words
from kiosk.pages.edition import Edition
from kiosk.pages.here import PAPER
from kiosk.pages.take_page import short_address, take_place
from kiosk.pages.topic_page import choices_on, origin, topic_view, ways_on

CHECKED = date(2026, 11, 22)


def with_sources(edition: Edition, publishers: Mapping[str, tuple[Mark, Sequence[str]]]) -> Edition:
    """The words with these sources: each a mark and its publishers."""
    sources = {
        name: Source(fact="x", publishers=tuple(who), seen="2026", mark=mark)
        for name, (mark, who) in publishers.items()
    }
    return replace(edition, content=msgspec.structs.replace(edition.content, sources=sources))


def with_address(edition: Edition, address: str) -> Edition:
    """The words with an address to take along from the topic of the law."""
    topic = edition.content.topics["the-law"]
    topic = msgspec.structs.replace(topic, take=address)
    topics = {**edition.content.topics, "the-law": topic}
    return replace(edition, content=msgspec.structs.replace(edition.content, topics=topics))


def end_of(edition: Edition, publishers: Mapping[str, tuple[Mark, Sequence[str]]]) -> str:
    """What is said under a page that rests on all these sources."""
    edition = with_sources(edition, publishers)
    block = origin(edition, publishers, CHECKED)
    said = text_of(block)
    assert block == paragraph(said, "soft")
    reviewed = edition.word("topic.reviewed", date=date_words(edition, CHECKED))
    assert said.startswith(reviewed)
    return said.removeprefix(reviewed).strip()


@pytest.mark.parametrize(
    ("mark", "is_named"), [("C", True), ("C2", False), ("G", False), ("X", False)]
)
def test_only_who_has_said_it_themselves_is_named(
    edition: Edition, mark: Mark, *, is_named: bool
) -> None:
    """A publisher is no source for what nobody has confirmed on their own page."""
    said = end_of(edition, {"1": (mark, ["A charity"])})
    assert said == (
        edition.word("topic.publishers.all", publishers="A charity") if is_named else ""
    )


def test_an_unconfirmed_fact_adds_nobody(edition: Edition) -> None:
    """Beside confirmed ones, its publishers are not among those named, nor among "others"."""
    said = end_of(edition, {"1": ("C", ["A"]), "2": ("X", ["B"]), "3": ("G", ["C", "B"])})
    assert said == edition.word("topic.publishers.all", publishers="A")


@pytest.mark.parametrize(
    ("number", "key"),
    [(3, "topic.publishers.all"), (4, "topic.publishers.all"), (5, "topic.publishers")],
)
def test_four_publishers_are_named(edition: Edition, number: int, key: str) -> None:
    """With a fifth, "and others" stands for the rest."""
    names = [f"P{n}" for n in range(number)]
    said = end_of(edition, {"1": ("C", names)})
    assert said == edition.word(key, publishers=", ".join(names[:4]))


def test_who_stands_behind_most_is_named_first(edition: Edition) -> None:
    """Of those with as many facts, who comes first in the page's list."""
    said = end_of(edition, {"1": ("C", ["A", "B"]), "2": ("C", ["C", "B"]), "3": ("C", ["C"])})
    assert said == edition.word("topic.publishers.all", publishers="B, C, A")


def test_a_page_without_a_source_says_when_it_was_checked(edition: Edition) -> None:
    """And nothing more."""
    words = edition.word("topic.reviewed", date=date_words(edition, CHECKED))
    assert text_of(origin(edition, (), CHECKED)) == words


def test_where_to_go_comes_before_people_to_talk_to(edition: Edition) -> None:
    """In the order in which the page names it; people are always there, and last."""
    names = ["the-law", next(iter(edition.content.pathways))]
    content = edition.content
    assert choices_on(edition, names) == (
        *(Choice(content.title_of(name), content.place_of(name)) for name in names),
        Choice(edition.word("start.people"), Place("people")),
    )
    assert len(choices_on(edition, [])) == 1


@pytest.mark.parametrize("address", [None, "https://www.childline.org.uk/remove/"])
def test_an_address_to_take_along_is_the_last_way(edition: Edition, address: str | None) -> None:
    """Where a page has one; under its heading there is nothing of it otherwise."""
    heading, *ways = ways_on(edition, [], address)
    assert isinstance(heading, Heading)
    assert heading == Heading(heading.spans)
    assert text_of(heading) == edition.word("topic.next")
    assert len(ways) == (2 if address else 1)
    if address:
        taken = ways[-1]
        assert isinstance(taken, Choice)
        assert taken.label == edition.word("take.title")
        assert taken.leads_to == take_place(address)
        assert taken.aside == short_address(address)


def test_a_topic_is_its_text_then_its_ways_then_its_origin(edition: Edition) -> None:
    """In this order, under its title, to be read."""
    edition = with_address(edition, "https://www.childline.org.uk/law/")
    topic = edition.content.topics["the-law"]
    view = topic_view(edition, PAPER, "the-law")
    assert view.take is not None
    assert view.take == take_place(topic.take)
    count = len(topic.blocks)
    assert (view.title, view.reading) == (topic.title, True)
    assert view.blocks[:count] == topic.blocks
    assert view.blocks[count:-1] == ways_on(edition, topic.next, topic.take)
    assert view.blocks[-1] == origin(edition, topic.sources, topic.reviewed)
