"""What is wrong with a value, said to somebody who edits a text file and knows no types."""

import re
from collections.abc import Iterator
from typing import get_args, get_origin

import msgspec


def in_words(message: str, wanted: object) -> str:
    """A message of msgspec in the words of somebody who edits a text file.

    Args:
        message: What msgspec says of a value.
        wanted: The type that the value should have.
    """
    wanted = _part_meant(message, wanted)
    message = message.partition(" - at ")[0]  # the line says where, in no technical marks
    if "enum value" in message:
        allowed = ", ".join(_texts_in(wanted))
        unknown = message.replace("Invalid enum value", "there is no")
        more = ", or a list as in docs/words.md" if _may_be_list(wanted) else ""
        return f"{unknown}; write one of: {allowed}{more}."
    if limit := re.search(r"length <= (\d+)", message):
        return f"it is too long; write at most {limit[1]} characters."
    if "matching regex" in message:
        return f"write it like {' or '.join(_examples_in(wanted))}."
    if "unknown field" in message:
        return f"{message[7:]}; known: {', '.join(_keys_in(wanted))}."
    if "date" in message:
        return "it is not a date; write it like 2026-11-22."
    for technical, plain in (
        ("`array`", "a list, like [one, two]"),
        ("`str`", "text"),
        ("`int`", "a whole number"),
        ("`bool`", "true or false"),
        ("`object`", "keys and values"),
    ):
        message = message.replace(technical, plain)
    if expected := re.fullmatch(r"Expected (.+), got .+", message):
        return f"write {expected[1].replace(' | ', ' or ')} here."
    return message.rstrip(".") + "."


def _may_be_list(wanted: object) -> bool:
    return any(get_origin(part) is tuple for part in _inside(wanted))


def _part_meant(message: str, wanted: object) -> object:
    """The type of what a message means: of a record within the type, where it names one's key."""
    for key in re.findall(r"\.(\w+)", message.partition(" - at ")[2]):
        for record in _records_in(wanted):
            wanted = next(f.type for f in msgspec.structs.fields(record) if f.encode_name == key)
    return wanted


def _inside(wanted: object) -> Iterator[object]:
    """Everything that a type is made of, the type itself included."""
    yield wanted
    for argument in get_args(wanted):
        yield from _inside(argument)


def _records_in(wanted: object) -> Iterator[type[msgspec.Struct]]:
    for part in _inside(wanted):
        if isinstance(part, type) and issubclass(part, msgspec.Struct):
            yield part


def _keys_in(wanted: object) -> Iterator[str]:
    for record in _records_in(wanted):
        yield from (field.encode_name for field in msgspec.structs.fields(record))


def _texts_in(wanted: object) -> Iterator[str]:
    """The texts of a Literal, however deep in a type it stands."""
    yield from (part for part in _inside(wanted) if isinstance(part, str))


def _examples_in(wanted: object) -> Iterator[str]:
    """What a text with a pattern may look like, as its type says."""
    for part in _inside(wanted):
        if isinstance(part, msgspec.Meta):
            yield from part.examples or ()
