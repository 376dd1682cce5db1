"""The file `danger.yaml` to `Dangers`, strictly: every fault with its line."""

import re
from collections.abc import Collection, Mapping

import msgspec

from kiosk.content.blocks import Block, Paragraph, Place, text_of
from kiosk.content.danger import Danger, Dangers
from kiosk.content.faults import FaultList
from kiosk.content.markdown import TopicLink
from kiosk.content.passages import PassageReader
from kiosk.content.pathway import Pathway
from kiosk.content.records import Located, Passage, compose, read_record

_SENTENCE_END = re.compile(r"(?<=[.!?]) ")


class _Kind(Located, frozen=True, kw_only=True):
    plan: str
    """As it is written: `pathway/plan`, or a pathway's id alone."""
    is_alone: bool = msgspec.field(name="alone", default=False)
    show: Passage

    @property
    def pathway(self) -> str:
        return self.plan.partition("/")[0]

    @property
    def part(self) -> str:
        return self.plan.partition("/")[2]


class _File(msgspec.Struct, frozen=True, kw_only=True):
    always: Passage
    unless: str = ""
    kinds: dict[str, _Kind]


class _KindWords(Located, frozen=True, kw_only=True):
    show: Passage


class _Words(msgspec.Struct, frozen=True, kw_only=True):
    """What a translation says itself; all else is as in English."""

    always: Passage
    kinds: dict[str, _KindWords]


def read_dangers(
    text: str,
    passages: PassageReader,
    pathways: Mapping[str, Pathway],
    meanings: Collection[str] | None,
    faults: FaultList,
) -> tuple[Dangers, list[TopicLink]] | None:
    """Read the kinds of danger.

    Args:
        text: The file's text.
        passages: Makes blocks of its texts.
        pathways: The pathways that were loaded.
        meanings: The names in `meanings.yaml`; None where that has faults of its own.
        faults: Takes the faults.

    Returns:
        What was read, and the pathways to which it leads; None where it has a fault that leaves
        it without form.
    """
    written = read_record(compose(text, faults), _File, faults)
    if written is None:
        return None
    names = [(name, kind.line) for name, kind in written.kinds.items()]
    names += [(written.unless, 0)] if written.unless else []
    for name, line in names:
        if meanings is not None and name not in meanings:
            faults.add(line, f"There is no meaning '{name}' in meanings.yaml; write it there.")
    always = _line(written.always, passages, faults)
    kinds: list[Danger] = []
    for name, kind in written.kinds.items():
        show = passages.blocks(kind.show)
        if (found := _end_of(kind, pathways, faults)) is not None:
            place, title, summary = found
            kinds.append(
                Danger(
                    means=name,
                    is_alone=kind.is_alone,
                    place=place,
                    title=title,
                    summary=summary,
                    show=show,
                )
            )
    links = [TopicLink(kind.pathway, kind.line) for kind in written.kinds.values()]
    return Dangers(always=always, unless=written.unless, kinds=tuple(kinds)), links


def read_translated_dangers(
    english: Dangers,
    text: str,
    passages: PassageReader,
    pathways: Mapping[str, Pathway],
    faults: FaultList,
) -> Dangers | None:
    """Read the words of another language; which plan belongs to which danger is as in English.

    Args:
        english: The kinds of danger in English.
        text: The file's text.
        passages: Makes blocks of its texts.
        pathways: The pathways in that language, and the English ones for want of a translation.
        faults: Takes the faults.

    Returns:
        The dangers, or None where there is a fault.
    """
    written = read_record(compose(text, faults), _Words, faults)
    if written is None:
        return None
    names = [kind.means for kind in english.kinds]
    if list(written.kinds) != names:
        faults.add(1, f"In English, the kinds stand here in this order: {', '.join(names)}.")
        return None
    always = _line(written.always, passages, faults)
    shown = {name: passages.blocks(kind.show) for name, kind in written.kinds.items()}
    kinds = tuple(in_words_of(pathways, kind, shown[kind.means]) for kind in english.kinds)
    return msgspec.structs.replace(english, always=always, kinds=kinds)


def in_words_of(pathways: Mapping[str, Pathway], danger: Danger, show: tuple[Block, ...]) -> Danger:
    """The danger with its plan's words as these pathways have them."""
    title, summary = _words_of(pathways[danger.place.name], danger.place.part)
    return msgspec.structs.replace(danger, title=title, summary=summary, show=show)


def _line(passage: Passage, passages: PassageReader, faults: FaultList) -> tuple[Block, ...]:
    blocks = passages.blocks(passage)
    if not (len(blocks) == 1 and isinstance(blocks[0], Paragraph)):
        faults.add(passage.line, "Write 'always' as one short line with the numbers.")
    return blocks


def _end_of(
    kind: _Kind, pathways: Mapping[str, Pathway], faults: FaultList
) -> tuple[Place, str, str] | None:
    """Where a kind of danger leads, and what that is called; None where it leads nowhere."""
    identifier, part = kind.pathway, kind.part
    pathway = pathways.get(identifier)
    if pathway is None:
        return None  # that there is none of that name is told with all other links
    if part and part not in pathway.plans:
        known = ", ".join(pathway.plans)
        faults.add(kind.line, f"There is no plan '{part}' in '{identifier}'; there are: {known}.")
        return None
    place = pathway.place_of(part) if part else pathway.beginning
    return place, *_words_of(pathway, part)


def _words_of(pathway: Pathway, part: str) -> tuple[str, str]:
    """The title and first sentence of a plan, or those of the pathway where no plan is named."""
    plan = pathway.plans.get(part)
    if plan is None:
        return pathway.title, pathway.summary
    said = " ".join(" ".join(map(text_of, plan.say)).split())
    return plan.title, _SENTENCE_END.split(said)[0] or pathway.summary
