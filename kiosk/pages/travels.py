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
from kiosk.pages.library import Library
from kiosk.pages.topic import choices_on, origin, ways_on
from kiosk.pages.view import View


def travels_view(library: Library, name: str) -> View:
    """The step of that id.

    Raises:
        LookupError: There is no such step.
    """
    travels = library.content.travels
    number = travels.number_of(name)
    step = travels.steps[name]
    return View(
        title=travels.title,
        aside=library.word("question.place", number=number, of=len(travels.steps)),
        blocks=(
            Picture(step.drawing, (_title(step), *step.say)),
            _legend(step),
            *_onward(library, travels, name),
            *travels.also_show,
        ),
    )


def travels_whole(library: Library) -> View:
    """All steps in words, for those who read them on paper or by ear."""
    travels = library.content.travels
    blocks = (block for step in travels.steps.values() for block in (_title(step), *step.say))
    return View(
        title=travels.title,
        blocks=(
            *travels.also_show,
            *blocks,
            *ways_on(library, travels.next),
            origin(library, travels.sources, travels.reviewed),
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


def _onward(library: Library, travels: Travels, name: str) -> Iterator[Block]:
    """The next step; after the last one, where to go from there."""
    following = travels.after(name)
    yield Gap()
    if following is None:
        yield from choices_on(library, travels.next)
    else:
        yield Choice(library.word("piece.next"), Place(travels.id, following))
    yield Gap()
