"""Reads the page in sight aloud, one sentence after the other, until anybody touches anything."""

from collections.abc import Iterator

from textual import events

from kiosk.app.page_view import PageView
from kiosk.clerk.speech import Voice
from kiosk.content.blocks import Picture, Place
from kiosk.content.language import ENGLISH
from kiosk.pages.edition import Edition
from kiosk.pages.heads import stands_in_english
from kiosk.pages.sentences import Sentence, sentences
from kiosk.pages.view import View


class Aloud:
    """What is being read aloud on one screen, if anything is.

    Args:
        speech: Says the sentences; None where nothing is ever read aloud.
    """

    def __init__(self, speech: Voice | None) -> None:
        self._speech = speech
        self._page: PageView | None = None
        self._language = ""
        self._rest: Iterator[Sentence] = iter(())
        self._is_pressed = False

    @property
    def is_offered(self) -> bool:
        """Whether pages can be read aloud here."""
        return self._speech is not None

    def can_read(self, view: View) -> bool:
        """Whether a page can be: not one to type into, nor one with a drawing or a code."""
        has_picture = any(isinstance(block, Picture) for block in view.blocks)
        return self.is_offered and view.framed and view.box is None and not has_picture

    @property
    def is_reading(self) -> bool:
        """Whether a page is being read aloud now."""
        return self._page is not None

    def begin(self, page: PageView, edition: Edition, place: Place) -> None:
        """Read a page aloud, from the sentence that stands in the first line in sight.

        Args:
            page: The page.
            edition: The words that it is made of.
            place: Which page it is.
        """
        self.stop()
        reader = page.reader
        language = ENGLISH if stands_in_english(edition, place) else edition.content.language
        self._page, self._language = page, language.code
        # From the top, whom to call is said first: what is always in sight is on lines below 0.
        first = reader.top or -len(reader.page.foot)
        self._rest = iter([s for s in sentences(reader.page) if s.last_line >= first])
        self._say_next()

    def stop(self) -> None:
        """Be silent at once, and mark nothing."""
        if self._speech is not None and self._page is not None:
            page, self._page = self._page, None
            self._speech.hush()
            page.mark(None)

    def is_stopped_by(self, event: events.InputEvent) -> bool:
        """Stop at any key, click or turn of the wheel.

        Escape is left alone, since leaving is silent anyway.

        Returns:
            Whether the event has stopped the reading, and so is to do nothing else.
        """
        if isinstance(event, events.MouseUp):  # the end of the click that has stopped it
            was_pressed, self._is_pressed = self._is_pressed, False
            return was_pressed
        is_escape = isinstance(event, events.Key) and event.key == "escape"
        if not self.is_reading or is_escape or isinstance(event, events.MouseMove):
            return False
        self._is_pressed = isinstance(event, events.MouseDown)
        self.stop()
        return True

    def _say_next(self) -> None:
        sentence = next(self._rest, None)
        if self._speech is None or self._page is None or sentence is None:
            self.stop()
            return
        self._page.mark(sentence)
        self._speech.say(sentence.text, self._language, self._say_next)
