"""Helplines in the search: by their names, by what they do, and never by guessing."""

import pytest

from kiosk.content.model import Content
from kiosk.content.search import SearchIndex


def test_every_helpline_is_found_by_its_names(content: Content, index: SearchIndex) -> None:
    """The name of a helpline brings it first, but for the plan in danger, with its number."""
    for helpline in content.helplines.values():
        for name in (helpline.name, *helpline.names):
            hits = [hit for hit in index.search(name).hits if hit.found.name != "help-not-safe"]
            contacts = [hit.found.contact for hit in hits if hit.found.contact]
            assert contacts == [hit.found.contact for hit in hits][: len(contacts)]
            assert (name, helpline.contact in contacts) == (name, True)


@pytest.mark.parametrize(
    ("query", "helpline"),
    [
        ("childl", "childline"),
        ("sammaritans", "samaritans"),
        ("phone number for childline", "childline"),
        ("how do i contact ceop?", "ceop"),
        ("TEXT SHOUT", "shout"),
        ("report remov", "report-remove"),
    ],
)
def test_a_helpline_is_found_however_it_is_asked_for(
    index: SearchIndex, query: str, helpline: str
) -> None:
    """Misspelt, half typed, or in a question."""
    assert index.search(query).hits[0].found.name == helpline


@pytest.mark.parametrize(
    ("query", "helpline"),
    [
        ("a number where i can text instead of talk", "shout"),
        ("sign language video call to 999", "emergency-bsl"),
        ("who can school staff ring about online safety", "posh"),
        ("helpline for gay teens", "galop"),
    ],
)
def test_a_helpline_is_found_by_what_it_does(index: SearchIndex, query: str, helpline: str) -> None:
    """Whoever does not know its name gets its number first, too."""
    assert index.search(query).hits[0].found.name == helpline


@pytest.mark.parametrize("query", ["helpline number", "gay", "revenge porn", "i want to die"])
def test_no_helpline_is_guessed(index: SearchIndex, query: str) -> None:
    """Not where only "a helpline" was said, nor by one word, nor in place of a plan."""
    assert not index.search(query).hits[0].found.contact


@pytest.mark.parametrize("query", ["will mum shout at me", "the police took my phone", "stop it"])
def test_a_word_of_a_name_is_not_the_name(index: SearchIndex, query: str) -> None:
    """A word that also stands in a name brings no helpline where more was said than the name."""
    assert not [hit for hit in index.search(query).hits if hit.found.contact]
