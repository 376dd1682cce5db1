"""A catalogue of interface words, in Fluent (projectfluent.org), strictly: every fault by its line.

Of Fluent's syntax, what these words need is read: text, gaps like `{ $time }`, and one choice by
number around whole texts. The rest is a fault, so that no word is shown otherwise than written.
"""

from collections.abc import Mapping
from functools import cache
from string import Formatter

from fluent.syntax import FluentParser, ast

from kiosk.content.clean import clean
from kiosk.content.faults import FaultList
from kiosk.content.plural import plural_forms
from kiosk.content.word import OTHER, Plural, Word, texts_of
from kiosk.paths import content_folder

Gaps = frozenset[str]
"""The names of what may be filled into a word."""


@cache
def _shipped() -> tuple[str, dict[str, Word]]:
    """The English catalogue that belongs to the code, as text and as words."""
    text = (content_folder() / "en/interface.ftl").read_text(encoding="utf-8")
    return text, _read(text, "en", FaultList("interface.ftl"), None)


@cache
def known_words() -> Mapping[str, Gaps]:
    """Every key that the code asks for, and its gaps: those of the shipped English catalogue."""
    return {key: _gaps_in(word) for key, word in _shipped()[1].items()}


def read_words(text: str, language: str, faults: FaultList) -> dict[str, Word]:
    """Read a catalogue; it may have the keys and gaps of the shipped English one, and no others.

    Args:
        text: The file's text.
        language: The code of its language.
        faults: Takes the faults.

    Returns:
        The words by their keys in the code; those with a fault are empty.
    """
    shipped, words = _shipped()
    if text.rstrip() == shipped.rstrip() and language == "en":
        return dict(words)  # most kiosks read no other, and need not read it twice
    return _read(text, language, faults, known_words())


def _read(
    text: str, language: str, faults: FaultList, known: Mapping[str, Gaps] | None
) -> dict[str, Word]:
    words: dict[str, Word] = {}
    seen: set[str] = set()
    for entry in FluentParser().parse(text).body:
        line = _line(text, entry)
        if isinstance(entry, ast.Junk):
            reason = entry.annotations[0].message if entry.annotations else "it is not a word"
            faults.add(line, f"This cannot be read: {reason} Write it like: key = Some words.")
        elif isinstance(entry, ast.Message):
            name = entry.id.name
            if name in seen:
                faults.add(line, f"The key '{name}' stands here twice; keep one of them.")
            seen.add(name)
            key = name.replace("-", ".")
            words[key] = ""
            try:
                words[key] = _word(entry, language, _gaps_of(entry, known))
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


def _gaps_of(message: ast.Message, known: Mapping[str, Gaps] | None) -> Gaps | None:
    """The gaps that a word may have; any, where nothing is known."""
    key = message.id.name.replace("-", ".")
    if known is not None and key not in known:
        raise _FaultError("is not known; no page shows it.")
    return known[key] if known is not None else None


def _gaps_in(word: Word) -> Gaps:
    """The gaps that a word has, that of its number among them."""
    named = {name for text in texts_of(word) for _, name, _, _ in Formatter().parse(text) if name}
    return frozenset(named | ({word.count} if isinstance(word, Plural) else set()))


def _word(message: ast.Message, language: str, gaps: Gaps | None) -> Word:
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
        raise _FaultError("has words around its choice; write all words in each form.", choices[0])
    return _plural(choices[0], gaps, language)


def _plural(choice: ast.SelectExpression, gaps: Gaps | None, language: str) -> Plural:
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


def _text(pattern: ast.Pattern, gaps: Gaps | None) -> str:
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
                f"has braces around what is not a gap; it knows: {_known(gaps)}.", element
            )
    return "".join(parts)


def _literal(literal: ast.StringLiteral) -> str:
    text = clean(literal.parse()["value"])
    if not text.isprintable() or {"{", "}"} & set(text):
        raise _FaultError("has braces or breaks in quotation marks; leave them out.", literal)
    return text


def _gap(reference: ast.VariableReference, gaps: Gaps | None) -> str:
    name = reference.id.name
    if gaps is not None and name not in gaps:
        raise _FaultError(f"cannot fill in {{ ${name} }}; it knows: {_known(gaps)}.", reference)
    return name


def _known(gaps: Gaps | None) -> str:
    return ", ".join(f"{{ ${gap} }}" for gap in sorted(gaps or ())) or "none"


def _line(text: str, node: ast.SyntaxNode) -> int:
    return text.count("\n", 0, node.span.start if node.span else 0) + 1
