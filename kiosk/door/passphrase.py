"""The staff's passphrase: made into a hash for the settings, and compared with it.

Argon2id as RFC 9106 describes it. Its second recommended choice takes 64 MiB and four threads;
beside the visitors, a service that may have 400 MB has room for half of that, and no thread is
wanted in a visitor, so it is 32 MiB and one, which takes about a tenth of a second.
"""

SHORTEST, LONGEST = 12, 100
"""Characters in a passphrase; the kiosk's box takes no more."""
_BYTES = 32 * 1024 * 1024
_PASSES = 4


def hash_of(passphrase: str) -> str:
    """The hash of a passphrase, with a salt of its own, as it stands in the settings."""
    from nacl.pwhash import argon2id

    return argon2id.str(passphrase.encode(), opslimit=_PASSES, memlimit=_BYTES).decode()


def is_right(stored_hash: str, typed: str) -> bool:
    """Tell whether this is the passphrase; with a hash that is damaged, nothing is."""
    from nacl.exceptions import CryptoError
    from nacl.pwhash import argon2id

    try:
        return bool(argon2id.verify(stored_hash.encode(), typed.encode()))
    except (CryptoError, ValueError):
        return False
