"""The voice over a line: it speaks for one visitor, and no longer than they are there."""

import asyncio
import os
import signal
import socket
from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import pytest

from kiosk.clerk.clerk import Clerk, Visitor
from kiosk.clerk.messages import Hush, Say, TellWishes, packed
from kiosk.clerk.speech import Speech
from kiosk.desk.desk import Desk
from kiosk.settings import Settings
from tests.clerk.conftest import Open
from tests.terminal.processes import children
from tests.terminal.test_aloud import Voice
from tests.tools import DEADLINE_SECONDS, wait_until


@pytest.fixture
def voice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Voice:
    """An engine that never comes to the end of a sentence, on the path."""
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    return Voice(tmp_path)


@pytest.mark.parametrize("end", ["hush", "leave", "the clerk is killed"])
async def test_no_voice_speaks_for_nobody(voice: Voice, open_line: Open, end: str) -> None:
    """The engine is dead once its visitor says so, or ends, or the clerk does."""
    before = set(children(os.getpid()))
    line = open_line()
    line.say("Stop.", "en", lambda: None)
    wait_until(lambda: voice.is_speaking)
    if end == "hush":
        line.hush()
    elif end == "leave":
        asyncio.get_running_loop().remove_reader(line._socket)
        line._socket.close()
    else:
        (clerk,) = set(children(os.getpid())) - before
        os.kill(clerk, signal.SIGKILL)
        os.waitpid(clerk, 0)
    wait_until(lambda: not voice.is_speaking)


class FakeVoice:
    """Says a text for ever, and counts how often it was silenced."""

    def __init__(self) -> None:
        """Be silent."""
        self.speaks = asyncio.Event()
        self.hushed = 0

    def say(self, _text: str, _language: str, _when_said: Callable[[], None]) -> None:
        """Speak."""
        self.speaks.set()

    def hush(self) -> None:
        """Stop."""
        self.hushed += 1


@pytest.mark.parametrize(
    ("asked", "silences"),
    [(b"", False), (packed(Hush()), False), (packed(TellWishes()), True)],
    ids=["nothing", "to be silent", "what may wait for a disk"],
)
async def test_what_another_visitor_does_to_a_voice(asked: bytes, *, silences: bool) -> None:
    """Whoever leaves silences only their own; while the clerk may have to wait, none speaks."""
    voice = FakeVoice()
    clerk = Clerk(Desk(Settings()), None, voice, ())
    line, clerks_end = socket.socketpair()
    other, others_end = socket.socketpair()
    serving = asyncio.create_task(Visitor(clerk).serve(clerks_end))
    line.sendall(packed(Say(1, "Stop.", "en")))
    async with asyncio.timeout(DEADLINE_SECONDS):
        await voice.speaks.wait()
        other.sendall(asked)
        other.close()
        await Visitor(clerk).serve(others_end)
        assert voice.hushed == silences
        line.close()
        await serving
    assert voice.hushed == 1


async def test_the_page_is_told_when_a_sentence_was_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_line: Open
) -> None:
    """The next sentence follows; of one that was cut off, nothing is told."""
    engine = tmp_path / "espeak-ng"
    engine.write_text("#!/bin/sh\nread line\n")
    engine.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    line = open_line()
    told: list[str] = []
    done = asyncio.Event()
    line.say("Cut off.", "en", lambda: told.append("cut off"))
    line.say("Said.", "en", done.set)
    await asyncio.wait_for(done.wait(), DEADLINE_SECONDS)
    assert not told


@pytest.mark.parametrize(("language", "voice"), [("cy", "cy"), ("en", "en-gb"), ("pl", "en-gb")])
async def test_each_language_has_its_voice(
    monkeypatch: pytest.MonkeyPatch, language: str, voice: str
) -> None:
    """A little slow, and the words in no list of processes; without an engine the page goes on."""
    started = Mock(side_effect=OSError)
    monkeypatch.setattr("kiosk.clerk.speech.subprocess.Popen", started)
    done = asyncio.Event()
    Speech("espeak-ng", ("-w", "file")).say("Secret.", language, done.set)
    await asyncio.wait_for(done.wait(), DEADLINE_SECONDS)
    (command,) = started.call_args.args
    assert command == ["espeak-ng", "-v", voice, "-s", "150", "--stdin", "-w", "file"]


async def test_what_an_engine_prints_is_not_its_end() -> None:
    """It may warn of something; the sentence is over when its output closes."""
    speech = Speech("espeak-ng")
    speech._end, printing = os.pipe()
    told: list[str] = []
    os.write(printing, b"a warning")
    speech._said(lambda: told.append("said"))
    assert told == []
    os.close(printing)
    speech._said(lambda: told.append("said"))
    assert told == ["said"]


@pytest.mark.usefixtures("voice")
async def test_a_clerk_that_is_gone_does_no_harm(open_line: Open) -> None:
    """The page goes on without a voice."""
    before = set(children(os.getpid()))
    line = open_line()
    (clerk,) = set(children(os.getpid())) - before
    done = asyncio.Event()
    line.say("Stop.", "en", done.set)
    os.kill(clerk, signal.SIGKILL)
    os.waitpid(clerk, 0)
    await asyncio.wait_for(done.wait(), DEADLINE_SECONDS)
