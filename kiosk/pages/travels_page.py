"""How one picture travels: a drawing that grows from step to step, and what can be done."""

from collections.abc import Iterator

from kiosk.content.blocks import (
    Block,
    Choice,
    Gap,
    Heading,
    Paragraph,
    Picture,
    Place,
    Span,
    unbreakable,
)
from kiosk.content.piece import Step, Travels
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.topic_page import choices_on, origin, ways_on
from kiosk.pages.view import View


def travels_view(edition: Edition, _here: Here, name: str) -> View:
    """The step of that id.

    Raises:
        LookupError: There is no such step.
    """
    travels = edition.content.travels
    number = travels.number_of(name)
    step = travels.steps[name]
    return View(
        title=travels.title,
        aside=edition.word("question.place", number=number, of=len(travels.steps)),
        blocks=(
            Picture(step.drawing, (_title(step), *step.say)),
            _legend(step),
            *_onward(edition, travels, name),
            *travels.also_show,
        ),
    )


def travels_whole(edition: Edition) -> View:
    """All steps in words, for those who read them on paper or by ear."""
    travels = edition.content.travels
    blocks = (block for step in travels.steps.values() for block in (_title(step), *step.say))
    return View(
        title=travels.title,
        blocks=(
            *travels.also_show,
            *blocks,
            *ways_on(edition, travels.next),
            origin(edition, travels.sources, travels.reviewed),
        ),
        reading=True,
    )


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


def _onward(edition: Edition, travels: Travels, name: str) -> Iterator[Block]:
    """The next step; after the last one, where to go from there."""
    following = travels.after(name)
    yield Gap()
    if following is None:
        yield from choices_on(edition, travels.next)
    else:
        yield Choice(edition.word("piece.next"), Place(travels.id, following))
    yield Gap()
