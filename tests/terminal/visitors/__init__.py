"""Visitors for tests: small programs that keep the warm parent's contract, without Textual."""
