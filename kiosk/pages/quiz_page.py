"""True or not? A statement a page, and behind it the answer with its reason. No score is kept."""

from collections.abc import Iterator

from kiosk.content.blocks import Block, Choice, Gap, Heading, Place, Span, paragraph
from kiosk.content.piece import Quiz, Statement
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.topic_page import choices_on, origin, ways_on
from kiosk.pages.view import View

_ANSWERS = ("true", "false")


def quiz_view(edition: Edition, _here: Here, name: str, answer: str = "") -> View:
    """A statement, or what is true about it.

    Args:
        edition: The words.
        name: The statement's id.
        answer: What was answered, `true` or `false`; nothing to be asked.

    Raises:
        LookupError: There is no such statement or answer.
    """
    quiz = edition.content.quiz
    number = quiz.number_of(name)
    if answer not in ("", *_ANSWERS):
        raise LookupError(answer)
    statement = quiz.statements[name]
    body = _answered(edition, quiz, name, answer) if answer else _asked(edition, name)
    return View(
        title=quiz.title,
        aside=edition.word("question.place", number=number, of=len(quiz.statements)),
        blocks=(_title(statement.title), *body, *quiz.also_show),
    )


def quiz_places(quiz: Quiz) -> Iterator[Place]:
    """All places of the quiz."""
    for name in quiz.statements:
        yield from (Place(quiz.id, name, answer) for answer in ("", *_ANSWERS))


def quiz_whole(edition: Edition) -> View:
    """All statements with their answers, for those who read them on paper or by ear."""
    quiz = edition.content.quiz
    blocks: list[Block] = []
    for statement in quiz.statements.values():
        blocks += [_title(statement.title), _truth(edition, statement), *statement.say]
    return View(
        title=quiz.title,
        blocks=(
            *quiz.also_show,
            *blocks,
            *ways_on(edition, quiz.next),
            origin(edition, quiz.sources, quiz.reviewed),
        ),
        reading=True,
    )


def _asked(edition: Edition, name: str) -> Iterator[Block]:
    yield Gap()
    yield Gap()
    for answer in _ANSWERS:
        yield Choice(_answer_words(edition, answer), Place(Quiz.id, name, answer))
    yield Gap()
    yield Gap()


def _answered(edition: Edition, quiz: Quiz, name: str, answer: str) -> Iterator[Block]:
    """What is true, why, and the way on; after the last statement, to topics and helplines."""
    content = edition.content
    statement = quiz.statements[name]
    said = edition.word("quiz.said", answer=_answer_words(edition, answer))
    yield paragraph(said, "soft")
    yield _truth(edition, statement)
    yield from statement.say
    yield Gap()
    following = quiz.after(name)
    if following is not None:
        yield Choice(edition.word("piece.next"), Place(quiz.id, following))
    if statement.read:
        title = content.title_of(statement.read)
        yield Choice(edition.word("quiz.read", title=title), content.place_of(statement.read))
    if following is None:
        yield from choices_on(edition, (name for name in quiz.next if name != statement.read))
    yield Gap()


def _title(words: str) -> Block:
    return Heading((Span(words),), level=3)


def _truth(edition: Edition, statement: Statement) -> Block:
    return paragraph(
        edition.word("quiz.is.true" if statement.is_true else "quiz.is.false"), "strong"
    )


def _answer_words(edition: Edition, answer: str) -> str:
    return edition.word("quiz.true" if answer == "true" else "quiz.false")
