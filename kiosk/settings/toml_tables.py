"""Reads a table of TOML key by key, and gathers everything that is wrong in it."""

from collections.abc import Callable, Collection, Mapping

Parser = Callable[[object], object]
"""Takes what stands in the file; raises ValueError with what to write instead."""
Step = str | int
"""A key of a table, or a place in a list."""


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
) -> dict[str, object]:
    """Read a table whose keys are known.

    Args:
        value: What stands in the file.
        parsers: What reads the value of each key.
        required: The keys that may not be left out.

    Raises:
        MisfitsError: Keys are unknown or missing, or values cannot be read; all of them are told.
    """
    if not isinstance(value, dict):
        raise ValueError(
            f"must be a name in [brackets], and below it lines for: {', '.join(parsers)}."
        )
    faults: list[tuple[tuple[Step, ...], str]] = []
    values: dict[str, object] = {}
    for key, item in value.items():
        if key not in parsers:
            faults.append(((key,), f"is not a setting.{did_you_mean(key, parsers)}"))
            continue
        try:
            values[key] = parsers[key](item)
        except MisfitsError as error:
            faults += [((key, *steps), message) for steps, message in error.faults]
        except ValueError as error:
            faults.append(((key,), str(error)))
    faults += [((key,), "is missing. Write a line for it.") for key in required if key not in value]
    if faults:
        raise MisfitsError(faults)
    return values


def read_list(value: object, parser: Parser) -> tuple[object, ...]:
    """Read a list of tables.

    Raises:
        MisfitsError: Some of its entries cannot be read; all of them are told.
    """
    if not isinstance(value, list):
        raise ValueError("must stand in two brackets for each of them, such as [[helplines]].")
    faults: list[tuple[tuple[Step, ...], str]] = []
    values: list[object] = []
    for number, item in enumerate(value):
        try:
            values.append(parser(item))
        except MisfitsError as error:
            faults += [((number, *steps), message) for steps, message in error.faults]
        except ValueError as error:
            faults.append(((number,), str(error)))
    if faults:
        raise MisfitsError(faults)
    return tuple(values)


def did_you_mean(key: str, known: Collection[str]) -> str:
    """A hint at the key that was likely meant, or at all of them."""
    import difflib

    close = difflib.get_close_matches(key, known, n=1)
    return f" Did you mean '{close[0]}'?" if close else f" The settings are: {', '.join(known)}."
