"""One topic: its text, where to go from there, and whom it is based on."""

from collections import Counter
from datetime import date

from kiosk.content.blocks import Block, Choice, Heading, Place, Span, paragraph
from kiosk.content.model import Topic
from kiosk.pages.library import Library
from kiosk.pages.view import View

_PUBLISHERS_SHOWN = 4
"""The rest are in `sources.yaml`; a longer list pushes the ways on out of sight."""


def topic_view(library: Library, name: str) -> View:
    """The topic of that id."""
    topic = library.content.topics[name]
    return View(
        title=topic.front.title,
        blocks=(*topic.blocks, *_ways_on(library, topic), _origin(library, topic)),
        reading=True,
    )


def _ways_on(library: Library, topic: Topic) -> tuple[Block, ...]:
    topics = library.content.topics
    return (
        Heading((Span(library.word("topic.next")),)),
        *(Choice(topics[name].front.title, Place("topic", name)) for name in topic.front.next),
        Choice(library.word("start.people"), Place("people")),
    )


def _origin(library: Library, topic: Topic) -> Block:
    sources = (library.content.sources[name] for name in topic.front.sources)
    cited = Counter(name for source in sources if source.mark == "C" for name in source.publishers)
    publishers = [name for name, _ in cited.most_common(_PUBLISHERS_SHOWN)]
    reviewed = day(topic.front.reviewed)
    text = library.word("topic.reviewed", date=reviewed)
    if publishers:
        text += " " + library.word("topic.publishers", publishers=", ".join(publishers))
    return paragraph(text, "soft")


def day(value: date) -> str:
    """A date in words, such as 22 November 2026."""
    return f"{value.day} {value:%B %Y}"
