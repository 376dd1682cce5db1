"""What a search can find: topics, pathways, the two pieces, and helplines by their names."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

import msgspec

from kiosk.content.blocks import Block, Place, heading, paragraph
from kiosk.content.danger import Danger
from kiosk.content.header import ORDER, Header
from kiosk.content.model import Content, Helpline, Topic
from kiosk.content.pathway import Pathway
from kiosk.content.piece import Piece
from kiosk.content.word import capital


class Findable(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that can be found, as the search sees it."""

    name: str
    """Its id."""
    place: Place
    title: str
    summary: str
    keywords: tuple[str, ...] = ()
    audiences: tuple[str, ...]
    order: int = ORDER
    blocks: tuple[Block, ...] = ()
    """Its text, of which one sentence is shown."""
    contact: str = ""
    """What to ring, text or open, for a helpline."""


def of_topic(topic: Topic) -> Findable:
    """A topic, which is found by all its words."""
    return _of_page(topic, topic.id, Place("topic", topic.id), topic.keywords, topic.blocks)


def of_pathway(pathway: Pathway) -> Findable:
    """A pathway, of which the questions are shown: plans are for those who answered them."""
    questions = pathway.questions.values()
    asked = chain.from_iterable((paragraph(each.ask), *each.say) for each in questions)
    return _of_page(pathway, pathway.id, pathway.beginning, (), asked)


def of_piece(piece: Piece) -> Findable:
    """A piece, which is found by all its words."""
    parts = piece.parts.values()
    said = chain.from_iterable((heading(part.title), *part.say) for part in parts)
    return _of_page(piece, piece.id, piece.beginning, piece.keywords, said)


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
        summary=capital(helpline.serves) + ".",
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
        if topic and (topic.id not in found or pathway.audiences == topic.audiences):
            found[topic.id] = pathway
    return {name: of_pathway(pathway) for name, pathway in found.items()}


def ranked(content: Content) -> Iterator[Findable]:
    """What is found by its words: topics, pieces, and pathways that belong to no topic."""
    yield from map(of_topic, content.topics.values())
    yield from map(of_piece, content.pieces)
    leading = {guide.name for guide in guides(content).values()}
    others = (pathway for pathway in content.pathways.values() if pathway.id not in leading)
    yield from map(of_pathway, others)


def beside_dangers(content: Content) -> Mapping[Place, frozenset[str]]:
    """Where the plan for each danger leads on to."""
    beside: dict[Place, frozenset[str]] = {}
    for danger in content.dangers.kinds:
        pathway = content.pathways[danger.place.name]
        plan = pathway.plans.get(danger.place.part)
        beside[danger.place] = frozenset(plan.next if plan else filter(None, (pathway.reading,)))
    return beside


def urgent_topics(content: Content) -> Iterator[str]:
    """The topics that the urgent doors lead to, at once or by way of a pathway."""
    for door in content.doors.urgent:
        pathway = content.pathways.get(door.to)
        plans = pathway.plans.values() if pathway else ()
        yield from (plan.next[0] for plan in plans if plan.next)
        yield door.to


def _of_page(
    header: Header, name: str, place: Place, keywords: tuple[str, ...], blocks: Iterable[Block]
) -> Findable:
    return Findable(
        name=name,
        place=place,
        title=header.title,
        summary=header.summary,
        keywords=keywords,
        audiences=header.audiences,
        order=header.order,
        blocks=tuple(blocks),
    )
