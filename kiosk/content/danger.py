"""Danger: what stands on a search page always, and what stands there when danger is typed."""

from collections.abc import Sequence

import msgspec

from kiosk.content import tuning
from kiosk.content.asked import NOTHING_HERE, Leaning
from kiosk.content.blocks import Block, Place

Span = tuple[str, int, int]
"""A meaning's name, the place of its first word, and the place after its last one."""


class Danger(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of danger, and what helps."""

    means: str
    """What `meanings.yaml` calls the words for it."""
    is_alone: bool = False
    """Whether it counts only where nothing else was said, as a plain call for help."""
    place: Place
    """The plan for it, or the first question of a pathway."""
    title: str
    """That of the plan or of the pathway."""
    summary: str
    show: tuple[Block, ...]
    """What stands above all that is found: what to do, and the numbers in their order."""


class Dangers(msgspec.Struct, frozen=True, kw_only=True):
    """What `danger.yaml` says."""

    always: tuple[Block, ...] = ()
    """The numbers that stand on every search page, whatever is typed."""
    unless: str = ""
    """The meaning whose words sound like danger and are not."""
    kinds: tuple[Danger, ...] = ()
    """The one that comes first where several are meant, first."""


def danger_in(
    dangers: Dangers, meant: Sequence[Span], is_common: Sequence[bool], leaning: Leaning
) -> tuple[Danger | None, bool]:
    """The danger that a row of words tells of, and whether that is sure.

    Where it is not, its numbers are shown all the same, and its plan stands behind the page that
    answers best.

    Args:
        dangers: The kinds that there are.
        meant: The meanings that stand in the row.
        is_common: Of each word, whether it tells nothing of what the row is about.
        leaning: What the words speak for but for harmless ones, by the questions that were asked.
    """
    told = _told(dangers, meant, is_common)
    harmless = harmless_places(dangers, meant)
    rest = [common for at, common in enumerate(is_common) if at not in harmless]
    telling = sum(not common for common in rest) if harmless else len(rest)
    is_short = telling < tuning.FEWEST_WORDS
    if told and (told.is_alone or is_short or not _is_denied(leaning)):
        return told, True
    likeliest = max(dangers.kinds, key=lambda kind: leaning.odds_of(kind.means), default=None)
    is_likely = (
        likeliest is not None
        and leaning.odds_of() > tuning.LIKELY_DANGER
        and leaning.odds_of(likeliest.means) > tuning.LIKELY_KIND
        and leaning.to(likeliest.means) > leaning.to(NOTHING_HERE)
        and not is_short
    )
    return (likeliest, leaning.odds_of() > tuning.SURE_DANGER) if is_likely else (None, False)


def _is_denied(leaning: Leaning) -> bool:
    """Whether the questions say that what sounds like danger is none."""
    is_nothing_here = leaning.answer == NOTHING_HERE
    return leaning.odds_of() < (tuning.UNLIKELY_DANGER if is_nothing_here else tuning.NO_DANGER)


def _told(dangers: Dangers, meant: Sequence[Span], is_common: Sequence[bool]) -> Danger | None:
    """The danger that meanings tell; the kind that comes first of several."""
    counting = _counting(dangers, meant)
    for danger in dangers.kinds:
        spans = [(start, end) for name, start, end in counting if name == danger.means]
        if spans and (not danger.is_alone or _is_all(spans, is_common)):
            return danger
    return None


def said_apart(danger: Danger, meant: Sequence[Span]) -> frozenset[str]:
    """The meanings in a row of words that are said in other words than a danger's own."""
    its = [span for span in meant if span[0] == danger.means]
    return frozenset(span[0] for span in meant if not _touches(span, its))


def harmless_places(dangers: Dangers, meant: Sequence[Span]) -> frozenset[int]:
    """The places of the words that sound like danger and are not."""
    spans = (span for span in meant if span[0] == dangers.unless)
    return frozenset(at for _, start, end in spans for at in range(start, end))


def _counting(dangers: Dangers, meant: Sequence[Span]) -> list[Span]:
    """The words for danger that no harmless words touch, and that are part of no others."""
    harmless = [span for span in meant if span[0] == dangers.unless]
    kinds = {danger.means for danger in dangers.kinds}
    sure = [span for span in meant if span[0] in kinds and not _touches(span, harmless)]
    return [span for span in sure if not _is_part(span, sure)]


def _touches(span: Span, others: Sequence[Span]) -> bool:
    """Whether some of the words are words of others, too."""
    _, start, end = span
    return any(start < last and first < end for _, first, last in others)


def _is_part(span: Span, others: Sequence[Span]) -> bool:
    """Whether the words are part of more words that say something else."""
    name, start, end = span
    return any(
        other != name and first <= start and end <= last and last - first > end - start
        for other, first, last in others
    )


def _is_all(spans: Sequence[tuple[int, int]], is_common: Sequence[bool]) -> bool:
    """Whether a row has no other words than those of the spans, and common ones."""
    return all(
        common or any(start <= at < end for start, end in spans)
        for at, common in enumerate(is_common)
    )
