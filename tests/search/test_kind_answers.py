"""What people typed who had not seen the kiosk before, and were blamed or sent away for it."""

from collections.abc import Callable
from functools import cache

import pytest

from kiosk.content.search import SearchIndex

THREATS = {"help-threatened", "someone-controls-me"}
ABOUT_APPS = {"help-asked", "report-it-in-the-app"}


@pytest.fixture(scope="module")
def find(index: SearchIndex) -> Callable[[str], tuple[str, ...]]:
    """The search: what is listed, best first, each with what there is to read beside it."""

    @cache
    def found(query: str) -> tuple[str, ...]:
        return tuple(hit.found.name for hit in index.search(query).hits)

    return found


@pytest.mark.parametrize("friend", ["friend", "mate", "best friend", "bestie"])
@pytest.mark.parametrize("text", ["my {}", "help my {}", "my {} nude", "i want to help my {}"])
def test_whoever_helps_is_not_blamed(
    find: Callable[[str], tuple[str, ...]], text: str, friend: str
) -> None:
    """The plan for a friend comes first, and not the one for who has sent a picture on."""
    assert find(text.format(friend))[0] == "help-a-friend"


@pytest.mark.parametrize(
    "query",
    [
        "blackmail",
        "snapchat blackmail",
        "blackmail on insta",
        "ex boyfriend threatning",
        "my ex is threatening me",
        "threatened by my ex girlfriend",
    ],
)
def test_a_threat_comes_first_whatever_else_is_said(
    find: Callable[[str], tuple[str, ...]], query: str
) -> None:
    """Neither an app nor an ex pushes the plan for it away."""
    assert find(query)[0] in THREATS
    assert "help-threatened" in find(query)[:2]


@pytest.mark.parametrize("query", ["ex", "my ex"])
def test_an_ex_alone_may_threaten_or_have_shared(
    find: Callable[[str], tuple[str, ...]], query: str
) -> None:
    """Nobody can tell which, so both plans are there."""
    assert {"help-threatened", "help-picture-out"} <= set(find(query))


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("trans", {"being-outed"}),
        ("gay", {"being-outed"}),
        ("lgbt", {"being-outed"}),
        ("outed", {"being-outed"}),
        ("rape", {"help-not-safe"}),
        ("raped", {"help-not-safe"}),
        ("teacher touched me", {"help-not-safe"}),
        ("my brother", {"family-and-honour"}),
        ("honour", {"family-and-honour"}),
        ("my mum will find out", {"family-and-honour", "what-happens-if-i-tell"}),
        ("parents will kill me", {"help-not-safe", "family-and-honour"}),
        ("what do i say to my parents", {"what-happens-if-i-tell", "help-who-to-tell"}),
        ("minecraft", ABOUT_APPS),
        ("robux", ABOUT_APPS),
        ("roblox", ABOUT_APPS),
        ("yubo", ABOUT_APPS),
        ("facetime", ABOUT_APPS),
        ("fortnite", ABOUT_APPS),
        ("cymraeg", {"in-your-language"}),
        ("welsh", {"in-your-language"}),
        ("nu vorbesc engleza", {"in-your-language"}),
        ("nie mówię po angielsku", {"in-your-language"}),
    ],
)
def test_one_word_about_oneself_is_answered_as_such(
    find: Callable[[str], tuple[str, ...]], query: str, first: set[str]
) -> None:
    """Not with money for "trans", not with a page for staff or parents, and never with nothing."""
    assert find(query)[0] in first


@pytest.mark.parametrize(
    "where",
    "at school,in the group chat,on roblox,during exams,at work,on holiday,after the game,"
    "on tiktok,in the library,in maths,at the cinema,by email,on xbox".split(","),
)
def test_where_it_happens_hides_nothing(find: Callable[[str], tuple[str, ...]], where: str) -> None:
    """Whoever says so is led to the same plan as somebody who does not."""
    plans = {
        "someone is threatening me": "help-threatened",
        "im being blackmailed": "help-threatened",
        "someone posted my nudes": "help-picture-out",
        "he keeps asking me for nudes": "help-asked",
        "my daughter sent a nude": "help-my-child",
        "my friend is being blackmailed": "help-a-friend",
    }
    assert {said: find(f"{said} {where}")[0] for said in plans} == plans
