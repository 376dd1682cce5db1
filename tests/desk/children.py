"""Work in a forked child, as a visitor's process does it: with limits, as nobody, killed."""

import os
import traceback
from collections.abc import Callable


def fork(work: Callable[[], object]) -> int:
    """Do something in a child that ends afterwards, with 0 where nothing was raised.

    Returns:
        The child's process id.
    """
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()
            status = 0
        except BaseException:  # shown here; pytest must not see it twice
            traceback.print_exc()
        finally:
            os._exit(status)
    return child


def in_child(work: Callable[[], object]) -> None:
    """Do something in a child, and fail where it failed."""
    assert os.waitstatus_to_exitcode(os.waitpid(fork(work), 0)[1]) == 0
