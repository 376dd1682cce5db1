"""The staff's passphrase: made into a hash for the settings, and compared with it.

Argon2id as RFC 9106 describes it. Its second recommended choice takes 64 MiB and four threads;
beside the visitors, a service that may have 400 MB has room for half of that, and no thread is
wanted in a visitor, so it is 32 MiB and one, which takes about a tenth of a second.
"""

SHORTEST, LONGEST = 12, 100
"""Characters in a passphrase; the kiosk's box takes no more."""
_KIBIBYTES = 32 * 1024
_PASSES = 4


def hash_of(passphrase: str) -> str:
    """The hash of a passphrase, with a salt of its own, as it stands in the settings."""
    from argon2 import PasswordHasher

    hasher = PasswordHasher(time_cost=_PASSES, memory_cost=_KIBIBYTES, parallelism=1)
    return hasher.hash(passphrase)


def is_right(stored_hash: str, typed: str) -> bool:
    """Tell whether this is the passphrase; with a hash that is damaged, nothing is."""
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return PasswordHasher().verify(stored_hash, typed)
    except (InvalidHashError, VerificationError):
        return False
