"""The rules of the check at their edges: the last that passes, and the first that does not."""

from collections.abc import Sequence

import pytest

from kiosk.staff.check.ages import ANY, ages_in
from kiosk.staff.check.glyphs import glyphs_missing
from kiosk.staff.check.letters import plain
from kiosk.staff.check.numbers import _NUMBER
from kiosk.staff.check.passages import EVERYBODY, Passage
from kiosk.staff.check.reading import hard_to_read
from kiosk.staff.check.report import Report, Rule, WordsFinding, make_report, mistake
from kiosk.staff.check.report_text import as_text, summary
from kiosk.staff.check.syllables import syllables_of
from kiosk.staff.check.words_not_to_use import _pattern
from kiosk.staff.findings import Severity

ADULTS = frozenset({"parents and carers"})
HARD = "Institutional responsibilities incorporate."
"""Three words, which nobody of twelve can read."""
HARD_FOUR = "Institutional responsibilities incorporate documentation."


def passage(
    text: str, *, audiences: frozenset[str] = EVERYBODY, is_running: bool = True
) -> Passage:
    """A passage of a page."""
    return Passage("en/topics/one.md", 10, text, is_running, audiences)


def rules(passages: Sequence[Passage]) -> list[Rule]:
    """The rules that some passages break."""
    return [finding.rule for finding in hard_to_read(passages)]


@pytest.mark.parametrize(
    ("words", "audiences", "is_long"),
    [
        (20, EVERYBODY, False),
        (21, EVERYBODY, True),
        (20, ADULTS | {"young people"}, False),
        (21, ADULTS | {"young people"}, True),
        (25, ADULTS, False),
        (26, ADULTS, True),
    ],
)
def test_a_sentence_has_so_many_words_and_no_more(
    words: int, audiences: frozenset[str], *, is_long: bool
) -> None:
    """Twenty where a young person may read it, and 25 for adults alone."""
    told = rules([passage("go " * (words - 1) + "on.", audiences=audiences)])
    assert (Rule.SENTENCE in told) is is_long


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ([[HARD] * 7 + [HARD_FOUR] * 2], 0),
        ([[HARD] * 10], 1),
        ([[HARD] * 5, [HARD] * 5], 1),
        ([[HARD] * 10, [HARD] * 10], 2),
        ([[HARD] * 10, [HARD] * 2], 1),
        ([[HARD] * 5], 0),
        ([], 0),
    ],
)
def test_a_text_of_thirty_words_has_a_grade(parts: list[list[str]], told: int) -> None:
    """Each part by itself; where none is long enough, or too hard, the whole page together."""
    head = passage("A heading", is_running=False)
    page = [each for part in parts for each in (head, passage(" ".join(part)))]
    assert rules(page).count(Rule.READING_AGE) == told


def test_the_three_hardest_sentences_are_named() -> None:
    """By their lines, in the order of the page, with their longest words."""
    easy = "You can go on now."
    text = "\n".join([easy, HARD, "They notify.", easy, HARD_FOUR, HARD, *[easy] * 6])
    (finding,) = hard_to_read([passage(text)])
    assert "(lines 11, 14, 15)" in finding.instead
    assert finding.instead.endswith(
        "for: responsibilities, documentation, institutional, incorporate."
    )


@pytest.mark.parametrize(
    ("codes", "mended"),
    [
        ("2018 2019 201a", "'"),
        ("201c 201d 201e", '"'),
        ("2010 2011 2013", "-"),
        ("2026", "..."),
        ("a0 202f 2009 2028 2029", " "),
        ("200b ad feff", ""),
    ],
)
def test_every_letter_of_a_word_processor_has_a_plain_one(codes: str, mended: str) -> None:
    """Quotation marks, dashes, and spaces that nobody sees, by their numbers in Unicode."""
    for code in codes.split():
        assert plain(f"a{chr(int(code, 16))}b") == f"a{mended}b"


@pytest.mark.parametrize("sign", "←↑→↓↔↕─│┼£½«»éÄ°")
def test_every_console_has_these_signs(sign: str) -> None:
    """They are in the kernel's own font, whatever the language is."""
    assert list(glyphs_missing(passage(f"a {sign} b"), "en")) == []


@pytest.mark.parametrize("sign", "✓…—€•’ŵ")
def test_not_every_console_has_these(sign: str) -> None:
    """They are told with their number, on their line."""
    (told,) = glyphs_missing(passage(f"a\n{sign} b {sign}"), "en")
    assert (told.line, f"U+{ord(sign):04X}" in told.what) == (11, True)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("one\N{EM DASH}two", "one - two"),
        ("one \N{EM DASH} two", "one - two"),
        ("one\t\N{EM DASH} two", "one - two"),
        ("\N{EM DASH} two", "\N{EM DASH} two"),
        ("one \N{EM DASH}", "one \N{EM DASH}"),
        ("one\n\N{EM DASH} two", "one\n\N{EM DASH} two"),
    ],
)
def test_a_long_dash_between_words_has_blanks_around_it(text: str, mended: str) -> None:
    """At the ends of a line it may be a list, or a quotation: somebody has to look."""
    assert plain(text) == mended


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0800 1111", "0800 1111"),
        ("0123456", None),
        ("01234567", "01234567"),
        ("012345678901", "012345678901"),
        ("0123456789012", None),
        ("+44 20 7008 0151", "+44 20 7008 0151"),
        ("116 123", "116 123"),
        ("116 1234", None),
        ("1 116 123", None),
        ("£08001111", None),
        ("3.08001111", None),
        ("-08001111", None),
    ],
)
def test_a_number_has_eight_to_twelve_digits(text: str, number: str | None) -> None:
    """The first of them a 0; what belongs to a longer one, a price or a fraction is none."""
    found = _NUMBER.search(text)
    assert (found and found[0]) == number


@pytest.mark.parametrize(
    ("words", "is_of_today"),
    [
        ("Are you under 18?", True),
        ("under 18 in it", False),
        ("Under 18 in the picture", False),
        ("under 18 in its way", True),
    ],
)
def test_an_age_in_the_picture_is_no_age_of_today(words: str, *, is_of_today: bool) -> None:
    """It rules nobody out: who was a child then may be grown up."""
    assert (ages_in(words) != ANY) is is_of_today


@pytest.mark.parametrize(
    ("count", "listed"),
    [
        (1, "he the shh"),
        (1, "asked named likes times"),
        (2, "wanted added places wishes prism rhythm quiet being pages little"),
        (2, "safely careless homework homeless something someone careful"),
        (3, "radio happier happiest stadium"),
        (4, "reality variety"),
    ],
)
def test_syllables_at_the_ends_of_words(count: int, listed: str) -> None:
    """Whatever the letters are, a word has one syllable at least."""
    assert {word: syllables_of(word) for word in listed.split()} == dict.fromkeys(
        listed.split(), count
    )


@pytest.mark.parametrize(
    ("phrase", "text", "is_found"),
    [
        ("it's bad", "It\N{RIGHT SINGLE QUOTATION MARK}s\nbad", True),
        ("it's bad", "it's  bad", True),
        ("it's bad", "it's badly", False),
        ("it's bad", "xit's bad", False),
        ("bad*", "badly", True),
        ("bad*", "bad", True),
        ("a.b", "acb", False),
    ],
)
def test_a_phrase_is_found_as_whole_words(phrase: str, text: str, *, is_found: bool) -> None:
    """Over the end of a line, with any quotes; a star stands for the rest of a word."""
    assert bool(_pattern([phrase]).search(text)) is is_found


def finding(severity: Severity, line: int = 1, path: str = "a.md", what: str = "x") -> WordsFinding:
    """Something that was found."""
    return WordsFinding(severity, what, "y", path=path, line=line, rule=Rule.WORDS)


@pytest.mark.parametrize(
    ("severities", "fails", "fails_strictly"),
    [
        ([], False, False),
        ([Severity.NOTE], False, False),
        ([Severity.WARNING], False, True),
        ([Severity.NOTE, Severity.ERROR], True, True),
    ],
)
def test_only_the_day_of_the_launch_takes_no_warning(
    severities: list[Severity], *, fails: bool, fails_strictly: bool
) -> None:
    """An error never passes, and a note always does."""
    report = make_report(map(finding, severities), 1, ["en"])
    assert report.fails(strict=False) is report.has_errors is fails
    assert report.fails(strict=True) is fails_strictly


def test_findings_stand_in_the_order_of_the_files_and_none_twice() -> None:
    """By file, then by line; the graver first where both stand on one."""
    ordered = [
        finding(Severity.NOTE, 1),
        finding(Severity.ERROR, 2),
        finding(Severity.WARNING, 2),
        finding(Severity.ERROR, 1, "b.md"),
    ]
    assert make_report([*reversed(ordered), ordered[0]], 2, ["en"]).findings == tuple(ordered)


@pytest.mark.parametrize(("number", "said"), [(0, "0 errors"), (1, "1 error,"), (2, "2 errors,")])
def test_one_is_one(number: int, said: str) -> None:
    """And everything else, nothing too, is more than one."""
    findings = tuple(finding(Severity.ERROR, line) for line in range(1, number + 1))
    assert summary(Report(findings, 1, ("en",))).startswith(said)
    assert summary(Report(findings, 1, ("en",))).endswith(" in 1 file (en).")


@pytest.mark.parametrize(("columns", "widest"), [(20, 60), (80, 80), (300, 100)])
def test_a_report_is_as_wide_as_one_can_read(columns: int, widest: int) -> None:
    """From 60 to 100 cells; longer ones would be lost from line to line."""
    told = finding(Severity.ERROR, what="some words " * 40)
    lines = as_text(make_report([told], 1, ["en"]), columns).splitlines()
    longest = max(map(len, lines))
    assert widest - len("words ") - 6 <= longest <= widest


def test_what_has_to_be_settled_stands_before_what_was_heard() -> None:
    """First where sources disagree, last what was told at second hand."""
    marks = ["C2", "C", "G", "X"]
    found = [
        WordsFinding(
            Severity.WARNING, mark, "y", path="a.md", line=number, rule=Rule.FACT,
            about=f"about {mark}.", mark=mark,
        )
        for number, mark in enumerate(marks)
    ]  # fmt: skip
    text = as_text(make_report(found, 1, ["en"]), 80)
    assert sorted(marks, key=lambda mark: text.index(f"about {mark}.")) == ["X", "G", "C", "C2"]


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("en/topics/one.md", "In: one\n"),
        ("en/pathways/way.yaml", "In: way\n"),
        ("en/sequences/three.yaml", "In: three\n"),
        ("en/helplines.yaml", "In: en/helplines.yaml, line 7\n"),
    ],
)
def test_a_page_is_named_as_it_is_read(path: str, place: str) -> None:
    """By the name that `kiosk read` takes; any other file with its line."""
    found = WordsFinding(
        Severity.WARNING, "x", "y", path=path, line=7, rule=Rule.FACT, about="z", mark="G"
    )
    assert place in as_text(make_report([found], 1, ["en"]), 80)


def test_what_concerns_a_whole_file_has_no_line() -> None:
    """Nobody looks for a line 0."""
    text = as_text(make_report([mistake(("a.md", 0), Rule.UNREAD, "x", "y")], 1, ["en"]), 80)
    assert "line" not in text.partition("Once no error")[0]
