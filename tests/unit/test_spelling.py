"""Misspelt and unfinished words: how far a word may be from one that is known."""

import pytest

from kiosk.content.spelling import Vocabulary, edit_distance


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ("", "", 0),
        ("threat", "threat", 0),
        ("threat", "thret", 1),
        ("thret", "threat", 1),
        ("threat", "thraet", 1),
        ("threat", "thrext", 1),
        ("htreat", "threat", 1),
        ("threta", "threat", 1),
        ("ab", "ba", 1),
        ("abc", "cab", 2),
        ("abcd", "acbd", 1),
        ("abc", "", 3),
        ("", "abc", 3),
        ("kitten", "sitting", 3),
        ("ca", "abc", 3),
    ],
)
def test_the_distance_counts_changed_missing_added_and_swapped_letters(
    one: str, other: str, distance: int
) -> None:
    """Each of the four counts one; a swap is of neighbours alone."""
    assert edit_distance(one, other) == distance


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [("thr", "threat", 0), ("thx", "threat", 1), ("threat", "thr", 3), ("", "threat", 0)],
)
def test_an_unfinished_word_may_lack_its_end(one: str, other: str, distance: int) -> None:
    """What the other has beyond is free; what the unfinished one has beyond is not."""
    assert edit_distance(one, other, is_unfinished=True) == distance


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("blackmial", ["blackmail"]),
        ("blackmxyl", ["blackmail"]),
        ("blackxyzl", []),
        ("police", ["police"]),
        ("polixe", ["police"]),
        ("polxye", []),
        ("polices", ["police"]),
        ("pxlixes", []),
        ("pxlicxs", []),
        ("stalkxng", ["stalking"]),
        ("stalkxxg", ["stalking"]),
        ("stlkxxg", []),
        ("tel", []),
        ("tall", ["tell"]),
        ("1112", []),
        ("1234", []),
        ("", []),
    ],
)
def test_a_short_word_may_have_one_slip_and_a_long_one_two(typed: str, meant: list[str]) -> None:
    """From eight letters on two; below four letters, and for numbers, none is guessed at."""
    words = Vocabulary(["blackmail", "police", "stalking", "tell", "tel", "1111", "123x"])
    assert [word for word in words.nearest(typed) if word != "tel"] == meant


@pytest.mark.parametrize(
    ("typed", "known", "is_meant"),
    [
        ("grafik", "graphic", True),
        ("grafikk", "graphic", False),
        ("fotograf", "photograph", False),
        ("grafix", "graphic", False),
        ("foto", "photo", False),
    ],
)
def test_words_that_are_heard_alike_may_be_further_apart(
    typed: str, known: str, *, is_meant: bool
) -> None:
    """Three letters may differ where it sounds the same, with three sounds at least; not four."""
    assert Vocabulary([known]).nearest(typed) == ([known] if is_meant else [])


@pytest.mark.parametrize(
    "others",
    [
        [f"a{first}{second}zo" for first in "bcdefghi" for second in "bcdefghi"],
        [
            f"a{first}{second}zonxxxnixxxxxxxxxxxxxxxxxxxx"
            for first in "bcdefghi"
            for second in "bcdefghi"
        ],
    ],
    ids=["short", "long"],
)
def test_of_many_words_those_that_share_most_letters_are_compared(others: list[str]) -> None:
    """The share counts, so that neither short nor long words push the right one away."""
    assert Vocabulary([*others, "zoning"]).nearest("zonimg") == ["zoning"]


def test_what_is_heard_alike_is_compared_before_all_others() -> None:
    """However many words look more like it."""
    others = [f"grafi{first}{second}zzz" for first in "bcdefghi" for second in "bcdefghi"]
    assert Vocabulary([*others, "graphic"]).nearest("grafik") == ["graphic"]


@pytest.mark.parametrize(("is_unfinished", "meant"), [(True, ["blackmail"]), (False, [])])
def test_an_unfinished_word_is_compared_with_beginnings(
    meant: list[str], *, is_unfinished: bool
) -> None:
    """While somebody types, what is still to come counts for nothing."""
    assert Vocabulary(["blackmail"]).nearest("blacxm", is_unfinished=is_unfinished) == meant


def test_the_nearest_come_and_no_others() -> None:
    """Where one is a slip away, another that is two away is not meant; of many, three come."""
    assert Vocabulary(["blackmail", "blackmaxx"]).nearest("blackmaix") == ["blackmail", "blackmaxx"]
    assert Vocabulary(["blackmail", "blackmxxl"]).nearest("blackmaol") == ["blackmail"]
    alike = [f"lette{letter}" for letter in "abcde"]
    assert len(Vocabulary(alike).nearest("lettex")) == 3


@pytest.mark.parametrize(("length", "is_found"), [(3, False), (4, True)])
def test_words_of_three_letters_are_never_guessed(length: int, *, is_found: bool) -> None:
    """Too many words are a letter away from one another."""
    word = "wxyz"[:length]
    typed = "q" + word[1:]
    assert bool(Vocabulary([word]).nearest(typed)) is (is_found and length > 3)
    assert bool(Vocabulary([word]).nearest(word + "q")) is is_found


@pytest.mark.parametrize(
    ("beginning", "found"),
    [
        ("po", ["police", "post"]),
        ("pol", ["police"]),
        ("police", ["police"]),
        ("policex", []),
        ("a", []),
        ("z", []),
    ],
)
def test_a_beginning_is_completed_in_the_order_of_the_alphabet(
    beginning: str, found: list[str]
) -> None:
    """Every word that begins so, and none that does not."""
    assert Vocabulary(["post", "tell", "police"]).completions(beginning) == found


@pytest.mark.parametrize(("there", "found"), [(11, 11), (12, 12), (13, 12)])
def test_twelve_completions_are_enough(there: int, found: int) -> None:
    """A single letter would begin half of all words."""
    words = [f"word{number:02}" for number in range(there)]
    assert Vocabulary(words).completions("word") == words[:found]


@pytest.mark.parametrize(("word", "is_known"), [("post", True), ("pos", False), ("zz", False)])
def test_a_word_is_known_whole(word: str, *, is_known: bool) -> None:
    """Neither a beginning nor what would stand behind the last word counts."""
    assert (word in Vocabulary(["post", "police"])) is is_known
