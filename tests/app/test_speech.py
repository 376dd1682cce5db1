"""Speaking with a real engine, into a sound file."""

import asyncio
import signal
import wave
from pathlib import Path

from kiosk.clerk.speech import Speech, find_engine
from tests.tools import DEADLINE_SECONDS, lacking


def engine() -> str:
    """The machine's engine."""
    return find_engine() or lacking("espeak-ng")


async def said(speech: Speech, text: str, language: str = "en") -> None:
    """Say a text and wait for its end."""
    done = asyncio.Event()
    speech.say(text, language, done.set)
    await asyncio.wait_for(done.wait(), DEADLINE_SECONDS)


def seconds_of(path: Path) -> float:
    """How long a sound file is."""
    with wave.open(str(path)) as sound:
        return float(sound.getnframes() / sound.getframerate())


async def test_words_become_sound(tmp_path: Path) -> None:
    """A longer text is a longer sound, in English and in Welsh."""
    for language in ("en", "cy"):
        long, short = tmp_path / f"{language}-long.wav", tmp_path / f"{language}-short.wav"
        await said(Speech(engine(), ("-w", str(short))), "Stop.", language)
        await said(Speech(engine(), ("-w", str(long))), "Stop. " * 10, language)
        assert seconds_of(long) > seconds_of(short) > 0.1


async def test_hushing_ends_it_at_once(tmp_path: Path) -> None:
    """The engine is dead when hush returns, and nobody is told that all was said."""
    endless = tmp_path / "endless"
    endless.write_text("#!/bin/sh\nexec sleep 600\n")
    endless.chmod(0o755)
    speech = Speech(str(endless))
    told: list[bool] = []
    speech.say("", "en", lambda: told.append(True))
    process = speech._process
    assert process is not None
    assert process.poll() is None
    speech.hush()
    assert process.returncode == -signal.SIGKILL
    await asyncio.sleep(0)
    assert not told


async def test_what_is_said_is_not_in_the_list_of_processes(tmp_path: Path) -> None:
    """The words go through a pipe, not into the command's arguments."""
    speech = Speech(engine(), ("-w", str(tmp_path / "sound.wav")))
    speech.say("zebrafinch " * 50, "en", lambda: None)
    assert speech._process is not None
    assert isinstance(speech._process.args, list)
    assert "zebrafinch" not in " ".join(map(str, speech._process.args))
    speech.hush()


async def test_an_engine_that_is_gone_does_no_harm() -> None:
    """The end is told all the same, so that the page goes on."""
    await said(Speech("/no/such/engine"), "Stop.")
