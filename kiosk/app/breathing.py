"""What moves the slow breath: the one thing on any page that moves by itself."""

from collections.abc import Callable

from textual.message_pump import MessagePump
from textual.timer import Timer

from kiosk.pages.breath_page import BEAT_SECONDS, BEATS, BREATH_PLACE
from kiosk.pages.comfort import STILL
from kiosk.pages.visit import Visit


class Breathing:
    """Beats for a minute while the page of the breath is open, and not otherwise.

    Args:
        monotonic: Tells seconds from some moment on.
    """

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._timer: Timer | None = None
        self._began = 0.0

    @property
    def beat(self) -> int | None:
        """How far the breath has come, in beats; None where nothing moves."""
        if self._timer is None:
            return None
        return int((self._monotonic() - self._began) / BEAT_SECONDS)

    def begin(self, visit: Visit, screen: MessagePump, on_beat: Callable[[], None]) -> None:
        """Begin anew where the breath is open, and its visitor has nothing against what moves.

        Args:
            visit: The visit, of which a page is about to be shown.
            screen: Has the timer; it ends with the screen.
            on_beat: Called at each beat.
        """
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if visit.here.place == BREATH_PLACE and visit.comfort.motion != STILL:
            self._began = self._monotonic()
            self._timer = screen.set_interval(BEAT_SECONDS, on_beat, repeat=BEATS + 1)
