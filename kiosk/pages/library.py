"""What every page may draw on: the words, the settings, and the index of the words."""

from dataclasses import dataclass

import msgspec

from kiosk.content.local import local_helplines
from kiosk.content.model import Content
from kiosk.content.search import SearchIndex
from kiosk.pages.circumstances import PAPER, Circumstances
from kiosk.settings import Settings


@dataclass(frozen=True)
class Library:
    """The content and what belongs to it, handed to each page."""

    content: Content
    settings: Settings
    index: SearchIndex
    here: Circumstances = PAPER
    """Where and when the page is shown that is being made."""

    def word(self, key: str, **values: object) -> str:
        """One of the interface's own words, filled in.

        Raises:
            KeyError: No such word is in `interface.yaml`.
        """
        text = self.content.words[key]
        return text.format(**values) if values else text


def make_library(content: Content, settings: Settings) -> Library:
    """Put a library together; the settings' own helplines stand beside the others."""
    helplines = {**content.helplines, **local_helplines(settings, content.words)}
    content = msgspec.structs.replace(content, helplines=helplines)
    return Library(content, settings, SearchIndex(content))
