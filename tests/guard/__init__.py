"""Tests of the guard's parts, without a terminal."""
