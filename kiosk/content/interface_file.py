"""A catalogue of interface words, in Fluent (projectfluent.org), strictly: every fault by its line.

Of Fluent's syntax, what these words need is read: text, gaps like `{ $time }`, and one choice by
number around whole texts. The rest is a fault, so that no word is shown otherwise than written.
"""

from fluent.syntax import FluentParser, ast

from kiosk.content.clean import clean
from kiosk.content.faults import FaultList
from kiosk.content.interface import WORDS
from kiosk.content.plural import plural_forms
from kiosk.content.word import OTHER, Plural, Word


def read_words(text: str, language: str, faults: FaultList) -> dict[str, Word]:
    """Read a catalogue.

    Args:
        text: The file's text.
        language: The code of its language.
        faults: Takes the faults.

    Returns:
        The words by their keys in the code; those with a fault are empty.
    """
    words: dict[str, Word] = {}
    seen: set[str] = set()
    for entry in FluentParser().parse(text).body:
        line = _line(text, entry)
        if isinstance(entry, ast.Junk):
            reason = entry.annotations[0].message if entry.annotations else "it is no word"
            faults.add(line, f"This cannot be read: {reason} Write it like: key = Some words.")
        elif isinstance(entry, ast.Message):
            name = entry.id.name
            if name in seen:
                faults.add(line, f"The key '{name}' stands here twice; keep one of them.")
            seen.add(name)
            key = name.replace("-", ".")
            words[key] = ""
            try:
                words[key] = _word(entry, language)
            except _FaultError as fault:
                at = _line(text, fault.node) if fault.node else line
                faults.add(at, f"'{name}' {fault}")
        elif isinstance(entry, ast.Term):
            faults.add(line, f"'-{entry.id.name}' begins with a hyphen; no such word is shown.")
    return words


def name_in_file(key: str) -> str:
    """How a key of the code is written in a catalogue, where dots cannot stand in names."""
    return key.replace(".", "-")


class _FaultError(Exception):
    """A word cannot be used; says why, and which part of it."""

    def __init__(self, message: str, node: ast.SyntaxNode | None = None) -> None:
        self.node = node
        super().__init__(message)


def _word(message: ast.Message, language: str) -> Word:
    gaps = WORDS.get(message.id.name.replace("-", "."))
    if gaps is None:
        raise _FaultError("is not known; no page shows it.")
    if message.attributes or message.value is None:
        raise _FaultError("has an attribute; write its text behind the equals sign.")
    elements = message.value.elements
    choices = [
        element.expression
        for element in elements
        if isinstance(element, ast.Placeable)
        and isinstance(element.expression, ast.SelectExpression)
    ]
    if not choices:
        return _text(message.value, gaps)
    if len(elements) > 1:
        raise _FaultError("has words beside its choice; write all words in each form.", choices[0])
    return _plural(choices[0], gaps, language)


def _plural(choice: ast.SelectExpression, gaps: frozenset[str], language: str) -> Plural:
    selector = choice.selector
    if not isinstance(selector, ast.VariableReference):
        raise _FaultError(f"cannot choose by that; it knows: {_known(gaps)}.", choice)
    known = plural_forms(language) | {OTHER}
    forms: dict[str, str] = {}
    for variant in choice.variants:
        form = variant.key.name if isinstance(variant.key, ast.Identifier) else variant.key.value
        if form not in known:
            names = ", ".join(sorted(known))
            raise _FaultError(f"has a form [{form}]; this language has: {names}.", variant)
        forms[form] = _text(variant.value, gaps)
    if OTHER not in forms:
        raise _FaultError("has no form *[other]; add it for all other numbers.", choice)
    return Plural(language=language, count=_gap(selector, gaps), forms=forms)


def _text(pattern: ast.Pattern, gaps: frozenset[str]) -> str:
    """A pattern as one line of text, its gaps written for `str.format`."""
    parts: list[str] = []
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            parts.append(" ".join(clean(element.value).split("\n")))
        elif isinstance(element.expression, ast.VariableReference):
            parts.append(f"{{{_gap(element.expression, gaps)}}}")
        elif isinstance(element.expression, ast.StringLiteral):
            parts.append(_literal(element.expression))
        else:
            raise _FaultError(
                f"has braces around what is no gap; it knows: {_known(gaps)}.", element
            )
    return "".join(parts)


def _literal(literal: ast.StringLiteral) -> str:
    text = clean(literal.parse()["value"])
    if not text.isprintable() or {"{", "}"} & set(text):
        raise _FaultError("has braces or breaks in quotation marks; leave them out.", literal)
    return text


def _gap(reference: ast.VariableReference, gaps: frozenset[str]) -> str:
    name = reference.id.name
    if name not in gaps:
        raise _FaultError(f"cannot fill in {{ ${name} }}; it knows: {_known(gaps)}.", reference)
    return name


def _known(gaps: frozenset[str]) -> str:
    return ", ".join(f"{{ ${gap} }}" for gap in sorted(gaps)) or "none"


def _line(text: str, node: ast.SyntaxNode) -> int:
    return text.count("\n", 0, node.span.start if node.span else 0) + 1
