"""`kiosk read` and `kiosk search`: the same words on standard output, for ears and for paper."""

import sys

from kiosk.content.faults import ContentError
from kiosk.content.layers import folders_of
from kiosk.exits import FAULT, NOTHING_FOUND
from kiosk.pages.loading import load_catalogue
from kiosk.pages.plain import hits_as_text, list_as_text, page_as_text
from kiosk.settings import SettingsError, load_settings


def print_page(settings_path: str, topic: str | None, width: int, language: str) -> int:
    """Print a topic, or the list of topics.

    Args:
        settings_path: The settings file, or nothing for the defaults.
        topic: The topic's id, or None for the list.
        width: The longest line, in characters.
        language: A language's code; the one that a visit begins with where empty.

    Returns:
        The exit code: 2 where there is no such topic, or a fault in words or settings.
    """
    try:
        settings = load_settings(settings_path)
        catalogue = load_catalogue(settings, language)
        if topic:
            text = page_as_text(catalogue, topic, width)
        else:
            text = list_as_text(catalogue, " and ".join(map(str, folders_of(settings))))
    except (SettingsError, ContentError, LookupError) as error:
        print(error.args[0], file=sys.stderr)
        return FAULT
    print(text, end="")
    return 0


def print_hits(settings_path: str, query: str, width: int, language: str) -> int:
    """Print what a search finds, or the helplines where it finds nothing.

    Args:
        settings_path: The settings file, or nothing for the defaults.
        query: What is looked for.
        width: The longest line, in characters.
        language: A language's code; the one that a visit begins with where empty.

    Returns:
        The exit code: 1 where nothing was found, 2 where words or settings have a fault.
    """
    try:
        catalogue = load_catalogue(load_settings(settings_path), language)
    except (SettingsError, ContentError) as error:
        print(error.args[0], file=sys.stderr)
        return FAULT
    text, is_found = hits_as_text(catalogue, query, width)
    print(text, end="")
    return 0 if is_found else NOTHING_FOUND
