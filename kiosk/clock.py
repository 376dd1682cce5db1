"""The time of day here, also once the machine was given another time zone."""

import sys
import time
from datetime import datetime


def local_time() -> datetime:
    """The time now, without a zone: the machine's own.

    The C library reads the machine's zone once, and anew where it is told to and finds it changed:
    tzset(3).
    """
    if sys.platform != "win32":
        time.tzset()
    return datetime.now()
