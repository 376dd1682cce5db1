"""What a hub or the line to it says, turned into what staff can do about it.

Only what passes by itself is tried again: a wrong password does not become right by waiting.
"""

import re

from kiosk.content.clean import clean
from kiosk.desk.trouble import DeskError, Reason

_REMEDIES = (
    ("password authentication failed", "The password or the user's name is wrong."),
    ("no password supplied", "It wants a password. Name its file with ?passfile= in the url."),
    ("password file", "The password's file must be there, and readable by its owner alone."),
    ("pg_hba.conf", "Its administrator has not let this user in from this machine."),
    ('role ".*" does not exist', "There is no such user at the hub. Look at the url."),
    ('database ".*" does not exist', "There is no such database at the hub. Look at the url."),
    ("does not match host name", "Its certificate is for another name than that in the url."),
    ("certificate", "Its certificate cannot be trusted. Name its authority's file: docs/forms.md."),
    ("not support SSL", "It does not encrypt the line as it must: see docs/forms.md."),
)
"""What a message holds, and what it means. These are the words of libpq and of the server in
English; of others, the message alone is told."""
_PASSING = re.compile(
    "starting up|shutting down|in recovery|accepting connections|too many|connection slots|"
    "terminating connection|crash"
)
"""What a server says that will soon take connections again."""


def why_not_reached(error: Exception) -> DeskError:
    """What stopped a connection: something to mend, or something that passes."""
    said = str(error)
    remedy = next((words for part, words in _REMEDIES if re.search(part, said)), "")
    if remedy or ("FATAL" in said and not _PASSING.search(said)):
        told = f"The hub cannot be used as the settings say. {remedy}".rstrip()
        return DeskError(Reason.SETTINGS, f"{told} Nothing is lost. It said: {_first_line(said)}")
    return DeskError(
        Reason.UNREACHED,
        f"The hub does not answer. Nothing is lost. It said: {_first_line(said)}",
    )


def why_refused(error: Exception) -> DeskError:
    """What the hub would not do, though it answers."""
    return DeskError(
        Reason.SETTINGS,
        "The hub refuses. See docs/forms.md for the rights that are needed: "
        f"{_first_line(str(error))}",
    )


def _first_line(said: str) -> str:
    return clean(said.partition("\n")[0])
