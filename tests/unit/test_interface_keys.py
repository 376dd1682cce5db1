"""The interface's words and the code that asks for them: neither has what the other lacks."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.content.interface_file import known_words

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "kiosk").rglob("*.py"))
GAP = r"[\w-]+"
"""What is filled in between the dots of a key."""
BEGINNING = r"[\w.-]+"
"""What is filled in where a key begins."""


def pattern_of(node: ast.expr) -> str | None:
    """A text as a pattern, with gaps where it is filled in; None where it is no such text."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.escape(node.value)
    if not isinstance(node, ast.JoinedStr):
        return None
    parts = [
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else (GAP if at else BEGINNING)
        for at, part in enumerate(node.values)
    ]
    fixed = "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
    return "".join(parts) if re.search(r"\w", fixed) else None


def texts_in(tree: ast.AST) -> Iterator[str]:
    """The patterns of all texts, wherever they stand: a key may be handed on before it is used."""
    nodes = list(ast.walk(tree))
    filled = (node for node in nodes if isinstance(node, ast.JoinedStr))
    inside = {id(part) for node in filled for part in node.values}
    for node in nodes:
        if isinstance(node, ast.expr) and id(node) not in inside and (found := pattern_of(node)):
            yield found


def asked_in(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The patterns of the keys that are asked for where `word` is called, each with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args:
            called = ast.unparse(node.func).rpartition(".")[2]
            key = node.args[0]
            ways = (key.body, key.orelse) if isinstance(key, ast.IfExp) else (key,)
            for way in ways if called in ("word", "_word") else ():
                if found := pattern_of(way):
                    yield node.lineno, found


@pytest.fixture(scope="module")
def trees() -> dict[str, ast.Module]:
    """The code, by its files."""
    return {
        path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in FILES
    }


def test_every_word_that_is_asked_for_is_there(trees: dict[str, ast.Module]) -> None:
    """A key that is misspelt in the code is told here, and not to a visitor."""
    asked = {
        (f"{name}:{line}", key) for name, tree in trees.items() for line, key in asked_in(tree)
    }
    assert len(asked) > 100
    words = known_words()
    assert {each for each in asked if not any(re.fullmatch(each[1], key) for key in words)} == set()


def test_every_word_is_asked_for(trees: dict[str, ast.Module]) -> None:
    """A word that nothing shows any more does not wait for ever to be translated."""
    texts = re.compile("|".join({text for tree in trees.values() for text in texts_in(tree)}))
    assert [key for key in known_words() if not texts.fullmatch(key)] == []
