"""The desk, the wishes and the forms at their edges: what is allowed, and how long it may be."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kiosk.desk.desk import Desk
from kiosk.desk.forms import (
    MAX_EMAIL,
    MAX_NAME,
    MAX_TOPIC,
    MAX_TOPICS,
    MAX_WORDS,
    RATINGS,
    Feedback,
    Mailing,
)
from kiosk.desk.outbox import FILE_NAME
from kiosk.desk.questions import FormError
from kiosk.desk.sealing import public_text
from kiosk.desk.trouble import DeskError, Reason
from kiosk.desk.wishes import forget_wishes, keep_wishes, read_wishes
from kiosk.settings import Settings
from kiosk.settings.desk import FormSettings
from tests.desk.conftest import KEY, numbers_in, outbox_in, settings_in

GOOD: dict[str, Any] = {"email": "a@b.uk", "topics": ("news",), "consent": True, "name": "Sam"}
ADDRESS_TAIL = "@b.uk"


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"email": "e" * (MAX_EMAIL - 5) + ADDRESS_TAIL}, None),
        ({"email": "e" * (MAX_EMAIL - 4) + ADDRESS_TAIL}, ("email", "long")),
        ({"name": "n" * MAX_NAME}, None),
        ({"name": "n" * (MAX_NAME + 1)}, ("name", "long")),
        ({"name": ""}, None),
        ({"topics": ("t",) * MAX_TOPICS}, None),
        ({"topics": ("t",) * (MAX_TOPICS + 1)}, ("topics", "long")),
        ({"topics": ("t" * MAX_TOPIC,)}, None),
        ({"topics": ("t" * (MAX_TOPIC + 1),)}, ("topics", "long")),
        ({"topics": ("", "t")}, None),
        ({"topics": ("", " ")}, ("topics", "missing")),
        ({"email": ""}, ("email", "missing")),
        ({"email": "a b@c.uk"}, ("email", "wrong")),
        ({"email": "ab.uk"}, ("email", "wrong")),
        ({"email": " a@b.uk "}, None),
        ({"consent": 1}, ("consent", "missing")),
        ({"email": "x", "name": "n" * 101}, ("name", "long")),
        ({"email": "x", "topics": ()}, ("email", "wrong")),
        ({"topics": (), "consent": False}, ("topics", "missing")),
    ],
)
def test_what_a_sign_up_may_hold(fields: dict[str, Any], fault: tuple[str, str] | None) -> None:
    """Up to each limit and no further; the first fault is told."""
    if fault is None:
        assert Mailing(**{**GOOD, **fields})
        return
    with pytest.raises(FormError) as raised:
        Mailing(**{**GOOD, **fields})
    assert (raised.value.field, raised.value.problem) == fault
    assert str(raised.value) == f"{fault[0]} is {fault[1]}"


@pytest.mark.parametrize(
    ("rating", "is_one"), [(0, False), (1, True), (5, True), (6, False), (-1, False)]
)
def test_a_rating_is_from_one_to_five(rating: int, *, is_one: bool) -> None:
    """Both ends count."""
    assert list(RATINGS) == ["1", "2", "3", "4", "5"]
    if is_one:
        assert Feedback(rating=rating).rating == rating
        return
    with pytest.raises(FormError, match="rating is wrong"):
        Feedback(rating=rating)


@pytest.mark.parametrize(
    ("words", "fits"),
    [
        ("w" * MAX_WORDS, True),
        ("w" * (MAX_WORDS + 1), False),
        ("w" * (MAX_WORDS - 1) + " ", True),
        ("w" * MAX_WORDS + " ", False),
        ("\ufb2c" * (MAX_WORDS // 3), True),
        ("\ufb2c" * (MAX_WORDS // 3 + 1), False),
    ],
)
def test_words_have_a_longest_length(words: str, *, fits: bool) -> None:
    """As they were typed, and as they are kept: some characters become three."""
    if fits:
        assert len(Feedback(rating=1, words=words).words) <= MAX_WORDS
        return
    with pytest.raises(FormError, match="words is long"):
        Feedback(rating=1, words=words)


def test_the_limits_are_those_of_the_sealed_sizes() -> None:
    """The longest address is that of RFC 5321; the others fit into an envelope with it."""
    assert (MAX_WORDS, MAX_NAME, MAX_EMAIL, MAX_TOPICS, MAX_TOPIC) == (500, 100, 254, 20, 64)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\r\nb", "a\nb"),
        ("a\rb", "a\nb"),
        ("a\tb", "a b"),
        (" \n a \n ", "a"),
        ("a\n\nb", "a\n\nb"),
    ],
)
def test_line_ends_are_all_alike(typed: str, kept: str) -> None:
    """However a terminal sends them; empty lines within stay, around they go."""
    assert Feedback(rating=1, words=typed).words == kept


def test_a_form_has_its_own_number_and_the_day() -> None:
    """Two forms are never the same, and no time is kept."""
    first, second = Feedback(rating=1), Feedback(rating=1)
    assert first.id != second.id
    assert first.day == date.today()


@pytest.mark.parametrize(("key", "counts"), [("", False), ("", True), ("x", False), ("x", True)])
def test_what_is_offered_is_what_staff_have_switched_on(key: str, *, counts: bool) -> None:
    """A key for forms, a switch for counts: each by itself."""
    desk = Desk(Settings(counts=counts, forms=FormSettings(public_key=key)))
    assert (desk.offers_forms, desk.offers_counts) == (bool(key), counts)


def test_forms_that_wait_are_counted_only_where_they_are_offered(folder: Path) -> None:
    """A kiosk without forms makes no file to count in."""
    assert Desk(Settings(data=str(folder))).forms_waiting() == 0
    assert not folder.exists()
    desk = Desk(settings_in(folder))
    assert desk.forms_waiting() == 0
    desk.submit(Feedback(rating=1))
    assert desk.forms_waiting() == 1


@pytest.mark.parametrize("counts", [False, True])
def test_a_topic_is_counted_only_where_counts_are_offered(folder: Path, *, counts: bool) -> None:
    """Under today's date."""
    key = FormSettings(public_text(KEY.public_key))
    Desk(Settings(data=str(folder), counts=counts, forms=key)).count("a")
    assert (folder / FILE_NAME).exists() is counts
    assert not counts or numbers_in(outbox_in(folder)) == {"a": 1}


@pytest.mark.parametrize("keep", [False, True])
def test_wishes_are_kept_only_where_staff_allow_it(folder: Path, *, keep: bool) -> None:
    """Neither read nor written nor deleted otherwise."""
    desk = Desk(Settings(data=str(folder), keep_settings=keep))
    desk.keep_wishes({"theme": "dark"})
    assert read_wishes(folder) == ({"theme": "dark"} if keep else {})
    keep_wishes(folder, {"theme": "light"})
    assert desk.wishes() == ({"theme": "light"} if keep else {})
    desk.forget_wishes()
    assert read_wishes(folder) == ({} if keep else {"theme": "light"})


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ('{"theme": "dark"}', {"theme": "dark"}),
        ('{"theme": "dark", "spacing": 5, "keep": null}', {"theme": "dark"}),
        ("[]", {}),
        ('"dark"', {}),
        ("null", {}),
        ("{", {}),
        ("", {}),
        (json.dumps({"a": "x" * 991}), {"a": "x" * 991}),
        (json.dumps({"a": "x" * 992}), {}),
    ],
)
def test_wishes_are_texts_in_a_short_file(tmp_path: Path, text: str, read: dict[str, str]) -> None:
    """A thousand characters at most; what is longer, or anything else, was not written here."""
    (tmp_path / "wishes.json").write_text(text)
    assert read_wishes(tmp_path) == read


def test_wishes_that_cannot_be_kept_or_forgotten_are_told(tmp_path: Path) -> None:
    """With the folder and the remedy; what was there before is there still."""
    (tmp_path / "wishes.json").mkdir()
    told = f"^{tmp_path}: .* own the folder"
    with pytest.raises(DeskError, match=told) as raised:
        keep_wishes(tmp_path, {"a": "b"})
    assert raised.value.reason is Reason.READ_ONLY
    with pytest.raises(DeskError, match=told) as raised:
        forget_wishes(tmp_path)
    assert raised.value.reason is Reason.READ_ONLY
    assert [path.name for path in tmp_path.iterdir()] == ["wishes.json"]
