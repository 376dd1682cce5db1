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
    editions = [make_edition(content, settings) for content in offered]
    anywhere = [each for each in editions if language or not each.content.language.needs_browser]
    in_browsers = [each for each in editions if each not in anywhere]
    anywhere = anywhere or [make_edition(english, settings)]
    first, *others = _together(anywhere)
    return Catalogue(first, others, _together([*anywhere, *in_browsers]))


def _together(editions: list[Edition]) -> list[Edition]:
    """Editions that visitors choose among; one alone offers no choice."""
    names = {each.content.language.code: _name(each) for each in editions if len(editions) > 1}
    return [replace(edition, languages=names) for edition in editions]


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
