"""Kills and stops processes of a whole kiosk at random, and sees what is left on the screen.

    python -m tests.terminal.faults [--rounds 300] [--seed 1]

A round opens a page with words on it, or stays on the neutral one, or goes on while visitors are
made, then hits one to three processes at once. Whoever is hit, the words have to go: by themselves
where the guard is dead, and at the next Escape where it is not. Of the guard and the two who
survive it at most two are hit in a round: no process can clear a screen that is dead itself.
"""

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, Self

from nacl.public import PrivateKey

from kiosk.desk.sealing import public_text
from tests.terminal.coming_in import come_in
from tests.terminal.kiosk_terminal import KioskTerminal
from tests.terminal.processes import command_of, family, is_visitor, leads_session, stat_of
from tests.tools import DEADLINE_SECONDS

INVITATION = "Press Enter"
WORDS = "SECRETWORDS"
ON_BY_DEFAULT = {"7", "25"}  # wrap, cursor
READY_WITHIN_SECONDS = 150.0  # with the longest pause after a death
ROUNDS_A_KIOSK = 8  # then a new one, since pauses grow with deaths
SIGNALS = (signal.SIGKILL, signal.SIGKILL, signal.SIGSTOP, signal.SIGSEGV, signal.SIGABRT)
SURVIVORS = {"guard", "warm parent", "second survivor"}
MOST_SURVIVORS = 2
KINDS = ("words", "modes", "processes")
"""What may be left behind."""


class Fault(NamedTuple):
    """What is done to one process."""

    role: str
    pid: int
    number: signal.Signals

    def strike(self) -> None:
        """Do it; the process may be gone since it was looked at."""
        try:
            os.kill(self.pid, self.number)
        except ProcessLookupError:
            return

    def __str__(self) -> str:
        """Say it as a test's message does."""
        return f"{self.number.name} {self.role}"


class Kiosk(KioskTerminal):
    """A kiosk with all its processes: forms need a clerk, edits a watcher."""

    def __init__(self, folder: Path) -> None:
        """Start it."""
        settings = folder / "kiosk.toml"
        settings.write_text(
            'counts = true\ndata = "data"\n'
            f'[forms]\npublic_key = "{public_text(PrivateKey.generate().public_key)}"\n'
        )
        (folder / "data").mkdir(exist_ok=True)
        self._seen: set[tuple[int, int]] = set()
        super().__init__([sys.executable, "-m", "kiosk", "--settings", str(settings)])

    def __enter__(self) -> Self:
        """Return the kiosk itself."""
        return self

    def roles(self) -> dict[int, str]:
        """Every living process of it, and what it is."""
        living = {pid: stat.born for pid in family(self.process.pid) if (stat := stat_of(pid))}
        self._seen |= set(living.items())
        return {pid: self._role(pid) for pid in living}

    def one(self, role: str) -> int:
        """The first process that is this."""
        return next(pid for pid, each in self.roles().items() if each == role)

    def left(self) -> list[int]:
        """Every process of it that was seen and lives; not who has got the number of one since."""
        stats = ((pid, born, stat_of(pid)) for pid, born in self._seen)
        return [pid for pid, born, stat in stats if stat is not None and stat.born == born]

    def _role(self, pid: int) -> str:
        """What a process is."""
        if pid == self.process.pid:
            return "guard"
        command = command_of(pid)
        if "second_survivor" in command:
            return "second survivor"
        if "kiosk.edits.watch" in command:
            return "watcher"
        if not leads_session(pid):
            return "clerk"
        return "visitor" if is_visitor(pid) else "warm parent"

    @property
    def is_whole(self) -> bool:
        """Whether nobody is missing.

        The watcher is there only while something was edited.
        """
        return {*SURVIVORS, "clerk", "visitor"} <= set(self.roles().values())

    @property
    def shows_words(self) -> bool:
        """Whether what was typed is anywhere on the terminal."""
        return WORDS in self.everywhere


def go_nowhere(_kiosk: Kiosk) -> None:
    """Stay on the neutral page."""


def open_search(kiosk: Kiosk) -> None:
    """Type words into the search."""
    come_in(kiosk, READY_WITHIN_SECONDS)
    kiosk.send(b"/")
    kiosk.wait_until(lambda: "Type a word" in kiosk.text)
    kiosk.send(WORDS.encode())
    kiosk.wait_until(lambda: kiosk.shows_words)


def leave_search(kiosk: Kiosk) -> None:
    """Be in the middle of a swap."""
    open_search(kiosk)
    kiosk.send(b"\x1b")


def renew_search(kiosk: Kiosk) -> None:
    """Be in the middle of a renewal."""
    open_search(kiosk)
    kiosk.process.send_signal(signal.SIGUSR2)
    kiosk.pump(random.uniform(0, 1))


PLACES = (go_nowhere, open_search, open_search, open_search, leave_search, renew_search)


def choose(kiosk: Kiosk, chance: random.Random) -> list[Fault]:
    """Choose whom to hit, and how: at random."""
    roles = kiosk.roles()
    chosen = chance.sample(sorted(roles), k=min(len(roles), chance.choice((1, 1, 2, 2, 3))))
    faults = [Fault(roles[pid], pid, chance.choice(SIGNALS)) for pid in chosen]
    hit = [fault for fault in faults if fault.role in SURVIVORS]
    for fault in hit[MOST_SURVIVORS:]:
        faults.remove(fault)
    return faults


def run_round(kiosk: Kiosk, chance: random.Random) -> str:
    """Go somewhere, hit, and look.

    Returns:
        What was done.

    Raises:
        AssertionError: Something was left.
    """
    kiosk.wait_until(lambda: kiosk.is_whole, READY_WITHIN_SECONDS)
    place = chance.choice(PLACES)
    place(kiosk)
    faults = choose(kiosk, chance)
    done = f"{place.__name__}: {', '.join(map(str, faults))}"
    for fault in faults:
        fault.strike()
    try:
        if any(fault.role == "guard" for fault in faults):
            see_the_end(kiosk, faults)
        else:
            see_it_go_on(kiosk)
    except AssertionError as error:
        raise AssertionError(f"{done}: {error}") from error
    return done


def told(pid: int) -> str:
    """What can be said of a process that should be gone: its state, its parent, its command."""
    return f"{pid} {stat_of(pid)} {command_of(pid)}"


@contextmanager
def names(kind: str) -> Iterator[None]:
    """Say of what fails which kind of thing was left."""
    try:
        yield
    except AssertionError as error:
        raise AssertionError(f"{kind} left: {error}") from error


def see_the_end(kiosk: Kiosk, faults: list[Fault]) -> None:
    """With the guard dead nothing is left: no words, no mode, no process."""
    if any(fault.role == "guard" and fault.number is signal.SIGSTOP for fault in faults):
        time.sleep(0.05)
        kiosk.process.kill()  # as the service's watchdog does
    kiosk.wait_until(lambda: kiosk.process.poll() is not None)
    with names("words"):
        kiosk.wait_until(lambda: not kiosk.shows_words)
        kiosk.wait_until(lambda: not kiosk.text.strip())
    with names("modes"):
        kiosk.wait_until(lambda: kiosk.modes == ON_BY_DEFAULT)
        kiosk.wait_until(lambda: kiosk.attributes() == kiosk.first_attributes)
    with names("processes"):
        left = kiosk.left
        assert kiosk.comes(lambda: not left(), DEADLINE_SECONDS), list(map(told, left()))


def see_it_go_on(kiosk: Kiosk) -> None:
    """With the guard alive Escape clears, and the next visitor gets in."""
    kiosk.send(b"\x1b")
    with names("words"):
        kiosk.wait_until(lambda: not kiosk.shows_words and INVITATION in kiosk.text)
    come_in(kiosk, READY_WITHIN_SECONDS)
    kiosk.send(b"\x1b")
    kiosk.wait_until(lambda: INVITATION in kiosk.text)


def run_rounds(folder: Path, rounds: int, seed: int, tell: Callable[[str], object]) -> list[str]:
    """Run rounds, on one kiosk after the other.

    Args:
        folder: Where settings and data may be.
        rounds: How many.
        seed: Makes the same choices again.
        tell: Is told of each round.

    Returns:
        What was left, a line for each fault; nothing if nothing was.
    """
    chance = random.Random(seed)
    left = []
    done = 0
    while done < rounds:
        with Kiosk(folder) as kiosk:
            for _ in range(min(ROUNDS_A_KIOSK, rounds - done)):
                done += 1
                try:
                    tell(f"{done} {run_round(kiosk, chance)}")
                except AssertionError as error:
                    left.append(f"round {done} of seed {seed}: {error}")
                    tell(left[-1])
                    break
                if kiosk.process.poll() is not None:
                    break
        left += [f"processes left: {pid} after {done}" for pid in kiosk.left()]
    return left


def main() -> None:
    """Run rounds as the command line says, and end with 1 if anything was left."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        left = run_rounds(
            Path(folder), arguments.rounds, arguments.seed, lambda line: print(line, flush=True)
        )
    kinds = [f"{kind} {sum(f'{kind} left:' in line for line in left)}" for kind in KINDS]
    print(f"{arguments.rounds} rounds; left: {', '.join(kinds)}; faults in all: {len(left)}")
    sys.exit(bool(left))


if __name__ == "__main__":
    main()
