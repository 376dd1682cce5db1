"""Words to say or to show: cards with keys of their own, and one large sentence a screen."""

from pathlib import Path

import pytest

from kiosk.content.blocks import Choice, Large, Place, Quote, text_of
from kiosk.content.model import Content
from kiosk.pages.catalogue import Catalogue, places
from kiosk.pages.edition import Edition
from kiosk.pages.here import PAPER, Here, Room
from kiosk.pages.plan_page import plan_view
from kiosk.pages.reader import Reader, nearest
from kiosk.pages.show_page import show_places, show_view
from kiosk.pages.speech_card import said_in
from kiosk.pages.topic_page import topic_view
from tests.unit.conftest import faults_of, line_with, replace_in

SMALL = Here(columns=72, room=Room(rows=18))
"""A screen of 80 by 24."""
YOUNG = ("help-threatened", "help-picture-out", "help-not-safe", "help-asked", "help-a-friend")


def cards_of(edition: Edition, here: Here, pathway: str, plan: str) -> list[str]:
    """The cards of a plan, in words."""
    blocks = plan_view(edition, here, pathway, plan).blocks
    return [text_of(block) for block in blocks if isinstance(block, Quote)]


@pytest.mark.parametrize("name", YOUNG)
def test_every_plan_for_young_people_has_words(edition: Edition, name: str) -> None:
    """Each in a card, which says that it is shown large."""
    label = edition.word("command.show")
    for plan in edition.content.pathways[name].plans:
        found = cards_of(edition, SMALL, name, plan)
        assert found, plan
        assert all(label in card.replace("\xa0", " ") for card in found)


def test_each_card_names_a_key_that_shows_it_and_nothing_else(catalogue: Catalogue) -> None:
    """On every page with such cards, no two of which share a key, nor does a choice have it."""
    label = catalogue.edition.word("command.show")
    for place in places(catalogue.edition):
        if place.kind not in {"plan", "topic"}:
            continue
        _, page = catalogue.open(place, 72, SMALL)
        reader = Reader(page, len(page.lines) + 1, reading=True)
        keys = [spot.key for spot in page.spots if spot.key]
        assert len(set(keys)) == len(keys), place
        for card in (spot for spot in page.spots if getattr(spot.leads_to, "kind", "") == "show"):
            line = "".join(piece.text for piece in page.lines[card.first])
            assert f" {card.key}  {label}" in line, place
            assert reader.keyed(card.key) == card


def test_a_plan_has_its_own_words_where_its_own_fit_better(edition: Edition) -> None:
    """In danger, nobody is offered a talk; other plans have the words of the pathway."""
    assert "in danger" in cards_of(edition, PAPER, "help-threatened", "danger-now")[0]
    assert "blackmailed" in cards_of(edition, PAPER, "help-threatened", "under-18")[0]


def test_by_ear_and_on_paper_no_key_is_named(edition: Edition) -> None:
    """There is none."""
    label = edition.word("command.show")
    assert not [card for card in cards_of(edition, PAPER, YOUNG[0], "under-18") if label in card]
    assert label not in str(topic_view(edition, PAPER, "when-you-call").blocks)


def test_each_card_of_a_topic_leads_to_itself(edition: Edition) -> None:
    """In lists, too, and in the order of the page."""
    for name, topic in edition.content.topics.items():
        if "young people" not in topic.audiences:
            continue
        for number, sentence in enumerate(said_in(topic.blocks), 1):
            place = Place("show", name, step=number if number > 1 else 0)
            assert str(place) in str(topic_view(edition, SMALL, name).blocks)
            large = show_view(edition, SMALL, place).blocks[0]
            assert isinstance(large, Large)
            assert large.text == sentence


def test_one_sentence_a_screen(edition: Edition) -> None:
    """It stands alone, above how to use it and the way to the next one, in 18 lines."""
    for place in show_places(edition.content):
        view = show_view(edition, SMALL, place)
        large, *rest = view.blocks
        assert isinstance(large, Large)
        assert len(large.lines) <= 13
        assert sum(isinstance(block, Choice) for block in rest) <= 1
        assert view.title == edition.word("show.title")


def test_most_sentences_for_young_people_are_large_on_a_small_screen(content: Content) -> None:
    """Each of those that plans have can be drawn large at 80 by 24."""
    from kiosk.pages.large_letters import large

    for name in YOUNG:
        pathway = content.pathways[name]
        plans = pathway.plans.values()
        for sentence in (*pathway.to_say, *(each for plan in plans for each in plan.to_say)):
            assert large(sentence, 72, 13), sentence


def test_without_half_blocks_the_words_are_bold_and_small(catalogue: Catalogue) -> None:
    """On the Linux console, whose font has no half blocks."""
    here = Here(columns=72, room=Room(rows=18, half_blocks=False))
    _, page = catalogue.open(Place("show", "help-threatened"), 72, here)
    assert "I need to talk to you" in "".join(piece.text for piece in page.lines[0])
    assert page.lines[0][0].style == "strong"


def test_another_screen_is_drawn_anew(catalogue: Catalogue) -> None:
    """The letters are the largest for the lines there are."""
    place = Place("show", "help-threatened")
    heights = [
        len(catalogue.open(place, 72, Here(columns=columns, room=Room(rows=rows)))[1].lines)
        for columns, rows in ((72, 18), (72, 40), (72, 18))
    ]
    assert heights[0] == heights[2] < heights[1]


def test_the_key_takes_the_card_in_sight(catalogue: Catalogue) -> None:
    """Of several, the first that is seen; where none is, the first of the page."""
    name = "someone-is-threatening-me"
    _, page = catalogue.open(Place("topic", name), 72, SMALL)
    reader = Reader(page, 18, reading=True)
    first = nearest(reader, "show")
    assert first is not None
    assert first.leads_to == Place("show", name)
    reader.end()
    while nearest(reader, "show") in (first, None):
        reader.page_up()
    seen = nearest(reader, "show")
    assert seen is not None
    assert reader.top <= seen.last < reader.top + reader.height


def test_there_is_no_page_for_a_sentence_that_is_not_there(edition: Edition) -> None:
    """Nor for one of a page that is not there."""
    for place in (Place("show", "help-threatened", step=9), Place("show", "nothing")):
        with pytest.raises(LookupError):
            show_view(edition, SMALL, place)


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ('to_say: ["One", "Two", "Three", "Four", "Five"]', "4"),
        (f'to_say: ["{"A long sentence. " * 8}"]', "100"),
    ],
)
def test_too_many_or_too_long_words_are_told(words_copy: Path, written: str, fault: str) -> None:
    """Four sentences of 100 characters at most: nobody reads more in front of somebody."""
    path = words_copy / "en/pathways/help-sent-one.yaml"
    replace_in(path, 'to_say:\n  - "Someone sent me a picture. I need your help."', written)
    line = line_with(path, "to_say")
    found = [each for each in faults_of(words_copy) if f"help-sent-one.yaml:{line}" in each]
    assert found
    assert fault in found[0]


def test_a_translation_has_as_many_sentences(words_copy: Path) -> None:
    """One that is missing would leave its place without words."""
    from kiosk.content.faults import ContentError
    from kiosk.content.language import Language
    from kiosk.content.load import load_content
    from kiosk.content.translation import load_translation

    path = words_copy / "cy/pathways/help-threatened.yaml"
    replace_in(path, '  - "Mae rhywun yn fy mygwth ar-lein. Helpwch fi i roi gwybod."\n', "")
    english = load_content(words_copy)
    with pytest.raises(ContentError) as raised:
        load_translation(words_copy, Language(code="cy", name="Cymraeg", is_draft=True), english)
    assert "'to_say' has 2 sentences here, not 1" in str(raised.value.faults[0])
