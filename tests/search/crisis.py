"""What people type in danger, and how much of it the search takes for danger."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import yaml

from kiosk.content.search import SearchIndex

_PATH = Path(__file__).with_name("crisis.yaml")
_EACH = 3
NONE = "none"
"""The list of what sounds like danger and is not."""
Phrases = Mapping[str, Sequence[str]]


@cache
def all_phrases() -> Phrases:
    """Every phrase, by the kind of danger."""
    read: dict[str, list[str]] = yaml.safe_load(_PATH.read_text(encoding="utf-8"))
    return read


def tuned_phrases() -> Phrases:
    """The two thirds that may be looked at while the search or the words are changed."""
    return {
        kind: [phrase for number, phrase in enumerate(phrases, start=1) if number % _EACH]
        for kind, phrases in all_phrases().items()
    }


def set_aside_phrases() -> Phrases:
    """Every third phrase: measured, but never looked at."""
    return {kind: phrases[_EACH - 1 :: _EACH] for kind, phrases in all_phrases().items()}


@cache
def kind_of(index: SearchIndex, phrase: str) -> str:
    """The kind of danger for which a phrase is taken."""
    danger = index.search(phrase).danger
    return danger.means if danger else NONE


def caught(index: SearchIndex, phrases: Sequence[str]) -> float:
    """The share of phrases that are taken for danger, whichever kind."""
    return sum(kind_of(index, phrase) != NONE for phrase in phrases) / len(phrases)
