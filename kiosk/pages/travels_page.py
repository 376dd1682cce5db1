"""How one picture travels: a drawing that grows from step to step, and what can be done."""

from kiosk.content.blocks import Block, Paragraph, Picture, Span, heading, unbreakable
from kiosk.content.piece import Step
from kiosk.pages.edition import Edition
from kiosk.pages.enlarged import PEOPLE, enlarge
from kiosk.pages.here import Here
from kiosk.pages.parts import part_view, parts_of, whole_view
from kiosk.pages.view import View


def travels_view(edition: Edition, here: Here, name: str) -> View:
    """The step of that id.

    Raises:
        LookupError: There is no such step.
    """
    travels = edition.content.travels
    step = travels.parts[name]
    is_large = here.room.is_tall and here.half_blocks
    drawing = enlarge(step.drawing) if is_large else step.drawing
    drawn = Picture(drawing, (heading(step.title), *step.say))
    blocks = (drawn, _legend(step, is_large=is_large))
    return part_view(edition, here, parts_of(edition, travels), travels.place_of(name), blocks)


def travels_whole(edition: Edition) -> View:
    """All steps in words, for those who read them on paper or by ear."""
    travels = edition.content.travels
    blocks = (
        block for step in travels.parts.values() for block in (heading(step.title), *step.say)
    )
    return whole_view(edition, travels, blocks)


def _legend(step: Step, *, is_large: bool) -> Block:
    """What the signs in the drawing mean, each held together with its meaning."""
    spans: list[Span] = []
    for sign, meaning in step.signs.items():
        gap = f" {unbreakable('  ')}" if spans else ""
        words = unbreakable(f" {meaning}")
        shown, style = PEOPLE.get(sign, (sign, "strong")) if is_large else (sign, "strong")
        spans += [Span(gap), Span(shown, style), Span(words, "soft")]
    return Paragraph(tuple(spans))
