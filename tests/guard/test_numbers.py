"""The guard's numbers, each with what it is for: whoever changes one changes this table as well."""

import pytest

from kiosk import neutral
from kiosk.guard import (
    keys,
    loop,
    parent,
    pool,
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
    (pool, "KILL_AFTER_SECONDS"): 0.002,  # the new page goes to the terminal first
    (pool, "FORK_AFTER_SECONDS"): 0.25,
    (pool, "RESIZED_AFTER_SECONDS"): 0.1,
    (pool, "DRAWN_WITHIN_SECONDS"): 20.0,
    (pool, "QUICK_DEATH_SECONDS"): 2.0,
    (parent, "FIRST_COOL_DOWN_SECONDS"): 1,
    (parent, "LONGEST_COOL_DOWN_SECONDS"): 60,
    (parent, "HEALTHY_SECONDS"): 60.0,
    (parent, "ENDS_WITHIN_SECONDS"): 0.5,  # a stop of the service does not wait for longer
    (loop, "KITTY_ANSWERS_WITHIN_SECONDS"): 2.0,  # later, it may be somebody who types it
    (loop, "EARLIEST_END_SECONDS"): 10.0,
    (neutral, "DEAF_SECONDS"): 0.4,
    (terminal, "YIELD_SECONDS"): 0.001,
    # Bytes.
    (keys, "LONGEST_CSI"): 64,
    (keys, "LONGEST_TYPED"): 8,
    (keys, "LONGEST_PASTE"): 4096,
    (loop, "PENDING_LIMIT"): 262_144,
    (terminal, "READ_BYTES"): 4096,
    (visitor, "READ_BYTES"): 16_384,
    (visitor, "LARGEST_FRAME"): 4 * 1024 * 1024,
    (visitor, "WORN_BYTES"): 16_384,
    # Others.
    (pool, "QUICK_DEATHS_ALLOWED"): 2,
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
