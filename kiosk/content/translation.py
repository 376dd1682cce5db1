"""Another language over the English words: what is translated, and for the rest the English.

A translation says words alone. Numbers, addresses, hours, sources and where answers lead stand in
the English files only, so that no fact can differ between two languages.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from msgspec import structs

from kiosk.content.danger import Dangers
from kiosk.content.danger_file import in_words_of, read_translated_dangers
from kiosk.content.doors_file import read_translated_doors
from kiosk.content.faults import ContentError, Fault, FaultList
from kiosk.content.file_reading import FileReading
from kiosk.content.files import Files
from kiosk.content.helplines_file import read_translated_helplines
from kiosk.content.interface_file import read_words
from kiosk.content.language import ENGLISH, Language, LanguageFile
from kiosk.content.layers import Folders, Layers
from kiosk.content.meanings_file import read_meanings
from kiosk.content.model import Content, Doors, Topic
from kiosk.content.pathway import Pathway
from kiosk.content.pathway_file import read_translated_pathway
from kiosk.content.piece import Sequence
from kiosk.content.piece_file import read_translated_sequence
from kiosk.content.plural import is_known
from kiosk.content.records import compose, read_record
from kiosk.content.topic_file import read_translated_topic
from kiosk.content.word import Word
from kiosk.plain_file import read_text, why_not

_Page = TypeVar("_Page", Topic, Pathway, Sequence)
_CODE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")


def languages_in(layers: Layers) -> list[str]:
    """The codes of the languages that there are besides English."""
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
        text = read_text(path)
        noted = FaultList(layers.name_of(path), faults)
        record = read_record(compose(text, noted), LanguageFile, noted)
        if record and not record.is_draft and record.reviewed is None:
            noted.add(1, "Write when it was reviewed, or 'draft: true' where nobody has.")
        if not is_known(code):
            noted.add(0, f"No language has the code '{code}'; name its folder as in ISO 639.")
    except (PermissionError, UnicodeDecodeError) as error:
        faults.append(Fault(layers.name_of(path), 0, why_not(error)))
    except OSError:
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
    layers = Layers(folders)
    files = Files(layers, language.code)
    files.hidden = Files(layers, ENGLISH.code).hidden
    helplines = files.helplines = read_translated_helplines(english.helplines, files)
    topics = _translated(files, files.topics, english.topics, read_translated_topic)
    pathways = _translated(files, files.pathways, english.pathways, read_translated_pathway)
    sequences = _translated(files, files.sequences, english.sequences, read_translated_sequence)
    words = _words(files, language)
    doors = _doors(files, english.doors)
    meanings = read_meanings(files) if files.has("meanings.yaml") else ()
    dangers = _dangers(files, english.dangers, {**english.pathways, **pathways})
    files.check_links(english.topics, english.pathways, english.sequences)
    if files.faults or doors is None or dangers is None:
        raise ContentError(files.faults)
    pages = {*english.topics, *english.pathways, *english.sequences}
    translatable = {*pages, *(piece.id for piece in english.pieces)}
    return structs.replace(
        english,
        topics={**english.topics, **topics},
        pathways={**english.pathways, **pathways},
        sequences={**english.sequences, **sequences},
        helplines=helplines,
        doors=doors,
        words={**english.words, **words},
        meanings=(*english.meanings, *meanings),
        dangers=dangers,
        language=language,
        untranslated=frozenset(translatable - {*topics, *pathways, *sequences}),
    )


def _translated(
    files: Files,
    paths: Mapping[str, Path],
    english: Mapping[str, _Page],
    read: Callable[[_Page, FileReading], _Page | None],
) -> dict[str, _Page]:
    """Each page that is translated, by its id; notes what is not English."""
    pages: dict[str, _Page] = {}
    for name, path in paths.items():
        if name in english:
            if page := read(english[name], files.read(path)):
                pages[name] = page
        elif name not in files.hidden:
            kind = path.parent.name.removesuffix("s")
            message = f"There is no {kind} '{name}' in English; rename this."
            files.read(path).faults.add(0, message)
    return pages


def _words(files: Files, language: Language) -> dict[str, Word]:
    words: dict[str, Word] = {}
    for reading in files.each("interface.ftl") if files.has("interface.ftl") else ():
        words |= read_words(reading.text, language.code, reading.faults)
    return words


def _doors(files: Files, english: Doors) -> Doors | None:
    if not files.has("start.yaml"):
        return english
    return read_translated_doors(english, files.top("start.yaml"))


def _dangers(files: Files, english: Dangers, pathways: Mapping[str, Pathway]) -> Dangers | None:
    if files.has("danger.yaml"):
        return read_translated_dangers(english, files.top("danger.yaml"), pathways)
    kinds = tuple(in_words_of(pathways, kind, kind.show) for kind in english.kinds)
    return structs.replace(english, kinds=kinds)
