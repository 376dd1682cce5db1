"""Easy words: which step of a topic stands at which place."""

from kiosk.content.blocks import Choice, Place
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.comfort import EASY, Comfort
from kiosk.pages.here import Here
from kiosk.pages.step import steps_of
from tests.easy_steps import step_places

TOPIC = Place("topic", "someone-is-threatening-me")
IN_EASY_WORDS = Here(comfort=Comfort(words=EASY))


def test_each_step_leads_to_the_next_and_the_last_one_elsewhere(catalogue: Catalogue) -> None:
    """The first stands at the place of the topic itself."""
    steps = [
        TOPIC,
        *(place for place in step_places(catalogue.edition) if place.name == TOPIC.name),
    ]
    assert len(steps) == len(steps_of(catalogue.edition, TOPIC))
    for place, following in zip(steps, [*steps[1:], None], strict=True):
        view, _ = catalogue.open(place, 72, IN_EASY_WORDS)
        choices = [block.leads_to for block in view.blocks if isinstance(block, Choice)]
        assert [target for target in choices if target in steps] == [following] * bool(following)
        assert choices


def test_a_step_in_all_the_words_is_the_whole_page(catalogue: Catalogue) -> None:
    """Who goes back to all the words on the way loses none of them."""
    step = Place(TOPIC.kind, TOPIC.name, step=2)
    assert catalogue.open(step, 72) == catalogue.open(TOPIC, 72)


def test_a_step_that_is_not_there_is_the_last_one(catalogue: Catalogue) -> None:
    """Another language, chosen on the way, may have fewer steps."""
    last = len(steps_of(catalogue.edition, TOPIC))
    beyond, there = (Place(TOPIC.kind, TOPIC.name, step=step) for step in (last + 3, last))
    assert catalogue.open(beyond, 72, IN_EASY_WORDS) == catalogue.open(there, 72, IN_EASY_WORDS)
