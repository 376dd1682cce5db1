"""`kiosk keys new`: the pair of keys, one half for the kiosks and one that never goes there."""

from pathlib import Path

from nacl.public import PrivateKey

from kiosk.desk.sealing import private_text, public_text
from kiosk.staff.private_file import new_private_file

_WORDS = """\
Two halves of a key were made.

The public half seals what visitors send. Write it into every kiosk's settings:

[forms]
public_key = "{public}"

The private half opens it. It is in

    {path}

Keep this file on a computer of the staff, in a place that only those may read who may read what
visitors write. Keep a copy of it offline, for example on a stick in a safe: without it, nobody can
open the forms, and nobody can make it again. Never copy it to a kiosk, into a mail or a chat.
"""


def make_keys(path: Path) -> str:
    """Make a pair, and write its private half into a new file.

    Args:
        path: The file; an old one is never overwritten.

    Returns:
        What to tell staff, with the public half in it.

    Raises:
        OSError: The file cannot be made, or is there.
    """
    key = PrivateKey.generate()
    with new_private_file(path) as file:
        file.write(private_text(key) + "\n")
    return _WORDS.format(public=public_text(key.public_key), path=path.absolute())
