"""Makes the files that the server gives, in a process that ends: its memory goes back with it.

`python -m kiosk.web.making start|renew SETTINGS STORE NEUTRAL` writes them to standard output.
Where they cannot be made, it says why on standard error and ends with 1.
"""

import sys

import msgspec

from kiosk.clock import local_time
from kiosk.content.faults import ContentError
from kiosk.edits.store import store_at
from kiosk.edits.trial import renew, start
from kiosk.pages.catalogue import Catalogue
from kiosk.settings import SettingsError
from kiosk.web.packing import Packed, packed
from kiosk.web.site import Where, site_files

HERE = "./"
"""Forms are sent to where the files come from."""


class Made(msgspec.Struct):
    """What the server gives."""

    files: dict[str, Packed]
    topics: list[str]
    """What may be counted."""


def made_of(catalogue: Catalogue, neutral_address: str) -> Made:
    """All files of these words."""
    files = site_files(catalogue, Where(neutral_address, HERE), local_time().date())
    return Made(
        {name: packed(data) for name, data in files.items()}, list(catalogue.edition.content.topics)
    )


def make(what: str, settings_path: str, store: str, neutral_address: str) -> Made:
    """Make them of the accepted words (`start`), or of what staff have edited (`renew`).

    Raises:
        ContentError: The words have faults.
        SettingsError: The settings have faults.
        OSError: What was edited cannot be copied.
    """
    made: list[Made] = []

    def keep(catalogue: Catalogue) -> None:
        made.append(made_of(catalogue, neutral_address))

    (renew if what == "renew" else start)(settings_path, store_at(store), keep)
    return made[-1]


def main(what: str, settings_path: str, store: str, neutral_address: str) -> int:
    """Write them; the exit code says whether they could be made."""
    try:
        made = make(what, settings_path, store, neutral_address)
    except (ContentError, SettingsError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    sys.stdout.buffer.write(msgspec.msgpack.encode(made))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
