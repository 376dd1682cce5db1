"""Folders that would be copied into themselves, or change whenever the kiosk writes.

Imported before the first frame is painted, so it imports little itself.
"""

import os

from kiosk.settings.table import Settings


def nested(settings: Settings) -> str:
    """What is wrong with where words, data and log are; nothing where they are apart."""
    data = os.path.realpath(settings.data)
    log = os.path.realpath(settings.log) if settings.log else ""
    for folder in settings.content:
        words = os.path.realpath(folder)
        if is_in(data, words):
            return (
                f"names {folder}, and data, in which the kiosk writes, is inside it. Give your "
                'words a folder of their own, such as content = "words".'
            )
        if is_in(words, data):
            return (
                f"names {folder}, which is inside data, in which the kiosk writes. Give your words "
                'a folder of their own, such as content = "words".'
            )
        if log and is_in(log, words):
            return f"names {folder}, and the log is inside it. Write the log elsewhere."
    return ""


def is_in(path: str, folder: str) -> bool:
    """Whether a path is a folder, or inside it; both without links."""
    return path == folder or path.startswith(folder.rstrip("/") + "/")
