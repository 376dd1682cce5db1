"""The files of one language while they are loaded: read one by one, and checked together."""

from collections.abc import Container, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

from kiosk.content.faults import Fault, FaultList, is_lack, line_of
from kiosk.content.file_reading import FileReading
from kiosk.content.layers import Layers
from kiosk.content.model import Helpline
from kiosk.content.piece import QUIZ, TRAVELS
from kiosk.plain_file import line_of_fault, read_text, why_not


class Files:
    """Reads files, and remembers what is wrong in them and where they lead.

    Attributes:
        faults: Every fault so far.
        topics: The files of the topics, by the topics' ids.
        pathways: Likewise of the pathways.
        sequences: Likewise of the sequences.
        hidden: Pages of these three that the library does not show.
        helplines: Whose numbers may stand in the words; None while nothing sure is known of them,
            so that a fault there does not make one of every number in every topic.
    """

    def __init__(self, layers: Layers, language: str) -> None:
        """Find the pages of a language, and read nothing yet.

        Args:
            layers: The folders of words.
            language: The folder of the language in them.
        """
        self.faults: list[Fault] = []
        topics = layers.find(f"{language}/topics", ".md", self.faults)
        pathways = layers.find(f"{language}/pathways", ".yaml", self.faults)
        sequences = layers.find(f"{language}/sequences", ".yaml", self.faults)
        self.topics = {path.stem: path for path in topics.paths}
        self.pathways = {path.stem: path for path in pathways.paths}
        self.sequences = {path.stem: path for path in sequences.paths}
        self.hidden: AbstractSet[str] = topics.hidden | pathways.hidden | sequences.hidden
        self.helplines: Mapping[str, Helpline] | None = None
        self._layers = layers
        self._language = language
        self._readings: list[FileReading] = []

    def read(self, path: Path) -> FileReading:
        """Read a file; that it cannot be read is a fault of it.

        Raises:
            OSError: Nothing can be read: the machine lacks something.
        """
        reading = FileReading(
            FaultList(self._layers.name_of(path), self.faults),
            number_of=self._number_of,
            hidden=self.hidden,
        )
        self._readings.append(reading)
        try:
            reading.text = read_text(path) + "\n"
        except FileNotFoundError:
            reading.faults.add(0, "This file is missing; copy the shipped one back.")
        except UnicodeDecodeError as error:
            reading.faults.add(line_of_fault(error), why_not(error))
        except OSError as error:
            if is_lack(error):
                raise
            reading.faults.add(0, why_not(error))
        return reading

    def has(self, name: str) -> bool:
        """Whether the language has a file of that name."""
        return self._layers.top(f"{self._language}/{name}").exists()

    def top(self, name: str) -> FileReading:
        """Read the language's file of that name in the uppermost layer that has one."""
        return self.read(self._layers.top(f"{self._language}/{name}"))

    def each(self, name: str) -> Iterator[FileReading]:
        """Read the language's files of that name, from the bottom layer."""
        return map(self.read, self._layers.each(f"{self._language}/{name}"))

    def check_links(
        self, topics: Iterable[str], pathways: Iterable[str], sequences: Iterable[str]
    ) -> None:
        """Note all words and pages that lead nowhere.

        Args:
            topics: The ids of all topics that there are.
            pathways: Those of all pathways.
            sequences: Those of all sequences.
        """
        sequences = {*sequences, *self.hidden}
        topics = {*topics, *self.hidden}  # a link to what is hidden is not shown, and no fault
        pages = {*topics, *pathways, *sequences, TRAVELS, QUIZ}
        for reading in self._readings:
            reading.check_links(topics, pages, sequences)

    def check_sources(self, known: Container[str]) -> None:
        """Note each source that is named and is not in `sources.yaml`."""
        for reading in self._readings:
            for name in sorted({name for name in reading.sources if name not in known}):
                message = f"The source '{name}' is not in sources.yaml."
                reading.faults.add(line_of(reading.text, name), message)

    def _number_of(self, identifier: str) -> str | None:
        if self.helplines is None:
            return identifier
        helpline = self.helplines.get(identifier)
        return helpline.contact if helpline else None
