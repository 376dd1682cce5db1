"""What is wrong with the grammar of a settings file, in words for staff; needed only to tell it."""

_QUOTE = "a quotation mark is missing. Put one where the text ends."
_TWICE = "this stands here for the second time. Keep one of them."
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
    ("Expected ']", "a bracket is missing. Close [ with ], and [[ with ]]."),
    ("Unescaped", r"write \ twice, or put the text in single quotation marks."),
    ("Invalid statement", _NOTE),
    ("Invalid initial", _NOTE),
)
"""How messages of Python's parser begin, and what to tell instead."""
_ANY = 'this is not written as settings are, such as name = "Ashby Library".'


def told(name: str, text: str, error: Exception) -> str:
    """The file, the line where it is known, and what to write.

    Args:
        name: What to call the file.
        text: What it says, as far as that could be read.
        error: What reading it has raised.
    """
    if isinstance(error, UnicodeDecodeError):
        return f"{name}: this is not UTF-8 text. Save the file as UTF-8."
    said, _, at = str(error).partition(" (at ")
    remedy = next((words for begins, words in _REMEDIES if said.startswith(begins)), _ANY)
    line = at.removeprefix("line ").partition(",")[0]
    if at.startswith("end"):
        line = str(len(text.rstrip().splitlines()))
    return f"{name}:{line}: {remedy}" if line.isdecimal() else f"{name}: {remedy}"
