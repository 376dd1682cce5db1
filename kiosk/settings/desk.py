"""The settings of what a visitor may leave behind: forms, counts, and where they go.

Imported before the first frame is painted, so nothing else is imported here.
"""

from typing import NamedTuple

PUBLIC_PREFIX = "kiosk-public:"
"""Stands before a public key, so that nobody takes one half for the other."""
PRIVATE_PREFIX = "kiosk-private:"
"""Stands before a private key."""
_KEY_BYTES = 32


class FormSettings(NamedTuple):
    """`[forms]`: whether visitors may send forms."""

    public_key: str = ""
    """What forms are sealed with; no forms are offered where it is empty."""


class HubSettings(NamedTuple):
    """`[hub]`: the server that gathers what many kiosks hold."""

    url: str = ""
    """Its address, `postgresql://...`; nothing is sent where it is empty."""


def read_forms(value: object) -> FormSettings:
    """The table `[forms]`.

    Raises:
        ValueError: The table is wrong; the message goes on after the setting's name.
    """
    key = _only_text(value, "public_key", f"{PUBLIC_PREFIX}...")
    if key.startswith(PRIVATE_PREFIX):
        raise ValueError(
            "holds the private key, which must never be on the kiosk. Take it out of this file, "
            "make a new pair with `kiosk keys new`, and write the public key here."
        )
    if key_bytes(key, PUBLIC_PREFIX) is None:
        raise ValueError(
            f"must have a public_key that begins with {PUBLIC_PREFIX}, whole, as "
            "`kiosk keys new` printed it."
        )
    return FormSettings(key)


def read_hub(value: object) -> HubSettings:
    """The table `[hub]`.

    Raises:
        ValueError: The table is wrong; the message goes on after the setting's name.
    """
    example = "postgresql://kiosk@hub.example.org/kiosk"
    url = _only_text(value, "url", example)
    if not url.startswith("postgresql://"):
        raise ValueError(f'must have a url like "{example}".')
    return HubSettings(url)


def key_bytes(text: str, prefix: str) -> bytes | None:
    """The bytes of a key in Base64 after its prefix, or None where it is no such key."""
    from base64 import b64decode

    try:
        key = b64decode(text.removeprefix(prefix), validate=True)
    except ValueError:
        return None
    return key if text.startswith(prefix) and len(key) == _KEY_BYTES else None


def _only_text(table: object, key: str, example: str) -> str:
    """The one text that a table holds."""
    text = table.get(key) if isinstance(table, dict) and set(table) == {key} else None
    if not isinstance(text, str) or not text.isprintable():
        raise ValueError(f'must be a table with one line: {key} = "{example}".')
    return text.strip()
