"""The file `danger.yaml` to `Dangers`, strictly: every fault with its line."""

import re
from collections.abc import Collection, Iterator, Mapping

import msgspec

from kiosk.content.blocks import Block, Paragraph, text_of
from kiosk.content.danger import Danger, Dangers
from kiosk.content.file_reading import FileReading
from kiosk.content.markdown import read_passage
from kiosk.content.pathway import Pathway
from kiosk.content.records import Located, Passage

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
    reading: FileReading,
    pathways: Mapping[str, Pathway],
    meanings: Collection[str] | None,
) -> Dangers | None:
    """Read the kinds of danger.

    Args:
        reading: The file.
        pathways: The pathways that were loaded.
        meanings: The names in `meanings.yaml`; None where that has faults of its own.

    Returns:
        The dangers, or None where there is a fault that leaves them without form.
    """
    written = reading.record(_File)
    if written is None:
        return None
    names = [(name, kind.line) for name, kind in written.kinds.items()]
    names += [(written.unless, 0)] if written.unless else []
    for name, line in names:
        if meanings is not None and name not in meanings:
            message = f"There is no meaning '{name}' in meanings.yaml; write it there."
            reading.faults.add(line, message)
    return Dangers(
        always=_always(written.always, reading),
        unless=written.unless,
        kinds=tuple(_dangers(written.kinds, reading, pathways)),
    )


def read_translated_dangers(
    english: Dangers, reading: FileReading, pathways: Mapping[str, Pathway]
) -> Dangers | None:
    """Read the words of another language; which plan belongs to which danger is as in English.

    Args:
        english: The kinds of danger in English.
        reading: The file.
        pathways: The pathways in that language, and the English ones for want of a translation.

    Returns:
        The dangers, or None where there is a fault.
    """
    written = reading.record(_Words)
    if written is None:
        return None
    names = [kind.means for kind in english.kinds]
    if list(written.kinds) != names:
        message = f"In English, the kinds stand here in this order: {', '.join(names)}."
        reading.faults.add(1, message)
        return None
    always = _always(written.always, reading)
    shown = {name: read_passage(kind.show, reading) for name, kind in written.kinds.items()}
    kinds = tuple(in_words_of(pathways, kind, shown[kind.means]) for kind in english.kinds)
    return msgspec.structs.replace(english, always=always, kinds=kinds)


def in_words_of(pathways: Mapping[str, Pathway], danger: Danger, show: tuple[Block, ...]) -> Danger:
    """The danger with its plan's words as these pathways have them."""
    title, summary = _words_of(pathways[danger.place.name], danger.place.part)
    return msgspec.structs.replace(danger, title=title, summary=summary, show=show)


def _always(passage: Passage, reading: FileReading) -> tuple[Block, ...]:
    blocks = read_passage(passage, reading)
    if not (len(blocks) == 1 and isinstance(blocks[0], Paragraph)):
        reading.faults.add(passage.line, "Write 'always' as one short line with the numbers.")
    return blocks


def _dangers(
    kinds: Mapping[str, _Kind], reading: FileReading, pathways: Mapping[str, Pathway]
) -> Iterator[Danger]:
    """The kinds whose plan there is; notes those that lead nowhere."""
    for name, kind in kinds.items():
        show = read_passage(kind.show, reading)
        identifier, part = kind.pathway, kind.part
        if not reading.lead_on([identifier], kind.line):
            message = f"'{identifier}' is hidden; copy danger.yaml and lead elsewhere."
            reading.faults.add(kind.line, message)
        pathway = pathways.get(identifier)
        if pathway is None:
            continue  # that there is none of that name is told with all other ways
        if part and part not in pathway.plans:
            known = ", ".join(pathway.plans)
            message = f"There is no plan '{part}' in '{identifier}'; there are: {known}."
            reading.faults.add(kind.line, message)
            continue
        title, summary = _words_of(pathway, part)
        yield Danger(
            means=name,
            is_alone=kind.is_alone,
            place=pathway.place_of(part) if part else pathway.beginning,
            title=title,
            summary=summary,
            show=show,
        )


def _words_of(pathway: Pathway, part: str) -> tuple[str, str]:
    """The title and first sentence of a plan, or those of the pathway where no plan is named."""
    plan = pathway.plans.get(part)
    if plan is None:
        return pathway.title, pathway.summary
    said = " ".join(" ".join(map(text_of, plan.say)).split())
    return plan.title, _SENTENCE_END.split(said)[0] or pathway.summary
