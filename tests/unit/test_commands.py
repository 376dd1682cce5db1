"""The table of commands: each stands wherever it has to."""

from kiosk.pages.commands import BAR, COMMANDS, MOST_NEEDED, TYPED

SIGNS = {"slash", "question_mark"}
"""Signs that a search box takes as text, as Textual names them."""


def test_every_command_of_the_bottom_line_has_a_rank() -> None:
    """On a narrow screen each may be left out, so none may be forgotten in the order of need."""
    assert len(BAR) == len(MOST_NEEDED)
    assert set(BAR) == set(MOST_NEEDED) <= set(COMMANDS)


def test_whoever_types_loses_no_letter_to_a_command() -> None:
    """A command with a letter or a sign for a key gives way to a box that is typed into."""
    letters = {
        command
        for command in COMMANDS
        if any((len(key) == 1 and key.isalpha()) or key in SIGNS for key in command.keys)
    }
    assert set(TYPED) == letters
