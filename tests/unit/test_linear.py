"""The kiosk a line at a time: the same pages, and the same way out."""

import os
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

import pytest

from kiosk.content.opening import LONDON
from kiosk.linear.conversation import Conversation
from kiosk.linear.terminal import Terminal
from kiosk.pages.catalogue import Catalogue, places
from kiosk.pages.comfort import Comfort
from kiosk.pages.here import Here
from kiosk.pages.leave_behind import LeaveBehind
from kiosk.pages.loading import load_catalogue
from kiosk.pages.spoken import speak
from kiosk.settings import Settings
from kiosk.settings.table import PATIENT_SECONDS
from tests.app.desk import TestDesk

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=LONDON)
CLEARED = "(cleared)"
PROMPT = "\f> "
"""What waits for an answer, as no line of a page begins."""
NOTHING = "(nothing for a while)"
"""What stands in an input for a visitor who types nothing."""


class ScriptedTerminal(Terminal):
    """Types what a test says, and keeps what is printed."""

    def __init__(self, *typed: str) -> None:
        super().__init__()
        self._typed = list(typed)
        self.printed = ""
        self.waited: list[float | None] = []

    def prompt(self, text: str) -> None:
        """Keep it."""
        self.printed += text.removesuffix("> ") + PROMPT if text.endswith("> ") else text

    def clear(self) -> None:
        """Note it."""
        self.printed += CLEARED

    def read(self, seconds: float | None = None) -> str | None:
        """The next line of the script."""
        if not self._typed:
            raise EOFError
        self.waited.append(seconds)
        line = self._typed.pop(0)
        if line == NOTHING:
            assert seconds, "Whoever comes to the neutral page has all the time there is."
            return None
        return line


def talk(catalogue: Catalogue, *typed: str, desk: TestDesk | None = None) -> str:
    """Have a conversation, and return all that was printed."""
    terminal = ScriptedTerminal(*typed)
    Conversation(catalogue, LeaveBehind(desk), terminal, lambda: NOON).run()
    return terminal.printed


def last_page(printed: str) -> str:
    """What was printed after the last answer."""
    return printed.rpartition(PROMPT)[0].rpartition(PROMPT)[2]


def test_the_calm_line_is_said_after_its_heading(catalogue: Catalogue) -> None:
    """Whoever listens is told that they are right to ask, in a sentence of its own."""
    page = last_page(talk(catalogue, ""))
    assert "Do you need help now?\n\nYou are right to ask here.\n" in page


def test_it_begins_with_the_neutral_page(catalogue: Catalogue) -> None:
    """Nothing of the subject is printed until somebody presses Enter."""
    printed = talk(catalogue)
    assert printed.startswith(CLEARED)
    assert "Press Enter" in printed
    assert "threat" not in printed


def test_three_answers_lead_to_a_plan(catalogue: Catalogue) -> None:
    """Enter, the first door, the first answer."""
    assert "Your plan: " in last_page(talk(catalogue, "", "1", "1"))


@pytest.mark.parametrize("way_out", ["0", "\x1b", "\x1b[A", " 0 "])
def test_leaving_clears_and_begins_anew(catalogue: Catalogue, way_out: str) -> None:
    """After 0, or Escape, the next visitor finds the neutral page and no way back."""
    printed = talk(catalogue, "", "1", way_out, "", "b")
    after = printed.split(CLEARED)[-1]
    assert "Press Enter" in after
    assert "in danger" not in after


def test_whoever_walks_away_is_cleared_away(catalogue: Catalogue) -> None:
    """After the idle time it asks, and then it clears; an answer goes on where one was."""
    assert talk(catalogue, "", "1", NOTHING, NOTHING).count(CLEARED) == 2
    answered = talk(catalogue, "", "1", NOTHING, "1")
    assert answered.count(CLEARED) == 1
    assert "Your plan: " in last_page(answered)


def test_it_waits_longer_at_a_plan(catalogue: Catalogue) -> None:
    """Whoever is at one does something else beside it, as on the screen."""
    terminal = ScriptedTerminal("", "1", "1", "b")
    Conversation(catalogue, LeaveBehind(None), terminal, lambda: NOON).run()
    usual = catalogue.edition.settings.idle_seconds
    assert terminal.waited == [None, usual, usual, PATIENT_SECONDS]


def test_words_are_searched_for(catalogue: Catalogue) -> None:
    """Misspelt words find the page, and its number opens it."""
    printed = talk(catalogue, "", "sextorshun")
    assert "If someone threatens you" in last_page(printed)


def test_letters_are_commands(catalogue: Catalogue) -> None:
    """`h` lists helplines, `b` goes back, `?` explains, and what is unknown is said to be."""
    assert "Childline: 0800 1111" in last_page(talk(catalogue, "", "h"))
    assert "Do you need help now?" in last_page(talk(catalogue, "", "h", "b"))
    assert "b or back goes back" in last_page(talk(catalogue, "", "?"))
    assert "nothing with that" in last_page(talk(catalogue, "", "t"))


def test_every_page_can_be_said(catalogue: Catalogue) -> None:
    """No page draws anything, and every number that is offered leads somewhere."""
    word = catalogue.edition.word
    for place in places(catalogue.edition):
        spoken = speak(catalogue.open(place, 72, Here())[0], 72, word)
        text = "\n".join(spoken.lines)
        assert not set(drawn(text)), place
        for number in range(1, len(spoken.targets) + 1):
            assert word("linear.choice", number=number, label="") in text or (
                word("linear.link", number=number).strip() in " ".join(text.split())
                or f"\n{number}  " in text  # a step of a plan
            ), (place, number)


def drawn(text: str) -> Iterable[str]:
    """The characters of a text that a screen reader would stumble over."""
    return (
        character
        for character in text.replace("\n", "")
        if unicodedata.category(character) in {"Cc", "Cf", "So", "Co"}
        or "BOX DRAWINGS" in unicodedata.name(character)
    )


def test_a_form_is_filled_in_by_typing(catalogue: Catalogue) -> None:
    """Each question takes a line, an empty one goes on, and what is sent is what was typed."""
    settings = catalogue.edition.settings
    forms = settings._replace(forms=settings.forms._replace(public_key="given"))
    offering = Catalogue(replace(catalogue.edition, settings=forms))
    desk = TestDesk()
    printed = talk(offering, "", "10", "3", "4", "Very clear", "3", desk=desk)
    assert "Thank you" in last_page(printed)
    [form] = desk.forms.values()
    assert getattr(form, "words", "") == "Very clear"


def test_all_that_is_said_follows_the_language_that_was_chosen() -> None:
    """Numbers, hints, the words for commands; and the next visitor begins as the first did."""
    welsh = load_catalogue(Settings(languages=("en", "cy"), drafts=True))
    word = welsh.edition_for(Comfort(language="cy")).word
    english = welsh.edition.word
    printed = talk(welsh, "", "9", "nonsense", word("linear.home"), word("linear.quit"), "")
    chosen, _, begun_anew = printed.partition(english("linear.hint"))[2].partition(CLEARED)
    assert chosen.count(word("linear.choice", number=1, label="")) >= 2
    assert word("linear.hint") in chosen
    assert english("linear.choice", number=1, label="") not in chosen
    assert english("linear.hint") not in chosen
    assert english("linear.hint") in begun_anew


def test_a_topic_is_counted_once_its_page_is_printed(catalogue: Catalogue) -> None:
    """The disk makes nobody wait for what they asked for."""
    printed: list[str] = []

    class WatchingDesk(TestDesk):
        def count(self, topic: str) -> None:
            super().count(topic)
            printed.append(terminal.printed)

    settings = catalogue.edition.settings._replace(counts=True)
    desk = WatchingDesk()
    terminal = ScriptedTerminal("", "10", "2", "2", "b", "1", "0")
    counting = Catalogue(replace(catalogue.edition, settings=settings))
    Conversation(counting, LeaveBehind(desk), terminal, lambda: NOON).run()
    (topic,) = desk.counted
    assert printed[0].rstrip().endswith(catalogue.edition.word("linear.hint"))
    assert catalogue.edition.content.topics[topic].title in last_page(printed[0] + PROMPT)


def test_a_long_line_or_bad_bytes_do_no_harm() -> None:
    """What arrives is taken as text, whatever it is; an end of the input is told."""
    source, typist = os.pipe()
    terminal = Terminal(source, typist)
    os.write(typist, b"\xff\xfe" + b"x" * 1000 + b"\nnext\n")
    assert (terminal.read() or "").endswith("xxx")
    assert terminal.read() == "next"
    assert terminal.read(0.01) is None
    os.close(typist)
    with pytest.raises(EOFError):
        terminal.read()
    os.close(source)


def test_a_question_as_a_label_ends_in_one_mark(catalogue: Catalogue) -> None:
    """No listener hears "question mark, dot" between a label and what stands beside it."""
    printed = talk(catalogue, "", "4")
    assert "Who should I tell? Find" in printed
    assert "?." not in printed


def test_what_stands_beside_a_label_goes_on_in_its_sentence(catalogue: Catalogue) -> None:
    """A voice that pauses at a full stop would begin anew in small letters."""
    printed = " ".join(talk(catalogue, "", "9", "4").split())
    assert re.search(r"Type 7: People to talk to, at least \d+ open now", printed)
    assert "Easy words, one step at a time, this is on" in printed
    assert not re.search(r"Type \d+: [^:]*\. [a-z]", printed)


def test_words_do_what_their_letters_do(catalogue: Catalogue) -> None:
    """Somebody who cannot remember letters says back, home, help or quit, in any case."""
    printed = talk(catalogue, "", "1", "back", "1", "Home", "QUIT")
    assert printed.count("Are you safe right now?") == 2
    assert printed.count("I am a young person") == 3
    assert CLEARED in printed.rpartition("I am a young person")[2]


def test_who_says_help_hears_the_numbers_before_the_keys(catalogue: Catalogue) -> None:
    """The word may be a question about the keys or a call: both get their answer."""
    said = talk(catalogue, "", "help").rpartition(catalogue.edition.word("linear.hint"))[2]
    assert said.index("999") < said.index("goes back")


def test_a_search_says_the_numbers_first(catalogue: Catalogue) -> None:
    """Whatever is searched for, 999, Childline and Samaritans come before what was found."""
    said = talk(catalogue, "", "quiz").rpartition("Search\n")[2]
    lines = [line for line in said.splitlines() if line]
    assert [number in lines[0] for number in ("999", "0800 1111", "116 123")] == [True] * 3


def test_no_row_of_dashes_is_read_out(catalogue: Catalogue) -> None:
    """Nothing stands on a line that is not words."""
    said = talk(catalogue, "", "1", "1", "home", "quiz")
    assert not [
        line for line in said.splitlines() if line.strip("> ") and not any(map(str.isalnum, line))
    ]


def test_time_asleep_counts_as_time_without_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is waited for comes no nearer while a machine sleeps, so it is looked at again."""
    reading, writing = os.pipe()
    moments = iter([0.0, 0.0, 200.0])
    monkeypatch.setattr("kiosk.linear.terminal.boot_seconds", lambda: next(moments))
    monkeypatch.setattr("kiosk.linear.terminal._LOOKS_AGAIN_SECONDS", 0.01)
    assert Terminal(reading).read(150) is None
    os.write(writing, b"back\n")
    monkeypatch.setattr("kiosk.linear.terminal.boot_seconds", lambda: 0.0)
    assert Terminal(reading).read(150) == "back"
    for descriptor in (reading, writing):
        os.close(descriptor)
