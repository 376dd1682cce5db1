"""The guard's numbers, each with what it is for: whoever changes one changes this table as well."""

import pytest

from kiosk.guard import (
    backoff,
    keys,
    loop,
    nursery,
    options,
    parent,
    screen,
    start,
    terminal,
    visitor,
    watchdog,
)

NUMBERS = {
    # Seconds.
    (keys, "SEQUENCE_PATIENCE"): 0.05,  # the rest of a sequence comes at once
    (keys, "PASTE_PATIENCE"): 1.0,  # a paste that stalls for so long is over
    (screen, "NEUTRAL_CLOCK_SECONDS"): 60.0,  # the clock on the guard's own page has minutes
    (nursery, "BURY_AFTER_SECONDS"): 0.002,  # the new page goes to the terminal first
    (nursery, "FORK_AFTER_SECONDS"): 0.25,
    (nursery, "RESIZED_AFTER_SECONDS"): 0.1,
    (nursery, "DRAWN_WITHIN_SECONDS"): 20.0,
    (nursery, "QUICK_DEATH_SECONDS"): 2.0,
    (backoff, "FIRST_SECONDS"): 1,
    (backoff, "LONGEST_SECONDS"): 60,
    (parent, "HEALTHY_SECONDS"): 60.0,
    (parent, "ENDS_WITHIN_SECONDS"): 0.5,  # a stop of the service does not wait for longer
    (loop, "KITTY_ANSWERS_WITHIN_SECONDS"): 2.0,  # later, it may be somebody who types it
    (loop, "EARLIEST_END_SECONDS"): 10.0,
    (terminal, "YIELD_SECONDS"): 0.001,
    # Bytes.
    (keys, "LONGEST_CSI"): 64,
    (keys, "LONGEST_STRING"): 4096,
    (keys, "LONGEST_PASTE"): 4096,
    (loop, "PENDING_LIMIT"): 262_144,
    (terminal, "READ_BYTES"): 4096,
    (visitor, "READ_BYTES"): 16_384,
    (visitor, "LARGEST_FRAME"): 4 * 1024 * 1024,
    (visitor, "WORN_BYTES"): 16_384,
    # Others.
    (nursery, "QUICK_DEATHS_ALLOWED"): 2,
    (watchdog, "BEATS_A_LIMIT"): 4,  # systemd asks for two at least
    (terminal, "DEFAULT_SIZE"): (80, 24),
    (terminal, "LARGEST_SIZE"): (1000, 500),
    (loop, "TERMINAL_GONE"): 1,  # an exit code
    (start, "CANNOT_RUN"): 2,
}


@pytest.mark.parametrize(
    ("where", "value"), NUMBERS.items(), ids=[f"{where.__name__}.{name}" for where, name in NUMBERS]
)
def test_a_number_is_what_it_was_meant_to_be(where: tuple[object, str], value: object) -> None:
    """Tests count in these names, so that one that is off by one would not be noticed by them."""
    module, name = where
    assert getattr(module, name) == value


def test_a_guard_that_is_told_nothing_more() -> None:
    """It is deaf for four tenths of a second, and no key and no end is special."""
    told = options.GuardOptions(
        visitor_module="x",
        neutral_frame=lambda *_: b"",
        warning_frame=lambda *_: b"",
        title="",
        idle_seconds=150,
        warning_seconds=20,
    )
    assert told.deaf_seconds == 0.4
    assert (told.panic_keys, told.more_keys, told.end_status) == ((), (), None)
