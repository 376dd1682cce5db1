"""A clean environment for Textual, which reads variables when it is imported.

Import this module before any that imports Textual.
"""

import os

_STEERING = ("COLUMNS", "LINES", "NO_COLOR", "ESCDELAY", "TEXTUAL")


def clean_environment() -> None:
    """Drop what could steer Textual from outside, and switch its animations off."""
    for name in list(os.environ):
        if name in _STEERING or name.startswith("TEXTUAL_"):
            del os.environ[name]
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    if os.environ.get("TERM") == "xterm":
        # What calls itself so has shown 256 colours for twenty years; 16 would be ugly.
        os.environ["TERM"] = "xterm-256color"


def has_half_blocks() -> bool:
    """Whether the terminal's font has the half blocks.

    The kernel's console has a font of 256 glyphs, and which ones these are nobody can tell here.
    """
    return os.environ.get("TERM") != "linux"


clean_environment()
