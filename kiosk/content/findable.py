"""What a search can find: topics, pathways, the two pieces, and helplines by their names."""

from collections.abc import Iterator
from itertools import chain

import msgspec

from kiosk.content.blocks import Block, Heading, Paragraph, Place, Span
from kiosk.content.danger import Danger
from kiosk.content.model import Content, Helpline, Topic
from kiosk.content.pathway import Pathway
from kiosk.content.piece import Piece


class Findable(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that can be found, as the search sees it."""

    name: str
    """Its id."""
    place: Place
    title: str
    summary: str
    keywords: tuple[str, ...] = ()
    audiences: tuple[str, ...]
    order: int = 100
    blocks: tuple[Block, ...] = ()
    """Its text, of which one sentence is shown."""
    contact: str = ""
    """What to ring, text or open, for a helpline."""


def of_topic(topic: Topic) -> Findable:
    """A topic, which is found by all its words."""
    front = topic.front
    return Findable(
        name=topic.id,
        place=Place("topic", topic.id),
        title=front.title,
        summary=front.summary,
        keywords=front.keywords,
        audiences=front.audiences,
        order=front.order,
        blocks=topic.blocks,
    )


def of_pathway(pathway: Pathway) -> Findable:
    """A pathway, of which the questions are shown: plans are for those who answered them."""
    questions = pathway.questions.values()
    asked = chain.from_iterable((_words(each.ask), *each.say) for each in questions)
    return Findable(
        name=pathway.id,
        place=pathway.beginning,
        title=pathway.title,
        summary=pathway.summary,
        audiences=pathway.audiences,
        order=pathway.order,
        blocks=tuple(asked),
    )


def of_piece(piece: Piece) -> Findable:
    """A piece, which is found by all its words."""
    parts = piece.parts.values()
    return Findable(
        name=piece.id,
        place=piece.beginning,
        title=piece.title,
        summary=piece.summary,
        keywords=piece.keywords,
        audiences=piece.audiences,
        order=piece.order,
        blocks=tuple(chain.from_iterable((_heading(part.title), *part.say) for part in parts)),
    )


def of_danger(danger: Danger) -> Findable:
    """The plan for a danger; it stands in the list for its whole pathway."""
    return Findable(
        name=danger.place.name,
        place=danger.place,
        title=danger.title,
        summary=danger.summary,
        audiences=(),
    )


def of_helpline(helpline: Helpline) -> Findable:
    """A helpline, which is found by its names alone: its number is what is looked for."""
    return Findable(
        name=helpline.id,
        place=Place("people"),
        title=helpline.name,
        summary=helpline.serves[:1].upper() + helpline.serves[1:] + ".",
        keywords=(helpline.name, *helpline.names),
        audiences=helpline.audiences,
        contact=helpline.contact,
    )


def guides(content: Content) -> dict[str, Findable]:
    """The pathway that belongs to a topic, by the topic's id: both are about the same need.

    Where several pathways lead on to one topic, it is the one for the same readers.
    """
    found: dict[str, Pathway] = {}
    for pathway in content.pathways.values():
        topic = content.topics.get(pathway.reading or "")
        if topic and (topic.id not in found or pathway.audiences == topic.front.audiences):
            found[topic.id] = pathway
    return {name: of_pathway(pathway) for name, pathway in found.items()}


def ranked(content: Content) -> Iterator[Findable]:
    """What is found by its words: topics, pieces, and pathways that belong to no topic."""
    yield from map(of_topic, content.topics.values())
    yield from map(of_piece, content.pieces)
    beside = {guide.name for guide in guides(content).values()}
    others = (pathway for pathway in content.pathways.values() if pathway.id not in beside)
    yield from map(of_pathway, others)


def _words(text: str) -> Paragraph:
    return Paragraph((Span(text),))


def _heading(text: str) -> Heading:
    return Heading((Span(text),), level=3)
