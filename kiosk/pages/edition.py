"""What every page may draw on: the words, the settings, and the index of the words."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import msgspec

from kiosk.content.local import local_helplines
from kiosk.content.model import Content
from kiosk.content.search import SearchIndex
from kiosk.content.word import filled_in
from kiosk.desk.forms import FORMS, is_on
from kiosk.settings import Settings


@dataclass(frozen=True)
class Edition:
    """The words in one language, and what belongs to them: handed to each page."""

    content: Content
    settings: Settings
    index: SearchIndex
    languages: Mapping[str, str] = field(default_factory=dict)
    """The languages that visitors may choose: what each calls itself, by its code."""

    @cached_property
    def offers(self) -> frozenset[str]:
        """What a visitor may leave here: the forms by their names, `keep`, `count`."""
        settings = self.settings
        offered = {"keep": settings.keep_settings, "count": settings.counts}
        if settings.forms.public_key:
            offered |= {name: is_on(settings, form.setting) for name, form in FORMS.items()}
        return frozenset(name for name, is_offered in offered.items() if is_offered)

    def word(self, key: str, **values: object) -> str:
        """One of the interface's own words, filled in.

        Raises:
            KeyError: No such word is in `interface.ftl`, or a value is missing.
        """
        return filled_in(self.content.words[key], values)


def make_edition(content: Content, settings: Settings) -> Edition:
    """Put an edition together; the settings' own helplines stand beside the others."""
    helplines = {
        **content.helplines,
        **local_helplines(settings, lambda key: filled_in(content.words[key], {})),
    }
    content = msgspec.structs.replace(content, helplines=helplines)
    return Edition(content, settings, SearchIndex(content))


def without_what_is_indexed(edition: Edition) -> Edition:
    """An edition whose index alone has what people ask, and what they mean."""
    return replace(edition, content=msgspec.structs.replace(edition.content, meanings=(), asked={}))
