"""The table of commands: each stands wherever it has to."""

from kiosk.pages.commands import BAR, COMMANDS, MOST_NEEDED


def test_every_command_of_the_bottom_line_has_a_rank() -> None:
    """On a narrow screen each may be left out, so none may be forgotten in the order of need."""
    assert len(BAR) == len(MOST_NEEDED)
    assert set(BAR) == set(MOST_NEEDED) <= set(COMMANDS)
