"""Measurements against a floor that is built on the spot; no test asserts on time."""
