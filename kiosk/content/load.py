"""A content folder to `Content`, strictly: all faults of all files, or none."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import yaml

from kiosk.content.clean import clean
from kiosk.content.faults import ContentError, Fault, FaultList, relative_name
from kiosk.content.interface import WORDS
from kiosk.content.interface_file import name_in_file, read_words
from kiosk.content.language import ENGLISH
from kiosk.content.markdown import NumberOf, TopicLink, read_markdown
from kiosk.content.model import Content, Doors, FrontMatter, Helpline, Meaning, Source, Topic
from kiosk.content.pathway import Pathway
from kiosk.content.pathway_file import PathwayText, read_pathway
from kiosk.content.piece import Piece, Quiz, Travels
from kiosk.content.piece_file import Onward, read_quiz, read_travels
from kiosk.content.records import compose, read_mapping, read_record, read_records
from kiosk.content.word import Word

FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)---[ \t]*(?:\n|$)", re.DOTALL)
_Piece = TypeVar("_Piece", bound=Piece)
_TOPIC_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def load_content(folder: Path) -> Content:
    """Load everything the kiosk says, in English: the language that all others fall back to.

    Args:
        folder: The content folder, with `sources.yaml` and a folder for each language.

    Raises:
        ContentError: There is a fault in some file; every fault of every file is in it.
    """
    if not folder.is_dir():
        message = "This folder does not exist; name the folder of the words in your settings."
        raise ContentError([Fault(str(folder), 0, message)])
    return Loading(folder, ENGLISH.code).content()


class Loading:
    """One loading: remembers the faults and the links, which are checked at the end."""

    def __init__(self, folder: Path, language: str) -> None:
        self._folder = folder
        self._language = folder / language
        self._faults: list[Fault] = []
        self._links: list[tuple[FaultList, TopicLink]] = []
        """Links to topics."""
        self._ways: list[tuple[FaultList, TopicLink]] = []
        """Links to topics, pathways or pieces."""
        self._paths = self._find("topics", ".md")
        self._pathway_paths = self._find("pathways", ".yaml")
        self._topic_ids = {path.stem for path in self._paths}
        self._pathway_ids = {path.stem for path in self._pathway_paths}
        self._helplines_are_known = False

    def content(self) -> Content:
        """Everything the kiosk says in the language.

        Raises:
            ContentError: There is a fault in some file.
        """
        sources = self._sources()
        before = len(self._faults)
        helplines = self._helplines()
        # A fault there would make one of every number in every topic.
        self._helplines_are_known = len(self._faults) == before
        topics = self._topics(helplines)
        pathways = self._pathways(helplines)
        travels = self._piece(Travels.id, read_travels, helplines)
        quiz = self._piece(Quiz.id, read_quiz, helplines)
        doors = self._doors()
        words = self._words()
        meanings = self._meanings()
        self._check_sources(topics, pathways, (travels, quiz), helplines, sources)
        self._check_links()
        if self._faults or doors is None or travels is None or quiz is None:
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
        )

    def _find(self, folder: str, ending: str) -> list[Path]:
        """The files of a folder; what else stands among them would never be shown."""
        paths: list[Path] = []
        for path in sorted((self._language / folder).glob("*")):
            if path.suffix == ending and path.is_file():
                paths.append(path)
            elif not path.name.startswith(".") and not path.name.endswith("~"):
                faults = FaultList(relative_name(path, self._folder), self._faults)
                faults.add(0, f"Names here end in {ending}; rename this or move it away.")
        return paths

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
        faults = FaultList(relative_name(path, self._folder), self._faults)
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

    def _sources(self) -> dict[str, Source]:
        text, faults = self._read(self._folder / "sources.yaml")
        sources: dict[str, Source] = {}
        for key, _, node in read_mapping(text, faults) if text else ():
            if (source := read_record(node, Source, faults)) is not None:
                sources[key] = source
        return sources

    def _helplines(self) -> dict[str, Helpline]:
        text, faults = self._read(self._language / "helplines.yaml")
        helplines: dict[str, Helpline] = {}
        for line, helpline in read_records(text, Helpline, faults) if text else ():
            if helpline.id in helplines:
                faults.add(line, f"The id '{helpline.id}' stands here twice; ids must differ.")
            if not helpline.contact:
                faults.add(line, f"'{helpline.id}' has no number, text or address; give it one.")
            if helpline.is_on_card and not helpline.number:
                faults.add(line, f"'{helpline.id}' has no number for the card; drop 'card'.")
            for opening in helpline.hours if isinstance(helpline.hours, tuple) else ():
                if opening.is_empty:
                    faults.add(line, f"'{helpline.id}' opens and closes at {opening.closes}.")
            helplines[helpline.id] = helpline
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
        body = read_markdown(words, self._numbers(helplines), faults, first_line)
        self._links += [(faults, link) for link in body.links]
        if front is None:
            return None
        next_line = _line_of(text, "next")
        self._ways += [(faults, TopicLink(name, next_line)) for name in front.next]
        if path.stem in front.next:
            faults.add(next_line, "'next' leads to the topic itself; name others.")
        if front.review_by <= front.reviewed:
            faults.add(_line_of(text, "review_by"), "'review_by' must be later than 'reviewed'.")
        return Topic(id=path.stem, front=front, blocks=body.blocks)

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
            loaded.append(read.pathway)
        loaded.sort(key=lambda pathway: (pathway.order, pathway.title))
        return {pathway.id: pathway for pathway in loaded}

    def _pathway(
        self, name: str, text: str, number_of: NumberOf, faults: FaultList
    ) -> PathwayText | None:
        return read_pathway(name, text, number_of, faults) if text else None

    def _refuse_double(self, name: str, faults: FaultList) -> None:
        if name in self._topic_ids:
            faults.add(0, f"A topic is called '{name}' too; give one another name.")

    def _piece(
        self,
        name: str,
        read_piece: Callable[[str, NumberOf, FaultList, Onward], _Piece | None],
        helplines: dict[str, Helpline],
    ) -> _Piece | None:
        text, faults = self._read(self._language / f"{name}.yaml")
        self._refuse_double(name, faults)
        if not text:
            return None
        onward = Onward()
        piece = read_piece(text, self._numbers(helplines), faults, onward)
        self._links += [(faults, link) for link in onward.links]
        self._ways += [(faults, link) for link in onward.next]
        return piece

    def _doors(self) -> Doors | None:
        text, faults = self._read(self._language / "start.yaml")
        doors = read_record(compose(text, faults), Doors, faults) if text else None
        for door in (*doors.urgent, doors.about) if doors else ():
            self._ways.append((faults, TopicLink(door.to, _line_of(text, f"to: {door.to}"))))
        audiences = [door.audience for door in doors.audiences] if doors else []
        for audience in sorted({name for name in audiences if audiences.count(name) > 1}):
            faults.add(_line_of(text, "audiences"), f"'{audience}' has two doors; keep one.")
        return doors

    def _words(self) -> dict[str, Word]:
        text, faults = self._read(self._language / "interface.ftl")
        words = read_words(text, self._language.name, faults)
        if text and not words:
            faults.add(1, "Nothing is written here; copy the shipped text back.")
        for key in WORDS.keys() - words.keys() if words else ():
            name = name_in_file(key)
            faults.add(0, f"The key '{name}' is missing; copy its line from the shipped file.")
        return words

    def _meanings(self) -> tuple[Meaning, ...]:
        text, faults = self._read(self._language / "meanings.yaml")
        read = read_records(text, Meaning, faults) if text else ()
        return tuple(meaning for _, meaning in read)

    def _check_sources(
        self,
        topics: dict[str, Topic],
        pathways: dict[str, Pathway],
        pieces: Iterable[Piece | None],
        helplines: dict[str, Helpline],
        sources: dict[str, Source],
    ) -> None:
        cited = [(f"topics/{topic.id}.md", topic.front.sources) for topic in topics.values()]
        cited += [(f"pathways/{pathway.id}.yaml", pathway.sources) for pathway in pathways.values()]
        cited += [(f"{piece.id}.yaml", piece.sources) for piece in pieces if piece]
        cited += [("helplines.yaml", helpline.sources) for helpline in helplines.values()]
        for name, identifiers in cited:
            for identifier in set(identifiers) - set(sources):
                text, faults = self._read(self._language / name)
                line = _line_of(text, identifier)
                faults.add(line, f"The source '{identifier}' is not in sources.yaml.")

    def _check_links(self) -> None:
        # Against the files, not the loaded topics: one broken topic makes one fault, not ten.
        for faults, link in self._links:
            if link.topic not in self._topic_ids:
                faults.add(link.line, f"There is no topic '{link.topic}' to lead to.")
        known = self._topic_ids | self._pathway_ids | {Travels.id, Quiz.id}
        for faults, link in self._ways:
            if link.topic not in known:
                faults.add(link.line, f"There is no topic or pathway '{link.topic}' to lead to.")


def _line_of(text: str, words: str) -> int:
    """The first line that holds the words, whole, counted from 1; 0 where none does."""
    found = re.search(rf"(?<![\w.-]){re.escape(words)}(?![\w.-])", text)
    return text.count("\n", 0, found.start()) + 1 if found else 0
