"""A number that a document tells is the code's: whoever changes one is told of the other."""

import re
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from kiosk.app.staff_door import KNOCKS, WITHIN_SECONDS
from kiosk.content.drawing import MOST_LINES, WIDEST
from kiosk.content.header import Line, Summary, TakeAddress, Title
from kiosk.content.model import Content
from kiosk.content.pathway_checks import MOST_QUESTIONS
from kiosk.content.pathway_file import LONGEST_SHORT, MOST_STEPS, ToSay
from kiosk.desk.figures import FEWEST
from kiosk.door.lock import FIRST_WAIT_SECONDS, FREE_TRIES
from kiosk.edits.thinning import KEPT
from kiosk.guard.loop import EARLIEST_END_SECONDS
from kiosk.guard.watchdog import BEATS_A_LIMIT
from kiosk.guard_log import LARGEST_BYTES
from kiosk.neutral import MEASURE
from kiosk.settings.table import PATIENT_SECONDS
from kiosk.staff.check.confirmed import SOON
from kiosk.staff.check.reading import ADULT, YOUNG
from kiosk.staff.check.reading_age import FEWEST_WORDS
from kiosk.web.posts import AT_ONCE

ROOT = Path(__file__).parents[2]
TAPS = re.compile(r"^const TAPS = (\d+);$", re.MULTILINE)
PLACES = re.compile(r"conn_cur gt (\d+)")
WATCHDOG = re.compile(r"^WatchdogSec=(\d+)$", re.MULTILINE)
IN_WORDS = "zero one two three four five six seven eight nine ten".split()


def longest(text: object) -> int:
    """The characters that a text of the words may have."""
    (limits,) = (each for each in get_args(text) if isinstance(each, msgspec.Meta))
    assert limits.max_length is not None
    return limits.max_length


def written(number: float) -> str:
    """A number as a document may write it: in figures, or in words."""
    assert number == int(number)
    words = IN_WORDS[int(number)] if number < len(IN_WORDS) else int(number)
    return f"({words}|{int(number)})"


def number_in(pattern: re.Pattern[str], name: str) -> int:
    """A number that stands in a file that is no Python."""
    found = pattern.search((ROOT / name).read_text(encoding="utf-8"))
    assert found is not None
    return int(found[1])


LIMIT = number_in(WATCHDOG, "packaging/machine/usr/lib/systemd/system/kiosk.service")
TOLD: list[tuple[str, str, tuple[float, ...]]] = [
    ("words.md", "title: Someone is threatening me # at most {} characters", (longest(Title),)),
    ("words.md", "title: Someone keeps asking me # at most {} characters", (longest(Title),)),
    ("words.md", "# at most {} characters: one line of a list", (longest(Summary),)),
    ("words.md", "has at most {} characters. The kiosk shows it", (longest(TakeAddress),)),
    ("words.md", "more than {} questions on any way", (MOST_QUESTIONS,)),
    ("words.md", "a numbered list of at most {} steps", (MOST_STEPS,)),
    ("words.md", "Longer than {} letters? Behind a bar", (LONGEST_SHORT,)),
    ("words.md", "# {} lines of {} characters at most: signs", (MOST_LINES, WIDEST)),
    ("words.md", "lines of {} characters.", (MEASURE,)),
    ("words.md", "keeps the last {} states", (KEPT,)),
    ("words.md", "the last one of each of {} days and of {} weeks", (KEPT, KEPT)),
    ("design.md", "a whole thought of at most {} letters", (LONGEST_SHORT,)),
    ("design.md", "Text is never wider than {} cells", (MEASURE,)),
    (
        "checking.md",
        "more than {} words for young people, {} for adults",
        (YOUNG.words, ADULT.words),
    ),
    ("checking.md", "Parts of fewer than {} words are not", (FEWEST_WORDS,)),
    ("settings.md", "at most two files of {} KB", (LARGEST_BYTES / 1000,)),
    ("settings.md", "F10 pressed {} times on the first page", (KNOCKS,)),
    ("staff.md", "press **F10** {} times within {} seconds", (KNOCKS, WITHIN_SECONDS)),
    (
        "staff.md",
        "After {} wrong passphrases one has to wait {} seconds",
        (FREE_TRIES, FIRST_WAIT_SECONDS),
    ),
    ("staff.md", "has run for less than {} seconds cannot be ended", (EARLIEST_END_SECONDS,)),
    ("forms.md", 'opened fewer than {} times, the figure is "under 5"', (FEWEST,)),
    ("browser.md", "**{} quick taps** anywhere", (number_in(TAPS, "kiosk/web/page/leaving.js"),)),
    ("install.md", "{} times in {} seconds the kiosk walks", (BEATS_A_LIMIT, LIMIT)),
    ("install.md", "If it is silent for {} seconds, systemd", (LIMIT,)),
    ("architecture.md", "(`Visit.is_patient`: {} minutes at a plan)", (PATIENT_SECONDS / 60,)),
    ("browser.md", "can send {} of them at once", (AT_ONCE,)),
    ("browser.md", "{} connections at once", (number_in(PLACES, "docs/examples/haproxy.cfg"),)),
    ("checking.md", "pages that are due within {} days", (SOON.days,)),
    ("words.md", "at most {} sentences to say or to show", (longest(ToSay),)),
    ("words.md", "# of at most {} characters; on each plan", (longest(Line),)),
]
"""Each with the words around it, as they stand in a document without its line breaks."""


@pytest.mark.parametrize(("name", "words", "numbers"), TOLD)
def test_a_document_tells_the_number_of_the_code(
    name: str, words: str, numbers: tuple[float, ...]
) -> None:
    """The words stand there, with this number and no other."""
    text = " ".join((ROOT / "docs" / name).read_text(encoding="utf-8").split())
    pattern = re.escape(words).replace(r"\{\}", "{}").format(*map(written, numbers))
    assert re.search(pattern, text, re.IGNORECASE), words


@pytest.mark.parametrize("name", ["for-parents.md", "for-young-people.md"])
def test_a_number_to_call_is_that_of_a_helpline(name: str, content: Content) -> None:
    """Who has only the leaflet reaches whom it names."""
    numbers = {helpline.number for helpline in content.helplines.values()}
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert set(re.findall(r"\*\*(\d[\d ]{2,})\*\*", text)) <= numbers
