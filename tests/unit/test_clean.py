"""Text from elsewhere: what is taken out, category by category, and what stays."""

import unicodedata

import pytest

from kiosk.content.clean import clean


@pytest.mark.parametrize(
    ("category", "character"),
    [
        ("Cc", "\x1b"),
        ("Cc", "\x00"),
        ("Cc", "\x7f"),
        ("Cc", "\x9b"),
        ("Cc", "\t"),
        ("Cc", "\r"),
        ("Cf", "\u202e"),
        ("Cf", "\u200b"),
        ("Cf", "\ufeff"),
        ("Cs", "\ud800"),
        ("Co", "\ue000"),
        ("Cn", "\u0378"),
    ],
)
def test_what_a_terminal_could_obey_goes(category: str, character: str) -> None:
    """Controls, directions, half characters, private and unassigned ones; letters beside stay."""
    assert unicodedata.category(character) == category
    assert clean(f"a{character}b") == "ab"
    assert clean(f"é{character}b") == "éb"


@pytest.mark.parametrize("separator", ["\u2028", "\u2029"])
def test_what_word_processors_paste_between_lines_is_a_space(separator: str) -> None:
    """A terminal's line would end there, and the number behind "Don't pay." not be seen."""
    assert clean(f"Don't pay.{separator}Call") == "Don't pay. Call"


@pytest.mark.parametrize(
    "text",
    ["", "a b", "a\nb", "é", "a\N{NO-BREAK SPACE}b", "“x” – ½ ✓ 😀", "日本", "e\u0301", "~ !"],
)
def test_what_can_be_read_stays(text: str) -> None:
    """Letters of every script, signs, accents of their own, spaces and line breaks."""
    assert clean(text) == text
