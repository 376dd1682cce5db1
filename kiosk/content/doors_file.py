"""The start page's file to `Doors`, strictly: its doors, and the groups behind them."""

from collections.abc import Iterator, Mapping

from msgspec import structs

from kiosk.content.faults import line_of
from kiosk.content.file_reading import FileReading
from kiosk.content.model import AudienceDoor, Doors, Group

Audiences = Mapping[str, tuple[str, ...]]
"""Ids of topics, pathways and pieces, and whom each is for."""


def read_doors(reading: FileReading, audiences_of: Audiences) -> Doors | None:
    """Read the ways in.

    Args:
        reading: The file; what is hidden leaves its group.
        audiences_of: What can stand in a group, and for whom it is.

    Returns:
        The doors, or None where there is a fault that leaves them without form.
    """
    doors = _read(reading)
    if doors is None:
        return None
    shown = (
        structs.replace(door, groups=tuple(_groups(door, audiences_of, reading)))
        for door in doors.audiences
    )
    return structs.replace(doors, audiences=tuple(shown))


def read_translated_doors(original: Doors, reading: FileReading) -> Doors | None:
    """Read the ways in, in another language; what is in each group is as in English.

    Args:
        original: The doors in English.
        reading: The file.

    Returns:
        The doors, or None where there is a fault that leaves them without form.
    """
    doors = _read(reading)
    if doors is None:
        return None
    groups = {door.audience: door.groups for door in original.audiences}
    translated = (
        structs.replace(
            door, groups=tuple(_translated(groups.get(door.audience, ()), door, reading))
        )
        for door in doors.audiences
    )
    return structs.replace(doors, audiences=tuple(translated))


def _read(reading: FileReading) -> Doors | None:
    doors = reading.record(Doors)
    if doors is None:
        return None
    for door in (*doors.urgent, doors.about):
        line = line_of(reading.text, f"to: {door.to}")
        if not reading.lead_on([door.to], line):
            message = f"'{door.to}' is hidden; copy start.yaml and lead the door on."
            reading.faults.add(line, message)
    audiences = [door.audience for door in doors.audiences]
    for audience in sorted({name for name in audiences if audiences.count(name) > 1}):
        line = line_of(reading.text, "audiences")
        reading.faults.add(line, f"'{audience}' has two doors; keep one.")
    return doors


def _groups(door: AudienceDoor, audiences_of: Audiences, reading: FileReading) -> Iterator[Group]:
    """The groups with what is shown of each; notes what cannot be in them, or told apart."""
    faults = reading.faults
    seen: set[str] = set()
    for group in door.groups:
        line = _line(reading, door, group)
        if not group.pages:
            faults.add(line, f"The group '{group.id}' has no 'pages'; name some, or drop it.")
        for name in (group.id, *group.pages):
            if name in seen:
                at = _line(reading, door, group, name)
                faults.add(at, f"'{name}' stands twice in the groups for {door.audience}.")
            seen.add(name)
        shown: list[str] = []
        for page in group.pages:
            at = _line(reading, door, group, page)
            shown += reading.lead_on([page], at)
            if door.audience not in audiences_of.get(page, (door.audience,)):
                faults.add(at, f"'{page}' is not for {door.audience}; take it out, or add them.")
        if shown:
            yield structs.replace(group, pages=tuple(shown))


def _line(reading: FileReading, door: AudienceDoor, group: Group, *names: str) -> int:
    """The line of a group, or of what is named in it."""
    return line_of(reading.text, f"audience: {door.audience}", f"id: {group.id}", *names)


def _translated(
    originals: tuple[Group, ...], door: AudienceDoor, reading: FileReading
) -> Iterator[Group]:
    """The English groups, those that have words in the language with these."""
    words = {group.id: group for group in door.groups}
    for group in door.groups:
        line = _line(reading, door, group)
        if group.pages:
            reading.faults.add(line, "Leave 'pages' out: they are those of the English group.")
        if group.id not in {original.id for original in originals}:
            message = f"There is no group '{group.id}' for {door.audience} in English."
            reading.faults.add(line, message)
    for original in originals:
        own = words.get(original.id, original)
        yield structs.replace(original, title=own.title, summary=own.summary)
