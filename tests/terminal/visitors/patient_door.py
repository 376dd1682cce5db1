"""The kiosk's own visitors, with a wait at the staff door that no busy machine outlasts."""

from kiosk.app.visitor import open_line, prepare, reads, renew, visit
from kiosk.door import lock

lock.FIRST_WAIT_SECONDS = 600

__all__ = ["open_line", "prepare", "reads", "renew", "visit"]
