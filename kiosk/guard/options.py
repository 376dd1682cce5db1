"""What the guard is told by whoever starts it."""

from __future__ import annotations

TYPE_CHECKING = False  # `typing` would cost milliseconds before the first frame.
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

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
    "swap",  # reason: panic, finish, idle, worn, renewed
    "resized",  # columns, rows
    "unwell",  # reason: why a panic would not work now, see kiosk.guard.self_test
    "well",  # it would again
    "ended",  # signal, 0 if the terminal went away
)
"""Every event that is logged, with its fields. None ever holds a key or a visitor's text.

What of them is kept is for whoever writes the log to say.
"""


def _log_nothing(_event: str, **_fields: int | str) -> None:
    """Drop the event."""


class WarmOptions:
    """What the warm parent needs to make visitors.

    Attributes:
        visitor_module: Dotted name of the module that the warm parent imports; it fulfils the
            contract described in `kiosk.guard.warm`.
        visitor_arguments: Passed on to that module's `prepare`.
        visitor_environment: Environment of the warm parent and all visitors, None for our own
            without COLUMNS and LINES.
        log: Called with an event of `EVENTS` and its fields. It must not block.
    """

    __slots__ = ("log", "visitor_arguments", "visitor_environment", "visitor_module")

    def __init__(
        self,
        *,
        visitor_module: str,
        visitor_arguments: Sequence[str] = (),
        visitor_environment: Mapping[str, str] | None = None,
        log: Callable[..., None] = _log_nothing,
    ) -> None:
        """Take the values as they are; see the class for their meaning."""
        self.visitor_module = visitor_module
        self.visitor_arguments = tuple(visitor_arguments)
        self.visitor_environment = visitor_environment
        self.log = log


class GuardOptions(WarmOptions):
    """The guard's settings and the few texts that it writes itself, beside the warm parent's.

    Attributes:
        neutral_frame: (columns, rows) -> the bytes that paint a neutral page on an erased
            screen: text, cursor moves and colours, no mode switches. It is shown whenever no
            visitor is ready.
        warning_frame: (columns, rows, seconds left, texts from `prepare`) -> the bytes of the
            idle warning, painted on an erased screen.
        title: The terminal's title.
        idle_seconds: Time without a key until the warning.
        warning_seconds: Time that the warning counts down; settings allow no less than 20.
        deaf_seconds: Time after a swap in which only panic keys count.
        panic_keys: More panic keys beside Escape: names such as "f12" or single characters
            (see `kiosk.guard.sequences.panic_sequences`).
        more_keys: Keys that visitors get beside the common ones, by the same names.
        end_status: The exit status with which a visitor ends the kiosk; None if none may.
    """

    __slots__ = (
        "deaf_seconds",
        "end_status",
        "idle_seconds",
        "more_keys",
        "neutral_frame",
        "panic_keys",
        "title",
        "warning_frame",
        "warning_seconds",
    )

    def __init__(
        self,
        *,
        visitor_module: str,
        neutral_frame: Callable[[int, int], bytes],
        warning_frame: Callable[[int, int, int, Mapping[str, str]], bytes],
        title: str,
        idle_seconds: float,
        warning_seconds: int,
        visitor_arguments: Sequence[str] = (),
        visitor_environment: Mapping[str, str] | None = None,
        deaf_seconds: float = 0.4,
        panic_keys: Sequence[str] = (),
        more_keys: Sequence[str] = (),
        end_status: int | None = None,
        log: Callable[..., None] = _log_nothing,
    ) -> None:
        """Take the values as they are; see the class for their meaning."""
        super().__init__(
            visitor_module=visitor_module,
            visitor_arguments=visitor_arguments,
            visitor_environment=visitor_environment,
            log=log,
        )
        self.neutral_frame = neutral_frame
        self.warning_frame = warning_frame
        self.title = title
        self.idle_seconds = idle_seconds
        self.warning_seconds = warning_seconds
        self.deaf_seconds = deaf_seconds
        self.panic_keys = tuple(panic_keys)
        self.more_keys = tuple(more_keys)
        self.end_status = end_status
