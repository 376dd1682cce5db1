"""Characters that word processors put in, in plain letters: what has one right answer."""

import re

PLAIN = {
    "\N{LEFT SINGLE QUOTATION MARK}": "'",
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{SINGLE LOW-9 QUOTATION MARK}": "'",
    "\N{LEFT DOUBLE QUOTATION MARK}": '"',
    "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
    "\N{DOUBLE LOW-9 QUOTATION MARK}": '"',
    "\N{EN DASH}": "-",
    "\N{HYPHEN}": "-",
    "\N{NON-BREAKING HYPHEN}": "-",
    "\N{HORIZONTAL ELLIPSIS}": "...",
    "\N{NO-BREAK SPACE}": " ",
    "\N{NARROW NO-BREAK SPACE}": " ",
    "\N{THIN SPACE}": " ",
    "\N{LINE SEPARATOR}": " ",
    "\N{PARAGRAPH SEPARATOR}": " ",
    "\N{ZERO WIDTH SPACE}": "",
    "\N{SOFT HYPHEN}": "",
    "\N{ZERO WIDTH NO-BREAK SPACE}": "",
}
_TABLE = str.maketrans(PLAIN)
_LONG_DASH = re.compile(r"(?<=\S)[ \t]*\N{EM DASH}[ \t]*(?=\S)")


def plain(text: str) -> str:
    """The text with the letters that every screen has; what has no one right answer stays."""
    return _LONG_DASH.sub(" - ", text).translate(_TABLE)
