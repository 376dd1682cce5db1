"""The table of commands: each stands wherever it has to."""

from kiosk.pages.commands import BAR, COMMANDS, DIGITS, LETTERS, MOST_NEEDED, NUMBER


def test_every_command_of_the_bottom_line_has_a_rank() -> None:
    """On a narrow screen each may be left out, so none may be forgotten in the order of need."""
    assert len(BAR) == len(MOST_NEEDED)
    assert set(BAR) == set(MOST_NEEDED) <= set(COMMANDS)


def test_a_letter_of_a_choice_is_no_commands() -> None:
    """It does one thing only, in either case, and none of them looks like a digit."""
    taken = {key for command in COMMANDS if command is not NUMBER for key in command.keys}
    assert not taken & {*LETTERS, *LETTERS.upper(), *DIGITS}
    assert not set(LETTERS) & set("ilo")
    assert set(NUMBER.keys) == {*LETTERS, *LETTERS.upper(), *DIGITS}
