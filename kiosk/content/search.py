"""Finds topics by what a visitor types, while it is being typed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.content.blocks import text_of
from kiosk.content.model import Content, Topic

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
# Words that stand in nearly every question and tell nothing about it.
_COMMON = frozenset(
    "a about am an and are at be but by can did do does for from get had has have he her him his "
    "how i if in is it it's i'm me my of on or our she so that the their them they this to up us "
    "was we were what when who will with you your".split()
)
_WEIGHTS = {"title": 6.0, "keywords": 5.0, "summary": 2.0, "text": 1.0}


@dataclass(frozen=True)
class _Entry:
    topic: Topic
    fields: tuple[tuple[float, frozenset[str]], ...]

    def score(self, words: list[str]) -> float:
        """How well the topic answers all the words; 0 where it answers none."""
        return sum(max(self._word_score(word), 0.0) for word in words)

    def _word_score(self, word: str) -> float:
        return max(weight * _match(word, terms) for weight, terms in self.fields)


class SearchIndex:
    """The topics, ready to be searched."""

    def __init__(self, content: Content) -> None:
        self._entries = [_entry(topic) for topic in content.topics.values()]

    def search(self, query: str) -> list[Topic]:
        """The topics that answer a query, best first.

        Args:
            query: What the visitor typed so far; its last word may be unfinished.
        """
        words = _words(query)
        telling = [word for word in words if word not in _COMMON] or words
        scored = [(entry.score(telling), entry.topic) for entry in self._entries]
        found = [pair for pair in scored if pair[0] > 0]
        found.sort(key=lambda pair: (-pair[0], *_precedence(pair[1])))
        return [topic for _, topic in found]


def _entry(topic: Topic) -> _Entry:
    front = topic.front
    texts = {
        "title": front.title,
        "keywords": " ".join(front.keywords),
        "summary": front.summary,
        "text": "\n".join(map(text_of, topic.blocks)),
    }
    fields = tuple((_WEIGHTS[name], frozenset(_words(text))) for name, text in texts.items())
    return _Entry(topic, fields)


def _precedence(topic: Topic) -> tuple[bool, int]:
    """Between topics that answer equally well, what speaks to young people comes first."""
    return "young people" not in topic.front.audiences, topic.front.order


def _match(word: str, terms: Iterable[str]) -> float:
    """1 for the word itself, less for a term that begins with it, 0 for none."""
    if word in (terms := frozenset(terms)):
        return 1.0
    if len(word) < 2:
        return 0.0
    return 0.6 if any(term.startswith(word) for term in terms) else 0.0


def _words(text: str) -> list[str]:
    folded = text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return _WORD.findall(folded)
