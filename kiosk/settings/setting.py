"""What is known of one setting besides its name, type and default."""

from typing import NamedTuple

from kiosk.settings.toml_tables import Parser


class Setting(NamedTuple):
    """What is known of one setting besides its name, type and default.

    In the words, `{default}`, `{least}` and `{most}` stand for what the field and its parser say.

    Attributes:
        read: Takes what stands in the file.
        meaning: What it is, in sentences.
        without: What happens where it is left out.
        example: How it is written, as lines of TOML.
        is_live: Whether a change is shown to the next visitor without a new start.
        is_path: Whether it names folders or files, seen from the settings file.
        is_secret: Whether no page needs it, and no visitor's process may hold it.
    """

    read: Parser
    meaning: str
    without: str
    example: str
    is_live: bool = True
    is_path: bool = False
    is_secret: bool = False
