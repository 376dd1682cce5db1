"""The settings of what a visitor may leave behind: forms, counts, and where they go.

Imported before the first frame is painted, so it imports little itself.
"""

from typing import NamedTuple

from kiosk.settings import values
from kiosk.settings.setting import Setting
from kiosk.settings.toml_tables import Parser, read_table

PUBLIC_PREFIX = "kiosk-public:"
"""Stands before a public key, so that nobody takes one half for the other."""
PRIVATE_PREFIX = "kiosk-private:"
"""Stands before a private key."""
_KEY_BYTES = 32
_MOST_DAYS = 3650


class FormSettings(NamedTuple):
    """`[forms]`: whether visitors may send forms, and what is said and done about their data."""

    public_key: str = ""
    """What forms are sealed with; no forms are offered where it is empty."""
    responsible: str = ""
    """Who answers for the data, and how to reach them, in the organisation's own words."""
    privacy: str = ""
    """Where the whole privacy notice is."""
    keep_days: int = 0
    """How many days a form stays after it has arrived, read or not; 0 for no end."""


class HubSettings(NamedTuple):
    """`[hub]`: the server that gathers what many kiosks hold."""

    url: str = ""
    """Its address, `postgresql://...`; nothing is sent where it is empty."""


def read_forms(value: object) -> FormSettings:
    """The table `[forms]`.

    Raises:
        MisfitsError: Some of it cannot be read; all of it is told.
        ValueError: It is not a table.
    """
    parsers: dict[str, Parser] = {
        "public_key": _public_key,
        "responsible": values.text,
        "privacy": values.text,
        "keep_days": _days,
    }
    return FormSettings(**read_table(value, parsers, required=("public_key",)))


def read_hub(value: object) -> HubSettings:
    """The table `[hub]`.

    Raises:
        MisfitsError: Some of it cannot be read; all of it is told.
        ValueError: It is not a table.
    """
    return HubSettings(**read_table(value, {"url": _hub_url}, required=("url",)))


def _public_key(value: object) -> str:
    key = value.strip() if isinstance(value, str) else ""
    if key.startswith(PRIVATE_PREFIX):
        raise ValueError(
            "holds the private key, which must never be on the kiosk. Take it out of this file, "
            "make a new pair with `kiosk keys new`, and write the public key here."
        )
    if key_bytes(key, PUBLIC_PREFIX) is None:
        raise ValueError(
            f"must be a key that begins with {PUBLIC_PREFIX}, whole, as `kiosk keys new` printed "
            "it."
        )
    return key


def _days(value: object) -> int:
    if type(value) is not int or not 1 <= value <= _MOST_DAYS:
        raise ValueError(f"must be a number of days from 1 to {_MOST_DAYS}, without quotes.")
    return value


def _hub_url(value: object) -> str:
    url = value.strip() if isinstance(value, str) else ""
    if not url.startswith("postgresql://") or not url.isprintable():
        raise ValueError('must be like "postgresql://kiosk@hub.example.org/kiosk".')
    return url


def key_bytes(text: str, prefix: str) -> bytes | None:
    """The bytes of a key in Base64 after its prefix, or None where it is no such key."""
    from base64 import b64decode

    try:
        key = b64decode(text.removeprefix(prefix), validate=True)
    except ValueError:
        return None
    return key if text.startswith(prefix) and len(key) == _KEY_BYTES else None


FORMS = Setting(
    read_forms,
    "The public key that forms are sealed with, as `kiosk keys new` prints it: see "
    "forms.md. Also: responsible, who answers for the data and how to reach them; privacy, "
    "where the whole notice is; keep_days, after how many days a form is deleted, read or "
    "not (without it, never).",
    "visitors are offered no forms",
    '[forms]\npublic_key = "kiosk-public:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="\n'
    'responsible = "Ashby Council, data protection officer: dpo@ashby.example"\n'
    'privacy = "ashby.example/privacy"\n'
    "keep_days = 90",
)
HUB = Setting(
    read_hub,
    "The PostgreSQL server to which `kiosk sync` delivers forms and counts: see forms.md.",
    "nothing is delivered",
    '[hub]\nurl = "postgresql://kiosk@hub.example.org/kiosk"',
    is_secret=True,
)
