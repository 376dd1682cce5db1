"""The staff door: its passphrase, the tries at it, and what staff see behind it."""
