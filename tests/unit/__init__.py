"""Tests of everything that needs neither a terminal nor Textual."""
