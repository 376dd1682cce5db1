"""A content folder to `Content`, strictly: all faults of all files, or none."""

import re
from pathlib import Path

from kiosk.content.clean import clean
from kiosk.content.faults import ContentError, Fault, FaultList, relative_name
from kiosk.content.interface import WORDS, faults_in
from kiosk.content.markdown import NumberOf, TopicLink, read_markdown
from kiosk.content.model import Content, Doors, FrontMatter, Helpline, Meaning, Source, Topic
from kiosk.content.pathway import Pathway
from kiosk.content.pathway_file import read_pathway
from kiosk.content.records import compose, read_mapping, read_record, read_records, scalar_text

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)---[ \t]*(?:\n|$)", re.DOTALL)
_TOPIC_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def load_content(folder: Path, language: str = "en") -> Content:
    """Load everything the kiosk says in one language.

    Args:
        folder: The content folder, with `sources.yaml` and a folder for each language.
        language: The language's folder.

    Raises:
        ContentError: There is a fault in some file; every fault of every file is in it.
    """
    if not folder.is_dir():
        message = "This folder does not exist; name the folder of the words in your settings."
        raise ContentError([Fault(str(folder), 0, message)])
    return _Load(folder, language).content()


class _Load:
    """One loading: remembers the faults and the links, which are checked at the end."""

    def __init__(self, folder: Path, language: str) -> None:
        self._folder = folder
        self._language = folder / language
        self._faults: list[Fault] = []
        self._links: list[tuple[FaultList, TopicLink]] = []
        """Links to topics."""
        self._ways: list[tuple[FaultList, TopicLink]] = []
        """Links to topics or pathways."""
        self._paths = self._find("topics", ".md")
        self._pathway_paths = self._find("pathways", ".yaml")
        self._helplines_are_known = False

    def content(self) -> Content:
        sources = self._sources()
        before = len(self._faults)
        helplines = self._helplines()
        # A fault there would make one of every number in every topic.
        self._helplines_are_known = len(self._faults) == before
        topics = self._topics(helplines)
        pathways = self._pathways(helplines)
        doors = self._doors()
        words = self._words()
        meanings = self._meanings()
        self._check_sources(topics, pathways, helplines, sources)
        self._check_links()
        if self._faults or doors is None:
            raise ContentError(self._faults)
        return Content(
            topics=topics,
            pathways=pathways,
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
        matter = _FRONT_MATTER.match(text)
        if matter is None:
            faults.add(
                1, "Begin with front matter: a line '---', keys like 'title:', a line '---'."
            )
            return None
        node = compose(matter[1], faults, first_line=2)
        front = read_record(node, FrontMatter, faults, first_line=2)
        first_line = matter[0].count("\n") + 1
        words = clean(text[matter.end() :].expandtabs(4))
        body = read_markdown(words, self._numbers(helplines), faults, first_line)
        self._links += [(faults, link) for link in body.links]
        if front is None:
            return None
        easy = [
            read_markdown(clean(step), self._numbers(helplines), faults, _line_of(text, "easy"))
            for step in front.easy
        ]
        self._links += [(faults, link) for step in easy for link in step.links]
        next_line = _line_of(text, "next")
        self._links += [(faults, TopicLink(name, next_line)) for name in front.next]
        if path.stem in front.next:
            faults.add(next_line, "'next' leads to the topic itself; name others.")
        if front.review_by <= front.reviewed:
            faults.add(_line_of(text, "review_by"), "'review_by' must be later than 'reviewed'.")
        steps = tuple(step.blocks for step in easy)
        return Topic(id=path.stem, front=front, blocks=body.blocks, easy=steps)

    def _pathways(self, helplines: dict[str, Helpline]) -> dict[str, Pathway]:
        topics = {path.stem for path in self._paths}
        loaded: list[Pathway] = []
        for path in self._pathway_paths:
            text, faults = self._read(path)
            if path.stem in topics:
                faults.add(0, f"A topic is called '{path.stem}' too; give one another name.")
            number_of = self._numbers(helplines)
            if not text or not (read := read_pathway(path.stem, text, number_of, faults)):
                continue
            self._links += [(faults, link) for link in read.links]
            self._ways += [(faults, link) for link in read.next]
            loaded.append(read.pathway)
        loaded.sort(key=lambda pathway: (pathway.order, pathway.title))
        return {pathway.id: pathway for pathway in loaded}

    def _doors(self) -> Doors | None:
        text, faults = self._read(self._language / "start.yaml")
        doors = read_record(compose(text, faults), Doors, faults) if text else None
        for door in (*doors.urgent, doors.about) if doors else ():
            self._ways.append((faults, TopicLink(door.to, _line_of(text, f"to: {door.to}"))))
        audiences = [door.audience for door in doors.audiences] if doors else []
        for audience in sorted({name for name in audiences if audiences.count(name) > 1}):
            faults.add(_line_of(text, "audiences"), f"'{audience}' has two doors; keep one.")
        return doors

    def _words(self) -> dict[str, str]:
        text, faults = self._read(self._language / "interface.yaml")
        words: dict[str, str] = {}
        for key, line, node in read_mapping(text, faults) if text else ():
            word = scalar_text(node)
            words[key] = word or ""
            wrong = faults_in(key, word) if word is not None else (f"'{key}' must be one text.",)
            for fault in wrong:
                faults.add(line, fault)
        for key in WORDS.keys() - words.keys() if words else ():
            faults.add(0, f"The key '{key}' is missing; copy its line from the shipped file.")
        return words

    def _meanings(self) -> tuple[Meaning, ...]:
        text, faults = self._read(self._language / "meanings.yaml")
        read = read_records(text, Meaning, faults) if text else ()
        return tuple(meaning for _, meaning in read)

    def _check_sources(
        self,
        topics: dict[str, Topic],
        pathways: dict[str, Pathway],
        helplines: dict[str, Helpline],
        sources: dict[str, Source],
    ) -> None:
        cited = [(f"topics/{topic.id}.md", topic.front.sources) for topic in topics.values()]
        cited += [(f"pathways/{pathway.id}.yaml", pathway.sources) for pathway in pathways.values()]
        cited += [("helplines.yaml", helpline.sources) for helpline in helplines.values()]
        for name, identifiers in cited:
            for identifier in set(identifiers) - set(sources):
                text, faults = self._read(self._language / name)
                line = _line_of(text, identifier)
                faults.add(line, f"The source '{identifier}' is not in sources.yaml.")

    def _check_links(self) -> None:
        # Against the files, not the loaded topics: one broken topic makes one fault, not ten.
        topics = {path.stem for path in self._paths}
        for faults, link in self._links:
            if link.topic not in topics:
                faults.add(link.line, f"There is no topic '{link.topic}' to lead to.")
        known = topics | {path.stem for path in self._pathway_paths}
        for faults, link in self._ways:
            if link.topic not in known:
                faults.add(link.line, f"There is no topic or pathway '{link.topic}' to lead to.")


def _line_of(text: str, words: str) -> int:
    """The first line that holds the words, whole, counted from 1; 0 where none does."""
    found = re.search(rf"(?<![\w.-]){re.escape(words)}(?![\w.-])", text)
    return text.count("\n", 0, found.start()) + 1 if found else 0
