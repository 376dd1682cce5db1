"""The limits of the house: what one can read in one sitting, and where a name or a number stands.

What is still over a limit is listed here by name, and the list only shrinks: an entry that is no
longer needed fails, too.
"""

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from tests.unit.test_architecture import FILES, ROOT, length

LINES = 300
CLASS_LINES, METHODS = 200, 20
EXCEEDS = {
    "kiosk/settings/table.py::Settings",  # a table, and no methods: a field for each setting
}
"""Files and classes over a limit."""
PACKAGES_THAT_QUALIFY = {
    "kiosk/settings": "a table of settings is named as what it sets",
    "kiosk/staff": "a command's module is named as what staff do it with",
    "kiosk/staff/doctor": "a probe's module is named as what it looks at",
}
"""Where a module may be named as another one elsewhere, since the package says the rest."""
SAME_NAMES = {
    "reading": "what `kiosk read` prints, and the check of how hard that is to read",
    "screen": "the same screen, which the guard swaps and the app draws",
    "start": "where the command, the guard, the clerk and the conversation each begin",
    "terminal": "the same terminal, which the guard owns and the conversation reads a line from",
    "visitor": "the same visitor, seen by the guard as a process and by the app from within",
}
"""Other names of modules that stand twice, and why one word is right for both."""
SAME_NUMBERS = {
    "line_fd",  # of the guard's contract, which the app keeps without importing the guard
    "files_shown",  # on the staff page, and in a history: neither follows the other
    "read_bytes",  # of keys from a terminal, and from a pty: likewise
}
"""Names that two modules give the same number."""


def classes(path: Path) -> Iterator[tuple[str, int, int]]:
    """The classes of a file: its name and that of the class, lines, methods."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ClassDef):
            methods = [isinstance(x, ast.FunctionDef | ast.AsyncFunctionDef) for x in node.body]
            lines = (node.end_lineno or 0) - node.lineno + 1
            yield f"{name_of(path)}::{node.name}", lines, sum(methods)


def tree(path: Path) -> ast.Module:
    """A file as Python reads it."""
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    """The path from the project's folder on."""
    return path.as_posix().removeprefix(f"{ROOT.as_posix()}/")


def numbers(path: Path) -> Iterator[tuple[str, float]]:
    """Each name that a file gives a number, as a constant, a default or a field."""
    for node in ast.walk(tree(path)):
        named: list[tuple[str, ast.expr | None]] = []
        if isinstance(node, ast.Assign):
            named = [
                (target.id, node.value) for target in node.targets if isinstance(target, ast.Name)
            ]
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            named = [(node.target.id, node.value)]
        elif isinstance(node, ast.arguments):
            plain = [*node.posonlyargs, *node.args]
            of_plain = zip(reversed(plain), reversed(node.defaults), strict=False)
            named = [
                (a.arg, value)
                for a, value in chain(of_plain, zip(node.kwonlyargs, node.kw_defaults, strict=True))
            ]
        for name, value in named:
            if isinstance(value, ast.Constant) and isinstance(value.value, int | float):
                yield name.strip("_").lower(), value.value


def too_large() -> set[str]:
    """Every file and class over a limit."""
    files = {name_of(path) for path in FILES if length(path) > LINES}
    return files | {
        name
        for path in FILES
        for name, lines, methods in classes(path)
        if lines > CLASS_LINES or methods > METHODS
    }


def shared_names() -> set[str]:
    """Each name of two modules or more of which no package says which is meant."""
    files = (ROOT / "kiosk").rglob("[!_]*.py")
    named = Counter(
        path.stem for path in files if name_of(path.parent) not in PACKAGES_THAT_QUALIFY
    )
    return {name for name, times in named.items() if times > 1}


def test_files_and_classes_can_be_read_in_one_sitting() -> None:
    """300 lines a file; 200 lines and 20 methods a class, but for those in the list."""
    assert too_large() == EXCEEDS


def test_a_module_is_told_by_its_name() -> None:
    """No two modules have one name, but where a package or a reason tells them apart."""
    assert shared_names() == set(SAME_NAMES)


def test_a_number_stands_once() -> None:
    """No two modules give one name the same number: who changes one would forget the other.

    0 and 1 are left out: they are where one begins to count.
    """
    found = defaultdict(set)
    for path in (ROOT / "kiosk").rglob("*.py"):
        for name, number in numbers(path):
            if number not in (0, 1):
                found[name, number].add(path)
    assert {name for (name, _), paths in found.items() if len(paths) > 1} == SAME_NUMBERS


def test_what_is_over_a_limit_is_seen(tmp_path: Path) -> None:
    """Each limit has two sides: as many lines and methods as may be, and one more."""
    for lines, methods in ((CLASS_LINES, 0), (CLASS_LINES + 1, METHODS + 1)):
        path = tmp_path / f"{lines}.py"
        path.write_text(
            "class X:\n"
            + "    def f(self): ...\n" * methods
            + "    x = 1\n" * (lines - 1 - methods)
        )
        assert list(classes(path)) == [(f"{path.as_posix()}::X", lines, methods)]
