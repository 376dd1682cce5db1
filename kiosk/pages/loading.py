"""From the settings to a catalogue of pages. What it imports, a visitor does not need."""

from dataclasses import replace
from pathlib import Path

from kiosk.content.language import ENGLISH
from kiosk.content.load import load_content
from kiosk.content.model import Content
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.library import Library, make_library
from kiosk.paths import content_folder
from kiosk.settings import Settings


def load_catalogue(settings: Settings, language: str = "") -> Catalogue:
    """Load the words that the settings name, and make a catalogue of them.

    Args:
        settings: The library's settings.
        language: The one language to load, draft or not; those that are offered where empty.

    Raises:
        ContentError: The words have faults; all of them are named.
    """
    folder = Path(settings.content) if settings.content else content_folder()
    english = load_content(folder)
    if language:
        settings = settings._replace(languages=(language,), drafts=True)
    offered = [
        content
        for code in settings.languages
        if (content := _in_language(folder, code, english, drafts=settings.drafts))
    ]
    first, *others = [make_library(content, settings) for content in offered or [english]]
    if not others:
        return Catalogue(first)
    names = {library.content.language.code: _name(library) for library in (first, *others)}
    return Catalogue(
        replace(first, languages=names), [replace(other, languages=names) for other in others]
    )


def _in_language(folder: Path, code: str, english: Content, *, drafts: bool) -> Content | None:
    """Everything in one language; None where it is a draft, and none is wanted."""
    if code == ENGLISH.code:
        return english
    from kiosk.content.translation import load_language, load_translation

    language = load_language(folder, code)
    if language.is_draft and not drafts:
        return None
    return load_translation(folder, language, english)


def _name(library: Library) -> str:
    """What a language calls itself; a draft says that it is one."""
    language = library.content.language
    if language.is_draft:
        return library.word("language.draft", name=language.name)
    return language.name
