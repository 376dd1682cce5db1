"""Finds what answers a visitor's words, while they are being typed.

Three things are looked for in each topic: the words themselves, corrected and completed; words in
the order in which they were typed; and what is meant, however it is said (`meanings.yaml`). Each
weighs the more, the fewer topics have it: Okapi BM25 with weighted fields (Robertson, Zaragoza:
The Probabilistic Relevance Framework, 2009). To this comes what answered questions like it
(`asked.yaml`), which also tells danger in words that nobody thought of. A pathway and the topic
about the same need are one answer. A helpline that was asked for, by name or not, comes before all,
and in danger the plan for it before that. Where hardly a word that was typed is about anything
here, and no answer is clear, nothing is found. Nothing of a query outlives its search.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, islice

from kiosk.content import tuning
from kiosk.content.asked import NOTHING_HERE, Asked, Leaning
from kiosk.content.danger import Danger, danger_in, harmless_places, said_apart
from kiosk.content.excerpt import Excerpt, excerpt
from kiosk.content.findable import (
    Findable,
    beside_dangers,
    guides,
    of_danger,
    ranked,
    urgent_topics,
)
from kiosk.content.folding import Stems
from kiosk.content.header import YOUNG
from kiosk.content.meanings import Meanings
from kiosk.content.model import Content
from kiosk.content.names import Names
from kiosk.content.postings import Postings, TermCounter
from kiosk.content.query import Alternatives, Query, QueryParser, whole
from kiosk.content.spelling import Vocabulary


@dataclass(frozen=True)
class Hit:
    """Something that was found."""

    found: Findable
    reading: Findable | None
    """The topic about the same need, where a pathway was found: for those who want to read."""
    _wanted: Query = field(compare=False)
    _meanings: Meanings = field(compare=False)

    @cached_property
    def excerpt(self) -> Excerpt:
        """The sentence in which the words stand, looked for when it is shown: it takes longest."""
        return excerpt(self.found, self._wanted.stems, self._wanted.meanings, self._meanings)


@dataclass(frozen=True)
class Answer:
    """What a search gives."""

    hits: tuple[Hit, ...]
    """The best first."""
    meanings: frozenset[str]
    """What the query says, by the names in `meanings.yaml`."""
    danger: Danger | None = None
    """The danger that it tells of; the plan for it is the first hit."""
    is_elsewhere: bool = False
    """Whether it asks for something that this kiosk is not for, and so finds nothing."""


class SearchIndex:
    """The words, ready to be searched. Picklable, and never changed by a search."""

    def __init__(self, content: Content) -> None:
        self._ranked = tuple(ranked(content))
        self._guides = guides(content)
        self._numbers = {thing.name: number for number, thing in enumerate(self._ranked)}
        self._asked = Asked(content.asked, {danger.means for danger in content.dangers.kinds})
        self._own = [at for name, at in self._numbers.items() if name not in self._asked.questions]
        self._urgent = frozenset(urgent_topics(content))
        self._meanings = Meanings(content.meanings)
        self._names = Names(content.helplines.values(), self._meanings.common)
        self._dangers = content.dangers
        self._beside = beside_dangers(content)
        roots = Stems()
        self._titles = {
            whole(roots.of(thing.title), self._meanings.common): at
            for at, thing in enumerate(self._ranked)
        }
        counter = TermCounter(self._meanings, roots)
        self._head = Postings(map(counter.in_head, self._ranked), 1.0)
        self._text = Postings(map(counter.in_text, self._ranked), tuning.TEXT_SHARE)
        terms = chain(self._head, self._text)
        words = (term for term in terms if term[0] not in "@=" and " " not in term)
        known = {*words, *self._meanings.stems(), *self._names.stems()}
        self._parser = QueryParser(Vocabulary(known), self._meanings)

    def search(self, query: str) -> Answer:
        """What answers a query, best first.

        Args:
            query: What the visitor typed so far; its last word may be unfinished.
        """
        wanted = self._parser.parse(query)
        leaning = self._asked.leaning([stem for _, stem in self._told(wanted)])
        danger, is_sure = self._danger(wanted, leaning)
        named = self._names.in_query(wanted)
        if not named and not danger:
            named = self._names.asked_for(wanted, leaning)
        is_elsewhere = (
            leaning.answer == NOTHING_HERE
            and self._says_enough(wanted)
            and not self._is_for_own(wanted)
        )
        found = () if is_elsewhere and not danger else self._best(wanted, leaning)
        named_first = (self._hit(thing, wanted) for thing in named)
        hits = (*named_first, *islice(found, tuning.MOST_FOUND))
        if danger:
            plan = self._hit(of_danger(danger), wanted)
            if is_sure:
                hits = (plan, *self._with(danger, hits, wanted))
            elif plan.found.name not in {hit.found.name for hit in hits}:
                hits = (*hits[:1], plan, *hits[1:])
        is_elsewhere |= not self._meanings.elsewhere.isdisjoint(wanted.meanings)
        return Answer(hits[: tuning.MOST_FOUND], wanted.meanings, danger, is_elsewhere and not hits)

    def _says_enough(self, wanted: Query) -> bool:
        """Whether there are words enough to know that nothing here answers: "the law" is one."""
        fillers = self._meanings.fillers
        return sum(not likely or likely not in fillers for _, likely in wanted.row) > 1

    def _is_for_own(self, wanted: Query) -> bool:
        """Whether most of what was typed is what a page of the library's own is about."""
        telling = [{term for term, _ in alternatives} for alternatives, _ in wanted.words]
        return any(
            2 * sum(any(self._head.has(term, at) for term in terms) for terms in telling)
            > len(telling)
            for at in self._own
        )

    def _told(self, wanted: Query) -> Iterator[tuple[int, str]]:
        """Each word with its place: as it was typed, where somebody asked with it before."""
        for at, (typed, likely) in enumerate(wanted.row):
            yield at, typed if self._asked.knows(typed) else likely

    def _danger(self, wanted: Query, leaning: Leaning) -> tuple[Danger | None, bool]:
        if harmless := harmless_places(self._dangers, wanted.meant):
            row = [stem for at, stem in self._told(wanted) if at not in harmless]
            leaning = self._asked.leaning(row)
        return danger_in(self._dangers, wanted.meant, wanted.common, leaning)

    def _with(self, danger: Danger, hits: Sequence[Hit], wanted: Query) -> Iterator[Hit]:
        """What else is shown in danger: nothing that only has some of the words in it.

        Helplines that were named, where the plan leads on, and what answers other things that
        were said.
        """
        said = said_apart(danger, wanted.meant) | wanted.told_by
        plan = danger.place.name
        for hit in hits:
            names = {thing.name for thing in (hit.found, hit.reading) if thing}
            answered = {means for name in names for means in self._meanings.answered.get(name, ())}
            is_beside = hit.found.contact or names & self._beside[danger.place] or answered & said
            is_for_them = not wanted.audience or wanted.audience in hit.found.audiences
            if is_beside and is_for_them and plan not in names:
                yield hit

    def _best(self, wanted: Query, leaning: Leaning) -> Iterator[Hit]:
        """What answers by its words, unless hardly anything that was typed means something to it.

        Pathways are not ranked by words of their own: all of them speak of threats, pictures and
        helplines. Each leads its topic, with which it is one answer.
        """
        scores = self._scores(wanted)
        best = max(scores.values(), default=0.0)
        most = max(map(leaning.to, self._numbers), default=0.0)
        for number in self._own:  # its words speak for what nobody asked for yet
            scores[number] += scores[number] * tuning.ASKED * most
        for name, number in self._numbers.items():
            scores[number] += best * tuning.ASKED * leaning.to(name)
        least = best * tuning.LEAST_SHARE
        numbers = [number for number, score in scores.items() if score >= least > 0]
        titled = self._titles.get(wanted.whole)
        numbers.sort(key=lambda at: (at != titled, -scores[at], *_precedence(self._ranked[at])))
        is_understood = self._understood(numbers[:3], wanted) >= tuning.LEAST_UNDERSTOOD
        if not (is_understood or self._is_clear(wanted, leaning) or self._is_for_own(wanted)):
            return
        for number in numbers:
            topic = self._ranked[number]
            guide = self._guides.get(topic.name)
            if guide and (not wanted.audience or wanted.audience in guide.audiences):
                yield self._hit(guide, wanted, topic)
            else:
                yield self._hit(topic, wanted)

    def _understood(self, numbers: Sequence[int], wanted: Query) -> float:
        """The share of the words typed that are of what some topics are about."""
        total = 0.0
        names = {self._ranked[topic].name for topic in numbers}
        for alternatives, meanings in wanted.words:
            if not alternatives or meanings & self._meanings.elsewhere:
                continue
            share = alternatives[0][1]
            if any(self._head.has(f"@{name}", topic) for name in meanings for topic in numbers):
                total += share
            elif any(self._head.has(term, topic) for term, _ in alternatives for topic in numbers):
                total += share * tuning.BY_WORD
            elif self._asked.answers(alternatives[0][0], names):
                total += share * tuning.BY_ASKED
        return total / max(1, len(wanted.words))

    def _is_clear(self, wanted: Query, leaning: Leaning) -> bool:
        """Whether the questions leave no doubt, though hardly a word is what a page is about."""
        is_here = leaning.answer in self._numbers
        is_elsewhere = not self._meanings.elsewhere.isdisjoint(wanted.meanings)
        is_long = len(wanted.row) >= tuning.FEWEST_WORDS
        return is_here and not is_elsewhere and is_long and leaning.lead() >= tuning.CLEAR_ANSWER

    def _hit(self, thing: Findable, wanted: Query, reading: Findable | None = None) -> Hit:
        return Hit(thing, reading, wanted, self._meanings)

    def _scores(self, wanted: Query) -> dict[int, float]:
        scores: dict[int, float] = defaultdict(float)
        for alternatives in wanted.terms:
            for number, score in self._best_of(alternatives).items():
                scores[number] += score
        for number in scores:
            scores[number] *= self._fit(self._ranked[number], wanted.audience)
        return scores

    def _fit(self, thing: Findable, audience: str) -> float:
        """How well a thing suits who is typing."""
        is_for_young = YOUNG in thing.audiences
        if audience and audience not in thing.audiences:
            return tuning.OTHER_AUDIENCE
        if not is_for_young:
            return tuning.SAME_AUDIENCE if audience else tuning.ADULTS_ONLY
        return tuning.URGENT if thing.name in self._urgent and audience in ("", YOUNG) else 1.0

    def _best_of(self, alternatives: Alternatives) -> dict[int, float]:
        best: dict[int, float] = {}
        for term, weight in alternatives:
            scores: dict[int, float] = defaultdict(float)
            for postings in (self._head, self._text):
                for number, impact in postings.of(term):
                    scores[number] += weight * impact
            for number, score in scores.items():
                if score > best.get(number, 0.0):
                    best[number] = score
        return best


def _precedence(thing: Findable) -> tuple[bool, int]:
    """Between what answers equally well, what speaks to young people comes first."""
    return YOUNG not in thing.audiences, thing.order
