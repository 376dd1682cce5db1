"""The part of Markdown that a topic may use, made into blocks."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from kiosk.content.blocks import (
    Block,
    Heading,
    Items,
    Paragraph,
    Place,
    Quote,
    Span,
    Spans,
    Style,
    unbreakable,
)
from kiosk.content.clean import clean
from kiosk.content.file_reading import FileReading, Link
from kiosk.content.records import Passage

_TOPIC_LINK = re.compile(r"([a-z0-9-]+)\.md")
_ALLOWED = "headings (##), paragraphs, lists, quotations (>), **strong**, *emphasis* and links"
# Without "reference", a line such as "[note]: words" is shown as it stands, and not lost.
PARSER = MarkdownIt("commonmark").disable("reference")
_NAMES = {
    "hardbreak": "A line that ends in two spaces or a backslash",
    "hr": "A line of dashes",
    "code_inline": "Text between backticks (`)",
    "code_block": "A paragraph that begins with four spaces",
    "fence": "A block of code",
    "html_block": "HTML",
    "html_inline": "HTML",
    "image": "A picture",
}


def read_markdown(text: str, reading: FileReading, first_line: int = 1) -> tuple[Block, ...]:
    """Make blocks of a text.

    Args:
        text: The Markdown, without front matter.
        reading: The file in which it stands; takes what is not allowed, and the links.
        first_line: The line of the file at which the text begins.
    """
    try:
        blocks = tuple(_Blocks(reading, first_line).of(parsed(text)))
    except RecursionError:
        message = "Lists, quotations or marks are nested too deeply to be read."
        reading.faults.add(first_line, message)
        return ()
    if not blocks:
        message = "There is no text under the front matter; write the advice there."
        reading.faults.add(first_line, message)
    return blocks


def parsed(text: str) -> Sequence[SyntaxTreeNode]:
    """What markdown-it makes of a text."""
    return SyntaxTreeNode(PARSER.parse(text)).children


def read_passage(passage: Passage, reading: FileReading) -> tuple[Block, ...]:
    """Make blocks of a text that is a value in YAML; none where nothing is written."""
    if not passage.text.strip():
        return ()
    return read_markdown(passage.text.expandtabs(4), reading, passage.line)


class _Blocks:
    """Makes blocks of what markdown-it has parsed, and knows at which line it is."""

    def __init__(self, reading: FileReading, first_line: int) -> None:
        self._reading = reading
        self._first_line = first_line
        self._line = first_line

    def of(self, nodes: Sequence[SyntaxTreeNode]) -> list[Block]:
        made = (self._block(node) for node in nodes)
        return [block for block in made if block is not None]

    def _block(self, node: SyntaxTreeNode) -> Block | None:
        if node.map:
            self._line = self._first_line + node.map[0]
        match node.type:
            case "heading" if node.tag in ("h2", "h3"):
                return Heading(self._inline(node), level=int(node.tag[1]))
            case "heading":
                self._refuse("A heading begins with ## or ###; the title is in the front matter.")
            case "paragraph":
                return Paragraph(self._inline(node))
            case "bullet_list":
                return self._items(node, None)
            case "ordered_list":
                return self._items(node, int(node.attrs.get("start", 1)))
            case "blockquote":
                return Quote(tuple(self.of(node.children)))
            case other:
                self._cannot_show(other)
        return None

    def _items(self, node: SyntaxTreeNode, start: int | None) -> Items:
        items = tuple(tuple(self.of(item.children)) for item in node.children)
        if () in items:
            self._refuse("An item of this list is empty; write its words or take it out.")
        loose = any(
            child.type == "paragraph" and not _is_hidden(child)
            for item in node.children
            for child in item.children
        )
        return Items(items, start, loose)

    def _inline(self, node: SyntaxTreeNode) -> Spans:
        spans: list[Span] = []
        for inline in node.children:
            self._spans(inline.children, "plain", spans)
        return tuple(spans)

    def _spans(self, nodes: Sequence[SyntaxTreeNode], style: Style, spans: list[Span]) -> None:
        for node in nodes:
            match node.type:
                case "text":
                    # Entities such as &#27; become characters only here.
                    spans.append(Span(clean(node.content).replace("\n", " "), style))
                case "softbreak":
                    spans.append(Span(" ", style))
                    self._line += 1
                case "strong":
                    self._spans(node.children, "strong", spans)
                case "em":
                    self._spans(node.children, "emphasis", spans)
                case "link":
                    self._link(node, style, spans)
                case other:
                    self._cannot_show(other)

    def _link(self, node: SyntaxTreeNode, style: Style, spans: list[Span]) -> None:
        texts = (child.content for child in node.walk() if child.type == "text")
        words = clean("".join(texts)).replace("\n", " ").strip()
        if not words:
            self._refuse("The link has no words; write them in the square brackets.")
            return
        address = str(node.attrs["href"])
        topic = _TOPIC_LINK.fullmatch(address)
        if topic and topic[1] in self._reading.hidden:
            spans.append(Span(words, style))
        elif topic:
            self._reading.links.append(Link(topic[1], self._line))
            spans.append(Span(words, "link", Place("topic", topic[1])))
        elif address.startswith("helpline:"):
            number = self._reading.number_of(address.removeprefix("helpline:"))
            if number is None:
                self._refuse(f"'{address}' is not in helplines.yaml; use one of the ids there.")
                return
            spans += _name_and_contact(words, number, style)
        elif address.startswith("https://"):
            short = address.removeprefix("https://").removeprefix("www.").rstrip("/")
            if short.partition("/")[0] not in words:
                spans.append(Span(f"{words} ", style))
                words = short
            spans.append(Span(words, "number"))
        else:
            self._refuse(
                f"The link '{unquote(address)}' leads nowhere: write another-topic.md, "
                "helpline:some-id or an address that begins with https://."
            )

    def _cannot_show(self, kind: str) -> None:
        name = _NAMES.get(kind, f"'{kind}'")
        self._refuse(f"{name} cannot be shown; a topic has {_ALLOWED}.")

    def _refuse(self, message: str) -> None:
        self._reading.faults.add(self._line, message)


def _name_and_contact(words: str, contact: str, style: Style) -> Iterator[Span]:
    """A helpline as it is printed: a number behind the name, anything else in brackets."""
    is_number = contact.replace(" ", "").isdigit()
    if words != contact:
        yield Span(f"{words} " if is_number else f"{words} (", style)
    yield Span(unbreakable(contact) if contact[0].isdigit() else contact, "number")
    if words != contact and not is_number:
        yield Span(")", style)


def _is_hidden(node: SyntaxTreeNode) -> bool:
    """Whether this paragraph is an item of a tight list, as markdown-it marks it."""
    tokens = node.nester_tokens
    opening: Token | None = tokens.opening if tokens else None
    return bool(opening and opening.hidden)
