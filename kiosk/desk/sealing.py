"""Seals forms so that only the library's private key opens them.

A libsodium sealed box (https://doc.libsodium.org/public-key_cryptography/sealed_boxes): an
ephemeral key pair for each form, of which the private half is forgotten at once. So whoever takes
the kiosk away can open nothing, and neither can the kiosk.
"""

from base64 import b64encode

import msgspec
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from kiosk.desk.forms import FORMS, SIZES, Form
from kiosk.desk.trouble import DeskError, Reason
from kiosk.settings.desk import PRIVATE_PREFIX, PUBLIC_PREFIX, key_bytes


class _Named(msgspec.Struct):
    """What is read first of a form: which one it is."""

    form: str


class SealError(Exception):
    """What is sealed cannot be opened with this key, or is not a form."""


def seal(form: Form, public_key: PublicKey) -> bytes:
    """Seal a form."""
    text = msgspec.json.encode(form)
    size = next(size for size in SIZES if len(text) <= size)
    return SealedBox(public_key).encrypt(text.ljust(size))  # JSON may end in spaces


def unseal(sealed: bytes, private_key: PrivateKey) -> Form:
    """Open a form, and check it again: anybody can seal something with a public key.

    Raises:
        SealError: The key is another one, or there is no form of ours inside.
    """
    try:
        text = SealedBox(private_key).decrypt(sealed)
        name = msgspec.json.decode(text, type=_Named).form
        return msgspec.json.decode(text, type=FORMS[name])
    except (CryptoError, msgspec.MsgspecError, ValueError, KeyError) as error:
        raise SealError("This form cannot be opened with this key.") from error


def read_public_key(text: str) -> PublicKey:
    """The public key as it stands in the settings.

    Raises:
        DeskError: It is not valid.
    """
    return PublicKey(_key_bytes(text, PUBLIC_PREFIX))


def read_private_key(text: str) -> PrivateKey:
    """The private key as it stands in its file.

    Raises:
        DeskError: It is not valid.
    """
    return PrivateKey(_key_bytes(text, PRIVATE_PREFIX))


def public_text(key: PublicKey) -> str:
    """A public key as it is written into the settings."""
    return PUBLIC_PREFIX + b64encode(bytes(key)).decode()


def private_text(key: PrivateKey) -> str:
    """A private key as it is written into its file."""
    return PRIVATE_PREFIX + b64encode(bytes(key)).decode()


def _key_bytes(text: str, prefix: str) -> bytes:
    key = key_bytes(text.strip(), prefix)
    if key is None:
        raise DeskError(
            Reason.SETTINGS,
            f"This is not a key that begins with {prefix}. "
            "Copy it whole, as `kiosk keys new` made it.",
        )
    return key
