"""One topic: its text, where to go from there, and whom it is based on."""

from collections.abc import Iterable
from datetime import date

from kiosk.content.blocks import Block, Choice, Heading, Place, Span, paragraph
from kiosk.pages.library import Library
from kiosk.pages.view import View


def topic_view(library: Library, name: str) -> View:
    """The topic of that id."""
    topic = library.content.topics[name]
    return View(
        title=topic.front.title,
        blocks=(
            *topic.blocks,
            *ways_on(library, topic.front.next),
            origin(library, topic.front.sources, topic.front.reviewed),
        ),
        reading=True,
    )


def ways_on(library: Library, names: Iterable[str]) -> tuple[Block, ...]:
    """Where to go from here: topics and pathways by their ids, and people to talk to."""
    content = library.content
    return (
        Heading((Span(library.word("topic.next")),)),
        *(Choice(content.title_of(name), content.place_of(name)) for name in names),
        Choice(library.word("start.people"), Place("people")),
    )


def origin(library: Library, names: Iterable[str], reviewed: date) -> Block:
    """When the words were checked, and who published what they rest on."""
    sources = (library.content.sources[name] for name in names)
    publishers = dict.fromkeys(name for source in sources for name in source.publishers)
    text = library.word("topic.reviewed", date=day(reviewed), publishers=", ".join(publishers))
    return paragraph(text, "soft")


def day(value: date) -> str:
    """A date in words, such as 22 November 2026."""
    return f"{value.day} {value:%B %Y}"
