"""Marks of Markdown and of other programs that a visitor would see as they stand.

A link with a blank in it is no link: its words are shown, and the number is not. What an editor, a
merge or a template leaves behind is text like any other to Markdown.
"""

import re
from collections.abc import Iterator

from kiosk.staff.check.passages import Passage
from kiosk.staff.check.report import Rule, WordsFinding, mistake

_LINK = "Write [Childline](helpline:childline) or [words](page.md), without blanks between."
_PLAIN = "Write it in plain words."
_MARKS = (
    (r"helpline:|\]\s*\(|\]\s*\[|\.md\)", "a link that does not lead anywhere", _LINK),
    (r"\[\[|\]\]", "a link of a wiki", _LINK),
    (
        r"^(?:<{4,}|={4,}|>{4,}|\|{4,})",
        "what a merge left behind",
        "Keep one version.",
    ),
    (r"\|\s*:?-{3,}|^\s*\|.*\|\s*$", "a table", "Write a list: '- ' before each item."),
    (r"\[\^\w+\]", "a footnote", "Write it into the sentence, or leave it out."),
    (r"^\[[ xX]\]", "a box to tick", "Leave '[ ]' out."),
    (r"\[![A-Z]+\]|^:{3,}", "a box of another program", "Use a heading, or '> ' for a quotation."),
    (
        r"\{\{|\}\}|\{%|%\}|\$\{?[A-Za-z_]{2,}|%\(\w+\)[sd]",
        "a gap of a template",
        "Write what belongs there.",
    ),
    (r"^#{2,}[^\s#]", "a heading that is none", "Write a blank behind ##."),
    (r"\{[.#:][\w-]+", "a mark for how words look", "Leave it out."),
    (r"(?<!\w):[a-z]+(?:_[a-z]+)*:(?!\w)", "the name of a small picture", "Leave it out."),
    (r"^: \S", "a list of words and what they mean", "Write it as sentences."),
    (r"\^\w+\^|\w\^\w", "letters set high", _PLAIN),
    (r"\[\d{0,3}(?:;\d{1,3})*[mKJ]", "what is left of a terminal's colours", "Leave it out."),
    (r"~~|\*\*|__|`|(?<![\w=])==(?!=)", "marks that belong in pairs, without blanks", _PLAIN),
    (r"</?[A-Za-z][^>\n]*>|&[a-z]+;", "HTML", _PLAIN),
)
_PATTERNS = [(re.compile(pattern, re.MULTILINE), what, remedy) for pattern, what, remedy in _MARKS]


def marks_left(passage: Passage) -> Iterator[WordsFinding]:
    """The marks in one passage that would be shown, each kind once."""
    for pattern, what, remedy in _PATTERNS:
        if match := pattern.search(passage.text):
            seen = f"Visitors would see {what}: '{match[0].strip()}'."
            yield mistake(passage.place_at(match.start()), Rule.MARKS, seen, remedy)
