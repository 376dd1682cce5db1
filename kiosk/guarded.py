"""The kiosk under the guard: what the guard is told, and the frames that it paints itself."""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress

from kiosk.clock import local_time
from kiosk.edits import serving
from kiosk.edits.kept import accepted_settings, store_for, whole_path
from kiosk.exits import ENDED_BY_STAFF, FAULT
from kiosk.guard.options import GuardOptions, Hooks, IdleTimes
from kiosk.guard.start import run
from kiosk.guard_log import log_trouble, make_log
from kiosk.neutral import DEAF_SECONDS, INVITATION, OUT_OF_ORDER, TITLE, margin, neutral_text
from kiosk.settings import STAFF_KEY, Settings, SettingsError, load_settings
from kiosk.settings.table import PATIENT_SECONDS

_PLAIN = b"\x1b[0m"


def run_guarded(settings: Settings, settings_path: str, *, ends_when_mended: bool = False) -> int:
    """Run the kiosk under the guard until it is told to end.

    Args:
        settings: The library's settings.
        settings_path: The file they came from, for the visitors; nothing for the defaults.
        ends_when_mended: Whether these are the defaults, because the file cannot be used. Once
            it can, the kiosk ends, to be started with it.

    Returns:
        The exit code.
    """
    if trouble := log_trouble(settings.log):
        print(trouble, file=sys.stderr)
    is_service = "NOTIFY_SOCKET" in os.environ  # the guard takes that away
    path = whole_path(settings_path)
    with store_for(settings.data, path) as store:
        settings = serving.settings_to_start(settings, path, store)
        face = _Face(settings, path, store, ends_when_mended=ends_when_mended)
        log = make_log(settings.log)
        has_door = bool(settings.staff_passphrase_hash)
        options = GuardOptions(
            visitors=serving.visitor_options(path, store, service=is_service),
            neutral_frame=face.neutral_frame,
            warning_frame=warning_frame,
            title=TITLE,
            times=_times(settings),
            deaf_seconds=DEAF_SECONDS,
            panic_keys=settings.panic_keys,
            more_keys=(STAFF_KEY,) if has_door else (),
            end_status=ENDED_BY_STAFF if has_door else None,
            watcher=serving.watcher(store, path, sleeps=True),
            hooks=Hooks(
                on_ready=face.on_ready,
                on_failed=face.on_failed,
                on_refused=lambda reason: serving.tell_refused(reason, log),
                on_lack=face.on_lack,
                log=log,
            ),
        )
        try:
            exit_code = run(options)
        except Exception as error:  # its message could quote a key: told are its kind and place
            place = _place_of(error)
            log("guard_failed", reason=place)
            print(f"kiosk: the guard has failed ({place}).", file=sys.stderr)
            return FAULT
        if os.isatty(2):  # it was the visitors' screen till now; elsewhere this was told at once
            serving.tell_what_stands(store)
    if face.failure:
        print(face.failure, file=sys.stderr)
        return FAULT
    return exit_code


def _times(settings: Settings) -> IdleTimes:
    return IdleTimes(settings.idle_seconds, settings.warning_seconds, PATIENT_SECONDS)


def _place_of(error: Exception) -> str:
    """The kind of an error, and the line of ours that it came from."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f": {trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}{place}"


class _Face:
    """The neutral page as the guard paints it; it says so when no visitor can be had.

    Attributes:
        failure: Why the visitors cannot be prepared; empty while they can.
    """

    def __init__(
        self, settings: Settings, settings_path: str, store: str, *, ends_when_mended: bool
    ) -> None:
        self.failure = ""
        self._ends_when_mended = ends_when_mended
        self._settings = settings
        self._settings_path = settings_path
        self._store = store
        self._lack = ""
        self._has_begun = False

    def neutral_frame(self, columns: int, rows: int) -> bytes:
        """The neutral page, as bytes for an erased screen."""
        last = OUT_OF_ORDER if self.failure or self._lack else INVITATION
        text = neutral_text(self._settings, local_time(), columns, rows - 2, last)
        return _at(margin(columns) + 1, 2, text.lines)

    def on_failed(self, reason: str) -> None:
        """Say that the kiosk is out of order."""
        self.failure = reason.removeprefix("ContentError: ")

    def on_lack(self, reason: str) -> None:
        """Say so likewise, for as long as the machine has no room for a visitor."""
        self._lack = reason

    def on_ready(self) -> IdleTimes | None:
        """Take over the settings that the new visitors have, and have earlier edits tried."""
        self.failure = ""
        if self._ends_when_mended and _can_be_used(self._settings_path):
            import signal

            os.kill(os.getpid(), signal.SIGTERM)
        if not self._store:
            return None
        if copied := accepted_settings(self._store):
            with suppress(SettingsError):
                self._settings = load_settings(copied, self._settings_path)
        if not self._has_begun:
            self._has_begun = True
            serving.try_earlier_edits()
        return _times(self._settings)


def _can_be_used(settings_path: str) -> bool:
    try:
        load_settings(settings_path)
    except SettingsError:
        return False
    return True


def warning_frame(columns: int, rows: int, seconds_left: int, texts: Mapping[str, str]) -> bytes:
    """Ask whether anybody is there; says nothing of the page below.

    Args:
        columns: The screen's width in cells.
        rows: Its height.
        seconds_left: Until the screen clears itself.
        texts: The words, and how they look, from the visitor's `prepare`.
    """
    question = texts.get("question", "")
    hint = f"{texts.get('hint', '')}{seconds_left:>11}"
    left = max(0, (columns - max(len(question), len(hint))) // 2 - 1)
    first = max(0, rows // 2 - 2)
    lines = [""] * first + [" " * left + line for line in (question, "", hint)]
    # To the edges, since a terminal may erase in its own colours.
    filled = [line.ljust(columns)[:columns] for line in (lines + [""] * rows)[:rows]]
    look = texts.get("look", "").encode()
    return look + _at(1, 1, filled) + (_PLAIN if look else b"")


def _at(column: int, row: int, lines: list[str]) -> bytes:
    """Lines from a place on, each where it belongs: a raw terminal has no newlines."""
    placed = (f"\x1b[{row + number};{column}H{line}" for number, line in enumerate(lines))
    return "".join(placed).encode()
