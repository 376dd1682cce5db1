"""How one picture travels: a drawing that grows from step to step, and what can be done."""

from kiosk.content.blocks import Block, Heading, Paragraph, Picture, Span, unbreakable
from kiosk.content.piece import Step
from kiosk.pages.edition import Edition
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
    drawn = Picture(step.drawing, (_title(step), *step.say))
    parts = parts_of(edition, travels)
    return part_view(edition, here, parts, travels.place_of(name), (drawn, _legend(step)))


def travels_whole(edition: Edition) -> View:
    """All steps in words, for those who read them on paper or by ear."""
    travels = edition.content.travels
    blocks = (block for step in travels.parts.values() for block in (_title(step), *step.say))
    return whole_view(edition, travels, blocks)


def _title(step: Step) -> Block:
    return Heading((Span(step.title),), level=3)


def _legend(step: Step) -> Block:
    """What the signs in the drawing mean, each held together with its meaning."""
    spans: list[Span] = []
    for sign, meaning in step.signs.items():
        gap = f" {unbreakable('  ')}" if spans else ""
        words = unbreakable(f" {meaning}")
        spans += [Span(gap), Span(sign, "strong"), Span(words, "soft")]
    return Paragraph(tuple(spans))
