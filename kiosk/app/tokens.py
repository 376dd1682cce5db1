"""The design tokens of `styles/tokens.tcss`, as variables for every style sheet.

Textual gives a variable no further than the file it stands in; these are handed to all files.
"""

import re
from pathlib import Path

_TOKEN = re.compile(r"^\$([a-z][a-z0-9-]*):\s*([^;]+);", re.MULTILINE)
TOKENS_FILE = "tokens.tcss"


def read_tokens(styles: Path) -> dict[str, str]:
    """The tokens by name, without the dollar.

    Args:
        styles: The folder of the style sheets.
    """
    text = (styles / TOKENS_FILE).read_text(encoding="utf-8")
    return {name: value.strip() for name, value in _TOKEN.findall(text)}


def style_sheets(styles: Path) -> list[Path]:
    """Every other style sheet of the folder, in a fixed order."""
    return sorted(path for path in styles.glob("*.tcss") if path.name != TOKENS_FILE)
