"""What there is for one audience: the pathways first, then the topics."""

from kiosk.content.blocks import Choice, Heading, Place, Span
from kiosk.pages.library import Library
from kiosk.pages.view import View


def topics_view(library: Library, name: str) -> View:
    """The pathways and topics for the audience of that name."""
    title = next(d.title for d in library.content.doors.audiences if d.audience == name)
    pathways = tuple(
        Choice(pathway.title, pathway.beginning, pathway.summary)
        for pathway in library.content.pathways_for(name)
    )
    topics = tuple(
        Choice(topic.front.title, Place("topic", topic.id), topic.front.summary)
        for topic in library.content.topics_for(name)
    )
    people = Choice(library.word("start.people"), Place("people", name))
    if not pathways:
        return View(title=title, blocks=(*topics, people))
    return View(
        title=title,
        blocks=(
            _heading(library.word("topics.pathways")),
            *pathways,
            _heading(library.word("topics.read")),
            *topics,
            people,
        ),
    )


def _heading(words: str) -> Heading:
    return Heading((Span(words),), level=3)
