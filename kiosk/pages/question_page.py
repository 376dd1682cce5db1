"""One question of a pathway. The page knows where each answer leads, and nothing of who answers."""

from rich.cells import cell_len

from kiosk.content.blocks import Block, Choice, Gap, asked, paragraph
from kiosk.content.pathway import Pathway
from kiosk.pages.call_cards import calls_in, in_short
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.view import View
from kiosk.pages.way import way

_ASIDE_GAP = 2
"""The least cells between the title and the count."""
_FEW = 3
"""Answers above which, on a low screen, they stand before what is said."""


def question_view(edition: Edition, here: Here, pathway_id: str, question_id: str) -> View:
    """A question of a pathway."""
    pathway = edition.content.pathways[pathway_id]
    question = pathway.questions[question_id]
    answers = tuple(
        Choice(answer.label, pathway.place_of(answer.to), short=answer.short)
        for answer in question.answers
    )
    reading = _reading(edition, pathway, question_id)
    # The ways from here may be of several lengths, so a count may not be what comes true.
    key = "question.last" if question.number == question.of else "question.most"
    aside = edition.word(key, number=question.number, of=question.of)
    is_low = here.room.is_low and not here.is_discreet
    title = question.ask if is_low else pathway.title
    if 0 < here.columns < cell_len(title) + _ASIDE_GAP + cell_len(aside):
        aside = edition.word("question.place", number=question.number, of=question.of)
    if is_low:
        # The question takes the place of the title, and what is said that of the room left.
        is_full = len(answers) > _FEW or len(question.ask) > here.columns
        first = answers if is_full else (*question.say, Gap(), *answers)
        rest = question.say if is_full else ()
        blocks = (*first, *reading, *rest)
    else:
        come = way(here.room, question.number, question.of)
        blocks = (*come, asked(question.ask), *question.say, *answers, *reading)
    return View(
        title=title,
        aside=aside,
        blocks=blocks,
        beside=_beside(edition, here, pathway),
        always=pathway.also_show,
        always_short=in_short(edition, pathway.also_show),
    )


def _beside(edition: Edition, here: Here, pathway: Pathway) -> tuple[Block, ...]:
    """Whom to call, and that nothing is kept of what is answered."""
    if not here.room.side:
        return ()
    private = (paragraph(edition.word("start.private"), "soft"),) if here.room.is_tall else ()
    return (*calls_in(edition, pathway.also_show), *private)


def _reading(edition: Edition, pathway: Pathway, question_id: str) -> tuple[Block, ...]:
    """Beside the first question, the way to all of it on one page, for who wants no questions."""
    is_first = question_id == next(iter(pathway.questions))
    if not is_first or pathway.reading is None:
        return ()
    return (
        Gap(),
        Choice(
            edition.word("question.read"),
            edition.content.place_of(pathway.reading),
            short=edition.word("question.read.short"),
        ),
    )
