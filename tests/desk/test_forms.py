"""Forms: what a visitor may write, and what is made of the rest before it is kept."""

from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.public import PrivateKey, SealedBox

from kiosk.desk.forms import (
    FORMS,
    MAX_TOPICS,
    MAX_WORDS,
    SIZES,
    Feedback,
    Form,
    Mailing,
    questions_in,
)
from kiosk.desk.questions import FormError, Question
from kiosk.desk.sealing import SealError, seal, unseal
from tests.desk.conftest import KEY

MAIL: dict[str, Any] = {"email": "sam@example.org", "topics": ("news",), "consent": True}
TEN_MEGABYTES = "a" * 10_000_000


def fault_of(kind: type[Feedback | Mailing], **fields: Any) -> tuple[str, str]:
    """The field and the problem of a form that cannot be made."""
    with pytest.raises(FormError) as raised:
        kind(**fields)
    return raised.value.field, raised.value.problem


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"email": "  "}, ("email", "missing")),
        ({"email": "sam"}, ("email", "wrong")),
        ({"email": "sam lee@example.org"}, ("email", "wrong")),
        ({"email": TEN_MEGABYTES}, ("email", "long")),
        ({"name": "n" * 101}, ("name", "long")),
        ({"topics": ()}, ("topics", "missing")),
        ({"topics": ("",)}, ("topics", "missing")),
        ({"topics": ("t",) * (MAX_TOPICS + 1)}, ("topics", "long")),
        ({"topics": ("t" * 65,)}, ("topics", "long")),
        ({"consent": False}, ("consent", "missing")),
        ({"consent": "yes"}, ("consent", "missing")),
    ],
)
def test_a_sign_up_with_a_fault_cannot_be_made(
    changed: dict[str, Any], fault: tuple[str, str]
) -> None:
    """Each field is checked when the form is made, and the fault names it."""
    assert fault_of(Mailing, **{**MAIL, **changed}) == fault


@pytest.mark.parametrize("rating", [0, 6, -1])
def test_a_rating_is_one_of_five(rating: int) -> None:
    """No other number is taken."""
    assert fault_of(Feedback, rating=rating) == ("rating", "wrong")


def test_words_are_refused_whole_where_they_are_too_long() -> None:
    """Nothing is cut off in silence, and a paste of 10 MB goes no further."""
    assert fault_of(Feedback, rating=1, words=TEN_MEGABYTES) == ("words", "long")
    assert fault_of(Feedback, rating=1, words="\u1e9b\ufb2c" * (MAX_WORDS // 2)) == (
        "words",
        "long",
    )
    assert len(Feedback(rating=1, words="é" * MAX_WORDS).words) == MAX_WORDS


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("red \x1b[31malert\x1b]0;title\x07", "red [31malert]0;title"),
        ("a\u202eb\u2066c\u200fd\ufeff", "abcd"),
        ("nul\x00 bell\x07 c1\x9b", "nul bell c1"),
        ("one\r\ntwo\rthree\tfour", "one\ntwo\nthree four"),
        ("  e\u0301  ", "é"),
        ("'; DROP TABLE forms; --", "'; DROP TABLE forms; --"),
        ("\ud800 lone surrogate", "lone surrogate"),
    ],
)
def test_what_a_terminal_could_obey_is_taken_out(typed: str, kept: str) -> None:
    """Escapes, control characters and turned directions are gone; ordinary words stay as typed."""
    assert Feedback(rating=3, words=typed).words == kept


def test_a_field_of_one_line_has_one_line() -> None:
    """A line break in a name or an address becomes a space, or is a fault."""
    assert Mailing(**MAIL, name=" Sam\n  Lee ").name == "Sam Lee"
    assert fault_of(Mailing, **{**MAIL, "email": "a@b.org\nBcc: c@d.org"}) == ("email", "wrong")


@given(st.integers(1, 5), st.text(max_size=MAX_WORDS))
def test_every_form_that_can_be_made_comes_back_whole(rating: int, words: str) -> None:
    """What was sealed opens as what it was, with any words at all."""
    form = Feedback(rating=rating, words=words)
    assert unseal(seal(form, KEY.public_key), KEY) == form


def test_the_longest_forms_fit() -> None:
    """Every field at its limit, in the characters that take most room, can be sealed."""
    widest = "\U00020000"
    long = Feedback(rating=5, words=widest * MAX_WORDS)
    full = Mailing(
        email=f"{widest * 253}@", name='"' * 100, topics=(widest * 64,) * MAX_TOPICS, consent=True
    )
    assert unseal(seal(long, KEY.public_key), KEY) == long
    assert unseal(seal(full, KEY.public_key), KEY) == full


def longest_answer(question: Question) -> object:
    """A value at a question's limits, in the characters that take most room."""
    text = "\U00020000" * (question.longest - 1) + "@"
    if question.kind == "scale":
        return int(question.options[-1])
    return {"some": (text,) * question.most, "consent": True}.get(question.kind, text)


@pytest.mark.parametrize("form", FORMS.values())
def test_every_form_fits_at_its_limits(form: type[Form]) -> None:
    """Also with the questions that are added to it."""
    values: dict[str, Any] = {each.field: longest_answer(each) for each in questions_in(form)}
    whole = form(**values)
    assert unseal(seal(whole, KEY.public_key), KEY) == whole


def test_the_length_tells_next_to_nothing() -> None:
    """One word, the longest feedback in any alphabet, and a sign-up make envelopes of one size."""
    forms = (
        Feedback(rating=1),
        Feedback(rating=5, words="x" * MAX_WORDS),
        Feedback(rating=5, words="\u0175" * MAX_WORDS),
        Feedback(rating=5, words="\U00020000" * MAX_WORDS),
        Mailing(**MAIL, name="Sam Lee"),
    )
    assert len({len(seal(form, KEY.public_key)) for form in forms}) == 1
    assert len(SIZES) == 2


def test_two_envelopes_of_one_form_look_unlike() -> None:
    """Nobody can tell by comparing that two visitors wrote the same."""
    form = Feedback(rating=1, id=UUID(int=1))
    assert seal(form, KEY.public_key)[48:] != seal(form, KEY.public_key)[48:]


@pytest.mark.parametrize(
    "text",
    [
        b'{"form":"feedback","id":"00000000-0000-0000-0000-000000000001","day":"2026-01-01",'
        b'"rating":9}',
        b'{"form":"nonsense"}',
        b"not json",
        b"",
    ],
)
def test_what_others_have_sealed_is_checked_when_it_is_opened(text: bytes) -> None:
    """The public key is public: what is inside counts as a form only where it could be made."""
    with pytest.raises(SealError):
        unseal(SealedBox(KEY.public_key).encrypt(text), KEY)


def test_escapes_that_others_have_sealed_are_taken_out() -> None:
    """A form sealed by another program cannot talk to the terminal of the staff."""
    text = (
        b'{"form":"feedback","id":"00000000-0000-0000-0000-000000000001","day":"2026-01-01",'
        b'"rating":1,"words":"\\u001b[2Jhello"}'
    )
    form = unseal(SealedBox(KEY.public_key).encrypt(text), KEY)
    assert isinstance(form, Feedback)
    assert form.words == "[2Jhello"


def test_another_key_opens_nothing() -> None:
    """Only the private half of the pair opens a form."""
    with pytest.raises(SealError):
        unseal(seal(Feedback(rating=1), KEY.public_key), PrivateKey.generate())
