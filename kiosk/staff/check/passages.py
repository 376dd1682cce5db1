"""Everything a file shows, each text with its line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

import yaml

from kiosk.content.clean import clean
from kiosk.content.header import Audience
from kiosk.content.markdown import PARSER
from kiosk.staff.check.documents import Document, values_in

_NOT_SHOWN = frozenset(
    "alone audience audiences card checked fact first_for hours id keywords mark next order "
    "plan review_by reviewed seen sources take to unless".split()
)
"""The keys in YAML whose values no visitor reads."""
_NAMED = frozenset({"answers", "plans", "questions"})
"""The keys below which stand names, which may be the same as such a key."""
_MARKDOWN = frozenset({"also_show", "always", "easy", "say", "show", "steps"})
"""The keys in YAML whose values are Markdown."""
_FLUENT = re.compile(r"^(?:[\w-]+ *=|[ \t]+(?:\*?\[\w+\])?) *(.*)$", re.MULTILINE)
"""A word of a catalogue, a form of one, or the next line of it."""
EVERYBODY: frozenset[str] = frozenset(get_args(Audience))


@dataclass(frozen=True)
class Passage:
    """A text that is shown, without its marks; lines of the file stay lines."""

    path: str
    """The file, from the content folder on."""
    line: int
    """The line at which it begins, counted from 1."""
    text: str
    is_running: bool
    """Whether these are sentences, rather than a title, a label or a heading."""
    audiences: frozenset[str]
    """Who is led to it; everybody, where the file names nobody."""

    def place_at(self, offset: int) -> tuple[str, int]:
        """The file and the line on which a character of the text stands."""
        return self.path, self.line + self.text.count("\n", 0, offset)


def passages_of(document: Document) -> list[Passage]:
    """The passages of one file, in their order."""
    reader = _Reader(document)
    return [*reader.of_yaml(), *reader.of_text()]


class _Reader:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._audiences = _audiences_of(document.node)

    def of_yaml(self) -> Iterator[Passage]:
        rest = [("", self._document.node)] if self._document.node else []
        while rest:
            key, node = rest.pop()
            if isinstance(node, yaml.MappingNode):
                # Of an answer, the key is shown: the label.
                rest += reversed(
                    [
                        ("label", name) if key == "answers" else (str(name.value), value)
                        for name, value in node.value
                        if key in _NAMED or str(name.value) not in _NOT_SHOWN
                    ]
                )
            elif isinstance(node, yaml.SequenceNode):
                items = node.value if key != "for" else ()
                rest += [(key, item) for item in reversed(items)]
            elif key in _MARKDOWN:
                is_block = getattr(node, "style", "") in ("|", ">")
                yield from self._of_markdown(node.value, self._document.line_of(node) + is_block)
            else:
                is_running = key == "ask"
                yield self._passage(self._document.line_of(node), node.value, is_running)

    def of_text(self) -> Iterator[Passage]:
        document = self._document
        if not document.is_fluent:
            yield from self._of_markdown(document.text, document.text_line)
            return
        for match in _FLUENT.finditer(document.text):
            line = document.text_line + document.text.count("\n", 0, match.start())
            yield self._passage(line, match[1], False)

    def _of_markdown(self, text: str, first_line: int) -> Iterator[Passage]:
        """Each paragraph, item, quotation and heading as a passage of its own."""
        is_heading = False
        for token in PARSER.parse(text):
            if token.type in ("heading_open", "heading_close"):
                is_heading = token.type == "heading_open"
            elif token.type == "inline" and token.map:
                words = "".join(
                    "\n" if child.type == "softbreak" else child.content
                    for child in token.children or ()
                    if child.type in ("text", "softbreak")
                )
                yield self._passage(first_line + token.map[0], words, not is_heading)

    def _passage(self, line: int, text: str, is_running: bool) -> Passage:
        return Passage(self._document.path, line, clean(text), is_running, self._audiences)


def _audiences_of(node: yaml.Node | None) -> frozenset[str]:
    for value in values_in(node, "for"):
        if isinstance(value, yaml.SequenceNode):
            return frozenset(str(item.value) for item in value.value)
    return EVERYBODY
