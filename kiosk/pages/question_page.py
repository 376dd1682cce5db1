"""One question of a pathway. The page knows where each answer leads, and nothing of who answers."""

from kiosk.content.blocks import Block, Choice, Gap, Heading, Span
from kiosk.content.pathway import Pathway
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.view import View


def question_view(edition: Edition, _here: Here, pathway_id: str, question_id: str) -> View:
    """A question of a pathway."""
    pathway = edition.content.pathways[pathway_id]
    question = pathway.questions[question_id]
    return View(
        title=pathway.title,
        aside=edition.word("question.place", number=question.number, of=question.of),
        blocks=(
            Heading((Span(question.ask),), level=3),
            *question.say,
            Gap(),
            Gap(),
            *(Choice(answer.label, pathway.place_of(answer.to)) for answer in question.answers),
            *_reading(edition, pathway, question_id),
            Gap(),
            Gap(),
            *pathway.also_show,
        ),
    )


def _reading(edition: Edition, pathway: Pathway, question_id: str) -> tuple[Block, ...]:
    """Beside the first question, the way to all of it on one page, for who wants no questions."""
    is_first = question_id == next(iter(pathway.questions))
    if not is_first or pathway.reading is None:
        return ()
    return (
        Gap(),
        Choice(edition.word("question.read"), edition.content.place_of(pathway.reading)),
    )
