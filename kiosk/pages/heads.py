"""What is put at the head of a page, whatever its kind."""

from dataclasses import replace

from rich.cells import cell_len

from kiosk.content.blocks import Place, heading, paragraph
from kiosk.content.piece import QUIZ, SEQUENCE, TRAVELS
from kiosk.pages.edition import Edition
from kiosk.pages.view import View

_SAYS_MORE_ASIDE = {"plan", "start"}
"""Pages on which the quiet word beside the title is no number."""
_PIECES = {TRAVELS, QUIZ}
"""Pages whose kind is the name of their file."""
_WRITTEN = {"topic", "question", "plan", SEQUENCE, *_PIECES}
"""Pages whose text is a file of its own in each language."""


def with_language_mark(view: View, edition: Edition, place: Place) -> View:
    """The page, which says so where it stands in English for want of a translation."""
    if place.kind not in _WRITTEN or not stands_in_english(edition, place):
        return view
    mark = paragraph(edition.word("language.fallback"), "emphasis")
    return replace(view, blocks=(mark, *view.blocks))


def stands_in_english(edition: Edition, place: Place) -> bool:
    """Whether a page is in English for want of a translation."""
    name = place.kind if place.kind in _PIECES else place.name
    return name in edition.content.untranslated


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
