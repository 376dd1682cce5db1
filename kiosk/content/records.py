"""YAML written by staff, read strictly into typed records.

Every scalar is taken as the text that stands in the file, and turned into a date or a number
only where the record asks for one: `3.10` stays `3.10`, and `no` stays a word.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, TypeVar

import msgspec
import yaml

from kiosk.content.clean import clean
from kiosk.content.faults import FaultList

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Record = TypeVar("_Record", bound=msgspec.Struct)


def compose(text: str, faults: FaultList, first_line: int = 1) -> yaml.Node | None:
    """Parse YAML to nodes, which know their lines.

    Args:
        text: The YAML.
        faults: Takes a syntax error.
        first_line: The line of the file at which the text begins.
    """
    try:
        return yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        faults.add(line, f"This is not valid YAML: {error.problem or error.context}.")
    except yaml.YAMLError as error:
        faults.add(first_line, f"This is not valid YAML: {error}")
    return None


def read_record(
    node: yaml.Node | None, record: type[_Record], faults: FaultList, first_line: int = 1
) -> _Record | None:
    """Read one record from a mapping, noting every fault in it.

    Args:
        node: The mapping's node, or None where there was nothing.
        record: The type to make.
        faults: Takes the faults.
        first_line: The line of the file at which the YAML begins.

    Returns:
        The record, or None where there was a fault.
    """
    if not isinstance(node, yaml.MappingNode):
        faults.add(_line(node, first_line), "Write keys and values here, like 'title: Some words'.")
        return None
    before = len(faults.faults)
    fields = {field.encode_name: field for field in msgspec.structs.fields(record)}
    values: dict[str, Any] = {}
    for key, key_line, value in _pairs(node, faults, first_line):
        field = fields.get(key)
        if field is None:
            faults.add(key_line, f"The key '{key}' is not known.{_did_you_mean(key, fields)}")
            continue
        try:
            values[field.name] = msgspec.convert(_plain(value), field.type, strict=False)
        except msgspec.ValidationError as error:
            faults.add(_line(value, first_line), f"'{key}' is not right: {_in_words(str(error))}")
    for name, field in fields.items():
        if field.required and field.name not in values and not _was_tried(name, node):
            faults.add(_line(node, first_line), f"The key '{name}' is missing.")
    return record(**values) if len(faults.faults) == before else None


def read_records(text: str, record: type[_Record], faults: FaultList) -> Iterator[_Record]:
    """Read a list of records."""
    node = compose(text, faults)
    if not isinstance(node, yaml.SequenceNode):
        if node is not None or not faults.faults:
            faults.add(_line(node, 1), "Write a list here: each entry begins with '- '.")
        return
    for item in node.value:
        if (read := read_record(item, record, faults)) is not None:
            yield read


def read_mapping(text: str, faults: FaultList) -> Iterator[tuple[str, int, yaml.Node]]:
    """Read a mapping as (key, line, value's node)."""
    node = compose(text, faults)
    if isinstance(node, yaml.MappingNode):
        yield from _pairs(node, faults, 1)
    elif node is not None or not faults.faults:
        faults.add(_line(node, 1), "Write keys and values here, like 'title: Some words'.")


def scalar_text(node: yaml.Node) -> str | None:
    """A scalar's cleaned text, or None for anything else."""
    return clean(node.value) if isinstance(node, yaml.ScalarNode) else None


def _pairs(
    node: yaml.MappingNode, faults: FaultList, first_line: int
) -> Iterator[tuple[str, int, yaml.Node]]:
    seen: set[str] = set()
    for key_node, value in node.value:
        key, line = str(key_node.value), _line(key_node, first_line)
        if key in seen:
            faults.add(line, f"The key '{key}' stands here twice; keep one of them.")
        seen.add(key)
        yield key, line, value


def _plain(node: yaml.Node) -> object:
    """The node as dicts, lists and texts."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return clean(node.value)


def _line(node: yaml.Node | None, first_line: int) -> int:
    return first_line + (node.start_mark.line if node is not None else 0)


def _was_tried(key: str, node: yaml.MappingNode) -> bool:
    return any(key_node.value == key for key_node, _ in node.value)


def _did_you_mean(key: str, known: dict[str, Any]) -> str:
    close = get_close_matches(key, known, n=1)
    return f" Did you mean '{close[0]}'?" if close else f" Known keys: {', '.join(known)}."


def _in_words(message: str) -> str:
    """Msgspec's message in the words of somebody who edits a text file."""
    for technical, plain in (
        ("`array`", "a list, like [one, two]"),
        ("`str`", "text"),
        ("`int`", "a whole number"),
        ("`object`", "keys and values"),
        ("RFC3339 encoded date", "date; write it like 2026-11-22"),
        ("Invalid date", "not a date; write it like 2026-11-22"),
    ):
        message = message.replace(technical, plain)
    return message.rstrip(".") + "."
