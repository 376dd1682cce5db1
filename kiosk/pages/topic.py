"""One topic: its text, where to go from there, and whom it is based on."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from kiosk.content.blocks import Block, Choice, Heading, Place, Span, paragraph
from kiosk.content.model import Topic
from kiosk.pages.library import Library
from kiosk.pages.take import short_address
from kiosk.pages.view import View

_PUBLISHERS_SHOWN = 4
"""The rest are in `sources.yaml`; a longer list pushes the ways on out of sight."""


def topic_view(library: Library, name: str) -> View:
    """The topic of that id."""
    topic = library.content.topics[name]
    return View(
        title=topic.front.title,
        blocks=(
            *topic.blocks,
            *ways_on(library, topic.front.next, topic),
            origin(library, topic.front.sources, topic.front.reviewed),
        ),
        reading=True,
        take=take_of(topic),
    )


def take_of(topic: Topic) -> Place | None:
    """Where the address of a topic stands that a visitor may take along, if it has one."""
    return Place("take", topic.id) if topic.front.take else None


def ways_on(
    library: Library, names: Iterable[str], taken_from: Topic | None = None
) -> tuple[Block, ...]:
    """Where to go from here: topics and pathways by their ids, and people to talk to.

    Args:
        library: The words.
        names: The ids.
        taken_from: A topic whose address can be taken with one, if it has any.
    """
    content = library.content
    take = take_of(taken_from) if taken_from else None
    address = short_address(taken_from.front.take or "") if taken_from else ""
    return (
        Heading((Span(library.word("topic.next")),)),
        *(Choice(content.title_of(name), content.place_of(name)) for name in names),
        Choice(library.word("start.people"), Place("people")),
        *([Choice(library.word("take.title"), take, address)] if take else []),
    )


def origin(library: Library, names: Iterable[str], reviewed: date) -> Block:
    """When the words were checked, and who published what they rest on."""
    sources = (library.content.sources[name] for name in names)
    cited = Counter(name for source in sources if source.mark == "C" for name in source.publishers)
    publishers = [name for name, _ in cited.most_common(_PUBLISHERS_SHOWN)]
    text = library.word("topic.reviewed", date=day(reviewed))
    if publishers:
        text += " " + library.word("topic.publishers", publishers=", ".join(publishers))
    return paragraph(text, "soft")


def day(value: date) -> str:
    """A date in words, such as 22 November 2026."""
    return f"{value.day} {value:%B %Y}"
