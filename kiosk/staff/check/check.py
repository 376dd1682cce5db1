"""The check itself: a content folder to a report. Reads files, and changes nothing."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from kiosk.content.faults import ContentError, Fault, FaultList
from kiosk.content.layers import Folders, Layers
from kiosk.content.load import load_content
from kiosk.content.model import Content
from kiosk.content.translation import load_language, load_translation
from kiosk.content.walk import walk
from kiosk.plain_file import read_text, why_not
from kiosk.settings import Settings
from kiosk.staff.check.ages import helplines_for_others
from kiosk.staff.check.confirmed import to_verify
from kiosk.staff.check.documents import Document, files_of, read_document
from kiosk.staff.check.glyphs import glyphs_missing
from kiosk.staff.check.marks import marks_left
from kiosk.staff.check.numbers import numbers_typed
from kiosk.staff.check.passages import passages_of
from kiosk.staff.check.reading import hard_to_read
from kiosk.staff.check.report import Report, Rule, WordsFinding, make_report
from kiosk.staff.check.settings_texts import check_settings
from kiosk.staff.check.unfinished import titles_twice, unfinished
from kiosk.staff.check.unread import files_unread, files_unreadable, folders_emptied
from kiosk.staff.check.words_not_to_use import (
    FILE,
    WordsNotToUse,
    read_words_not_to_use,
    words_found,
)
from kiosk.staff.findings import Severity

_GRADED = "en"
"""The language whose reading age can be told: the formula was made for English."""


def check_content(
    folders: Folders,
    today: date,
    languages: Sequence[str] = (),
    on_file: Callable[[int, int], None] = lambda *_: None,
    settings: tuple[str, Settings] | None = None,
) -> Report:
    """Check everything that a content folder says, and those that are laid over it.

    Args:
        folders: The content folder, or several, each laid over those before it.
        today: The day by which dates are judged.
        languages: The folders of languages; without any, English and all others that are there.
        on_file: Called with how many files are done, of how many; for a progress bar.
        settings: A settings file whose texts are checked, too, and what was read from it.

    Returns:
        All findings; a fault that the kiosk would not start with is an error among them.
    """
    layers = Layers(folders)
    chosen = tuple(languages) or languages_in(layers)
    # Publishers are named under every page.
    files = [(chosen[0], path) for path in layers.each("sources.yaml")]
    files += [(language, path) for language in chosen for path in files_of(layers, language)]
    findings: list[WordsFinding] = []
    forbidden = {language: _forbidden(layers, language, findings) for language in chosen}
    on_consoles = {language for language in chosen if not _needs_browser(folders, language)}
    documents: list[tuple[str, Document]] = []
    for done, (language, path) in enumerate(files):
        on_file(done, len(files))
        document = read_document(path, layers.name_of(path))
        documents.append((language, document))
        findings += _wording(document, language, forbidden[language])
        if language in on_consoles:
            findings += _glyphs(document, language)
    findings += files_unread(layers)
    findings += folders_emptied(layers)
    findings += map(_from_fault, files_unreadable(layers))
    on_file(len(files), len(files))
    for language in chosen:
        findings += titles_twice([page for code, page in documents if code == language])
    contents = {language: _loaded(folders, language, findings) for language in chosen}
    for language, document in documents:
        if (content := contents[language]) is not None:
            findings += to_verify(document, content, today)
            findings += helplines_for_others(document, content)
            findings += numbers_typed(document, content.helplines)
    if settings:
        name, read = settings
        findings += check_settings(read, name, forbidden.get(_GRADED, ()), today)
    return make_report(findings, len(files), chosen)


def check_page(path: Path, folders: Folders, content: Content) -> list[WordsFinding]:
    """Check the wording of one page in English, wherever it is.

    Args:
        path: Its file.
        folders: The content folders that it is to be laid over.
        content: What was loaded from these.

    Returns:
        What must be mended, and what could be better.
    """
    document = read_document(path, str(path))
    findings = [
        *_wording(document, _GRADED, _forbidden(Layers(folders), _GRADED, [])),
        *_glyphs(document, _GRADED),
        *helplines_for_others(document, content),
        *numbers_typed(document, content.helplines),
    ]
    grave = [each for each in findings if each.severity is not Severity.NOTE]
    return list(make_report(grave, 1, (_GRADED,)).findings)


def languages_in(layers: Layers) -> tuple[str, ...]:
    """The folders of languages: English first, whether it is there or not, then the others."""
    found = {
        path.name
        for layer in layers.layers
        for path, _ in walk(layer.folder, lambda _: None)
        if path.parent == layer.folder and path != layer.folder
    }
    return (_GRADED, *sorted(found - {_GRADED}))


def _wording(
    document: Document, language: str, forbidden: Sequence[WordsNotToUse]
) -> Iterator[WordsFinding]:
    passages = passages_of(document)
    if not document.is_fluent:
        for passage in passages:
            yield from marks_left(passage)
    yield from unfinished(document, passages)
    yield from words_found(passages, forbidden)
    if language == _GRADED:
        yield from hard_to_read(passages)


def _glyphs(document: Document, language: str) -> Iterator[WordsFinding]:
    for passage in passages_of(document):
        yield from glyphs_missing(passage, language)


def _needs_browser(folders: Folders, language: str) -> bool:
    """Whether a language is never shown on a console."""
    with suppress(ContentError):  # which is told where its words are loaded
        return load_language(folders, language).needs_browser
    return False


def _loaded(folders: Folders, language: str, findings: list[WordsFinding]) -> Content | None:
    """The words of a language, or none; what is wrong with them goes to the findings."""
    try:
        english = load_content(folders)
        if language == _GRADED:
            return english
        return load_translation(folders, load_language(folders, language), english)
    except ContentError as error:
        findings += map(_from_fault, error.faults)
        return None


def _forbidden(layers: Layers, language: str, findings: list[WordsFinding]) -> list[WordsNotToUse]:
    """The words not to use in a language; faults of their file go to the findings."""
    path = layers.top(f"{language}/{FILE}")
    faults = FaultList(layers.name_of(path))
    words: list[WordsNotToUse] = []
    try:
        words = read_words_not_to_use(read_text(path), faults)
    except FileNotFoundError:
        if language == _GRADED:
            faults.add(0, "This file is missing; copy the shipped one back.")
    except (OSError, UnicodeDecodeError) as error:
        faults.add(0, why_not(error))
    findings += map(_from_fault, faults.faults)
    return words


def _from_fault(fault: Fault) -> WordsFinding:
    return WordsFinding(
        path=fault.path,
        line=fault.line,
        severity=Severity.ERROR,
        rule=Rule.STRUCTURE,
        what=fault.message,
    )
