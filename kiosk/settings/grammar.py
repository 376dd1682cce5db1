"""What is wrong with the grammar of a settings file, in words for staff; needed only to tell it."""

import re

from kiosk.plain_file import line_of_fault, why_not

_QUOTE = "a quotation mark is missing. Put one where the text ends."
_TWICE = "this stands here for the second time. Keep one of them."
_BACKSLASH = r"write / in the place of \, also of one in a folder's name."
_NOTE = "this is no setting. Put # before what is only a note."
_REMEDIES = (
    ("Illegal character '\\n'", _QUOTE),
    ("Illegal character '\\r'", _QUOTE),
    ("Illegal character", "there is a character that cannot be seen. Type this line again."),
    ("Unterminated", _QUOTE),
    ('Expected "\'"', _QUOTE),
    ("Cannot", _TWICE),
    ("Duplicate", _TWICE),
    (
        "Invalid value",
        'this is no value. Write a text in straight quotation marks, "Ashby Library"; and for yes '
        "and no, true and false.",
    ),
    ("Expected '=' after", 'an equals sign is missing. Write it as in name = "Ashby Library".'),
    (
        "Expected newline",
        "the value ends before the line does. Put the whole of it in quotation marks, with none "
        "of the same kind inside, and # before a note.",
    ),
    ("Unclosed array", "a list is not whole. Put a comma between its entries, and ] at its end."),
    ("Unclosed inline", "a list is not whole. Put a comma between its entries, and } at its end."),
    ("Expected ']", "close [ with ], and [[ with ]], and write _ for a blank: [opening_hours]."),
    ("Unescaped", _BACKSLASH),
    ("Invalid hex", _BACKSLASH),
    ("Invalid date", "there is no such day or time. Look at a calendar."),
    ("Invalid statement", _NOTE),
    ("Invalid initial", _NOTE),
)
"""How messages of Python's parser begin, and what to tell instead."""
_BY_LINE = (
    (
        re.compile(r"^(?:<{7}|={7}|>{7})"),
        "two versions of this file were put together. Keep one of them, and take these marks out.",
    ),
    (re.compile(r"\b\d{1,2}[/.]\d{1,2}[/.]\d{4}\b"), "write days like 2026-11-22."),
    (re.compile(r",\s*}"), "take the comma before } out."),
)
"""What tells more than the parser does: what is in the line at which it has stopped."""
_TEXT = re.compile(r"""\"[^\"]*\"|'[^']*'|#.*""")
_ANY = 'this is not written as settings are, such as name = "Ashby Library".'


def told(name: str, text: str, error: Exception) -> str:
    """The file, the line where it is known, and what to write.

    Args:
        name: What to call the file.
        text: What it says, as far as that could be read.
        error: What reading it has raised.
    """
    if isinstance(error, UnicodeDecodeError):
        return f"{name}:{line_of_fault(error)}: {why_not(error)}"
    said, _, at = str(error).partition(" (at ")
    lines = text.rstrip().split("\n")
    line = str(len(lines)) if at.startswith("end") else at.removeprefix("line ").partition(",")[0]
    if not line.isdecimal():
        return f"{name}: {_ANY}"
    bare = _TEXT.sub("_", "".join(lines[int(line) - 1 : int(line)]))
    known = [words for found, words in _BY_LINE if found.search(bare)]
    known += [words for begins, words in _REMEDIES if said.startswith(begins)]
    return f"{name}:{line}: {next(iter(known), _ANY)}"
