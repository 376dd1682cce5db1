"""One topic: its text, where to go from there, and whom it is based on."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from kiosk.content.blocks import Block, Choice, Place, heading, paragraph
from kiosk.pages.call_cards import calls_in
from kiosk.pages.date_words import date_words
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.speech_card import SHOW, has_cards, with_cards
from kiosk.pages.take_page import short_address, take_place
from kiosk.pages.view import View

_PUBLISHERS_SHOWN = 4
"""The rest are in `sources.yaml`; a longer list pushes the ways on out of sight."""


def topic_view(edition: Edition, here: Here, name: str) -> View:
    """The topic of that id."""
    topic = edition.content.topics[name]
    blocks = topic.blocks
    if has_cards(topic):
        blocks = with_cards(edition, here, blocks, Place(SHOW, name))
    return View(
        title=topic.title,
        blocks=(
            *blocks,
            *ways_on(edition, topic.next, topic.take),
            origin(edition, topic.sources, topic.reviewed),
        ),
        beside=calls_in(edition, topic.blocks),
        reading=True,
        take=take_place(topic.take),
    )


def ways_on(
    edition: Edition, names: Iterable[str], address: str | None = None
) -> tuple[Block, ...]:
    """Where to go from here: topics and pathways by their ids, and people to talk to.

    Args:
        edition: The words.
        names: The ids.
        address: What can be taken along from here, if anything.
    """
    take = take_place(address)
    title = edition.word("take.title")
    return (
        heading(edition.word("topic.next"), level=2),
        *choices_on(edition, names),
        *([Choice(title, take, aside=short_address(take.name))] if take else []),
    )


def choices_on(edition: Edition, names: Iterable[str]) -> tuple[Choice, ...]:
    """Where to go from here, as choices alone; people to talk to come last."""
    content = edition.content
    return (
        *(Choice(content.title_of(name), content.place_of(name)) for name in names),
        Choice(edition.word("start.people"), Place("people")),
    )


def origin(edition: Edition, names: Iterable[str], reviewed: date) -> Block:
    """When the words were checked, and who published what they rest on."""
    sources = (edition.content.sources[name] for name in names)
    cited = Counter(name for source in sources if source.mark == "C" for name in source.publishers)
    publishers = [name for name, _ in cited.most_common(_PUBLISHERS_SHOWN)]
    text = edition.word("topic.reviewed", date=date_words(edition, reviewed))
    if publishers:
        key = "topic.publishers" if len(cited) > len(publishers) else "topic.publishers.all"
        text += " " + edition.word(key, publishers=", ".join(publishers))
    return paragraph(text, "soft")
