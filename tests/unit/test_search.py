"""Search: a visitor in a hurry, with any spelling, finds the way to help."""

import pickle

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.load import load_content
from kiosk.content.meanings import Meanings
from kiosk.content.model import Content, Meaning
from kiosk.content.search import SearchIndex
from kiosk.content.tuning import MOST_FOUND
from kiosk.paths import content_folder
from tests.search.own_pages import TITLES, with_own_pages
from tests.search.queries import tuned_queries

BOUNDED = settings(max_examples=200)


def every(index: SearchIndex, query: str) -> list[str]:
    """The ids of everything found, best first."""
    return [hit.found.name for hit in index.search(query).hits]


def found(index: SearchIndex, query: str) -> list[str]:
    """The ids of the topics found, best first."""
    things = [hit.reading or hit.found for hit in index.search(query).hits]
    return [thing.name for thing in things if thing.place.kind == "topic"]


def test_urgent_topics_are_found_by_each_of_their_keywords(
    content: Content, index: SearchIndex
) -> None:
    """Whatever a frightened visitor may type, misspelt too, the urgent topic is in the list."""
    for topic in ("someone-is-threatening-me", "a-picture-is-out-there"):
        for keyword in content.topics[topic].keywords:
            assert (keyword, topic in found(index, keyword)) == (keyword, True)


@pytest.mark.parametrize(
    ("query", "topic"),
    [
        ("blackmail", "someone-is-threatening-me"),
        ("blackmale", "someone-is-threatening-me"),
        ("threat", "someone-is-threatening-me"),
        ("someone is threatening me", "someone-is-threatening-me"),
        ("leaked", "a-picture-is-out-there"),
        ("take down", "a-picture-is-out-there"),
        ("illegal", "the-law"),
        ("childline", "who-to-tell"),
        ("privacy", "about-this-kiosk"),
    ],
)
def test_the_right_topic_stands_first(index: SearchIndex, query: str, topic: str) -> None:
    """For plain words of a need, the first line of the list is the answer to it."""
    assert found(index, query)[0] == topic


@pytest.mark.parametrize(
    ("word", "topic"),
    [
        ("blackmail", "someone-is-threatening-me"),
        ("threat", "someone-is-threatening-me"),
        ("leaked", "a-picture-is-out-there"),
        ("takedown", "a-picture-is-out-there"),
    ],
)
def test_topics_are_found_while_typing(index: SearchIndex, word: str, topic: str) -> None:
    """From the third letter on, the topic is in the list at every letter."""
    for end in range(3, len(word) + 1):
        assert topic in found(index, word[:end]), word[:end]


def test_common_words_tell_nothing(index: SearchIndex) -> None:
    """Words that stand in every question change nothing about which answer is best."""
    assert found(index, "what do I do about blackmail")[0] == found(index, "blackmail")[0]
    assert found(index, "the blackmail")[0] == found(index, "blackmail")[0]


def test_capitals_and_punctuation_do_not_matter(index: SearchIndex) -> None:
    """A word is the same word in capitals, with a mark behind it or a curly apostrophe in it."""
    assert found(index, "BLACKMAIL!?") == found(index, "blackmail")
    assert found(index, "can\N{RIGHT SINGLE QUOTATION MARK}t") == found(index, "can't")


@pytest.mark.parametrize("query", ["", "   ", "?!", "xyzzyqw", "\N{BOOKS}"])
def test_where_nothing_fits_nothing_is_found(index: SearchIndex, query: str) -> None:
    """An empty or unknown query gives an empty list, and the page then offers the urgent doors."""
    assert every(index, query) == []


def test_two_pathways_of_one_need_are_not_found_by_nothing(content: Content) -> None:
    """The second pathway to a topic is found by its words, not by a query that has none."""
    pathway = content.pathways["help-threatened"]
    second = msgspec.structs.replace(pathway, id="help-second")
    both = msgspec.structs.replace(content, pathways={**content.pathways, second.id: second})
    index = SearchIndex(both)
    assert every(index, "") == every(index, "xyzzyqw") == []
    assert second.id in every(index, second.title)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sextorshun", "sextortion"),
        ("blakmail", "blackmail"),
        ("thretening", "threatening"),
        ("anonymus", "anonymous"),
        ("leagal", "legal"),
    ],
)
def test_misspelt_words_are_understood(index: SearchIndex, typed: str, meant: str) -> None:
    """A word that only sounds or looks like the right one finds the same topic first."""
    assert found(index, typed)[0] == found(index, meant)[0]


def test_the_list_fits_on_a_small_screen(index: SearchIndex) -> None:
    """However much answers, no more is listed than stands on 24 rows."""
    assert len(every(index, "nude picture video police law app")) <= MOST_FOUND


def test_words_of_a_parent_bring_the_topics_for_parents_first(index: SearchIndex) -> None:
    """The same need gets another answer when a parent tells of it."""
    assert found(index, "being blackmailed")[0] == "someone-is-threatening-me"
    assert found(index, "my son is being blackmailed")[0] == "if-your-child-tells-you"


@pytest.mark.parametrize(
    ("situation", "pathway"),
    [
        ("my ex says he will send it to my mum", "help-threatened"),
        ("i paid him and he wants more", "help-threatened"),
        ("I'm 19 but I was 16 in it", "help-picture-out"),
        ("i want it taken down", "help-picture-out"),
        ("a girl in my class showed me one", "help-sent-one"),
        ("he keeps asking for nudes", "help-asked"),
        ("i passed one on", "help-passed-on"),
        ("my son is being blackmailed", "help-my-child"),
        ("a pupil told me about a nude", "help-a-pupil"),
        ("who should i tell", "help-who-to-tell"),
    ],
)
def test_a_situation_brings_its_pathway_first(
    index: SearchIndex, situation: str, pathway: str
) -> None:
    """Whoever tells what happened is offered the questions, and with them what there is to read."""
    first = index.search(situation).hits[0]
    assert (first.found.name, first.found.place.kind) == (pathway, "question")
    assert first.reading is not None
    assert first.reading.place.kind == "topic"


def test_every_pathway_is_found_by_its_title(content: Content, index: SearchIndex) -> None:
    """Whoever remembers a title, or types it from a list, finds it in the first line."""
    for pathway in content.pathways.values():
        assert every(index, pathway.title)[0] == pathway.id


def test_every_page_of_a_librarys_own_is_found_by_its_title(content: Content) -> None:
    """Whatever else answers those words, and though nothing else here is about them."""
    index = SearchIndex(with_own_pages(content))
    first = [next(iter(index.search(title).hits), None) for title in TITLES]
    assert [hit and hit.found.title for hit in first] == list(TITLES)
    assert every(index, "when is homework club")[0] == "own-1"


def test_a_pathway_and_its_topic_take_one_place(content: Content, index: SearchIndex) -> None:
    """What is about the same need stands in the list once, so three places hold three answers."""
    guides = {pathway.reading for pathway in content.pathways.values()}
    for query in tuned_queries():
        hits = index.search(query.query).hits
        topics = [(hit.reading or hit.found).name for hit in hits]
        assert len(topics) == len(set(topics))
        assert all(hit.reading.name in guides for hit in hits if hit.reading)


def test_parents_are_not_led_into_the_questions_for_young_people(index: SearchIndex) -> None:
    """Where somebody speaks of a child, the topic is found without the young person's pathway."""
    hits = index.search("how do i get my daughters pictures removed").hits
    assert "a-picture-is-out-there" in [hit.found.name for hit in hits]


def test_the_pieces_are_found(index: SearchIndex) -> None:
    """By their titles, and by what they are about."""
    assert every(index, "how one picture travels")[0] == "travels"
    assert every(index, "true or not")[0] == "quiz"
    assert "travels" in every(index, "can i take it back")


def test_an_answer_says_what_is_meant(index: SearchIndex) -> None:
    """The meanings come with what was found, so that nobody has to ask twice."""
    assert "own life" in index.search("i want to die").meanings
    assert "own life" not in index.search("quiz").meanings


def test_a_language_has_common_words_of_its_own() -> None:
    """They tell nothing of what is meant, and may stand within what is said loosely."""
    said = Meaning(means="leaked", words=("llun noeth",), is_loose=True)
    common = Meaning(means="@common", words=("mae", "yn"))
    row = ["llun", "mae", "noeth"]
    assert list(Meanings([said, common]).found_in(row)) == [("leaked", 0, 3)]
    assert list(Meanings([said]).found_in(row)) == []
    assert [Meanings([said, common]).is_common(word) for word in ("yn", "noeth", "the")] == [
        True,
        False,
        True,
    ]


def test_an_index_can_be_handed_to_another_process(index: SearchIndex) -> None:
    """The index is made in one process and used in others: it survives pickling, in full."""
    copy = pickle.loads(pickle.dumps(index))
    assert found(copy, "he says he will post it") == found(index, "he says he will post it")


def test_nothing_of_a_query_is_kept() -> None:
    """After any search the index is, byte for byte, what it was before."""
    index = SearchIndex(load_content(content_folder()))
    before = pickle.dumps(index)
    for query in ("zebrafinch", "he says he will post it", "my son zebrafinch sextorshun"):
        index.search(query)
    assert pickle.dumps(index) == before


@BOUNDED
@given(st.text(max_size=100))
def test_any_query_gives_a_list_without_doubles(
    content: Content, index: SearchIndex, query: str
) -> None:
    """No query ends in an exception, and everything stands in the list once at most."""
    ids = every(index, query)
    assert len(ids) == len(set(ids))
    pieces = {piece.id for piece in content.pieces}
    assert set(ids) <= {*content.topics, *content.pathways, *content.helplines, *pieces}


@pytest.mark.parametrize("typed", ["i dont want to be alive1", "alive 1", "i was raped2"])
def test_a_digit_behind_a_word_changes_nothing(index: SearchIndex, typed: str) -> None:
    """Who presses a number to choose, as on other pages, still finds what they found before."""
    without = typed.rstrip("12").rstrip()
    assert index.search(typed).hits[:1] == index.search(without).hits[:1]


@pytest.mark.parametrize("typed", ["my pic is in the groop chat", "gruop chat", "my gropu chat"])
def test_a_misspelt_group_is_no_assault(index: SearchIndex, typed: str) -> None:
    """What was meant is a chat; nobody is told that something was done to them."""
    assert "assault" not in index.search(typed).meanings
    assert "friends" in index.search(typed).meanings
