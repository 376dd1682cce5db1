"""The voice over a line: it speaks for one visitor, and no longer than they are there."""

import asyncio
import os
import signal
from pathlib import Path

import pytest

from tests.clerk.conftest import Open
from tests.terminal.processes import children, is_alive
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


async def test_another_visitor_silences_nobody_by_leaving(voice: Voice, open_line: Open) -> None:
    """Only whoever it speaks for ends it."""
    line, other = open_line(), open_line()
    line.say("Stop.", "en", lambda: None)
    wait_until(lambda: voice.is_speaking)
    speaking = voice.pid
    other.hush()
    other._socket.close()
    open_line()
    assert speaking is not None
    assert is_alive(speaking)


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
