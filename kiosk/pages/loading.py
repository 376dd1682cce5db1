"""From the settings to a catalogue of pages. What it imports, a visitor does not need."""

from kiosk.content.layers import folders_of
from kiosk.content.load import load_content
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.library import make_library
from kiosk.settings import Settings


def load_catalogue(settings: Settings) -> Catalogue:
    """Load the words that the settings name, and make a catalogue of them.

    Raises:
        ContentError: The words have faults; all of them are named.
    """
    return Catalogue(make_library(load_content(folders_of(settings)), settings))
