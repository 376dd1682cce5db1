"""A language of the kiosk, as its `language.yaml` tells."""

from datetime import date
from typing import Annotated

import msgspec


class LanguageFile(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in `language.yaml`."""

    name: Annotated[str, msgspec.Meta(min_length=1, max_length=30)]
    """The language's own name for itself."""
    is_draft: bool = msgspec.field(name="draft", default=False)
    """Whether nobody has reviewed the translation yet."""
    reviewed: date | None = None
    """When somebody who speaks the language has read all of it."""
    needs_browser: bool = False
    """Whether no terminal sets its letters right: only a browser offers it."""


class Language(LanguageFile, frozen=True, kw_only=True):
    """One language, by its code."""

    code: str
    """The name of its folder: `en`, `cy`."""


ENGLISH = Language(code="en", name="English")
"""The language that the others are translated from."""
