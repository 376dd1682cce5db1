"""YAML written by staff, read strictly into typed records.

Every scalar is taken as the text that stands in the file, and turned into a date or a number
only where the record asks for one: `3.10` stays `3.10`, and `no` stays a word.
"""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

import msgspec
import yaml

from kiosk.content.clean import clean
from kiosk.content.faults import FaultList
from kiosk.content.type_faults import in_words

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Record = TypeVar("_Record", bound=msgspec.Struct)
_MAPPING_WANTED = "Write keys and values here, like 'title: Some words'."
_LIST_WANTED = "Write a list here: each entry begins with '- '."


class Located(msgspec.Struct, frozen=True, kw_only=True):
    """A record that knows where it stands: its key's line, which the reader fills in."""

    line: int = 0


_OPENED = re.compile(r"""[ ]*(?:- +)?[\w-]+: +(?:"[^"]*|'[^']*)$""")
"""A line with a value whose quotation mark does not end there."""
_MERGED = re.compile(r"<{7} |={7}$|>{7} ")
"""A line that a merge has left."""
_YAML_REMEDY = (
    "Look at this line and the one before: each is 'key: text', and a text with ': ', '#' or a "
    "quotation mark in it stands in quotation marks."
)


class Passage(msgspec.Struct, frozen=True):
    """A text as it stands in the file, over several lines where it was written so."""

    text: str
    line: int
    """The line at which the text begins, counted from 1."""


NOTHING = Passage("", 0)
"""Stands where a text was left out."""


def compose(text: str, faults: FaultList) -> yaml.Node | None:
    """Parse YAML to nodes, which know their lines.

    Args:
        text: The YAML; behind empty lines, where it does not begin at the file's first one.
        faults: Takes a syntax error.

    Returns:
        The root node; None where there is none, and then a fault was noted.
    """
    try:
        node: yaml.Node | None = yaml.compose(_drop_controls(text), Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line, message = _what_is_wrong(error, text)
        faults.add(line, message)
        return None
    except (yaml.YAMLError, RecursionError):
        faults.add(1, "This is not valid YAML, or it is nested too deeply.")
        return None
    if node is None:
        faults.add(1, "Nothing is written here; copy the shipped text back.")
    elif _has_alias(node):
        faults.add(_line(node), "Write texts out; YAML's & and * are not read here.")
        return None
    return node


def read_record(node: yaml.Node | None, record: type[_Record], faults: FaultList) -> _Record | None:
    """Read one record from a mapping, noting every fault in it.

    Args:
        node: The mapping's node; None where `compose` has found a fault.
        record: The type to make.
        faults: Takes the faults.

    Returns:
        The record, or None where there was a fault.
    """
    if node is None:
        return None
    if not isinstance(node, yaml.MappingNode):
        faults.add(_line(node), _MAPPING_WANTED)
        return None
    fields = dict(_fields(record))
    names = list(fields)
    values: dict[str, Any] = {}
    is_whole = True
    for key, key_line, value in _pairs(node, faults):
        field = fields.pop(key, None)
        if field is None:
            if key not in names:  # a key that stands twice has its fault already
                faults.add(key_line, f"The key '{key}' is not known.{_did_you_mean(key, names)}")
            is_whole = False
            continue
        try:
            values[field.name] = _value(value, field.type, faults)
        except msgspec.ValidationError as error:
            words = in_words(str(error), field.type)
            faults.add(_line(value), f"'{key}' is not right: {words}")
            is_whole = False
        except _NotWholeError:
            is_whole = False
    for name, field in fields.items():
        if field.required:
            faults.add(_line(node), f"The key '{name}' is missing.")
            is_whole = False
    return record(**values) if is_whole else None


def read_records(
    text: str, record: type[_Record], faults: FaultList
) -> Iterator[tuple[int, _Record]]:
    """Read a list of records, each with the line at which it begins."""
    node = compose(text, faults)
    if node is not None and not isinstance(node, yaml.SequenceNode):
        faults.add(_line(node), _LIST_WANTED)
    for item in node.value if isinstance(node, yaml.SequenceNode) else ():
        if (read := read_record(item, record, faults)) is not None:
            yield _line(item), read


def read_mapping(text: str, faults: FaultList) -> Iterator[tuple[str, int, yaml.Node]]:
    """Read a mapping as (key, line, value's node)."""
    node = compose(text, faults)
    if isinstance(node, yaml.MappingNode):
        yield from _pairs(node, faults)
    elif node is not None:
        faults.add(_line(node), _MAPPING_WANTED)


def scalar_text(node: yaml.Node) -> str | None:
    """A scalar's cleaned text on one line, or None for anything else."""
    return _one_line(node.value) if isinstance(node, yaml.ScalarNode) else None


class _NotWholeError(Exception):
    """A value inside has a fault, which was noted."""


@cache
def _fields(record: type[msgspec.Struct]) -> Mapping[str, msgspec.structs.FieldInfo]:
    """The fields that may be written, by the keys they have in the file."""
    found = {field.encode_name: field for field in msgspec.structs.fields(record)}
    if issubclass(record, Located):
        del found["line"]
    return found


def _value(node: yaml.Node, wanted: object, faults: FaultList) -> object:
    """A value of the type that a record asks for.

    Raises:
        msgspec.ValidationError: It is of another type.
        _NotWholeError: It holds records, and a fault in one of them was noted.
    """
    if wanted is Passage and isinstance(node, yaml.ScalarNode):
        # A block after | or > begins on the line below its mark.
        is_block = node.style in ("|", ">")
        return Passage(clean(node.value).strip("\n"), _line(node) + is_block)
    if get_origin(wanted) is not dict:
        wanted = str if wanted is Passage else wanted
        return msgspec.convert(_plain(node), type=wanted, strict=False)
    if not isinstance(node, yaml.MappingNode):
        faults.add(_line(node), _MAPPING_WANTED)
        raise _NotWholeError
    _, inner = get_args(wanted)
    values: dict[str, object] = {}
    for key, line, value in _pairs(node, faults):
        if inner is Passage:
            if (text := scalar_text(value)) is None:
                faults.add(line, f"'{key}' must be one text.")
            else:
                values[key] = Passage(text, line)
        elif (record := read_record(value, inner, faults)) is not None:
            values[key] = msgspec.structs.replace(record, line=line)
    if len(values) < len(node.value):
        raise _NotWholeError
    return values


def _pairs(node: yaml.MappingNode, faults: FaultList) -> Iterator[tuple[str, int, yaml.Node]]:
    seen: set[str] = set()
    for key_node, value in node.value:
        key, line = scalar_text(key_node) or "?", _line(key_node)
        if key in seen:
            faults.add(line, f"The key '{key}' stands here twice; keep one of them.")
        seen.add(key)
        yield key, line, value


def _plain(node: yaml.Node) -> object:
    """The node as dicts, lists and texts."""
    if isinstance(node, yaml.MappingNode):
        return {str(scalar_text(key)): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return _one_line(node.value)


def _one_line(text: str) -> str:
    return " ".join(clean(text).split("\n")).strip()


def _drop_controls(text: str) -> str:
    """The text as YAML allows it: the rest of what is not harmless goes with the values."""
    return re.sub(r"[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)


def _what_is_wrong(error: yaml.MarkedYAMLError, text: str) -> tuple[int, str]:
    """The line where YAML's grammar is broken, and what to do about it."""
    mark = error.problem_mark or error.context_mark
    last = mark.line if mark else 0
    lines = text.split("\n")[: last + 1]
    opened = next((number for number, line in enumerate(lines, 1) if _OPENED.match(line)), 0)
    if opened:
        return opened, "The quotation mark that begins in this line has no other one that ends it."
    merged = next((number for number, line in enumerate(lines, 1) if _MERGED.match(line)), 0)
    if merged:
        return merged, "A merge has left two versions here. Keep one, and no line of < = or >."
    if lines and lines[-1].lstrip(" ").startswith("\t"):
        return last + 1, "There is a tab in this line. Write spaces; 'kiosk check --fix' does so."
    return last + 1, f"This is not valid YAML: {error.problem or error.context}. {_YAML_REMEDY}"


def _has_alias(root: yaml.Node) -> bool:
    """Whether a node stands in more than one place, possibly inside itself."""
    seen: set[int] = set()
    rest = [root]
    while rest:
        node = rest.pop()
        if id(node) in seen:
            return True
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            rest += [child for pair in node.value for child in pair]
        elif isinstance(node, yaml.SequenceNode):
            rest += node.value
    return False


def _line(node: yaml.Node) -> int:
    """The line of the file at which a node begins."""
    return int(node.start_mark.line) + 1


def _did_you_mean(key: str, known: list[str]) -> str:
    if key == "draft":
        return " Take the line out: a page without 'draft: true' is shown."
    close = get_close_matches(key, known, n=1)
    return f" Did you mean '{close[0]}'?" if close else f" Known keys: {', '.join(known)}."
