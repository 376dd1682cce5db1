"""The start page's file to `Doors`, strictly: its doors, and the groups behind them."""

from collections.abc import Iterator, Mapping

from msgspec import structs

from kiosk.content.faults import FaultList, line_of
from kiosk.content.markdown import TopicLink
from kiosk.content.model import AudienceDoor, Doors, Group
from kiosk.content.piece_file import Onward
from kiosk.content.records import compose, read_record

Audiences = Mapping[str, tuple[str, ...]]
"""Ids of topics, pathways and pieces, and whom each is for."""


def read_doors(
    audiences_of: Audiences, text: str, faults: FaultList, onward: Onward
) -> Doors | None:
    """Read the ways in.

    Args:
        audiences_of: What can stand in a group, and for whom it is.
        text: The file's text.
        faults: Takes the faults.
        onward: Takes where the doors and groups lead; what it hides leaves its group.

    Returns:
        The doors, or None where there is a fault that leaves them without form.
    """
    doors = _read(text, faults, onward)
    if doors is None:
        return None
    for door in doors.audiences:
        _check_groups(text, door, audiences_of, faults, onward)
    shown = (
        structs.replace(door, groups=tuple(_without_hidden(door.groups, onward)))
        for door in doors.audiences
    )
    return structs.replace(doors, audiences=tuple(shown))


def read_translated_doors(
    original: Doors, text: str, faults: FaultList, onward: Onward
) -> Doors | None:
    """Read the ways in, in another language; what is in each group is as in English.

    Args:
        original: The doors in English.
        text: The file's text.
        faults: Takes the faults.
        onward: Takes where the doors lead.

    Returns:
        The doors, or None where there is a fault that leaves them without form.
    """
    doors = _read(text, faults, onward)
    if doors is None:
        return None
    groups = {door.audience: door.groups for door in original.audiences}
    translated = (
        structs.replace(
            door, groups=tuple(_translated(groups.get(door.audience, ()), door, text, faults))
        )
        for door in doors.audiences
    )
    return structs.replace(doors, audiences=tuple(translated))


def _read(text: str, faults: FaultList, onward: Onward) -> Doors | None:
    doors = read_record(compose(text, faults), Doors, faults)
    for door in (*doors.urgent, doors.about) if doors else ():
        line = line_of(text, f"to: {door.to}")
        if door.to in onward.hidden:
            faults.add(line, f"'{door.to}' is hidden; copy start.yaml and lead the door on.")
        onward.next.append(TopicLink(door.to, line))
    audiences = [door.audience for door in doors.audiences] if doors else []
    for audience in sorted({name for name in audiences if audiences.count(name) > 1}):
        faults.add(line_of(text, "audiences"), f"'{audience}' has two doors; keep one.")
    return doors


def _check_groups(
    text: str, door: AudienceDoor, audiences_of: Audiences, faults: FaultList, onward: Onward
) -> None:
    """Note each group that cannot be told from another, and each page that cannot be in it."""
    seen: set[str] = set()
    for group in door.groups:
        line = line_of(text, f"audience: {door.audience}", f"id: {group.id}")
        if not group.pages:
            faults.add(line, f"The group '{group.id}' has no 'pages'; name some, or drop it.")
        for name in (group.id, *group.pages):
            at = line_of(text, f"audience: {door.audience}", f"id: {group.id}", name)
            if name in seen:
                faults.add(at, f"'{name}' stands twice in the groups for {door.audience}.")
            seen.add(name)
        for page in group.pages:
            at = line_of(text, f"audience: {door.audience}", f"id: {group.id}", page)
            onward.next.append(TopicLink(page, at))
            if door.audience not in audiences_of.get(page, (door.audience,)):
                faults.add(at, f"'{page}' is not for {door.audience}; take it out, or add them.")


def _without_hidden(groups: tuple[Group, ...], onward: Onward) -> Iterator[Group]:
    for group in groups:
        if pages := tuple(page for page in group.pages if page not in onward.hidden):
            yield structs.replace(group, pages=pages)


def _translated(
    originals: tuple[Group, ...], door: AudienceDoor, text: str, faults: FaultList
) -> Iterator[Group]:
    """The English groups, those that have words in the language with these."""
    words = {group.id: group for group in door.groups}
    for group in door.groups:
        line = line_of(text, f"audience: {door.audience}", f"id: {group.id}")
        if group.pages:
            faults.add(line, "Leave 'pages' out: they are those of the English group.")
        if group.id not in {original.id for original in originals}:
            faults.add(line, f"There is no group '{group.id}' for {door.audience} in English.")
    for original in originals:
        own = words.get(original.id, original)
        yield structs.replace(original, title=own.title, summary=own.summary)
