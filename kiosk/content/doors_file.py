"""The start page's file to `Doors`, strictly: its doors, and the groups behind them."""

from collections.abc import Iterator, Mapping

from msgspec import structs

from kiosk.content.faults import line_of
from kiosk.content.file_reading import FileReading
from kiosk.content.model import AudienceDoor, Door, Doors, Group

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
    for door in _leading_nowhere(doors, reading):
        message = f"'{door.to}' is hidden; copy start.yaml and lead the door on."
        reading.faults.add(_line_of(door, reading), message)
    shown = (
        structs.replace(door, groups=tuple(_groups(door, audiences_of, reading)))
        for door in doors.audiences
    )
    return structs.replace(doors, audiences=tuple(shown))


def read_translated_doors(original: Doors, reading: FileReading) -> Doors | None:
    """Read the words of the ways in, in another language; where they lead is as in English.

    Args:
        original: The doors in English. One without words in the language keeps its own.
        reading: The file.

    Returns:
        The doors, or None where there is a fault that leaves them without form.
    """
    words = _read(reading)
    if words is None:
        return None
    _leading_nowhere(words, reading)  # what is hidden is so in English, too
    urgent = {door.to: door for door in words.urgent}
    audiences = {door.audience: door for door in words.audiences}
    return Doors(
        urgent=tuple(urgent.get(door.to, door) for door in original.urgent),
        about=words.about if words.about.to == original.about.to else original.about,
        audiences=tuple(
            structs.replace(own, groups=tuple(_translated(door.groups, own, reading)))
            if (own := audiences.get(door.audience))
            else door
            for door in original.audiences
        ),
    )


def _read(reading: FileReading) -> Doors | None:
    doors = reading.record(Doors)
    if doors is not None:
        audiences = [door.audience for door in doors.audiences]
        for audience in sorted({name for name in audiences if audiences.count(name) > 1}):
            line = line_of(reading.text, "audiences")
            reading.faults.add(line, f"'{audience}' has two doors; keep one.")
    return doors


def _leading_nowhere(doors: Doors, reading: FileReading) -> list[Door]:
    """The doors to what is hidden; notes those to what there is not."""
    return [
        door
        for door in (*doors.urgent, doors.about)
        if not reading.lead_on([door.to], _line_of(door, reading))
    ]


def _line_of(door: Door, reading: FileReading) -> int:
    return line_of(reading.text, f"to: {door.to}")


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
