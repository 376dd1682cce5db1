"""How hard a text is: syllables, sentences, and what the formula must not be misled by."""

import pytest

from kiosk.staff.check.passages import Passage
from kiosk.staff.check.reading_age import grade_of, sentences_of
from kiosk.staff.check.syllables import syllables_of


def sentences(text: str) -> list[str]:
    """The texts of the sentences in a passage."""
    return [sentence.text for sentence in sentences_of(_passage(text))]


def words(text: str) -> tuple[str, ...]:
    """The words that count in a text of one sentence."""
    (sentence,) = sentences_of(_passage(text))
    return sentence.words


def _passage(text: str) -> Passage:
    return Passage("en/topics/one.md", 10, text, is_running=True, audiences=frozenset())


@pytest.mark.parametrize(
    ("count", "listed"),
    [
        (1, "you shared liked the world's"),
        (2, "picture people someone something safer sometimes little wanted being going"),
        (3, "somebody video understand safeguarding happening"),
        (4, "society information community designated"),
        (5, "university organisation"),
    ],
)
def test_syllables(count: int, listed: str) -> None:
    """Silent and spoken vowels are told apart as the pronouncing dictionary does."""
    assert {word: syllables_of(word) for word in listed.split()} == dict.fromkeys(
        listed.split(), count
    )


def test_the_formula() -> None:
    """The grade is that of Flesch and Kincaid: ten words, one sentence, thirteen syllables."""
    (sentence,) = sentences_of(_passage("the cat and the dog saw the little yellow rabbit"))
    assert (len(sentence.words), sentence.syllables) == (10, 13)
    assert grade_of([sentence]) == pytest.approx(0.39 * 10 + 11.8 * 13 / 10 - 15.59)


def test_where_sentences_end() -> None:
    """At a full stop, behind its quotation mark, and before what is said after a colon."""
    text = 'Tell a friend today. You can say: "Please help me with this." What then? Ring them now!'
    assert sentences(text) == [
        "Tell a friend today.",
        "You can say:",
        '"Please help me with this.',
        "Ring them now!",
    ]


def test_what_is_read_at_a_glance_is_no_sentence() -> None:
    """One or two words would make any page easy."""
    assert sentences("No. Not yet. Say: Please stop it.") == ["Say: Please stop it."]


def test_each_sentence_has_its_line() -> None:
    """Lines are those of the file, counted from where the passage begins."""
    text = "Tell a\nfriend today. Then ring\nthe police now."
    assert [sentence.line for sentence in sentences_of(_passage(text))] == [10, 11]


def test_numbers_and_addresses_are_left_out() -> None:
    """A telephone number is not two easy words, nor an address one hard word."""
    text = "Ring them on 0800 1111 or 18001 101, or see childline.org.uk/help or help@nspcc.org.uk."
    assert words(text) == ("Ring", "them", "on", "or", "or", "see", "or")


def test_a_name_is_one_syllable() -> None:
    """Names and initials cannot be replaced by easier words; the first word may be an easy one."""
    (with_names,) = sentences_of(_passage("You can ring Samaritans or the NSPCC about university."))
    assert with_names.syllables == 1 + 1 + 1 + 1 + 1 + 1 + 1 + 2 + 5
    (first,) = sentences_of(_passage("Universities can ring them."))
    assert first.syllables == 5 + 1 + 1 + 1
    (initials,) = sentences_of(_passage("UNICEF can ring them."))
    assert initials.syllables == 1 + 1 + 1 + 1
