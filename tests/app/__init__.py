"""Tests of the app, headless: what a visitor can do, by keys alone."""
