"""Folders of words to `Content`, strictly: all faults of all files, or none."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import yaml
from msgspec import structs

from kiosk.content.clean import clean
from kiosk.content.danger import Dangers
from kiosk.content.danger_file import read_dangers
from kiosk.content.doors_file import read_doors
from kiosk.content.faults import ContentError, Fault, FaultList, line_of
from kiosk.content.interface_file import known_words, name_in_file, read_words
from kiosk.content.language import ENGLISH
from kiosk.content.layers import Folders, Layers
from kiosk.content.markdown import NumberOf, TopicLink, read_markdown
from kiosk.content.meanings import check_sets
from kiosk.content.model import Content, Doors, FrontMatter, Helpline, Meaning, Source, Topic
from kiosk.content.passages import PassageReader
from kiosk.content.pathway import Pathway
from kiosk.content.pathway_file import PathwayText, read_pathway
from kiosk.content.piece import Piece, Quiz, Travels
from kiosk.content.piece_file import Onward, read_quiz, read_travels
from kiosk.content.records import compose, read_mapping, read_record, read_records
from kiosk.content.version import check_form
from kiosk.content.word import Word

FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)---[ \t]*(?:\n|$)", re.DOTALL)
_Piece = TypeVar("_Piece", bound=Piece)
_TOPIC_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def load_content(folders: Folders) -> Content:
    """Load everything the kiosk says, in English: the language that all others fall back to.

    Args:
        folders: The content folder, with `sources.yaml` and a folder for each language; or
            several, each laid over those before it.

    Raises:
        ContentError: There is a fault in some file; every fault of every file is in it.
    """
    layers = Layers(folders)
    missing = [layer.name or str(layer.folder) for layer in layers.layers if not layer.is_there]
    if missing:
        message = "This folder does not exist; make it, or name another one in the settings."
        raise ContentError([Fault(name, 0, message) for name in missing])
    return Loading(layers, ENGLISH.code).content()


class Loading:
    """One loading: remembers the faults and the links, which are checked at the end."""

    def __init__(self, layers: Layers, language: str) -> None:
        self._layers = layers
        self._language = language
        self._faults: list[Fault] = []
        self._links: list[tuple[FaultList, TopicLink]] = []
        """Links to topics."""
        self._ways: list[tuple[FaultList, TopicLink]] = []
        """Links to topics, pathways or pieces."""
        self._paths = layers.find(f"{language}/topics", ".md", self._faults)
        self._pathway_paths = layers.find(f"{language}/pathways", ".yaml", self._faults)
        self._topic_ids = {path.stem for path in self._paths}
        self._pathway_ids = {path.stem for path in self._pathway_paths}
        self._cited: list[tuple[Path, tuple[str, ...]]] = []
        """The sources that a file names."""
        self._helpline_paths: dict[str, Path] = {}
        self._helplines_are_known = False

    def content(self) -> Content:
        """Everything the kiosk says in the language.

        Raises:
            ContentError: There is a fault in some file.
        """
        self._check_forms()
        sources = self._sources()
        before = len(self._faults)
        helplines = self._helplines()
        # A fault there would make one of every number in every topic.
        self._helplines_are_known = len(self._faults) == before
        topics = self._topics(helplines)
        pathways = self._pathways(helplines)
        travels = self._piece(Travels.id, read_travels, helplines)
        quiz = self._piece(Quiz.id, read_quiz, helplines)
        guides = [*pathways.values(), *(piece for piece in (travels, quiz) if piece)]
        audiences_of: dict[str, tuple[str, ...]]
        audiences_of = {topic.id: topic.front.audiences for topic in topics.values()}
        audiences_of |= {guide.id: guide.audiences for guide in guides}
        doors = self._doors(partial(read_doors, audiences_of))
        words = self._words()
        before = len(self._faults)
        meanings = self._meanings()
        names = {meaning.means for meaning in meanings} if len(self._faults) == before else None
        dangers = self._dangers(helplines, pathways, names)
        self._check_sources(sources)
        self._check_links()
        if self._faults or doors is None or travels is None or quiz is None or dangers is None:
            raise ContentError(self._faults)
        return Content(
            topics=topics,
            pathways=pathways,
            travels=travels,
            quiz=quiz,
            helplines=helplines,
            sources=sources,
            doors=doors,
            words=words,
            meanings=meanings,
            dangers=dangers,
        )

    def _numbers(self, helplines: dict[str, Helpline]) -> NumberOf:
        """Tells a helpline's number; where the helplines have faults, no other is made of it."""

        def number_of(identifier: str) -> str | None:
            helpline = helplines.get(identifier)
            if helpline is None:
                return None if self._helplines_are_known else identifier
            return helpline.contact

        return number_of

    def _read(self, path: Path) -> tuple[str, FaultList]:
        """A file's text, and the list for its faults; no text where it cannot be read."""
        faults = FaultList(self._layers.name_of(path), self._faults)
        try:
            return path.read_text(encoding="utf-8-sig") + "\n", faults
        except FileNotFoundError:
            faults.add(0, "This file is missing; copy the shipped one back.")
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            faults.add(line, "This is not UTF-8 text; save the file as UTF-8.")
        except OSError as error:
            faults.add(0, f"This file cannot be read: {error.strerror}.")
        return "", faults

    def _check_forms(self) -> None:
        for path in self._layers.each("content.yaml"):
            if path.exists():  # words of one's own need not say it
                text, faults = self._read(path)
                check_form(text, faults)

    def _sources(self) -> dict[str, Source]:
        sources: dict[str, Source] = {}
        for path in self._layers.each("sources.yaml"):
            text, faults = self._read(path)
            for key, _, node in read_mapping(text, faults) if text else ():
                if (source := read_record(node, Source, faults)) is not None:
                    sources[key] = source
        return sources

    def _helplines(self) -> dict[str, Helpline]:
        helplines: dict[str, Helpline] = {}
        for path in self._layers.each(f"{self._language}/helplines.yaml"):
            text, faults = self._read(path)
            for line, helpline in read_records(text, Helpline, faults) if text else ():
                if self._helpline_paths.get(helpline.id) == path:
                    faults.add(line, f"The id '{helpline.id}' stands here twice; ids must differ.")
                _check_helpline(helpline, line, faults)
                self._cited.append((path, helpline.sources))
                helplines[helpline.id] = helpline
                self._helpline_paths[helpline.id] = path
        return helplines

    def _topics(self, helplines: dict[str, Helpline]) -> dict[str, Topic]:
        read = (self._topic(path, helplines) for path in self._paths)
        loaded = [topic for topic in read if topic is not None]
        loaded.sort(key=lambda topic: (topic.front.order, topic.front.title))
        return {topic.id: topic for topic in loaded}

    def _topic(self, path: Path, helplines: dict[str, Helpline]) -> Topic | None:
        text, faults = self._read(path)
        if not text:
            return None
        if not _TOPIC_NAME.fullmatch(path.stem):
            faults.add(0, "Name the file with small letters and hyphens, like my-topic.md.")
        matter = FRONT_MATTER.match(text)
        if matter is None:
            faults.add(
                1,
                "The front matter does not end; write a line '---' below its last key."
                if text.startswith("---")
                else "Begin with front matter: a line '---', keys like 'title:', a line '---'.",
            )
            return None
        node = compose(matter[1], faults, first_line=2)
        front = self._front(path.stem, node, faults)
        first_line = matter[0].count("\n") + 1
        words = clean(text[matter.end() :].expandtabs(4))
        hidden = self._layers.hidden
        body = read_markdown(words, self._numbers(helplines), faults, first_line, hidden)
        self._links += [(faults, link) for link in body.links]
        if front is None:
            return None
        easy_line = line_of(text, "easy")
        easy = [
            read_markdown(clean(step), self._numbers(helplines), faults, easy_line, hidden)
            for step in front.easy
        ]
        self._links += [(faults, link) for step in easy for link in step.links]
        next_line = line_of(text, "next")
        self._ways += [(faults, TopicLink(name, next_line)) for name in front.next]
        self._cited.append((path, front.sources))
        if path.stem in front.next:
            faults.add(next_line, "'next' leads to the topic itself; name others.")
        if front.review_by <= front.reviewed:
            faults.add(line_of(text, "review_by"), "'review_by' must be later than 'reviewed'.")
        ways_on = tuple(name for name in front.next if name not in hidden)
        front = structs.replace(front, next=ways_on)
        steps = tuple(step.blocks for step in easy)
        return Topic(id=path.stem, front=front, blocks=body.blocks, easy=steps)

    def _front(self, _name: str, node: yaml.Node | None, faults: FaultList) -> FrontMatter | None:
        return read_record(node, FrontMatter, faults, first_line=2)

    def _pathways(self, helplines: dict[str, Helpline]) -> dict[str, Pathway]:
        loaded: list[Pathway] = []
        for path in self._pathway_paths:
            text, faults = self._read(path)
            self._refuse_double(path.stem, faults)
            read = self._pathway(path.stem, text, self._numbers(helplines), faults)
            if read is None:
                continue
            self._links += [(faults, link) for link in read.links]
            self._ways += [(faults, link) for link in read.next]
            self._cited.append((path, read.pathway.sources))
            loaded.append(read.pathway)
        loaded.sort(key=lambda pathway: (pathway.order, pathway.title))
        return {pathway.id: pathway for pathway in loaded}

    def _pathway(
        self, name: str, text: str, number_of: NumberOf, faults: FaultList
    ) -> PathwayText | None:
        hidden = self._layers.hidden
        return read_pathway(name, text, number_of, faults, hidden) if text else None

    def _refuse_double(self, name: str, faults: FaultList) -> None:
        if name in self._topic_ids:
            faults.add(0, f"A topic is called '{name}' too; give one another name.")

    def _piece(
        self,
        name: str,
        read_piece: Callable[[str, NumberOf, FaultList, Onward], _Piece | None],
        helplines: dict[str, Helpline],
    ) -> _Piece | None:
        path = self._layers.top(f"{self._language}/{name}.yaml")
        text, faults = self._read(path)
        self._refuse_double(name, faults)
        if not text:
            return None
        onward = Onward(self._layers.hidden)
        piece = read_piece(text, self._numbers(helplines), faults, onward)
        self._links += [(faults, link) for link in onward.links]
        self._ways += [(faults, link) for link in onward.next]
        if piece is not None:
            self._cited.append((path, piece.sources))
        return piece

    def _doors(self, read: Callable[[str, FaultList, Onward], Doors | None]) -> Doors | None:
        text, faults = self._read(self._layers.top(f"{self._language}/start.yaml"))
        onward = Onward(self._layers.hidden)
        doors = read(text, faults, onward) if text else None
        self._ways += [(faults, link) for link in onward.next]
        return doors

    def _words(self) -> dict[str, Word]:
        words: dict[str, Word] = {}
        shipped, *others = self._layers.each(f"{self._language}/interface.ftl")
        for path in (shipped, *others):
            text, faults = self._read(path)
            found = read_words(text, self._language, faults)
            if text and not found:
                faults.add(1, "Nothing is written here; copy the shipped text back.")
            words |= found
        faults = FaultList(self._layers.name_of(shipped), self._faults)
        for key in known_words().keys() - words.keys() if words else ():
            name = name_in_file(key)
            faults.add(0, f"The key '{name}' is missing; copy its line from the shipped file.")
        return words

    def _meanings(self) -> tuple[Meaning, ...]:
        meanings: list[Meaning] = []
        for path in self._layers.each(f"{self._language}/meanings.yaml"):
            text, faults = self._read(path)
            read = list(read_records(text, Meaning, faults)) if text else []
            meanings += [meaning for _, meaning in read]
            check_sets(read, meanings, faults)
        return tuple(meanings)

    def _dangers(
        self,
        helplines: dict[str, Helpline],
        pathways: dict[str, Pathway],
        meanings: set[str] | None,
    ) -> Dangers | None:
        text, faults = self._read(self._layers.top(f"{self._language}/danger.yaml"))
        passages = PassageReader(self._numbers(helplines), faults, self._layers.hidden)
        read = read_dangers(text, passages, pathways, meanings, faults) if text else None
        if read is None:
            return None
        dangers, ways = read
        for way in ways:
            if way.topic in self._layers.hidden:
                message = f"'{way.topic}' is hidden; copy danger.yaml and lead elsewhere."
                faults.add(way.line, message)
        self._links += [(faults, link) for link in passages.links]
        self._ways += [(faults, way) for way in ways]
        return dangers

    def _check_sources(self, sources: dict[str, Source]) -> None:
        for path, identifiers in self._cited:
            for identifier in set(identifiers) - set(sources):
                text, faults = self._read(path)
                line = line_of(text, identifier)
                faults.add(line, f"The source '{identifier}' is not in sources.yaml.")

    def _check_links(self) -> None:
        # Against the files, not the loaded topics: one broken topic makes one fault, not ten.
        # What is hidden is no fault: such a link is not shown.
        topics = self._topic_ids | self._layers.hidden
        for faults, link in self._links:
            if link.topic not in topics:
                faults.add(link.line, f"There is no topic '{link.topic}' to lead to.")
        known = topics | self._pathway_ids | {Travels.id, Quiz.id}
        for faults, link in self._ways:
            if link.topic not in known:
                faults.add(link.line, f"There is no topic or pathway '{link.topic}' to lead to.")


def _check_helpline(helpline: Helpline, line: int, faults: FaultList) -> None:
    """Note what a helpline's keys cannot say each for itself."""
    if not helpline.contact:
        faults.add(line, f"'{helpline.id}' has no number, text or address; give it one.")
    if helpline.is_on_card and not helpline.number:
        faults.add(line, f"'{helpline.id}' has no number for the card; drop 'card'.")
    for opening in helpline.hours if isinstance(helpline.hours, tuple) else ():
        if opening.fault:
            faults.add(line, f"'{helpline.id}' {opening.fault}")
