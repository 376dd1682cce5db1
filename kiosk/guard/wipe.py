"""Overwrites what a visitor typed or read, where it has passed through the guard.

The guard outlives every visitor, and memory that is merely freed stays readable until something
else happens to take its place. So what is a visitor's is read into buffers, written on from there,
never copied into what cannot be changed, and wiped.
"""

from __future__ import annotations


def wipe(data: bytearray | memoryview) -> None:
    """Fill a buffer with zeros."""
    data[:] = bytes(len(data))
