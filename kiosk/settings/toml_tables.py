"""Reads a table of TOML key by key, and gathers everything that is wrong in it."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeVar

Parser = Callable[[object], object]
"""Takes what stands in the file; raises ValueError with what to write instead."""
Step = str | int
"""A key of a table, or a place in a list."""
_Step = TypeVar("_Step", bound=Step)
_Read = TypeVar("_Read")


class MisfitsError(ValueError):
    """More than one thing may be wrong with a value.

    Attributes:
        faults: Where in the value, and what to write instead.
    """

    def __init__(self, faults: list[tuple[tuple[Step, ...], str]]) -> None:
        super().__init__("; ".join(message for _, message in faults))
        self.faults = faults


def read_table(
    value: object, parsers: Mapping[str, Parser], required: Collection[str] = ()
) -> dict[str, Any]:
    """Read a table whose keys are known.

    Args:
        value: What stands in the file.
        parsers: What reads the value of each key.
        required: The keys that may not be left out.

    Returns:
        By key, what its parser made of the value.

    Raises:
        MisfitsError: Keys are unknown or missing, or values cannot be read; all of them are told.
    """
    if not isinstance(value, dict):
        raise ValueError(
            f"must be a name in [brackets], and below it lines for: {', '.join(parsers)}; "
            f"or, in one line, such as {{{next(iter(parsers))} = ...}}."
        )
    missing = [((key,), "is missing. Write a line for it.") for key in required if key not in value]

    def read(key: str, item: object) -> object:
        if key not in parsers:
            raise ValueError(f"is not a setting.{did_you_mean(key, parsers)}")
        return parsers[key](item)

    return _read_each(value, read, missing)


def read_list(value: object, parser: Callable[[object], _Read]) -> tuple[_Read, ...]:
    """Read a list of tables.

    Raises:
        MisfitsError: Some of its entries cannot be read; all of them are told.
    """
    if not isinstance(value, list):
        raise ValueError("must stand in two brackets for each of them, such as [[helplines]].")
    return tuple(_read_each(dict(enumerate(value)), lambda _, item: parser(item)).values())


def _read_each(
    items: Mapping[_Step, object],
    read: Callable[[_Step, object], _Read],
    missing: Collection[tuple[tuple[Step, ...], str]] = (),
) -> dict[_Step, _Read]:
    """Read every item, and then tell what is wrong with any."""
    faults: list[tuple[tuple[Step, ...], str]] = []
    values: dict[_Step, _Read] = {}
    for step, item in items.items():
        try:
            values[step] = read(step, item)
        except MisfitsError as error:
            faults += [((step, *steps), message) for steps, message in error.faults]
        except ValueError as error:
            faults.append(((step,), str(error)))
    if faults or missing:
        raise MisfitsError([*faults, *missing])
    return values


def did_you_mean(key: str, known: Collection[str]) -> str:
    """A hint at the key that was likely meant, or at all of them."""
    import difflib

    close = difflib.get_close_matches(key, known, n=1)
    return f" Did you mean '{close[0]}'?" if close else f" The settings are: {', '.join(known)}."
