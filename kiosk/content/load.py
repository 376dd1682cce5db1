"""Folders of words to `Content`, strictly: all faults of all files, or none."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from kiosk.content.asked_file import read_asked
from kiosk.content.danger_file import read_dangers
from kiosk.content.doors_file import read_doors
from kiosk.content.faults import ContentError, Fault, is_lack, trouble_with
from kiosk.content.file_reading import FileReading
from kiosk.content.files import Files
from kiosk.content.helplines_file import read_helplines
from kiosk.content.interface_file import known_words, name_in_file, read_words
from kiosk.content.language import ENGLISH
from kiosk.content.layers import Folders, Layers
from kiosk.content.meanings_file import read_meanings
from kiosk.content.model import Content, Source, Topic
from kiosk.content.pathway import Pathway
from kiosk.content.pathway_file import read_pathway
from kiosk.content.piece import QUIZ, TRAVELS, Piece, Sequence
from kiosk.content.piece_file import read_quiz, read_sequence, read_travels
from kiosk.content.records import read_mapping, read_record
from kiosk.content.topic_file import read_topic
from kiosk.content.version import check_form
from kiosk.content.walk import walk
from kiosk.content.word import Word

_Read = TypeVar("_Read")
_Page = TypeVar("_Page", Topic, Pathway, Sequence)
_Piece = TypeVar("_Piece", bound=Piece)


def load_content(folders: Folders) -> Content:
    """Load everything the kiosk says, in English: the language that all others fall back to.

    Args:
        folders: The content folder, with `sources.yaml` and a folder for each language; or
            several, each laid over those before it.

    Raises:
        ContentError: There is a fault in some file; every fault of every file is in it.
    """
    layers = Layers(folders)
    _check_folders(layers)
    files = Files(layers, ENGLISH.code)
    for path in layers.each("content.yaml"):
        if path.exists():  # words of one's own need not say it
            check_form(files.read(path))
    sources = _sources(map(files.read, layers.each("sources.yaml")))
    files.helplines = _unless_faulty(files, read_helplines)
    topics = _in_order(read_topic(name, files.read(path)) for name, path in files.topics.items())
    pathways = _in_order(
        read_pathway(name, _apart(files, name, files.read(path)))
        for name, path in files.pathways.items()
    )
    sequences = _in_order(
        read_sequence(name, _apart(files, name, files.read(path)))
        for name, path in files.sequences.items()
    )
    travels = _piece(files, TRAVELS, read_travels)
    quiz = _piece(files, QUIZ, read_quiz)
    pages: tuple[Topic | Pathway | Piece, ...]
    pages = (*topics.values(), *pathways.values(), *sequences.values())
    pages = (*pages, *filter(None, (travels, quiz)))
    doors = read_doors(files.top("start.yaml"), {page.id: page.audiences for page in pages})
    words = _words(files)
    meanings = _unless_faulty(files, read_meanings)
    names = None if meanings is None else {meaning.means for meaning in meanings}
    dangers = read_dangers(files.top("danger.yaml"), pathways, names)
    asked: Mapping[str, tuple[str, ...]] = {}
    if dangers and files.helplines is not None:  # else what is asked for is not known
        kinds = (kind.means for kind in dangers.kinds)
        others = (page.id for page in pages)
        named = {*files.topics, *files.pathways, *others, *files.helplines, *kinds}
        asked = read_asked(files, named)
    files.check_sources(sources)
    # Against the files, not the loaded topics: one broken topic makes one fault, not ten.
    files.check_links(files.topics, files.pathways, files.sequences)
    if files.faults:
        raise ContentError(files.faults)
    return Content(
        topics=topics,
        pathways=pathways,
        sequences=sequences,
        travels=_sure(travels),
        quiz=_sure(quiz),
        helplines=_sure(files.helplines),
        sources=sources,
        doors=_sure(doors),
        words=words,
        meanings=_sure(meanings),
        asked=asked,
        dangers=_sure(dangers),
    )


def _check_folders(layers: Layers) -> None:
    if missing := [layer for layer in layers.layers if not layer.is_there]:
        raise ContentError(
            [Fault(str(each.name or each.folder).rstrip("/"), 0, each.why) for each in missing]
        )
    troubles: list[OSError] = []
    for layer in layers.layers:
        list(walk(layer.folder, troubles.append))
    if lack := next(filter(is_lack, troubles), None):
        raise lack
    closed = [trouble_with("", each) for each in troubles if isinstance(each, PermissionError)]
    if closed:
        raise ContentError(closed)


def _sure(read: _Read | None) -> _Read:
    """What was read, where there was no fault in any file."""
    assert read is not None
    return read


def _unless_faulty(files: Files, read: Callable[[Files], _Read]) -> _Read | None:
    """What is read, or None where that brings a fault: nothing is to be held against it then."""
    before = len(files.faults)
    found = read(files)
    return found if len(files.faults) == before else None


def _in_order(pages: Iterable[_Page | None]) -> dict[str, _Page]:
    """The pages by their ids, in the order of the lists."""
    read = [page for page in pages if page is not None]
    return {page.id: page for page in sorted(read, key=lambda page: (page.order, page.title))}


def _apart(files: Files, name: str, reading: FileReading) -> FileReading:
    """The reading of a file, which may not have a topic's name."""
    if name in files.topics:
        reading.faults.add(0, f"A topic is called '{name}' too; give one another name.")
    return reading


def _piece(files: Files, name: str, read: Callable[[FileReading], _Piece | None]) -> _Piece | None:
    reading = _apart(files, name, files.top(f"{name}.yaml"))
    piece = read(reading)
    reading.sources += piece.sources if piece else ()
    return piece


def _sources(readings: Iterable[FileReading]) -> dict[str, Source]:
    sources: dict[str, Source] = {}
    for reading in readings:
        text, faults = reading.text, reading.faults
        for key, _, node in read_mapping(text, faults) if text else ():
            if (source := read_record(node, Source, faults)) is not None:
                sources[key] = source
    return sources


def _words(files: Files) -> dict[str, Word]:
    words: dict[str, Word] = {}
    shipped, *others = files.each("interface.ftl")
    for reading in (shipped, *others):
        found = read_words(reading.text, ENGLISH.code, reading.faults)
        if reading.text and not found:
            reading.faults.add(1, "Nothing is written here; copy the shipped text back.")
        words |= found
    for key in known_words().keys() - words.keys() if words else ():
        message = f"The key '{name_in_file(key)}' is missing; copy its line from the shipped file."
        shipped.faults.add(0, message)
    return words
