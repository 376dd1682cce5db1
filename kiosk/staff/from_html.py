"""HTML, as a Word file or Markdown comes to it, as the Markdown that a page of ours may have."""

from html.parser import HTMLParser
from typing import NamedTuple

from kiosk.staff.check.letters import plain

_PARAGRAPHS = frozenset({"p", "div", "pre", "td", "th", "dt", "dd", "figcaption"})
_HEADINGS = {"h1": "##", "h2": "##", "h3": "###", "h4": "###", "h5": "###", "h6": "###"}
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_LOST = {
    "img": "a picture",
    "table": "a table: each row is an item of a list now",
    "sup": "a footnote, or letters set high",
    "sub": "letters set low",
    "del": "words that were struck through",
    "s": "words that were struck through",
    "u": "underlining",
    "code": "letters of one width",
    "hr": "a line of dashes",
    "input": "a box to tick",
}
_TO_NOTES = ("#footnote-", "#endnote-")
"""How links between a note and its sign begin; on a page they would be signs without a meaning."""
_IN_MARKDOWN = str.maketrans({each: f"\\{each}" for each in "\\*_`[]<>#|~"})


class Draft(NamedTuple):
    """A page to go on with."""

    title: str
    """The first heading of the highest kind; nothing where there is none."""
    text: str
    """Markdown."""
    lost: list[str]
    """What could not be kept, in the order in which it was met."""


def draft_from(html: str) -> Draft:
    """Make a draft of a page.

    Args:
        html: What a document says.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.draft()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self._title = ""
        self._blocks: list[str] = []
        self._words = ""
        self._open: list[str] = []
        self._links: list[tuple[str, int]] = []
        """Where they lead, and where in the words they begin."""
        self._row: list[str] | None = None
        self._lost: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LOST:
            self._lose(_LOST[tag], dict(attrs).get("alt") or "")
        if tag in _MARKS:
            self._words += _MARKS[tag]
        elif tag == "a":
            self._links.append((dict(attrs).get("href") or "", len(self._words)))
        elif tag == "br":
            self._words += " "
        elif tag == "tr":
            self._row = []
        elif tag in _PARAGRAPHS or tag in _HEADINGS or tag in ("li", "ul", "ol", "blockquote"):
            self._end_block()
        if tag not in ("img", "br", "hr", "input"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _MARKS:
            self._words = _closed(self._words, _MARKS[tag])
        elif tag == "a" and self._links:
            self._end_link(*self._links.pop())
        elif tag == "tr" and self._row is not None:
            row, self._row = ", ".join(filter(None, self._row)), None
            self._blocks += [f"- {row}"] if row else []
        elif tag in _PARAGRAPHS or tag in _HEADINGS or tag in ("li", "ul", "ol", "blockquote"):
            self._end_block()
        if tag in self._open:
            del self._open[len(self._open) - 1 - self._open[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        self._words += plain(data).translate(_IN_MARKDOWN)

    def draft(self) -> Draft:
        """What was read."""
        self._end_block()
        text = ""
        for before, block in zip(["", *self._blocks], self._blocks, strict=False):
            together = _is_item(before) and _is_item(block)
            text += ("\n" if together else "\n\n" if text else "") + block
        return Draft(self._title, text, list(dict.fromkeys(self._lost)))

    def _end_block(self) -> None:
        words, self._words = " ".join(self._words.split()), ""
        if not words.strip("* "):
            return
        if self._row is not None:
            self._row.append(words)
            return
        heading = next((tag for tag in self._open if tag in _HEADINGS), "")
        if heading == "h1" and not self._title:
            self._title = words.replace("\\", "").strip("*")
        elif heading:
            self._blocks.append(f"{_HEADINGS[heading]} {words.strip('*')}")
        elif "li" in self._open:
            lists = [tag for tag in self._open if tag in ("ul", "ol")]
            mark = "1. " if lists[-1:] == ["ol"] else "- "
            self._blocks.append("    " * (len(lists) - 1) + mark + words)
        elif "blockquote" in self._open:
            self._blocks.append(f"> {words}")
        else:
            self._blocks.append(words)

    def _end_link(self, address: str, begin: int) -> None:
        if address.startswith(_TO_NOTES):
            self._words = self._words[:begin]
        elif address.startswith("https://") and self._words.strip():
            before, words = self._words, self._words
            self._words = (
                f"{before.rstrip()} ({_short(address)})" if address not in words else before
            )
        elif address and not address.startswith("#"):
            self._lose("a link", address)

    def _lose(self, what: str, which: str) -> None:
        self._lost.append(f"{what}: {which}" if which else what)


def _is_item(block: str) -> bool:
    return block.lstrip().startswith(("- ", "1. "))


def _closed(words: str, mark: str) -> str:
    """Words with the mark that ends them right behind the last one; none around nothing."""
    opened, found, inside = words.rpartition(mark)
    if not found or not inside.strip():
        return opened + inside
    space = " " if inside != inside.rstrip() else ""
    before = f"{opened} " if inside != inside.lstrip() else opened
    return f"{before}{mark}{inside.strip()}{mark}{space}"


def _short(address: str) -> str:
    return address.removeprefix("https://").removeprefix("www.").rstrip("/").translate(_IN_MARKDOWN)
