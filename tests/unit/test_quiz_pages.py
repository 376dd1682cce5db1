"""The quiz: a statement, two answers, and one truth; where each page leads."""

from dataclasses import replace

import msgspec
import pytest

from kiosk.content.blocks import Choice, Heading, Place, paragraph, text_of
from kiosk.content.piece import Quiz, Statement
from kiosk.pages.edition import Edition
from kiosk.pages.here import PAPER
from kiosk.pages.quiz_page import quiz_places, quiz_view, quiz_whole
from kiosk.pages.topic_page import origin, ways_on
from kiosk.pages.view import View

TOPIC = "the-law"
ON_EACH = paragraph("On each page.")


def statement(name: str, *, is_true: bool, read: str = "") -> Statement:
    """A statement with its name as its words."""
    say = (paragraph(f"Why {name}."),)
    return Statement(title=name, is_true=is_true, say=say, sources=("1.1",), read=read)


@pytest.fixture
def quizzing(edition: Edition) -> Edition:
    """The words with a quiz of two statements; the last is true and leads to a topic."""
    statements = {
        "first": statement("first", is_true=False),
        "last": statement("last", is_true=True, read=TOPIC),
    }
    quiz = msgspec.structs.replace(
        edition.content.quiz,
        title="Quiz",
        parts=statements,
        also_show=(ON_EACH,),
        next=(TOPIC, "travels"),
    )
    return replace(edition, content=msgspec.structs.replace(edition.content, quiz=quiz))


def choices(view: View) -> list[Choice]:
    """The lines that lead somewhere."""
    return [block for block in view.blocks if isinstance(block, Choice)]


@pytest.mark.parametrize(
    ("name", "answer", "number"), [("first", "", 1), ("last", "", 2), ("last", "true", 2)]
)
def test_each_page_says_which_of_how_many_it_is(
    quizzing: Edition, name: str, answer: str, number: int
) -> None:
    """The title is the quiz's; its statement stands on it, with what is always in sight."""
    view = quiz_view(quizzing, PAPER, name, answer)
    assert view.title == "Quiz"
    assert view.aside == quizzing.word("question.place", number=number, of=2)
    assert name in map(text_of, view.blocks)
    assert view.always == (ON_EACH,)


def test_a_statement_has_two_answers(quizzing: Edition) -> None:
    """True first, then not true; neither says which is right."""
    assert choices(quiz_view(quizzing, PAPER, "first")) == [
        Choice(quizzing.word("quiz.true"), Place("quiz", "first", "true")),
        Choice(quizzing.word("quiz.false"), Place("quiz", "first", "false")),
    ]


@pytest.mark.parametrize(
    ("name", "answer", "truth", "told"),
    [
        ("first", "false", "quiz.false", "quiz.right"),
        ("first", "true", "quiz.false", "quiz.many.false"),
        ("last", "true", "quiz.true", "quiz.right"),
        ("last", "false", "quiz.true", "quiz.many.true"),
    ],
)
def test_the_truth_is_the_heading_and_a_right_answer_is_said_to_be_right(
    quizzing: Edition, name: str, answer: str, truth: str, told: str
) -> None:
    """The largest words are what is true, and the statement is small; then the answer, and why."""
    word = quizzing.word
    blocks = quiz_view(quizzing, PAPER, name, answer).blocks
    assert isinstance(blocks[0], Heading)
    assert blocks[1] == paragraph(name, "soft")
    said = word(told, answer=word(f"quiz.{answer}"))
    assert list(map(text_of, blocks[:4])) == [word(truth), name, said, f"Why {name}."]


def test_an_answer_leads_to_the_next_statement(quizzing: Edition) -> None:
    """And nowhere else, where it names nothing to read."""
    (following,) = choices(quiz_view(quizzing, PAPER, "first", "true"))
    assert following == Choice(quizzing.word("piece.next"), Place("quiz", "last"))


def test_the_last_answer_leads_on_to_what_helps(quizzing: Edition) -> None:
    """What it names itself, then the quiz's own ways but that one, then people to talk to."""
    title = quizzing.content.title_of(TOPIC)
    read, travels, people = choices(quiz_view(quizzing, PAPER, "last", "false"))
    assert read == Choice(quizzing.word("quiz.read", title=title), Place("topic", TOPIC))
    assert travels.leads_to == quizzing.content.travels.beginning
    assert people.leads_to == Place("people")


@pytest.mark.parametrize(
    ("name", "answer"), [("", ""), ("other", ""), ("first", "no"), ("", "true")]
)
def test_another_name_is_refused(quizzing: Edition, name: str, answer: str) -> None:
    """Neither a statement nor an answer."""
    with pytest.raises(LookupError):
        quiz_view(quizzing, PAPER, name, answer)


def test_every_page_is_known(quizzing: Edition) -> None:
    """Each statement and both its answers, in order."""
    assert list(quiz_places(quizzing.content.quiz)) == [
        Place("quiz", name, answer)
        for name in ("first", "last")
        for answer in ("", "true", "false")
    ]


def test_on_paper_everything_is_on_one_page(quizzing: Edition) -> None:
    """What is on each page first; each statement, its truth, why; then ways on, and origin."""
    quiz: Quiz = quizzing.content.quiz
    view = quiz_whole(quizzing)
    word = quizzing.word
    assert [text_of(block) for block in view.blocks[:7]] == [
        "On each page.",
        *("first", word("quiz.is.false"), "Why first."),
        *("last", word("quiz.is.true"), "Why last."),
    ]
    assert view.blocks[7:] == (
        *ways_on(quizzing, quiz.next),
        origin(quizzing, quiz.sources, quiz.reviewed),
    )
    assert view.reading
