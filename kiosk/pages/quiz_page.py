"""True or not? A statement a page, and behind it the answer with its reason. No score is kept."""

from collections.abc import Iterator

from kiosk.content.blocks import Block, Choice, Place, asked, heading, paragraph
from kiosk.content.piece import QUIZ, Quiz, Statement
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.parts import part_view, parts_of, way_on, whole_view
from kiosk.pages.topic_page import choices_on
from kiosk.pages.view import View

_ANSWERS = ("true", "false")


def quiz_view(edition: Edition, here: Here, name: str, answer: str = "") -> View:
    """A statement, or what is true about it.

    Args:
        edition: The words.
        here: The screen.
        name: The statement's id.
        answer: What was answered, `true` or `false`; nothing to be asked.

    Raises:
        LookupError: There is no such statement or answer.
    """
    quiz = edition.content.quiz
    statement = quiz.parts[name]
    parts, place = parts_of(edition, quiz), quiz.place_of(name)
    if not answer:
        statements = (asked(statement.title),)
        return part_view(edition, here, parts, place, statements, _answers(edition, name))
    if answer not in _ANSWERS:
        raise LookupError(answer)
    on = list(way_on(edition, parts, place))
    if statement.read:
        title = edition.content.title_of(statement.read)
        to = edition.content.place_of(statement.read)
        read = Choice(edition.word("quiz.read", title=title), to)
        is_last = place == parts.places[-1]
        rest = choices_on(edition, (name for name in quiz.next if name != statement.read))
        on = [read, *rest] if is_last else [*on, read]
    return part_view(edition, here, parts, place, _answered(edition, statement, answer), on)


def quiz_places(quiz: Quiz) -> Iterator[Place]:
    """All places of the quiz."""
    for name in quiz.parts:
        yield from (Place(quiz.id, name, answer) for answer in ("", *_ANSWERS))


def quiz_whole(edition: Edition) -> View:
    """All statements with their answers, for those who read them on paper or by ear."""
    blocks: list[Block] = []
    for statement in edition.content.quiz.parts.values():
        truth = paragraph(edition.word(f"quiz.is.{_truth(statement)}"), "strong")
        blocks += [heading(statement.title), truth, *statement.say]
    return whole_view(edition, edition.content.quiz, blocks)


def _answers(edition: Edition, name: str) -> Iterator[Block]:
    for answer in _ANSWERS:
        yield Choice(edition.word(f"quiz.{answer}"), Place(QUIZ, name, answer))


def _answered(edition: Edition, statement: Statement, answer: str) -> Iterator[Block]:
    """Whether it is true as the heading, on which eyes fall first; nobody is told to be wrong."""
    truth = _truth(statement)
    key = "quiz.right" if answer == truth else f"quiz.many.{truth}"
    yield heading(edition.word(f"quiz.{truth}"))
    yield paragraph(statement.title, "soft")
    yield paragraph(edition.word(key, answer=edition.word(f"quiz.{answer}")))
    yield from statement.say


def _truth(statement: Statement) -> str:
    return "true" if statement.is_true else "false"
