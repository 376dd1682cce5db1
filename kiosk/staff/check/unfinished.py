"""What somebody began and did not finish: a template's words, an empty heading, a cut line."""

import re
from collections.abc import Iterable, Iterator, Sequence

from kiosk.content.markdown import PARSER
from kiosk.staff.check.documents import Document, values_in
from kiosk.staff.check.passages import Passage
from kiosk.staff.check.report import Rule, WordsFinding, mistake
from kiosk.staff.new_topic import TO_REPLACE

_CUT = re.compile(r"^\s*(?:- +)?[\w-]+: +[^\s\"'|>#&*\[{].*? (#[^\s#].*)$")
"""A value without quotes, behind which a word that begins with `#` would be a comment of YAML."""
_LATER = re.compile(
    r"\b(?:TODO|FIXME|XXX+|(?i:TB[CD]))\b|(?i:lorem ipsum|\[(?:insert|add|your)\b[^\]]*\])"
)
"""What people write in the place of words that are still to come."""


def _found(at: tuple[str, int], what: str, instead: str) -> WordsFinding:
    return mistake(at, Rule.UNFINISHED, what, instead)


def unfinished(document: Document, passages: Sequence[Passage]) -> Iterator[WordsFinding]:
    """What is not finished in one file; a draft need not be.

    Args:
        document: The file.
        passages: Its passages.
    """
    if document.is_draft:
        return
    for passage in passages:
        for words in TO_REPLACE:
            if words in passage.text:
                yield _found(
                    passage.place_at(0),
                    f"These are the template's words: '{words}'",
                    "Write your own in their place, or take them out.",
                )
        if match := _LATER.search(passage.text):
            what = f"Something is still to be written here: '{match[0]}'"
            yield _found(passage.place_at(match.start()), what, "Write it, or take it out.")
    for number, line in enumerate(document.yaml_text.split("\n"), start=1):
        if match := _CUT.match(line):
            yield _found(
                (document.path, number),
                f"The text ends before '{match[1]}': a # after a space begins a comment.",
                "Put the whole text in quotation marks.",
            )
    if document.path.endswith(".md"):
        yield from _headings_alone(document)


def _headings_alone(document: Document) -> Iterator[WordsFinding]:
    """Headings of a page with no text before the next one of their level, or before the end."""
    tokens = PARSER.parse(document.text)
    ends = [place for place, token in enumerate(tokens) if token.type == "heading_close"]
    for end in ends:
        after = tokens[end + 1] if end + 1 < len(tokens) else None
        if after is None or (after.type == "heading_open" and after.tag <= tokens[end].tag):
            words = tokens[end - 1]
            yield _found(
                (document.path, document.text_line + (words.map or [0])[0]),
                f"There is no text under the heading '{words.content}'.",
                "Write the text, or take the heading out.",
            )


def titles_twice(documents: Iterable[Document]) -> Iterator[WordsFinding]:
    """Pages of one language that a visitor could not tell apart in a list.

    Args:
        documents: The language's files. A topic and the pathway of the same need are one answer.
    """
    first: dict[tuple[str, str], str] = {}
    for document in documents:
        for title in () if document.is_draft else values_in(document.node, "title"):
            kind = document.path.rpartition("/")[0]
            path = first.setdefault((kind, " ".join(title.value.casefold().split())), document.path)
            if path.rpartition("/")[2] != document.path.rpartition("/")[2]:
                yield _found(
                    (document.path, document.line_of(title)),
                    f"'{title.value}' is the title of {path}, too.",
                    "Give one of them another title.",
                )
