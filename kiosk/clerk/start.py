"""Puts a clerk together from the settings in force, which only the clerk's process reads whole."""

import asyncio
import socket
from collections.abc import Collection
from contextlib import suppress
from datetime import datetime
from functools import partial
from threading import Thread

from kiosk.clerk.clerk import Clerk
from kiosk.clerk.speech import speech_for
from kiosk.desk.desk import Desk
from kiosk.desk.trouble import DeskError
from kiosk.door.lock import Lock
from kiosk.door.status import look_around
from kiosk.edits.kept import settings_in_force


def serve(
    settings_path: str,
    store: str,
    topics: Collection[str],
    numbers: Collection[str],
    loaded: datetime,
    control: socket.socket,
    *,
    is_service: bool,
) -> None:
    """Be the clerk until all visitors are gone.

    Args:
        settings_path: The settings file that staff edit, or nothing for the defaults.
        store: The folder of accepted words; empty where none are kept.
        topics: The topics that can be counted.
        numbers: The numbers that can be printed.
        loaded: When the visitors' app was loaded.
        control: Brings a line for each visitor.
        is_service: Whether systemd starts the kiosk again when it ends.
    """
    settings = settings_in_force(settings_path, store)
    desk = Desk(settings)
    Thread(target=_prepare, args=(desk,), daemon=True).start()  # nobody waits for any of it
    lock = None
    if settings.staff_passphrase_hash:
        tell = partial(look_around, store, settings_path, desk, loaded, is_service=is_service)
        lock = Lock(settings.staff_passphrase_hash, tell)
    clerk = Clerk(desk, lock, speech_for(settings), topics, numbers)
    asyncio.run(clerk.serve(control))


def _prepare(desk: Desk) -> None:
    """Import what will be needed, and take back what an earlier clerk could not."""
    desk.warm()
    with suppress(DeskError):
        desk.empty_printer()
