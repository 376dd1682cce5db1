"""Says sentences with a speech engine, one process a sentence.

Where visitors are confined, the clerk has this, since they may start no program. The engine is
killed by the kernel should whoever started it die, so that nobody goes on speaking. That is why
speech-dispatcher is not used: its daemon would.
"""

import asyncio
import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Protocol

from kiosk.confinement.libc import end_with_parent
from kiosk.settings import Settings

_ENGINES = ("espeak-ng", "espeak")
_VOICES = {"cy": "cy"}
_VOICE = "en-gb"
_WORDS_A_MINUTE = 150
"""A little slower than espeak's own 175, since people listen under stress."""


class Voice(Protocol):
    """Whatever says one sentence at a time."""

    def say(self, text: str, language: str, when_said: Callable[[], None]) -> None:
        """Say a text; see `Speech.say`."""

    def hush(self) -> None:
        """Say nothing more."""


def find_engine() -> str | None:
    """The speech engine of this machine, if it has one."""
    return next(filter(None, map(shutil.which, _ENGINES)), None)


def speech_for(settings: Settings) -> "Speech | None":
    """What a kiosk reads aloud with; None without an engine, or where staff do not want it."""
    engine = find_engine() if settings.reading_aloud else None
    return Speech(engine) if engine else None


class Speech:
    """Says one sentence at a time.

    Args:
        engine: The program to speak with; espeak-ng, or something with its options.
        options: More options for it, such as a file to speak into.
    """

    def __init__(self, engine: str, options: Sequence[str] = ()) -> None:
        self._engine = engine
        self._options = options
        self._process: subprocess.Popen[bytes] | None = None
        self._end: int | None = None

    def say(self, text: str, language: str, when_said: Callable[[], None]) -> None:
        """Say a text; what was being said before is cut off.

        Args:
            text: The words. They go through a pipe: the list of processes shows none of them.
            language: The code of their language.
            when_said: Called when the last word was said, or cannot be, unless something else is
                said before, or `hush` is called.
        """
        self.hush()
        voice = _VOICES.get(language, _VOICE)
        command = [self._engine, "-v", voice, "-s", str(_WORDS_A_MINUTE), "--stdin", *self._options]
        # The engine holds this pipe open for as long as it speaks: its end is heard without
        # a thread and without looking again and again.
        self._end, held_open = os.pipe()
        try:
            self._process = subprocess.Popen(  # noqa: S603 - a program of ours, and no shell
                command,
                stdin=subprocess.PIPE,
                stdout=held_open,
                stderr=subprocess.DEVNULL,
                preexec_fn=end_with_parent,  # noqa: PLW1509 - it takes no lock
            )
            assert self._process.stdin is not None
            self._process.stdin.write(text.encode())
            self._process.stdin.close()
        except OSError:
            pass  # an engine that is gone says nothing; the page goes on without it
        finally:
            os.close(held_open)
        asyncio.get_running_loop().add_reader(self._end, self._said, when_said)

    def hush(self) -> None:
        """Say nothing more."""
        if self._end is not None:
            asyncio.get_running_loop().remove_reader(self._end)
            os.close(self._end)
            self._end = None
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def _said(self, when_said: Callable[[], None]) -> None:
        with suppress(OSError):
            if self._end is not None and os.read(self._end, 4096):
                return  # the engine has printed something
        self.hush()
        when_said()
