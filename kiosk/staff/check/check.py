"""The check itself: a content folder to a report. Reads files, and changes nothing."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from kiosk.content.faults import ContentError, Fault, FaultList
from kiosk.content.load import load_content
from kiosk.content.model import Content
from kiosk.content.translation import load_language, load_translation
from kiosk.staff.check.confirmed import to_verify
from kiosk.staff.check.documents import Document, files_of, read_document
from kiosk.staff.check.glyphs import glyphs_missing
from kiosk.staff.check.passages import passages_of
from kiosk.staff.check.reading import hard_to_read
from kiosk.staff.check.report import Finding, Report, Rule, Severity, make_report
from kiosk.staff.check.words_not_to_use import (
    FILE,
    WordsNotToUse,
    read_words_not_to_use,
    words_found,
)

_GRADED = "en"
"""The language whose reading age can be told: the formula was made for English."""


def check_content(
    folder: Path,
    today: date,
    languages: Sequence[str] = (),
    on_file: Callable[[int, int], None] = lambda *_: None,
) -> Report:
    """Check everything that a content folder says.

    Args:
        folder: The content folder.
        today: The day by which dates are judged.
        languages: The folders of languages; without any, English and all others that are there.
        on_file: Told how many files are done, of how many; for a progress bar.

    Returns:
        All findings; a fault that the kiosk would not start with is an error among them.
    """
    chosen = tuple(languages) or languages_in(folder)
    files = [folder / "sources.yaml"]  # publishers are named under every page
    files += [path for language in chosen for path in files_of(folder, language)]
    findings: list[Finding] = []
    forbidden = {language: _forbidden(folder, language, findings) for language in chosen}
    documents: list[tuple[str, Document]] = []
    for done, path in enumerate(files):
        on_file(done, len(files))
        document = read_document(path, folder)
        language = chosen[0] if path.parent == folder else document.path.partition("/")[0]
        documents.append((language, document))
        findings += _wording(document, language, forbidden[language])
    on_file(len(files), len(files))
    contents = {language: _loaded(folder, language, findings) for language in chosen}
    for language, document in documents:
        if (content := contents[language]) is not None:
            findings += to_verify(document, content, today)
    return make_report(findings, len(files), chosen)


def languages_in(folder: Path) -> tuple[str, ...]:
    """The folders of languages: English first, whether it is there or not, then the others."""
    found = (path.name for path in folder.glob("[!.]*") if path.is_dir())
    return (_GRADED, *sorted(name for name in found if name != _GRADED))


def _wording(
    document: Document, language: str, forbidden: Sequence[WordsNotToUse]
) -> Iterator[Finding]:
    passages = passages_of(document)
    for passage in passages:
        yield from glyphs_missing(passage, language)
        yield from words_found(passage, forbidden)
    if language == _GRADED:
        yield from hard_to_read(passages)


def _loaded(folder: Path, language: str, findings: list[Finding]) -> Content | None:
    """The words of a language, or none; what is wrong with them goes to the findings."""
    try:
        english = load_content(folder)
        if language == _GRADED:
            return english
        return load_translation(folder, load_language(folder, language), english)
    except ContentError as error:
        findings += map(_from_fault, error.faults)
        return None


def _forbidden(folder: Path, language: str, findings: list[Finding]) -> list[WordsNotToUse]:
    """The words not to use in a language; faults of their file go to the findings."""
    path = folder / language / FILE
    faults = FaultList(f"{language}/{FILE}")
    words: list[WordsNotToUse] = []
    try:
        words = read_words_not_to_use(path.read_text(encoding="utf-8-sig"), faults)
    except FileNotFoundError:
        if language == _GRADED:
            faults.add(0, "This file is missing; copy the shipped one back.")
    except UnicodeDecodeError:
        faults.add(0, "This is not UTF-8 text; save the file as UTF-8.")
    except OSError as error:
        faults.add(0, f"This file cannot be read: {error.strerror}.")
    findings += map(_from_fault, faults.faults)
    return words


def _from_fault(fault: Fault) -> Finding:
    return Finding(
        path=fault.path,
        line=fault.line,
        severity=Severity.ERROR,
        rule=Rule.STRUCTURE,
        what=fault.message,
    )
