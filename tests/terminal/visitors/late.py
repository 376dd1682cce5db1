"""The kiosk's own visitor, who writes over the neutral page what it had to import by itself."""

import os
import sys
from collections.abc import Callable

from kiosk.app import visitor
from kiosk.app.visitor import prepare, reads

__all__ = ["prepare", "reads", "visit"]


def visit(drawn: Callable[[], None]) -> None:
    """Be a visitor."""
    before = set(sys.modules)

    def tell() -> None:
        late = sorted(set(sys.modules) - before)
        os.write(1, f"\x1b[Himported late: {late}".encode())
        drawn()

    visitor.visit(tell)
