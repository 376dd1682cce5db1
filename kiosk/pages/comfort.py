"""What visitors may say about the pages, and about what is remembered, while the visit lasts."""

from dataclasses import dataclass
from typing import Literal

Wish = Literal["language", "theme", "spacing", "motion", "words"]
"""The fields of `Comfort`."""
WIDE = "wide"
EASY = "easy"
STILL = "still"


@dataclass(frozen=True)
class Comfort:
    """How this visitor wants the pages. What is empty is as the library's staff have it.

    All of it may greet the next visitor, if this one agrees and staff allow it.
    """

    language: str = ""
    """The language's code, such as `cy`."""
    theme: str = ""
    """The theme's name."""
    spacing: str = ""
    """`WIDE` for more air between lines."""
    motion: str = ""
    """`STILL` where nothing may move."""
    words: str = ""
    """`EASY` for the short version of a page, where there is one."""


@dataclass(frozen=True)
class Consent:
    """What may be remembered of this visitor; nothing, until they have said so."""

    keep: bool = False
    """Whether the wishes may greet the next visitor."""
    count: bool = False
    """Whether the pages that are opened may be counted."""
    answered: Literal["", "yes", "failed"] = ""
    """`yes` once the visitor has answered; `failed` if that was not saved."""


AS_IT_STANDS = Comfort()
NONE_GIVEN = Consent()
