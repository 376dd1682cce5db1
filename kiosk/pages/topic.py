"""One topic: its text, where to go from there, and whom it is based on."""

from datetime import date

from kiosk.content.blocks import Block, Choice, Heading, Place, Span, paragraph
from kiosk.content.model import Topic
from kiosk.pages.library import Library
from kiosk.pages.take import short_address
from kiosk.pages.view import View


def topic_view(library: Library, name: str) -> View:
    """The topic of that id."""
    topic = library.content.topics[name]
    return View(
        title=topic.front.title,
        blocks=(*topic.blocks, *_ways_on(library, topic), _origin(library, topic)),
        reading=True,
        take=_take(topic),
    )


def _take(topic: Topic) -> Place | None:
    return Place("take", topic.id) if topic.front.take else None


def _ways_on(library: Library, topic: Topic) -> tuple[Block, ...]:
    topics = library.content.topics
    take = _take(topic)
    address = short_address(topic.front.take or "")
    return (
        Heading((Span(library.word("topic.next")),)),
        *(Choice(topics[name].front.title, Place("topic", name)) for name in topic.front.next),
        Choice(library.word("start.people"), Place("people")),
        *([Choice(library.word("take.title"), take, address)] if take else []),
    )


def _origin(library: Library, topic: Topic) -> Block:
    sources = (library.content.sources[name] for name in topic.front.sources)
    publishers = dict.fromkeys(name for source in sources for name in source.publishers)
    reviewed = day(topic.front.reviewed)
    text = library.word("topic.reviewed", date=reviewed, publishers=", ".join(publishers))
    return paragraph(text, "soft")


def day(value: date) -> str:
    """A date in words, such as 22 November 2026."""
    return f"{value.day} {value:%B %Y}"
