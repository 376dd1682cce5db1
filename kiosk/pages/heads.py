"""What is put at the head of a page, whatever its kind."""

from dataclasses import replace

from rich.cells import cell_len

from kiosk.content.blocks import Place, heading, paragraph
from kiosk.content.piece import QUIZ, SEQUENCE, TRAVELS
from kiosk.pages.edition import Edition
from kiosk.pages.view import View

_TRANSLATED_KINDS = {"topic", "question", "plan", SEQUENCE}
"""Pages whose text is a file of its own in each language, by their names."""
_SAYS_MORE_ASIDE = {"plan", "start"}
"""Pages on which the quiet word beside the title is no number."""
_PIECES = {TRAVELS, QUIZ}
"""Pages whose kind is the name of their file."""


def with_language_mark(view: View, edition: Edition, place: Place) -> View:
    """The page, which says so where it stands in English for want of a translation."""
    if not stands_in_english(edition, place):
        return view
    mark = paragraph(edition.word("language.fallback"), "emphasis")
    return replace(view, blocks=(mark, *view.blocks))


def stands_in_english(edition: Edition, place: Place) -> bool:
    """Whether a page is in English for want of a translation."""
    kind = place.kind
    name = kind if kind in _PIECES else place.name
    is_written = kind in _TRANSLATED_KINDS | _PIECES
    return is_written and name in edition.content.untranslated


def with_short_title(view: View, edition: Edition, place: Place, *, is_discreet: bool) -> View:
    """The page, for whom others may look on with a title that names nothing, and less beside."""
    key = f"short.{place.kind}"
    if not is_discreet or key not in edition.content.words:
        return view
    aside = "" if place.kind in _SAYS_MORE_ASIDE else view.aside
    return replace(view, title=edition.word(key), aside=aside, beside=(), large="")


def with_whole_title(view: View, measure: int) -> View:
    """The page with its title as a heading, where the title line would cut it off."""
    if cell_len(view.title) <= measure:
        return view
    return replace(view, blocks=(heading(view.title), *view.blocks))
