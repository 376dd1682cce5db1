"""The two pieces: strictly loaded, confirmed, kind, and seen whole on one screen."""

import re
from pathlib import Path
from statistics import mean

import pytest

from kiosk.content.blocks import Choice, Place
from kiosk.content.model import Content
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.edition import Edition
from kiosk.pages.here import PAPER
from kiosk.pages.quiz_page import quiz_places, quiz_view
from kiosk.pages.travels_page import enlarge, travels_view
from tests.unit.conftest import FEW_WORDS, faults_of, line_with, replace_in, write_few_words
from tests.unit.test_words import sentences

MEASURE, PAGE_LINES = 72, 18
"""What a screen of 80 by 24 has for a page."""


def shown(catalogue: Catalogue, place: Place, measure: int = MEASURE) -> list[str]:
    """A page's lines."""
    _, page = catalogue.open(place, measure)
    return ["".join(piece.text for piece in line).rstrip() for line in page.lines]


def people(edition: Edition, name: str, sign: str) -> int:
    """How often a sign stands in the drawing of a step."""
    drawing = edition.content.travels.parts[name].drawing
    return sum(span.text.count(sign) for line in drawing for span in line)


def test_every_part_rests_on_confirmed_sources(content: Content) -> None:
    """Each step and each statement cites sources, and all are marked C or C2."""
    for piece in content.pieces:
        for part in piece.parts.values():
            assert part.sources
            assert {content.sources[name].mark for name in part.sources} <= {"C", "C2"}, part.title


def test_sentences_are_short(content: Content) -> None:
    """The mean sentence of each piece has twelve words at most."""
    for piece in content.pieces:
        blocks = tuple(block for part in piece.parts.values() for block in part.say)
        assert mean(map(len, sentences(blocks))) <= 12, piece.id


def test_the_law_is_said_to_be_that_of_england_and_wales(content: Content) -> None:
    """Each part that names a crime or the law says where that law holds."""
    for piece in content.pieces:
        for part in piece.parts.values():
            said = str(part.say)
            if "a crime" in f"{part.title} {said}" or "law" in part.title:
                assert "England and Wales" in said, part.title


def test_the_quiz_has_enough_that_is_true_and_enough_that_is_not(content: Content) -> None:
    """Twelve statements at least, and never more than three in a row alike."""
    answers = [statement.is_true for statement in content.quiz.parts.values()]
    assert len(answers) >= 12
    runs = [answers[at : at + 4] for at in range(len(answers) - 3)]
    assert all(len(set(run)) == 2 for run in runs)


def test_both_answers_to_a_statement_get_the_same_truth(edition: Edition) -> None:
    """What is true does not depend on what was answered, and nobody is told to be wrong."""
    for name, statement in edition.content.quiz.parts.items():
        truth = edition.word("quiz.true" if statement.is_true else "quiz.false")
        pages = [quiz_view(edition, PAPER, name, answer).blocks for answer in ("true", "false")]
        assert (pages[0][:2], pages[0][3:]) == (pages[1][:2], pages[1][3:])
        assert truth in str(pages[0][0])
        assert "wrong" not in str([page[:3] for page in pages]).lower()


def test_the_last_page_of_each_leads_on(edition: Edition) -> None:
    """After the last step or answer come topics, and people to talk to."""
    content = edition.content
    last_step, last_statement = list(content.travels.parts)[-1], list(content.quiz.parts)[-1]
    for view in (
        travels_view(edition, PAPER, last_step),
        quiz_view(edition, PAPER, last_statement, "true"),
    ):
        places = [block.leads_to for block in view.blocks if isinstance(block, Choice)]
        assert Place("people") in places
        assert any(isinstance(place, Place) and place.kind == "topic" for place in places)


@pytest.mark.parametrize("name", ["", "nobody", "pay/perhaps", "/true"])
def test_there_is_no_page_of_another_name(edition: Edition, name: str) -> None:
    """A name that is no step, statement or answer is refused."""
    with pytest.raises(LookupError):
        quiz_view(edition, PAPER, name)
    with pytest.raises(LookupError):
        travels_view(edition, PAPER, name)


def test_every_page_fits_on_one_screen(catalogue: Catalogue) -> None:
    """At 80 by 24, each page stands whole, down to its last line."""
    content = catalogue.edition.content
    names = [Place("travels", name) for name in content.travels.parts]
    names += quiz_places(content.quiz)
    for place in names:
        _, page = catalogue.open(place, MEASURE)
        assert (place, len(page.lines) <= PAGE_LINES) == (place, True)


def test_the_drawing_stands_beside_its_words_on_every_screen(catalogue: Catalogue) -> None:
    """With 72 cells and with 38, the first line has the drawing's and the words' beginning."""
    for name, step in catalogue.edition.content.travels.parts.items():
        for measure in (72, 38):
            first = shown(catalogue, Place("travels", name), measure)[0]
            assert first.startswith("O─")
            assert step.title.split()[0] in first


def test_a_large_drawing_has_the_same_people(edition: Edition) -> None:
    """As many of each kind, with longer ways between them, and no word torn apart."""
    for step in edition.content.travels.parts.values():
        small, large = (
            "\n".join("".join(span.text for span in line) for line in drawing)
            for drawing in (step.drawing, enlarge(step.drawing))
        )
        for sign, shown in (("O", "●"), ("@", "○"), ("·", "·")):
            assert small.count(sign) == large.count(shown)
        assert re.findall("[a-z ]+[a-z]", small) == re.findall("[a-z ]+[a-z]", large)
        assert len(large.split("\n")) == 2 * len(small.split("\n")) - 1


def test_the_picture_travels_and_then_stops(edition: Edition) -> None:
    """More and more people have it, up to 13; then fewer with every step, never more again."""
    having = [people(edition, name, "@") for name in edition.content.travels.parts]
    top = having.index(max(having))
    assert having[:3] == [1, 4, 13]
    assert having[:top] == sorted(having[:top])
    assert having[top:] == sorted(having[top:], reverse=True)
    assert having[-1] < 3


def test_each_sign_is_explained_where_it_is_drawn(edition: Edition) -> None:
    """The legend under a drawing has the signs in it and no others, so no colour is needed."""
    for name, step in edition.content.travels.parts.items():
        assert set(step.signs) == {sign for sign in "O@·" if people(edition, name, sign)}


def test_they_are_in_the_list_for_young_people(catalogue: Catalogue) -> None:
    """One after the other, in a group of it."""
    _, page = catalogue.open(Place("group", "young people", "facts"), MEASURE)
    kinds = [spot.leads_to.kind for spot in page.spots if isinstance(spot.leads_to, Place)]
    assert kinds.index("quiz") == kinds.index("travels") + 1


@pytest.mark.parametrize("topic", ["why-people-share", "what-can-happen", "safer-internet-day"])
def test_topics_lead_to_them(content: Content, topic: str) -> None:
    """From what is about the same thing, both pieces are one choice away."""
    assert {"travels", "quiz"} <= set(content.topics[topic].next)


@pytest.mark.parametrize(
    ("file", "old", "new", "at", "fault"),
    [
        ("quiz", "true: false", "true: perhaps", "true: perhaps", "true or false"),
        ("quiz", "    read: what-counts", "    read: nowhere", "  fakes:", "'nowhere'"),
        ("quiz", "    read: what-counts\n", "", "statement: A fake", "'read' is missing"),
        ("quiz", 'sources: ["4.6"', 'sources: ["4.99"', '"4.99"', "'4.99' is not in sources"),
        ("quiz", "(helpline:childline). They", "(helpline:nobody). They", "nobody", "nobody"),
        ("quiz", "review_by: 2027-05-25", "review_by: 2026-05-25", "review_by", "later than"),
        ("travels", "next: [help-picture-out", "next: [nowhere", "next:", "'nowhere'"),
        ("travels", "      O─@\n", "      O─?\n", "O─?", "'?' cannot be drawn"),
        ("travels", "      O─@\n", "      O──────────@ somebody\n", "somebody", "20 characters"),
        ("travels", "      O─@\n", "      nobody\n", "nobody", "Nobody is in this drawing"),
        ("travels", '  "@": may', '  "@@": may', '"@@"', "must be one character"),
    ],
)
def test_faults_are_told_with_file_and_line(
    words_copy: Path, file: str, old: str, new: str, at: str, fault: str
) -> None:
    """Each fault names the file and the line in it, and says what is wrong."""
    path = words_copy / "en" / f"{file}.yaml"
    replace_in(path, old, new)
    found = faults_of(words_copy)
    assert [f for f in found if fault in f], found
    line = line_with(path, at)
    assert any(f.startswith(f"en/{file}.yaml:{line}:") and fault in f for f in found), (line, found)


def test_a_drawing_that_is_too_high_is_told(words_copy: Path) -> None:
    """At the line where it begins."""
    path = words_copy / "en/travels.yaml"
    replace_in(path, "      O─@\n", "      O─@\n" * 11)
    (fault,) = faults_of(words_copy)
    assert fault.startswith(f"en/travels.yaml:{line_with(path, 'O─@')}: A drawing has 10 lines")


@pytest.mark.parametrize(("file", "part"), [("travels", "step"), ("quiz", "statement")])
def test_a_piece_without_parts_is_told(tmp_path: Path, file: str, part: str) -> None:
    """A file with no step or statement in it is no piece."""
    text = FEW_WORDS[f"en/{file}.yaml"]
    text = text[: text.index(f"{part}s:")] + f"{part}s: {{}}\n"
    write_few_words(tmp_path, **{file: text})
    assert f"en/{file}.yaml: There is no {part} here; write one under '{part}s:'." in faults_of(
        tmp_path
    )


def test_a_topic_may_not_have_a_pieces_name(tmp_path: Path) -> None:
    """Otherwise one of them could not be reached."""
    write_few_words(tmp_path)
    topic = tmp_path / "en/topics/quiz.md"
    topic.write_text((tmp_path / "en/topics/one.md").read_text())
    assert faults_of(tmp_path) == [
        "en/quiz.yaml: A topic is called 'quiz' too; give one another name."
    ]
