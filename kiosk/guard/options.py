"""What the guard is told by whoever starts it, and whom it tells what happens."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

EVENTS = (
    "started",  # columns, rows
    "multiplexer",  # tmux or screen is in between and may hold Escape back
    "warm_ready",  # milliseconds since it was started
    "warm_failed",  # reason: the error that MODULE or its prepare raised, no visitor's words
    "warm_ended",  # retry_seconds until a new one is started
    "renewed",  # milliseconds that the new warm parent took; it has replaced the old one
    "renewal_failed",  # reason, as of warm_failed; the old warm parent goes on
    "visitor_ended",  # status as of os.waitstatus_to_exitcode
    "ended_by_staff",  # a visitor has ended with the options' `end_status`
    "visitor_failed",  # retry_seconds until a new one is forked
    "visitor_hung",  # one did not answer to keys, and was swapped
    "no_visitor",  # reason: what the machine lacks, see `Hooks.on_lack`; retry_seconds
    "watcher_ended",  # retry_seconds until a new one is started
    "second_survivor_ended",  # likewise
    "swap",  # reason: panic, finish, idle, worn, renewed, hung
    "resized",  # columns, rows
    "unwell",  # reason: why a panic would not work now, see kiosk.guard.watchdog
    "well",  # it would again
    "ended",  # signal, 0 if the terminal went away
)
"""Every event that the guard logs, with its fields. None ever holds a key or a visitor's text.

What of them is kept is for whoever writes the log to say.
"""


class IdleTimes(NamedTuple):
    """How long nobody may touch a key."""

    idle_seconds: float
    """Until the warning."""
    warning_seconds: int
    """That the warning counts down; settings allow no less than 20."""
    patient_seconds: float = 0.0
    """Until the warning at least, at a page that one spends more time with."""


def _log_nothing(_event: str, **_fields: int | str) -> None:
    """Drop the event."""


class Hooks(NamedTuple):
    """Whom the guard calls when something has happened. None of them may block."""

    on_ready: Callable[[], IdleTimes | None] = lambda: None
    """Visitors can be had, or those to come are made of something newer. Returns the times that
    count from the next visitor on; None for those that counted before."""
    on_failed: Callable[[str], object] = lambda _reason: None
    """No visitor can be had, for a reason that holds no visitor's words."""
    on_refused: Callable[[str], object] = lambda _reason: None
    """The next visitors cannot be made of what there is now, for a reason; those before go on."""
    log: Callable[..., None] = _log_nothing
    """Called with an event of `EVENTS` and its fields, and steers nothing."""
    on_lack: Callable[[str], object] = lambda _reason: None
    """No visitor can be had now since the machine has run out of `ptys`, `descriptors`, `processes`
    or `memory`, or since all `visitors` die at once; "" when one is there again."""


class VisitorOptions(NamedTuple):
    """What the warm parent needs to make visitors."""

    module: str
    """Dotted name of the module that it imports; see the contract in `kiosk.guard.warm`."""
    arguments: tuple[str, ...] = ()
    """For that module's `prepare`."""
    environment: Mapping[str, str] | None = None
    """Of the warm parent and all visitors; None for our own. COLUMNS and LINES are left out."""


class GuardOptions(NamedTuple):
    """The guard's settings and the few texts that it writes itself."""

    visitors: VisitorOptions
    neutral_frame: Callable[[int, int], bytes]
    """(columns, rows) -> the bytes that paint a neutral page on an erased screen: text, cursor
    moves and colours, no mode switches. It is shown whenever no visitor is ready."""
    warning_frame: Callable[[int, int, int, Mapping[str, str]], bytes]
    """(columns, rows, seconds left, texts from `prepare`) -> the bytes of the idle warning."""
    title: str
    """The terminal's title."""
    times: IdleTimes
    deaf_seconds: float
    """Time after a swap in which only panic keys count."""
    panic_keys: tuple[str, ...] = ()
    """More panic keys besides Escape: names such as "f12" or single characters (see
    `kiosk.guard.sequences.panic_sequences`)."""
    more_keys: tuple[str, ...] = ()
    """Keys that visitors get besides the common ones, by the same names."""
    end_status: int | None = None
    """The exit status with which a visitor ends the kiosk; None if none may."""
    watcher: tuple[str, ...] = ()
    """Arguments to our own Python for a process that is to run once visitors can be had, with an
    end of file on its standard input when the guard ends; nothing for none."""
    hooks: Hooks = Hooks()
