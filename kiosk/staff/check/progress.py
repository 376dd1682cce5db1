"""A progress bar on standard error, only for somebody who watches, and only when it takes long."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

PATIENCE = 0.8
"""Seconds for which nobody wonders what is going on."""


@contextmanager
def progress_bar() -> Iterator[Callable[[int, int], None]]:
    """Give a function to call with how much is done, of how much; take the bar off at the end."""
    begun = time.monotonic()
    with ExitStack() as stack:
        update: Callable[[int], None] | None = None

        def tell(done: int, total: int) -> None:
            nonlocal update
            if update is None and sys.stderr.isatty() and time.monotonic() - begun > PATIENCE:
                update = _shown(stack, total)
            if update is not None:
                update(done)

        yield tell


def _shown(stack: ExitStack, total: int) -> Callable[[int], None]:
    from rich.console import Console
    from rich.progress import Progress

    bar = stack.enter_context(Progress(console=Console(stderr=True), transient=True))
    task = bar.add_task("Checking the words", total=total)
    return lambda done: bar.update(task, completed=done)
