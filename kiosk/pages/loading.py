"""From the settings to a catalogue of pages. What it imports, a visitor does not need."""

from dataclasses import replace

from kiosk.content.language import ENGLISH
from kiosk.content.layers import Folders, folders_of
from kiosk.content.load import load_content
from kiosk.content.model import Content
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.edition import Edition, make_edition
from kiosk.settings import Settings, without_secrets


def load_catalogue(settings: Settings, language: str = "") -> Catalogue:
    """Load the words that the settings name, and make a catalogue of them.

    Args:
        settings: The library's settings.
        language: The one language to load, draft or not; those that are offered where empty.

    Raises:
        ContentError: The words have faults; all of them are named.
    """
    return make_catalogue(folders_of(settings), settings, language)


def make_catalogue(folders: Folders, settings: Settings, language: str = "") -> Catalogue:
    """Load words from folders, and make a catalogue of them; it holds no setting that is secret.

    Args:
        folders: The content folder, or several, each laid over those before it.
        settings: The library's settings.
        language: The one language to load, draft or not; those that are offered where empty.

    Raises:
        ContentError: The words have faults; all of them are named.
    """
    english = load_content(folders)
    settings = without_secrets(settings)
    if language:
        settings = settings._replace(languages=(language,), drafts=True)
    offered = [
        content
        for code in settings.languages
        if (content := _in_language(folders, code, english, drafts=settings.drafts))
    ]
    first, *others = [make_edition(content, settings) for content in offered or [english]]
    if not others:
        return Catalogue(first)
    names = {edition.content.language.code: _name(edition) for edition in (first, *others)}
    return Catalogue(
        replace(first, languages=names), [replace(other, languages=names) for other in others]
    )


def _in_language(folders: Folders, code: str, english: Content, *, drafts: bool) -> Content | None:
    """Everything in one language; None where it is a draft, and none is wanted."""
    if code == ENGLISH.code:
        return english
    from kiosk.content.translation import load_language, load_translation

    language = load_language(folders, code)
    if language.is_draft and not drafts:
        return None
    return load_translation(folders, language, english)


def _name(edition: Edition) -> str:
    """What a language calls itself; a draft says that it is one."""
    language = edition.content.language
    if language.is_draft:
        return edition.word("language.draft", name=language.name)
    return language.name
