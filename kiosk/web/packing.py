"""Files packed as they are sent: Brotli (RFC 7932) for who takes it, gzip for all others.

What pages say in the same words lies far apart in the files: Brotli still sees it, gzip does not.
"""

import gzip
from typing import NamedTuple

import brotli

_BLOCK = 16
"""A power of two, in bytes: in blocks of 64 KiB, what is not alike has codes of its own."""


class Packed(NamedTuple):
    """One file, as it is sent."""

    plain: bytes
    gzip: bytes
    brotli: bytes

    def for_who_takes(self, encodings: str) -> tuple[bytes, str]:
        """The smallest that a browser takes, and the name of its encoding; "" for none.

        Args:
            encodings: The header `Accept-Encoding`.
        """
        taken = {each.partition(";")[0].strip() for each in encodings.split(",")}
        if "br" in taken:
            return self.brotli, "br"
        return (self.gzip, "gzip") if "gzip" in taken else (self.plain, "")


def packed(data: bytes) -> Packed:
    """Pack a file; the same bytes give the same again."""
    return Packed(data, gzip.compress(data, mtime=0), brotli.compress(data, lgblock=_BLOCK))
