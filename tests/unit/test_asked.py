"""What people have asked before: how it is read, and what it says of a new question."""

from pathlib import Path

import pytest

from kiosk.content.asked import NOTHING_HERE, Asked
from kiosk.content.faults import ContentError
from kiosk.content.folding import folded_words, stem
from kiosk.content.load import load_content
from kiosk.content.search import SearchIndex
from kiosk.paths import content_folder

OFTEN = 40
"""As many times is each question asked: what few have asked with proves nothing."""
ASKED = {
    "cats": tuple(f"my cat {does}" for does in "is lost,ran off,purrs,is old".split(",")) * OFTEN,
    "dogs": ("my dog is lost", "walk the dog", "a dog is old") * OFTEN,
    "fire": ("the house is on fire", "smoke in the house", "i smell smoke") * OFTEN,
    "rest": ("a fire in the shed", "the shed"),
}


def row(question: str) -> list[str]:
    """A question as the search hands it over."""
    return list(map(stem, folded_words(question)))


@pytest.fixture(scope="module")
def asked() -> Asked:
    """A few questions, counted."""
    return Asked(ASKED, {"fire"})


@pytest.fixture(scope="module")
def index() -> SearchIndex:
    """The shipped words, ready to be searched."""
    return SearchIndex(load_content(content_folder()))


@pytest.mark.parametrize(
    ("question", "answer"),
    [("the cat", "cats"), ("whose dog is that", "dogs"), ("smoke", "fire"), ("xyzzy", "")],
)
def test_a_new_question_leans_to_what_answered_those_like_it(
    asked: Asked, question: str, answer: str
) -> None:
    """By the words that it shares with them; words that nobody used lean to nothing."""
    assert asked.leaning(row(question)).answer == answer


def test_the_lead_is_that_over_the_next_which_is_no_ally(asked: Asked) -> None:
    """So it is clear that somebody asks for a helpline, though not yet for which."""
    leaning = asked.leaning(row("a dog or a cat in the house"))
    first, second, third, _ = sorted(leaning.answers.values(), reverse=True)
    best, ally, _, _ = sorted(leaning.answers, key=leaning.to, reverse=True)
    assert leaning.answer == best
    assert leaning.lead() == pytest.approx(first - second)
    assert leaning.lead({best, ally}) == pytest.approx(first - third)
    assert asked.leaning([]).lead() == 0


def test_of_two_that_had_a_word_alike_the_one_asked_more_often_is_likelier() -> None:
    """The more questions an answer has, the likelier is one more."""
    often, rarely = ("where is the lift",) * 30 + ("stairs",) * 30, ("lift", "stairs") * 5
    assert Asked({"rarely": rarely, "often": often}, set()).leaning(["lift"]).answer == "often"


def test_danger_is_told_by_its_odds(asked: Asked) -> None:
    """Above 0 for words of danger, below 0 for others, and 0 where nothing is known."""
    assert asked.leaning(row("smoke and fire")).odds_of() > 0
    assert asked.leaning(row("my cat")).odds_of() < 0
    assert asked.leaning(row("xyzzy")).odds_of() == asked.leaning([]).odds_of() == 0


def test_each_kind_of_danger_has_odds_of_its_own() -> None:
    """What speaks for one kind speaks for no other, though it speaks for danger."""
    asked = Asked(
        {**ASKED, "flood": ("water in the house", "the water rises", "water everywhere") * OFTEN},
        {"fire", "flood"},
    )
    odds = asked.leaning(row("smoke")).odds
    assert odds["fire"] > 0 == odds["flood"] < asked.leaning(row("smoke")).odds_of()


def test_what_was_hardly_asked_counts_for_nothing(asked: Asked) -> None:
    """A word counts from the third time, and no two in a row: all stays small."""
    assert asked.words["smok"] == {"fire": 64}, "80 times, to the nearest power of two"
    assert asked.words["fir"] == {"fire": 32, "rest": 1}
    assert "shed" not in asked.words
    assert not any(" " in word for word in asked.words)
    assert asked.questions == {"cats": 160, "dogs": 120, "fire": 120, "rest": 2}


def test_what_was_asked_in_other_words_is_found(index: SearchIndex) -> None:
    """Questions of which no rule knows the words."""
    for question, name in (
        ("the account keeps counting down the minutes", "someone-is-threatening-me"),
        ("will people ever stop whispering about me", "afterwards"),
    ):
        first = index.search(question).hits[0]
        assert (first.reading or first.found).name == name


def test_danger_in_other_words_raises_the_numbers(index: SearchIndex) -> None:
    """And where it is not sure, its plan stands behind the page that answers best."""
    answer = index.search("he is in a mood and lobs bottles at mum")
    assert answer.danger is not None
    assert "help-not-safe" in [hit.found.name for hit in answer.hits[:2]]


@pytest.mark.parametrize(
    "question",
    ["how does priestley present the suicide of eva smith", "staff training on self harm policy"],
)
def test_danger_in_a_question_for_homework_is_none(index: SearchIndex, question: str) -> None:
    """Words that are danger by themselves are none in a question that nothing here answers."""
    assert index.search(question).danger is None


@pytest.mark.parametrize("question", ["when is the next bus to the station", "how do i print this"])
def test_what_nothing_here_answers_finds_nothing(index: SearchIndex, question: str) -> None:
    """Whoever asks is sent to the staff."""
    answer = index.search(question)
    assert not answer.hits
    assert answer.is_elsewhere


def test_one_word_may_be_the_beginning_of_another(index: SearchIndex) -> None:
    """While somebody types, nothing says yet that the kiosk can't help."""
    assert index.search("black").hits


def test_a_small_word_before_it_makes_no_question(index: SearchIndex) -> None:
    """Nobody can tell from "the law", no more than from "law", that nothing here answers it."""
    first = index.search("the law").hits[0]
    assert (first.reading or first.found).name == "the-law"


def test_a_library_may_add_questions_of_its_own(tmp_path: Path) -> None:
    """Those of all folders count; for a page that there is not, it is told where."""
    local = tmp_path / "en"
    local.mkdir()
    (local / "asked.yaml").write_text(f"{NOTHING_HERE}: |\n  qwortel\n\n  frumious\n")
    content = load_content([content_folder(), tmp_path])
    assert content.asked[NOTHING_HERE][-2:] == ("qwortel", "frumious")
    (local / "asked.yaml").write_text("the-lw: |\n  qwortel\nquiz: [qwortel]\n")
    with pytest.raises(ContentError) as error:
        load_content([content_folder(), tmp_path])
    wrong, listed = map(str, error.value.faults)
    assert "asked.yaml:1: No topic, pathway, helpline or danger 'the-lw'" in wrong
    assert "asked.yaml:3: Write 'name: |' here" in listed


def test_words_are_counted_in_the_order_in_which_they_are_asked() -> None:
    """Whoever writes the table down writes it alike each time, so two servers give one file."""
    asked = Asked({"topic": ["zebra apple mango", "apple mango zebra", "zebra apple mango"]}, set())
    words = [term for term in asked.words if " " not in term]
    assert words
    assert words == sorted(words, key=["zebra", "appl", "apple", "mango"].index)
