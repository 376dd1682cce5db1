"""What stands above each page of words, whether a topic, a pathway or a piece: its header."""

import re
from datetime import date
from typing import Annotated, Any, Literal, get_args

import msgspec

from kiosk.content.tuning import LONGEST

Audience = Literal["young people", "parents and carers", "people who work with young people"]
EVERYBODY: tuple[Audience, ...] = get_args(Audience)
YOUNG = EVERYBODY[0]
"""What is written for them is held to be easy, and comes first where several answer."""

Text = Annotated[str, msgspec.Meta(min_length=1)]
ORDER = 100
"""Where what says nothing of it stands in its list: behind what has a smaller number."""
Line = Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
Summary = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST)]
LONGEST_TITLE = 45
Title = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_TITLE)]
Audiences = Annotated[tuple[Audience, ...], msgspec.Meta(min_length=1)]
Sources = Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]
"""Ids in `sources.yaml`."""
TakeAddress = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^https://[a-z0-9.-]+\.[a-z]{2,}(/[!-~]*)?$",
        max_length=60,
        examples=["https://example.org/help"],
    ),
]
"""A web address whose code fits on a screen of 80 by 24."""
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""What an id looks like."""


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """What a page is called, whom it is for, and when somebody last made sure of it."""

    title: Title
    audiences: Audiences = msgspec.field(name="for")
    summary: Summary
    """Fits in one line of a list."""
    order: int = ORDER
    """Where it stands in its list; smaller first."""
    reviewed: date
    review_by: date


class HeaderWords(msgspec.Struct, frozen=True, kw_only=True):
    """A header in another language; the rest of it is that of the English one."""

    title: Title
    summary: Summary
    reviewed: date
    """When the translation was last compared with the English text."""


def header_of(page: Header) -> dict[str, Any]:
    """The fields of a page's header, to make another page with the same one."""
    return {name: getattr(page, name) for name in Header.__struct_fields__}


def overlay(words: HeaderWords) -> dict[str, Any]:
    """The fields of a header that its words in another language replace."""
    return {name: getattr(words, name) for name in HeaderWords.__struct_fields__}
