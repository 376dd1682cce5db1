"""Scripts put together: one file packs better than its parts do, and is asked for once."""

import re
from collections.abc import Iterator, Mapping

_IMPORT = re.compile(r'^import (?:\* as )?(.+) from "\./(.+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?(?:function\*?|const|class) (\w+))", re.MULTILINE)


def joined(texts: Mapping[str, str], name: str) -> dict[str, str]:
    """The files, with a script and those without which it does not begin as one.

    Each of those becomes a function, so that its names are its own. Whoever imports the whole finds
    it by the name of its file, such as `opening_js`.

    Args:
        texts: What stands in each file, by its name.
        name: The script that needs the others.
    """
    *parts, _ = dict.fromkeys(reversed([*_imported(texts, name)]))
    functions = [_as_function(part, texts[part]) for part in parts]
    given = f"export {{ {', '.join(map(_name, parts))} }};\n"
    whole = "".join([*functions, _linked(texts[name]), given])
    return {other: text for other, text in texts.items() if other not in parts} | {name: whole}


def _imported(texts: Mapping[str, str], name: str) -> Iterator[str]:
    """A script, and those without which it does not begin."""
    yield name
    for _, other in _IMPORT.findall(texts[name]):
        yield from _imported(texts, f"{other}.js")


def _as_function(name: str, text: str) -> str:
    made = ", ".join(made for _, made in _EXPORT.findall(text))
    code = _EXPORT.sub(r"\1", _linked(text))
    return f"const {_name(name)} = (() => {{\n{code}return {{ {made} }};\n}})();\n"


def _linked(text: str) -> str:
    """A script that takes what it imports from the functions before it."""
    return _IMPORT.sub(
        lambda found: f"const {found[1].replace(' as ', ': ')} = {found[2]}_js;", text
    )


def _name(name: str) -> str:
    return name.replace(".", "_")
