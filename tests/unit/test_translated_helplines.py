"""A helpline in another language: words differ, numbers never, whichever field they stand in."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from msgspec import structs

from kiosk.content.faults import ContentError, FaultList
from kiosk.content.helplines_file import HelplineWords, translated
from kiosk.content.layers import Layers
from kiosk.content.model import Helpline
from kiosk.content.translation import languages_in, load_language

ENGLISH = Helpline(
    id="x",
    name="Line 1",
    number="0800 1111",
    text="text CALL to 85258",
    serves="anyone under 19",
    cost="free, from 2 networks",
    note="Open at 9, call 3 times.",
    audiences=(),
    languages=("English",),
    checked=date.min,
    mark="C",
    sources=(),
)


def translate(
    words: Mapping[str, object], english: Helpline = ENGLISH
) -> tuple[Helpline, list[str]]:
    """The helpline in another language, and its faults."""
    faults = FaultList("f")
    found = translated(english, structs.replace(HelplineWords(id="x"), **words), 7, faults)
    assert all(fault.line == 7 for fault in faults.faults)
    return found, [fault.message for fault in faults.faults]


@pytest.mark.parametrize(
    ("field", "right", "wrong", "numbers"),
    [
        ("name", "Llinell 1", "Llinell 2", "1"),
        ("serves", "pawb dan 19", "pawb", "19"),
        ("cost", "am ddim, o 2 rwydwaith", "am ddim, o 3 rhwydwaith", "2"),
        ("note", "3 gwaith, ar agor am 9.", "Ar agor am 9, 9, 3 gwaith.", "3, 9"),
    ],
)
def test_the_numbers_in_each_field_are_the_english_ones(
    field: str, right: str, wrong: str, numbers: str
) -> None:
    """In any order, as often as in English; the fault lists them."""
    found, told = translate({field: right})
    assert told == []
    assert getattr(found, field) == right
    _, told = translate({field: wrong})
    assert told == [f"The numbers in the words of 'x' must be: {numbers}."]


@pytest.mark.parametrize("field", ["name", "serves", "cost", "note"])
def test_no_number_may_be_added(field: str) -> None:
    """Where the English words have none, the translation has none."""
    plain = Helpline(
        **{
            **{name: getattr(ENGLISH, name) for name in ENGLISH.__struct_fields__},
            "name": "Line",
            "serves": "anyone",
            "cost": "",
            "note": "",
        }
    )
    assert translate({field: "words"}, plain)[1] == []
    assert translate({field: "words 5"}, plain)[1] == [
        "The numbers in the words of 'x' must be: none."
    ]


@pytest.mark.parametrize(
    ("english", "words", "text"),
    [
        ("text CALL to 85258", "tecstia CALL i {number}", "tecstia CALL i 85258"),
        ("text 85258", "{number} yw'r rhif", "85258 yw'r rhif"),
        ("text CALL to 85258", "tecstia CALL", None),
        ("text CALL to 85258", "tecstia CALL i 85258", None),
        ("text CALL to 85258", "{number} neu {number}", None),
        ("text CALL to 85258", "{number} neu 5", None),
        ("text 1 to 85258", "tecstia 1 i {number}", None),
        ("text 1 to 85258", "tecstia i {number}", None),
        ("", "tecstia {number}", None),
    ],
)
def test_the_number_to_text_to_is_filled_in(english: str, words: str, text: str | None) -> None:
    """Once, and no other number beside it; where the English has one number to fill in."""
    fields = {name: getattr(ENGLISH, name) for name in ENGLISH.__struct_fields__}
    found, told = translate({"text": words}, Helpline(**{**fields, "text": english}))
    if text is None:
        assert told == ["Write {number} in 'text' where the number to text to belongs."]
    else:
        assert (found.text, told) == (text, [])


def test_what_is_not_translated_is_english() -> None:
    """Each field by itself."""
    found, _ = translate({"languages": ("Cymraeg", "English")})
    assert found.languages == ("Cymraeg", "English")
    assert (found.name, found.text, found.cost) == (ENGLISH.name, ENGLISH.text, ENGLISH.cost)
    assert translate({})[0] == ENGLISH


@pytest.mark.parametrize(
    ("code", "is_one"),
    [
        ("cy", True),
        ("gsw", True),
        ("c", False),
        ("cymr", False),
        ("CY", False),
        ("pt-BR", True),
        ("pt-br", False),
        ("sr-Latn", True),
        ("sr-Latn-RS", True),
        ("sr-LATN", False),
        ("cy/", False),
    ],
)
def test_a_language_is_called_by_its_code(tmp_path: Path, code: str, *, is_one: bool) -> None:
    """ISO 639 in small letters, with a script and a country where they are needed; no path."""
    (tmp_path / code).mkdir()
    (tmp_path / code / "language.yaml").write_text("name: X\ndraft: true\n")
    if is_one:
        assert load_language(tmp_path, code).code == code
        return
    with pytest.raises(ContentError, match=f"There is no language '{code}' here; there are: en"):
        load_language(tmp_path, code)


def test_the_languages_are_those_of_all_layers(tmp_path: Path) -> None:
    """Each once, in the order of the alphabet; a folder without its file is none."""
    for name in ("a/cy", "a/pl", "b/cy", "b/ar"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "language.yaml").touch()
    (tmp_path / "a/empty").mkdir()
    assert languages_in(Layers([tmp_path / "a", tmp_path / "b"])) == ["ar", "cy", "pl"]
