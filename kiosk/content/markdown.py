"""The part of Markdown that a topic may use, made into blocks."""

import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass

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
from kiosk.content.clean import clean, without_separators
from kiosk.content.faults import FaultList

NumberOf = Callable[[str], str | None]
"""A helpline's id to what is printed behind its name, or None for an unknown id."""

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


@dataclass(frozen=True, slots=True)
class TopicLink:
    """A link from one topic to another, to be checked once all topics are known."""

    topic: str
    line: int


@dataclass(frozen=True, slots=True)
class Body:
    """A topic's text and where it leads."""

    blocks: tuple[Block, ...]
    links: tuple[TopicLink, ...]


def read_markdown(
    text: str,
    number_of: NumberOf,
    faults: FaultList,
    first_line: int = 1,
    hidden: Container[str] = (),
) -> Body:
    """Make blocks of a topic's text.

    Args:
        text: The Markdown, without front matter.
        number_of: Tells a helpline's number.
        faults: Takes what is not allowed, with its line.
        first_line: The line of the file at which the text begins.
        hidden: Topics that the library does not show: of a link to one, only its words stay.
    """
    reader = _Reader(number_of, faults, first_line, hidden)
    try:
        blocks = tuple(
            reader.blocks(SyntaxTreeNode(PARSER.parse(without_separators(text))).children)
        )
    except RecursionError:
        faults.add(first_line, "Lists, quotations or marks are nested too deeply to be read.")
        return Body((), ())
    if not blocks:
        faults.add(first_line, "There is no text under the front matter; write the advice there.")
    return Body(blocks, tuple(reader.links))


class _Reader:
    def __init__(
        self, number_of: NumberOf, faults: FaultList, first_line: int, hidden: Container[str]
    ) -> None:
        self._number_of = number_of
        self._faults = faults
        self._first_line = first_line
        self._line = first_line
        self._hidden = hidden
        self.links: list[TopicLink] = []

    def blocks(self, nodes: Sequence[SyntaxTreeNode]) -> list[Block]:
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
                return Quote(tuple(self.blocks(node.children)))
            case other:
                self._cannot_show(other)
        return None

    def _items(self, node: SyntaxTreeNode, start: int | None) -> Items:
        items = tuple(tuple(self.blocks(item.children)) for item in node.children)
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
        if topic and topic[1] in self._hidden:
            spans.append(Span(words, style))
        elif topic:
            self.links.append(TopicLink(topic[1], self._line))
            spans.append(Span(words, "link", Place("topic", topic[1])))
        elif address.startswith("helpline:"):
            number = self._number_of(address.removeprefix("helpline:"))
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
                f"The link '{address}' leads nowhere: write another-topic.md, helpline:some-id "
                "or an address that begins with https://."
            )

    def _cannot_show(self, kind: str) -> None:
        name = _NAMES.get(kind, f"'{kind}'")
        self._refuse(f"{name} cannot be shown; a topic has {_ALLOWED}.")

    def _refuse(self, message: str) -> None:
        self._faults.add(self._line, message)


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
