"""Telephone numbers typed into a text, where nobody looks for them once they change."""

import re
from collections.abc import Iterator, Mapping

from kiosk.content.model import Helpline
from kiosk.staff.check.documents import Document
from kiosk.staff.check.passages import passages_of
from kiosk.staff.check.report import Rule, WordsFinding, mistake

_NUMBER = re.compile(
    r"(?<![\d.,£$-])(?<!\d )(?:(?:\+44|0)[ \u00a0()-]*(?:\d[ \u00a0()-]*){7,11}"
    r"|116[ \u00a0]?\d{3})(?!\d)"
)
"""A number of the United Kingdom: eight digits or more, the first of them a 0; or one that all of
Europe has for the same, such as 116 123."""


def numbers_typed(document: Document, helplines: Mapping[str, Helpline]) -> Iterator[WordsFinding]:
    """The numbers in the text of a file, with the link to write in place of each.

    Args:
        document: The file; in that of the helplines, numbers are where they belong.
        helplines: All helplines, by id.
    """
    if document.path.endswith("helplines.yaml"):
        return
    known = {_digits(line.number): line.id for line in helplines.values() if line.number}
    for passage in passages_of(document):
        for match in _NUMBER.finditer(passage.text):
            name = known.get(_digits(match[0]), "")
            yield mistake(
                passage.place_at(match.start()),
                Rule.NUMBER,
                f"The number {match[0].strip()} is typed here, where no check will see it "
                "when it changes.",
                f"Write a link, which prints it: [their name](helpline:{name})."
                if name
                else "Add it to the en/helplines.yaml of your words, as docs/words.md shows, and "
                "write a link to that: [their name](helpline:THEIR-ID).",
            )


def _digits(number: str) -> str:
    return "0" + re.sub(r"\D", "", number).removeprefix("44").lstrip("0")
