"""What there is for one audience: the pathways first, then what to look at, then the topics."""

from kiosk.content.blocks import Block, Choice, Heading, Place, Span
from kiosk.pages.library import Library
from kiosk.pages.view import View


def topics_view(library: Library, name: str) -> View:
    """The pathways, pieces and topics for the audience of that name."""
    content = library.content
    title = next(d.title for d in content.doors.audiences if d.audience == name)
    pathways = tuple(
        Choice(pathway.title, pathway.beginning, pathway.summary)
        for pathway in content.pathways_for(name)
    )
    pieces = tuple(
        Choice(piece.title, piece.beginning, piece.summary) for piece in content.pieces_for(name)
    )
    topics = tuple(
        Choice(topic.front.title, Place("topic", topic.id), topic.front.summary)
        for topic in content.topics_for(name)
    )
    people = Choice(library.word("start.people"), Place("people", name))
    if not pathways and not pieces:
        return View(title=title, blocks=(*topics, people))
    return View(
        title=title,
        blocks=(
            *_part(library, "topics.pathways", pathways),
            *_part(library, "topics.pieces", pieces),
            *_part(library, "topics.read", topics),
            people,
        ),
    )


def _part(library: Library, key: str, choices: tuple[Choice, ...]) -> tuple[Block, ...]:
    """Choices under a heading; nothing where there are none."""
    return (Heading((Span(library.word(key)),), level=3), *choices) if choices else ()
