"""Work done in a forked child, while this process imports what it needs itself.

The words take as long to load as Textual takes to import, and a kiosk has two cores.
"""

import os
import pickle
from collections.abc import Callable
from typing import Generic, TypeVar

from kiosk.confinement.libc import end_with_parent

_Result = TypeVar("_Result")


class ForkedCall(Generic[_Result]):
    """A function's call in a forked child; the child must find nothing open that it could use."""

    def __init__(self, function: Callable[[], _Result]) -> None:
        """Begin the call.

        Args:
            function: What to call. Its result, or the error that it raises, must be picklable.
        """
        self._function = function
        self._reading, writing = os.pipe()
        parent = os.getpid()
        self._child = os.fork()
        if self._child == 0:
            _end_with(parent)
            os.close(self._reading)
            _answer(function, writing)
        os.close(writing)

    def result(self) -> _Result:
        """Wait for the result.

        Raises:
            Exception: What the function raised.
        """
        with os.fdopen(self._reading, "rb") as pipe:
            answer = pipe.read()
        os.waitpid(self._child, 0)
        if not answer:  # the child was killed: do its work here
            return self._function()
        answered: tuple[_Result, Exception | None] = pickle.loads(answer)  # noqa: S301 - our own
        result, error = answered
        if error is not None:
            raise error
        return result


def _end_with(parent: int) -> None:
    """Outlive it in no way: a child that is stopped would keep the store locked for ever."""
    end_with_parent()
    if os.getppid() != parent:
        os._exit(1)


def _answer(function: Callable[[], object], writing: int) -> None:
    """Write the pickled result and end, whatever happens."""
    try:
        try:
            answer = pickle.dumps((function(), None))
        except Exception as error:
            answer = pickle.dumps((None, error))
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(answer)
    finally:
        os._exit(0)
