"""What there is for one audience: pathways, what to look at, what to read; groups of them."""

from collections.abc import Iterable, Iterator

from kiosk.content.blocks import Block, Choice, Place, heading
from kiosk.content.model import AudienceDoor, Content, Doors, Group
from kiosk.pages.call_cards import calls_for
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.view import View

GROUP = "group"
"""The kind of the place that shows one group of an audience: the part is the group's id."""


def topics_view(edition: Edition, here: Here, name: str) -> View:
    """The pathways, pieces and topics for the audience of that name, and the groups of others."""
    content = edition.content
    door = _door(content.doors, name)
    pathways, pieces, topics = (
        tuple(_choices(content, (one.id for one in found if one.id not in door.grouped)))
        for found in (
            content.pathways_for(name),
            content.pieces_for(name),
            content.topics_for(name),
        )
    )
    groups = tuple(Choice(group.title, _place(door, group), group.summary) for group in door.groups)
    people = Choice(edition.word("start.people"), Place("people", name))
    if not pathways and not pieces:
        return View(
            title=door.title, blocks=(*topics, *groups, people), beside=_beside(edition, here, name)
        )
    return View(
        title=door.title,
        blocks=(
            *_part(edition, "topics.pathways", pathways),
            *_part(edition, "topics.pieces", pieces),
            *_part(edition, "topics.read", (*topics, *groups)),
            people,
        ),
        beside=_beside(edition, here, name),
    )


def group_view(edition: Edition, here: Here, audience: str, identifier: str) -> View:
    """What is in one group of an audience, in the order that its file gives."""
    door = _door(edition.content.doors, audience)
    group = next(group for group in door.groups if group.id == identifier)
    people = Choice(edition.word("start.people"), Place("people", audience))
    return View(
        title=group.title,
        blocks=(*_choices(edition.content, group.pages), people),
        beside=_beside(edition, here, audience),
    )


def group_places(doors: Doors) -> Iterator[Place]:
    """The place of each group of each audience."""
    for door in doors.audiences:
        yield from (_place(door, group) for group in door.groups)


def _beside(edition: Edition, here: Here, audience: str) -> tuple[Block, ...]:
    """Whom to call: beside the list, or not at all, since it leads to all of them."""
    return calls_for(edition, audience) if here.room.side else ()


def _door(doors: Doors, audience: str) -> AudienceDoor:
    return next(door for door in doors.audiences if door.audience == audience)


def _place(door: AudienceDoor, group: Group) -> Place:
    return Place(GROUP, door.audience, group.id)


def _choices(content: Content, names: Iterable[str]) -> Iterator[Choice]:
    for name in names:
        yield Choice(content.title_of(name), content.place_of(name), content.summary_of(name))


def _part(edition: Edition, key: str, choices: tuple[Choice, ...]) -> tuple[Block, ...]:
    """Choices under a heading; nothing where there are none."""
    return (heading(edition.word(key)), *choices) if choices else ()
