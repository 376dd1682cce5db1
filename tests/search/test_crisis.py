"""Danger is never missed: the line that is always there, and the numbers for what is typed."""

import pytest

from kiosk.content.blocks import Place, text_of
from kiosk.content.search import SearchIndex
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.loading import load_catalogue
from kiosk.pages.plain import hits_as_text
from kiosk.settings import Settings
from tests.search.crisis import (
    NONE,
    all_phrases,
    caught,
    kind_of,
    set_aside_phrases,
    tuned_phrases,
)
from tests.search.queries import all_queries

LEAST_TUNED, LEAST_SET_ASIDE = 0.98, 0.95
"""The share of phrases of any kind that are taken for danger: measured, rounded down."""
LEAST_RIGHT = 0.93
"""The share that is taken for the right kind of danger."""
MOST_FALSE = 0.13
"""The share of phrases made up to sound like danger that are taken for it: measured, rounded up."""
MOST_FALSE_OF_ALL = 0.04
"""The share of all questions about something else."""
OF_DANGER = {"when-you-call", "raped-or-touched", "family-and-honour", "someone-controls-me"}
ALWAYS = ("999", "0800 1111", "116 123")


@pytest.fixture(scope="module")
def pages() -> Catalogue:
    """The pages of the shipped words."""
    return load_catalogue(Settings())


def test_there_are_phrases_enough() -> None:
    """At least 250 of danger and 150 harmless ones, none twice, and a third is set aside."""
    phrases = all_phrases()
    every = [phrase for kind in phrases.values() for phrase in kind]
    assert len(set(every)) == len(every)
    assert len(every) - len(phrases[NONE]) >= 250
    assert len(phrases[NONE]) >= 150
    for kind, aside in set_aside_phrases().items():
        assert len(aside) == len(phrases[kind]) // 3


@pytest.mark.parametrize("kind", [kind for kind in all_phrases() if kind != NONE])
def test_danger_is_recognised(index: SearchIndex, kind: str) -> None:
    """Of each kind, what was looked at and what was not, hardly any phrase is missed."""
    assert caught(index, tuned_phrases()[kind]) >= LEAST_TUNED
    aside = set_aside_phrases()[kind]
    assert caught(index, aside) >= min(LEAST_SET_ASIDE, 1 - 1 / len(aside))
    phrases = all_phrases()[kind]
    right = sum(kind_of(index, phrase) == kind for phrase in phrases)
    assert right / len(phrases) >= min(LEAST_RIGHT, 1 - 3 / len(phrases))


def test_harmless_words_raise_no_numbers(index: SearchIndex) -> None:
    """Of words that sound like danger and are not, hardly any are taken for it."""
    assert caught(index, tuned_phrases()[NONE]) <= MOST_FALSE
    assert caught(index, set_aside_phrases()[NONE]) <= MOST_FALSE


def test_ordinary_questions_raise_no_numbers(index: SearchIndex) -> None:
    """Nor do what staff, parents and pupils ask, but for those who may be in danger as well."""
    queries = [query for query in all_queries() if OF_DANGER.isdisjoint(query.topics)]
    assert caught(index, [query.query for query in queries]) <= MOST_FALSE_OF_ALL


@pytest.mark.parametrize("query", ["", " ", "quiz", "xyzzyqw", "i want to die", "\N{BOOKS}"])
@pytest.mark.parametrize("measure", [38, 72])
def test_the_line_of_numbers_is_always_there(pages: Catalogue, query: str, measure: int) -> None:
    """First on the search page and in what is printed, whatever is typed and found."""
    _, page = pages.open(Place("search", query), measure)
    lines = ["".join(piece.text for piece in line) for line in page.lines]
    first = " ".join(lines[: lines.index("")]).replace("\N{NO-BREAK SPACE}", " ")
    assert [number in first for number in ALWAYS] == [True] * 3
    assert lines.index("") <= (1 if measure == 72 else 2)
    printed = hits_as_text(pages, query, measure)[0].partition("\n\n")[0]
    printed = printed.replace("\N{NO-BREAK SPACE}", " ")
    assert [number in printed for number in ALWAYS] == [True] * 3


@pytest.mark.parametrize(
    ("query", "plan", "numbers"),
    [
        ("he is outside my house", "danger-now", ["999", "999bsl", "0800 1111", "116 123"]),
        ("i want to die", "own-life", ["999", "116 123", "0800 1111", "111", "0800 068 4141"]),
        ("i was raped", "hurt-or-forced", ["nhs.uk/sarcs", "0808 500 2222", "0800 1111", "999"]),
        ("my friend wants to die", "their-life", ["999", "116 123", "111", "0800 1111"]),
        ("i want to hurt him", "may-hurt-someone", ["999", "116 123", "0800 1111", "111", "101"]),
    ],
)
def test_numbers_stand_in_the_order_of_the_danger(
    index: SearchIndex, query: str, plan: str, numbers: list[str]
) -> None:
    """Each on a line of its own, those first that fit best; and the first hit is the plan."""
    answer = index.search(query)
    assert answer.hits[0].found.place == Place("plan", "help-not-safe", plan)
    assert answer.danger is not None
    shown = "\n".join(map(text_of, answer.danger.show)).replace("\N{NO-BREAK SPACE}", " ")
    lines = [line for line in shown.splitlines() if any(number in line for number in numbers)]
    assert len(lines) == len(numbers)
    assert all(number in line for number, line in zip(numbers, lines, strict=True))


@pytest.mark.parametrize(
    ("query", "beside"),
    [
        ("i have urges to hurt myself", ["help-who-to-tell", "afterwards"]),
        ("i passed one on and i want to die", ["help-passed-on", "help-who-to-tell"]),
        (
            "he says hes coming here if i dont send more",
            ["help-threatened", "someone-controls-me"],
        ),
        ("my son wants to die", ["help-my-child"]),
        ("a pupil told me she is suicidal", ["help-a-pupil"]),
        ("i was raped", ["raped-or-touched"]),
    ],
)
def test_in_danger_no_page_stands_there_for_a_word_alone(
    index: SearchIndex, query: str, beside: list[str]
) -> None:
    """Beside the plan stands where it leads on, and what answers what else was said; no more."""
    first, *others = index.search(query).hits
    assert first.found.name == "help-not-safe"
    assert [hit.found.name for hit in others] == beside


def test_in_danger_the_people_are_one_choice_away(pages: Catalogue) -> None:
    """The list of a search that tells of danger ends with the page of people."""
    _, page = pages.open(Place("search", "i want to die"), 72)
    choices = [spot.leads_to for spot in page.spots if spot.is_choice]
    assert choices[0] == Place("plan", "help-not-safe", "own-life")
    assert choices[-1] == Place("people")


@pytest.mark.parametrize("query", ["what time do you close", "renew my book", "how do i print"])
def test_what_the_library_is_asked_is_said_to_be_for_its_staff(
    pages: Catalogue, query: str
) -> None:
    """On the screen and in print, below the numbers; what only nobody knows is not."""
    told = "This kiosk can't help with that. Please ask the staff here."
    _, page = pages.open(Place("search", query), 72)
    assert told in " ".join("".join(piece.text for piece in line) for line in page.lines)
    printed, is_found = hits_as_text(pages, query, 72)
    assert told in " ".join(printed.split())
    assert not is_found
    assert told not in " ".join(hits_as_text(pages, "xyzzyqw", 72)[0].split())


def test_a_call_for_help_with_something_is_no_plain_call(index: SearchIndex) -> None:
    """The word alone raises the numbers; where more was said, that is what is looked for."""
    assert kind_of(index, "help me please") == "call for help"
    assert kind_of(index, "help me take down a picture") == NONE


def test_the_longest_words_tell_the_danger(index: SearchIndex) -> None:
    """Words that are part of more words do not count for themselves."""
    assert kind_of(index, "im going to jump") == "own life"
    assert kind_of(index, "theyre going to jump me") == "danger from somebody"


@pytest.mark.parametrize(
    ("kind", "phrases"),
    {
        "assault": "treisio,nhreisio,gwałt,zgwalcil mnie,viol,m-a violat,اغتصاب,ধর্ষণ",
        "own life": "hunanladdiad,dw i eisiau marw,chce umrzec,vreau sa mor,انتحار,আত্মহত্যা",
        "danger from somebody": "trais,bije mnie,przemoc,ma bate,violență,يضربني",
        "call for help": "cymorth,ofn,heddlu,pomocy,policja,ajutor,frica,poliția,مساعدة,সাহায্য",
    }.items(),
)
def test_danger_in_other_languages_is_told_on_an_english_page(
    index: SearchIndex, kind: str, phrases: str
) -> None:
    """Who is afraid types their own language first, with or without its accents."""
    assert {phrase: kind_of(index, phrase) for phrase in phrases.split(",")} == dict.fromkeys(
        phrases.split(","), kind
    )


@pytest.mark.parametrize(
    "word", "blacmel,bygwth,szantaż,grozi,santaj,amenință,ابتزاز,ব্ল্যাকমেইল".split(",")
)
def test_blackmail_in_other_languages_is_found_on_an_english_page(
    index: SearchIndex, word: str
) -> None:
    """It leads to what to do about it."""
    assert index.search(word).hits[0].found.name == "help-threatened"


@pytest.mark.parametrize(
    ("sentence", "plan"),
    [
        ("mae rhywun yn fy mygwth", "help-threatened"),
        ("mae rhywun wedi rhannu fy llun", "help-picture-out"),
        ("ktoś mi grozi że wyśle moje zdjęcia", "help-threatened"),
        ("ktos wyslal moje nagie zdjecia", "help-picture-out"),
        ("cineva ma ameninta ca posteaza pozele mele", "help-threatened"),
        ("شخص يهددني", "help-threatened"),
        ("আমাকে ব্ল্যাকমেইল করছে", "help-threatened"),
    ],
)
def test_a_sentence_in_another_language_is_found_on_an_english_page(
    index: SearchIndex, sentence: str, plan: str
) -> None:
    """Its other words are nobody's here, and hide nothing."""
    assert index.search(sentence).hits[0].found.name == plan


@pytest.mark.parametrize(
    ("harmless", "danger"),
    [
        ("he beat me at chess", "he beat me at home"),
        ("my mum wont let me go on tiktok", "my mum wont let me go"),
        ("i want to end the call", "i want to end it"),
        ("overdosed on sweets", "overdosed on tablets"),
        ("i cant go on the trip", "i cant go on"),
        ("he took my ipad", "he took my clothes off"),
        ("they killed me in fortnite", "they will kill me in the park"),
        ("i ate too many sweets", "i ate too many headache tablets"),
        ("he wont follow me back", "he is following me back home"),
        ("jump to the next section", "im going to jump on the tracks"),
        ("she found me on insta", "he found me on my way home"),
        ("film makes me cry", "homework makes me want to die"),
        ("how do i bleach my hair", "i drank bleach in the bath"),
    ],
)
def test_what_is_done_with_an_everyday_thing_is_no_danger(
    index: SearchIndex, harmless: str, danger: str
) -> None:
    """Nor is what is left of the words, where it tells nothing; without the thing it is one."""
    assert kind_of(index, harmless) == NONE
    assert kind_of(index, danger) != NONE


@pytest.mark.parametrize(
    "where",
    "in the kitchen,at the party,on the bus,in the bath,at football,on holiday,in the library,"
    "on snapchat,at a sleepover,at dinner,on the way home,after the game,in the group chat".split(
        ","
    ),
)
def test_no_everyday_place_hides_a_danger(index: SearchIndex, where: str) -> None:
    """Whoever says where it happened is understood as well as somebody who does not."""
    dangers = {
        "he beat me": "danger from somebody",
        "someone stabbed me": "danger from somebody",
        "he says he will kill me": "danger from somebody",
        "he touched me": "assault",
        "i was raped": "assault",
        "i want to kill myself": "own life",
        "my friend wants to kill herself": "another's life",
    }
    assert {said: kind_of(index, f"{said} {where}") for said in dangers} == dangers


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("my stepdad films me in the shower", "assault"),
        ("i cant carry on", "own life"),
        ("they will marry me off", "danger from somebody"),
        ("i want to hurt the girl who shared it", "harm to somebody"),
        ("the girl who shared it wants to hurt me", "danger from somebody"),
        ("my dad is going round to his house to batter him", "harm to somebody"),
        ("my dad is going to batter me", "danger from somebody"),
        ("i want him dead", "harm to somebody"),
        ("i wish i was dead", "own life"),
        ("somebody raped my sister", "assault"),
    ],
)
def test_who_does_it_to_whom_tells_the_kind(index: SearchIndex, phrase: str, kind: str) -> None:
    """The same verb tells another danger where the visitor, or another, is who is hurt."""
    assert kind_of(index, phrase) == kind
