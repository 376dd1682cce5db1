"""Another language over the English words: what is translated, and for the rest the English.

A translation says words alone. Numbers, addresses, hours, sources and where answers lead stand in
the English files only, so that no fact can differ between two languages.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import msgspec
import yaml
from msgspec import structs

from kiosk.content.danger import Dangers
from kiosk.content.danger_file import in_words_of, read_translated_dangers
from kiosk.content.doors_file import read_translated_doors
from kiosk.content.faults import ContentError, Fault, FaultList
from kiosk.content.interface_file import read_words
from kiosk.content.language import ENGLISH, Language, LanguageFile
from kiosk.content.layers import Folders, Layers
from kiosk.content.load import Loading
from kiosk.content.markdown import NumberOf
from kiosk.content.model import (
    Content,
    Doors,
    FrontMatter,
    Helpline,
    Line,
    Meaning,
    Summary,
    Text,
    Title,
)
from kiosk.content.passages import PassageReader
from kiosk.content.pathway import Pathway
from kiosk.content.pathway_file import PathwayText, read_translated_pathway
from kiosk.content.plural import is_known
from kiosk.content.records import compose, read_record, read_records
from kiosk.content.word import Word

_NUMBER = "{number}"
"""Stands in a translated `text` for the number to text to."""
_PHONE_NUMBER = re.compile(r"\d(?:[\d ]*\d)?")
_CODE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")


class TopicWords(msgspec.Struct, frozen=True, kw_only=True):
    """The front matter of a translated topic; the rest is that of the English one."""

    title: Title
    summary: Summary
    keywords: tuple[Text, ...]
    easy: tuple[Text, ...] | None = None
    """The topic in easy words; without them, those in English stay."""
    reviewed: date
    """When the translation was last compared with the English text."""


class HelplineWords(msgspec.Struct, frozen=True, kw_only=True):
    """A helpline's words in another language; its numbers and hours are the English ones."""

    id: Text
    name: Text | None = None
    serves: Line | None = msgspec.field(name="for", default=None)
    cost: Text | None = None
    note: Text | None = None
    text: Text | None = None
    """How to text it, with `{number}` for the number."""
    languages: tuple[Text, ...] | None = None


def languages_in(layers: Layers) -> list[str]:
    """The codes of the languages that there are beside English."""
    found = (layer.folder.glob("*/language.yaml") for layer in layers.layers)
    return sorted({path.parent.name for paths in found for path in paths})


def load_language(folders: Folders, code: str) -> Language:
    """What a language's `language.yaml` tells.

    Args:
        folders: The content folder, or several, each laid over those before it.
        code: The name of the language's folder.

    Raises:
        ContentError: There is no such language, or there is a fault in the file.
    """
    layers = Layers(folders)
    path = layers.top(f"{code}/language.yaml")
    faults: list[Fault] = []
    record = None
    try:
        if not _CODE.fullmatch(code):
            raise FileNotFoundError
        text = path.read_text(encoding="utf-8-sig")
        noted = FaultList(layers.name_of(path), faults)
        record = read_record(compose(text, noted), LanguageFile, noted)
        if record and not record.is_draft and record.reviewed is None:
            noted.add(1, "Write when it was reviewed, or 'draft: true' where nobody has.")
        if not is_known(code):
            noted.add(0, f"No language has the code '{code}'; name its folder as in ISO 639.")
    except (OSError, UnicodeDecodeError):
        known = ", ".join([ENGLISH.code, *languages_in(layers)])
        message = f"There is no language '{code}' here; there are: {known}."
        faults.append(Fault(f"{code}/language.yaml", 0, message))
    if faults or record is None:
        raise ContentError(faults)
    return Language(code=code, **structs.asdict(record))


def load_translation(folders: Folders, language: Language, english: Content) -> Content:
    """Load everything the kiosk says in another language than English.

    Args:
        folders: The content folder, or several, each laid over those before it.
        language: Which language.
        english: The English words, for what has no translation.

    Raises:
        ContentError: There is a fault in some file; every fault of every file is in it.
    """
    return _Translation(Layers(folders), language, english).content()


class _Translation(Loading):
    def __init__(self, layers: Layers, language: Language, english: Content) -> None:
        for folder, ending in (("topics", ".md"), ("pathways", ".yaml")):
            layers.find(f"{ENGLISH.code}/{folder}", ending, [])  # what is hidden is found there
        hidden = frozenset(layers.hidden)
        super().__init__(layers, language.code)
        self._record = language
        self._english = english
        for paths, known, kind in (
            (self._paths, english.topics, "topic"),
            (self._pathway_paths, english.pathways, "pathway"),
        ):
            for path in paths:
                if path.stem not in known and path.stem not in hidden:
                    self._fault(path, f"There is no {kind} '{path.stem}' in English; rename this.")
        self._paths = [path for path in self._paths if path.stem in english.topics]
        self._pathway_paths = [p for p in self._pathway_paths if p.stem in english.pathways]
        self._topic_ids = set(english.topics)
        self._pathway_ids = set(english.pathways)

    def content(self) -> Content:
        english = self._english
        helplines = self._helplines()
        self._helplines_are_known = True  # each is one of the English ones
        topics = self._topics(helplines)
        pathways = self._pathways(helplines)
        words = self._words()
        doors = self._translated_doors()
        meanings = self._meanings()
        dangers = self._translated_dangers(helplines, {**english.pathways, **pathways})
        self._check_links()
        if self._faults or doors is None or dangers is None:
            raise ContentError(self._faults)
        return structs.replace(
            english,
            topics={**english.topics, **topics},
            pathways={**english.pathways, **pathways},
            helplines=helplines,
            doors=doors,
            words={**english.words, **words},
            meanings=meanings,
            dangers=dangers,
            language=self._record,
            untranslated=frozenset(
                {*english.topics, *english.pathways, *(piece.id for piece in english.pieces)}
                - {*topics, *pathways}
            ),
            untranslated_words=tuple(sorted(english.words.keys() - words.keys())),
        )

    def _has(self, name: str) -> bool:
        return self._layers.top(f"{self._language}/{name}").exists()

    def _fault(self, path: Path, message: str) -> None:
        self._faults.append(Fault(self._layers.name_of(path), 0, message))

    def _helplines(self) -> dict[str, Helpline]:
        helplines = dict(self._english.helplines)
        for line, words, faults in self._helpline_words():
            original = self._english.helplines.get(words.id)
            if original is None:
                faults.add(line, f"There is no helpline '{words.id}' in English.")
            elif helplines[words.id] is not original:
                faults.add(line, f"The id '{words.id}' stands here twice; keep one of them.")
            else:
                helplines[words.id] = _translated(original, words, line, faults)
        return helplines

    def _helpline_words(self) -> Iterator[tuple[int, HelplineWords, FaultList]]:
        for text, faults in self._texts("helplines.yaml"):
            for line, words in read_records(text, HelplineWords, faults) if text else ():
                yield line, words, faults

    def _front(self, name: str, node: yaml.Node | None, faults: FaultList) -> FrontMatter | None:
        words = read_record(node, TopicWords, faults, first_line=2)
        front = self._english.topics[name].front
        if words is None:
            return None
        changed = {
            name: value for name, value in structs.asdict(words).items() if value is not None
        }
        return structs.replace(front, **changed)

    def _pathway(
        self, name: str, text: str, number_of: NumberOf, faults: FaultList
    ) -> PathwayText | None:
        original = self._english.pathways[name]
        hidden = self._layers.hidden
        return read_translated_pathway(original, text, number_of, faults, hidden) if text else None

    def _words(self) -> dict[str, Word]:
        words: dict[str, Word] = {}
        for text, faults in self._texts("interface.ftl"):
            words |= read_words(text, self._record.code, faults)
        return words

    def _translated_doors(self) -> Doors | None:
        english = self._english.doors
        if not self._has("start.yaml"):
            return english
        return self._doors(partial(read_translated_doors, english))

    def _meanings(self) -> tuple[Meaning, ...]:
        own = super()._meanings() if self._has("meanings.yaml") else ()
        return (*self._english.meanings, *own)

    def _translated_dangers(
        self, helplines: dict[str, Helpline], pathways: dict[str, Pathway]
    ) -> Dangers | None:
        english = self._english.dangers
        if not self._has("danger.yaml"):
            kinds = tuple(in_words_of(pathways, kind, kind.show) for kind in english.kinds)
            return structs.replace(english, kinds=kinds)
        text, faults = self._read(self._layers.top(f"{self._language}/danger.yaml"))
        passages = PassageReader(self._numbers(helplines), faults, self._layers.hidden)
        read = read_translated_dangers(english, text, passages, pathways, faults) if text else None
        self._links += [(faults, link) for link in passages.links]
        return read

    def _texts(self, name: str) -> Iterator[tuple[str, FaultList]]:
        """The files of that name, from the bottom layer; none where the language has none."""
        for path in self._layers.each(f"{self._language}/{name}") if self._has(name) else ():
            yield self._read(path)


def _translated(helpline: Helpline, words: HelplineWords, line: int, faults: FaultList) -> Helpline:
    """The helpline with its words changed, as far as they are translated."""
    changed = {name: value for name, value in structs.asdict(words).items() if value is not None}
    for name in ("name", "serves", "cost", "note"):
        wanted, found = (_numbers(getattr(of, name) or "") for of in (helpline, words))
        if name in changed and wanted != found:
            listed = ", ".join(wanted) or "none"
            faults.add(line, f"The numbers in the words of '{helpline.id}' must be: {listed}.")
    if words.text is not None:
        number, *others = _PHONE_NUMBER.findall(helpline.text) or [""]
        if not number or others or words.text.count(_NUMBER) != 1 or _numbers(words.text):
            faults.add(line, f"Write {_NUMBER} in 'text' where the number to text to belongs.")
        changed["text"] = words.text.replace(_NUMBER, number)
    return structs.replace(helpline, **changed)


def _numbers(text: str) -> list[str]:
    return sorted(re.findall(r"\d+", text))
