"""Helplines that a pathway offers to people for whom they are not, by what was answered on the way.

Ages stand in words, in answers ("Under 18") and in what a helpline is for ("anyone under 19").
Where every way to a plan has ruled out the ages that a helpline is for, it must not stand there.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import yaml

from kiosk.content.model import Content
from kiosk.content.pathway import Pathway
from kiosk.staff.check.documents import Document, values_in
from kiosk.staff.check.report import Rule, WordsFinding, mistake

_HELPLINE = re.compile(r"\(helpline:([a-z0-9-]+)\)")
_IN_THE_PICTURE = re.compile(r"\bin (the picture|it)\b", re.IGNORECASE)
_LONG_AGO = re.compile(r"\bin (the picture|it)\b|\b(was|were)\b", re.IGNORECASE)
"""Asks for the age of another day, which rules nobody out."""
_OLDEST = 150


class Ages(NamedTuple):
    """Ages in whole years, both ends included."""

    youngest: int
    oldest: int

    def meets(self, other: "Ages") -> "Ages | None":
        """The ages that are in both, if there are any."""
        both = Ages(max(self.youngest, other.youngest), min(self.oldest, other.oldest))
        return both if both.youngest <= both.oldest else None


ANY = Ages(0, _OLDEST)
_WAYS_TO_SAY: tuple[tuple[re.Pattern[str], Callable[[int], Ages]], ...] = (
    (re.compile(r"\bunder[- ](\d+)"), lambda n: Ages(0, n - 1)),
    (re.compile(r"\bup to (\d+)"), lambda n: Ages(0, n)),
    (re.compile(r"\b(\d+) or (?:over|older)\b"), lambda n: Ages(n, _OLDEST)),
)
_FROM_TO = re.compile(r"\b(\d+) to (\d+)-year-olds")


def ages_in(words: str) -> Ages:
    """The ages that words speak of; all, where they name none or several."""
    if _IN_THE_PICTURE.search(words):
        return ANY
    if between := _FROM_TO.search(words):
        return Ages(int(between[1]), int(between[2]))
    found = {
        ages(int(match[1]))
        for pattern, ages in _WAYS_TO_SAY
        for match in pattern.finditer(words.lower())
    }
    return found.pop() if len(found) == 1 else ANY


def helplines_for_others(document: Document, content: Content) -> Iterator[WordsFinding]:
    """The helplines in a pathway's plans that are for other ages than those who get there.

    Args:
        document: The file; one that holds no pathway has no finding.
        content: All words, without a fault.
    """
    plans = _plans_of(document)
    if not plans:
        return
    name = document.path.rsplit("/", 1)[-1].removesuffix(".yaml")
    pathway = content.pathways.get(name)
    if pathway is None:
        return
    reached = _ages_at(pathway)
    for plan, (line, text) in plans.items():
        for helpline in dict.fromkeys(_HELPLINE.findall(text)):
            serves = ages_in(content.helplines[helpline].serves)
            ways = reached.get(plan, ())
            if ways and not any(serves.meets(ages) for ages in ways):
                yield mistake(
                    (document.path, line),
                    Rule.AGE,
                    f"The plan '{plan}' offers {content.helplines[helpline].name}, which is "
                    f"for {content.helplines[helpline].serves}. Nobody of that age gets there.",
                    "Offer somebody for the age that was answered, or take it out.",
                )


def _plans_of(document: Document) -> Mapping[str, tuple[int, str]]:
    """Each plan's line and what it says, as it was written."""
    return {
        str(name.value): (document.line_of(name), _text_of(plan))
        for plans in values_in(document.node, "plans")
        if isinstance(plans, yaml.MappingNode)
        for name, plan in plans.value
    }


def _text_of(plan: yaml.Node) -> str:
    return "\n".join(text.value for key in ("say", "steps") for text in values_in(plan, key))


def _ages_at(pathway: Pathway) -> dict[str, list[Ages]]:
    """For each plan, who gets there: the ages left by the answers, way by way."""
    reached: dict[str, list[Ages]] = {}
    rest = [(next(iter(pathway.questions)), ANY)]
    while rest:
        name, ages = rest.pop()
        if name in pathway.plans:
            reached.setdefault(name, []).append(ages)
            continue
        question = pathway.questions[name]
        is_now = not _LONG_AGO.search(question.ask)
        for answer in question.answers:
            said = ages_in(answer.label) if is_now else ANY
            if (left := ages.meets(said)) is not None:
                rest.append((answer.to, left))
    return reached
