"""The files of meanings: what people type, entry by entry, those of all layers together."""

from collections.abc import Collection

from kiosk.content.file_reading import FileReading
from kiosk.content.files import Files
from kiosk.content.meanings import SET
from kiosk.content.model import Meaning


def read_meanings(files: Files) -> tuple[Meaning, ...]:
    """The meanings of a language, from the bottom layer."""
    meanings: list[Meaning] = []
    for reading in files.each("meanings.yaml"):
        here = list(reading.records(Meaning))
        meanings += [meaning for _, meaning in here]
        names = {meaning.means for meaning in meanings}
        for line, meaning in here:
            _check_sets(meaning, line, names, reading)
    return tuple(meanings)


def _check_sets(meaning: Meaning, line: int, names: Collection[str], reading: FileReading) -> None:
    """Note each set of words that is named and does not exist."""
    for name in {word for words in meaning.words for word in words.split()}:
        if name.startswith(SET) and name not in names:
            message = f"There is no entry '{name}' for the words of a set; write one."
            reading.faults.add(line, message)
