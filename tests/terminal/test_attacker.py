"""A thief who reads the whole machine after a visit finds nothing that was typed."""

import resource
import secrets
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from nacl.public import PrivateKey

from kiosk.desk.forms import Feedback, Mailing
from kiosk.desk.inbox import read_inbox
from kiosk.desk.outbox import FILE_NAME, Outbox
from kiosk.desk.sealing import public_text
from tests.terminal.coming_in import come_in
from tests.terminal.kiosk_terminal import KioskTerminal
from tests.terminal.memory import files_below, memory_of, told_by_proc, traces
from tests.terminal.processes import children, command_of, family, leads_session
from tests.terminal.test_kiosk import INVITATION


class WatchedKiosk(KioskTerminal):
    """The kiosk with forms and counts switched on, and who looks for traces in it."""

    def __init__(self, folder: Path, key: PrivateKey) -> None:
        """Start it with its data and its log in `folder`."""
        self.folder = folder
        (folder / "data").mkdir()
        settings = folder / "kiosk.toml"
        settings.write_text(
            'counts = true\nkeep_settings = true\ndata = "data"\nlog = "log"\n'
            f'[forms]\npublic_key = "{public_text(key.public_key)}"\n'
        )
        self.account = secrets.token_hex(12)
        self.words = secrets.token_hex(12)
        super().__init__([sys.executable, "-m", "kiosk", "--settings", str(settings)])

    @property
    def visitors(self) -> list[int]:
        """The visitor at the screen and the one who waits: who leads a session below another."""
        below = (each for child in children(self.process.pid) for each in children(child))
        return list(filter(leads_session, below))

    def open_form(self, number: bytes, first: str) -> None:
        """Come in, and open one of the forms."""
        self.wait_until(lambda: INVITATION in self.text and len(self.visitors) == 2)
        come_in(self)
        for key, shown in ((b"\x1b[F\r", "This kiosk"), (number, first)):
            self.press(key, shown)

    def press(self, key: bytes, shown: str) -> None:
        """Press a key, and wait for what it leads to."""
        self.send(key)
        self.wait_until(lambda: shown in self.text)

    def type(self, text: str) -> None:
        """Type as a person does, each letter once the one before stands there."""
        for end in range(1, len(text) + 1):
            self.send(text[end - 1].encode())
            self.wait_until(partial(self._shows, text[:end]))

    def _shows(self, text: str) -> bool:
        return text in self.text

    def paste(self, text: str) -> None:
        """Type faster than the kiosk reads."""
        self.send(text.encode())
        self.wait_until(lambda: text in self.text)

    def fill_in_mailing(self) -> None:
        """Fill in the mailing list's form, up to the page where one looks at the answers."""
        self.open_form(b"4", "email address")
        self.type(f"{self.account}@example.org")
        for key, shown in (
            (b"\r", "Your name"),
            (b"\r", "Choose one or more"),
            (b"1", "[x]"),
            (b"4", "Is this right?"),
        ):
            self.press(key, shown)

    def leave(self) -> None:
        """Press Escape, and wait until who sat there is gone and somebody waits again."""
        before = set(self.visitors)
        self.swapped_at = len(self.raw)
        self.send(b"\x1b")
        self.wait_until(lambda: INVITATION in self.text)
        self.wait_until(lambda: len(self.visitors) == 2 and set(self.visitors) != before)
        self.settle(0.3)

    def found(self, secret: str) -> dict[str, set[str]]:
        """Where pieces of a secret are, by the name of the place."""
        places = {
            "files": files_below(self.folder),
            "proc": told_by_proc(),
            "screen": (self.everywhere + self.screen.title).encode(),
            "bytes after the swap": bytes(self.raw[self.swapped_at :]),
        }
        for pid in family(self.process.pid):
            places[f"memory of {pid}: {command_of(pid)[-40:]}"] = memory_of(pid)
        return {name: left for name, content in places.items() if (left := traces(secret, content))}


@pytest.fixture
def key() -> PrivateKey:
    """The library's key, fresh."""
    return PrivateKey.generate()


@pytest.fixture
def kiosk(tmp_path: Path, key: PrivateKey) -> Iterator[WatchedKiosk]:
    """A kiosk that takes forms."""
    with WatchedKiosk(tmp_path, key) as terminal:
        yield terminal


def test_the_search_finds_what_is_on_the_screen(kiosk: WatchedKiosk) -> None:
    """The search can fail: before Escape, an address is in the memory of who types it."""
    kiosk.swapped_at = 0
    kiosk.open_form(b"4", "email address")
    kiosk.type(kiosk.account)
    found = kiosk.found(kiosk.account)
    assert "screen" in found
    assert "bytes after the swap" in found
    assert any(name.startswith("memory") for name in found)
    assert "files" not in found
    assert "proc" not in found


@pytest.mark.slow
@pytest.mark.parametrize("how", ["type", "paste"])
def test_nothing_half_typed_is_left_after_escape(kiosk: WatchedKiosk, how: str) -> None:
    """Neither a letter's burst nor a slow hand leaves a piece of an address anywhere."""
    kiosk.open_form(b"4", "email address")
    getattr(kiosk, how)(f"{kiosk.account}@example.org")
    kiosk.leave()
    assert kiosk.found(kiosk.account) == {}
    assert kiosk.found(kiosk.account[::-1]) == {}


def test_the_guard_keeps_nothing_that_passes_through_it(kiosk: WatchedKiosk) -> None:
    """While an address stands whole on the screen, only its visitor's own process holds it."""
    kiosk.swapped_at = 0
    kiosk.fill_in_mailing()
    kiosk.wait_until(lambda: kiosk.account in kiosk.text)
    kiosk.settle(0.3)
    holders = [pid for pid in family(kiosk.process.pid) if traces(kiosk.account, memory_of(pid))]
    assert len(holders) == 1
    assert holders[0] in kiosk.visitors
    kiosk.leave()
    assert kiosk.found(kiosk.account) == {}


def test_nothing_readable_is_left_of_what_was_sent(
    kiosk: WatchedKiosk, tmp_path: Path, key: PrivateKey
) -> None:
    """Two forms are sent: their words are nowhere, and the library's private key opens both."""
    kiosk.fill_in_mailing()
    kiosk.press(b"4", "Thank you")
    kiosk.leave()
    kiosk.open_form(b"3", "useful")
    kiosk.press(b"4", "tell us more")
    kiosk.type(kiosk.words)
    for press, shown in ((b"\r", "Your feedback"), (b"3", "Thank you")):
        kiosk.press(press, shown)
    kiosk.leave()
    assert kiosk.found(kiosk.account) == {}
    assert kiosk.found(kiosk.words) == {}
    outbox = Outbox(tmp_path / "data" / FILE_NAME)
    inbox = read_inbox(outbox, key)
    assert inbox.closed == ()
    mailing = {form.email for form in inbox.forms if isinstance(form, Mailing)}
    feedback = {form.words for form in inbox.forms if isinstance(form, Feedback)}
    assert (mailing, feedback) == ({f"{kiosk.account}@example.org"}, {kiosk.words})


def has_no_core(pid: int) -> bool:
    """Whether a crash of a process would write no memory to the disk."""
    return resource.prlimit(pid, resource.RLIMIT_CORE) == (0, 0)


def test_no_visitor_leaves_a_core_dump(kiosk: WatchedKiosk) -> None:
    """A crash of who sits there or who waits writes no memory to the disk."""
    kiosk.wait_until(lambda: len(kiosk.visitors) == 2)
    for visitor in kiosk.visitors:
        kiosk.wait_until(partial(has_no_core, visitor))
