"""Catalogues of interface words: Fluent, as far as it is read, and plural forms."""

import pytest
from babel import Locale

from kiosk.content.faults import FaultList
from kiosk.content.interface_file import read_words
from kiosk.content.load import load_content
from kiosk.content.plural import plural_form
from kiosk.content.word import Plural, filled_in
from kiosk.paths import content_folder

PAGES = """search-found =
    { $count ->
        [one] 1 page
       *[other] { $count } pages
    }
"""


def read(text: str, language: str = "en") -> dict[str, object]:
    """The words of a catalogue without a fault."""
    noted = FaultList("interface.ftl")
    words = read_words(text, language, noted)
    assert noted.faults == []
    return dict(words)


def faults_in(text: str, language: str = "en") -> list[str]:
    """Every fault of a catalogue, as staff would see it."""
    noted = FaultList("interface.ftl")
    read_words(text, language, noted)
    return [str(fault) for fault in noted.faults]


def test_a_word_is_a_text_with_gaps() -> None:
    """A gap stands where the file has it; a text over several lines is one line."""
    words = read("hours-until = open now,\n    until { $time }\n")
    assert words == {"hours.until": "open now, until {time}"}
    assert filled_in("open now, until {time}", {"time": "9:00"}) == "open now, until 9:00"


def test_the_number_chooses_the_form() -> None:
    """One page, two pages: the catalogue has both, and the code only tells how many."""
    word = read(PAGES)["search.found"]
    assert isinstance(word, Plural)
    assert [filled_in(word, {"count": count}) for count in (1, 2)] == ["1 page", "2 pages"]


def test_welsh_has_its_own_forms() -> None:
    """Welsh counts by other rules than English: three and six have forms of their own."""
    forms = ["zero", "one", "two", "few", "other", "other", "many", "other"]
    assert [plural_form("cy", number) for number in range(8)] == forms
    text = PAGES.replace("[one] 1 page", "[few] tri\n        [many] chwech")
    word = read(text, "cy")["search.found"]
    assert isinstance(word, Plural)
    assert [filled_in(word, {"count": n}) for n in (1, 3, 6)] == ["1 pages", "tri", "chwech"]


def test_the_rule_for_english_is_that_of_cldr() -> None:
    """English stands in the code to save time; it agrees with the list that knows all languages."""
    rule = Locale.parse("en").plural_form
    numbers = [*range(200), 0.5, 1.5, 2.5]
    assert [plural_form("en", number) for number in numbers] == [rule(n) for n in numbers]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("start-peopel = People\n", "2: 'start-peopel' is not known; no page shows it."),
        ("hours-until = until { $tiem }\n", "2: 'hours-until' cannot fill in { $tiem }; it knows"),
        ("hours-until = until {\n", "2: This cannot be read: "),
        ("hours-until =\n", "2: This cannot be read: "),
        ("just words\n", "2: This cannot be read: "),
        ("start-people = One\nstart-people = Two\n", "3: The key 'start-people' stands here twice"),
        ("start-people = One\n    .title = Two\n", "2: 'start-people' has an attribute"),
        ("-brand = Kiosk\n", "2: '-brand' begins with a hyphen"),
        ("start-people = { start-who }\n", "2: 'start-people' has braces around what is not a gap"),
        ('start-people = { "{" }\n', "2: 'start-people' has braces or breaks in quotation marks"),
        (PAGES.replace("one", "two"), "4: 'search-found' has a form [two]; this language has: one"),
        (PAGES.replace("$count ->", "$cuont ->"), "3: 'search-found' cannot fill in { $cuont }"),
        (PAGES.replace("    { $count ->", "    About { $count ->"), "3: 'search-found' has words"),
        (
            PAGES.replace("*[other]", "[other]")
            .replace("[one]", "*[one]")
            .replace("[other]", "[0]"),
            "5: 'search-found' has a form [0]; this language has: one, other.",
        ),
    ],
)
def test_a_fault_is_told_by_its_line(text: str, fault: str) -> None:
    """What could not be shown as it is written is a fault, with the line where it stands."""
    (told,) = faults_in("start-who = Who?\n" + text)
    assert told.startswith(f"interface.ftl:{fault}")


def test_every_fault_is_told_at_once() -> None:
    """A fault in one word does not hide that in another."""
    told = faults_in("one = 1\nstart-who = {\nhours-until = { $tiem }\n")
    assert [fault.split(":")[1] for fault in told] == ["1", "2", "3"]


def test_the_shipped_catalogue_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A start that shows no other needs its parser no second time."""
    assert load_content(content_folder()).words
    monkeypatch.delattr("kiosk.content.interface_file.FluentParser")
    assert load_content(content_folder()).words
