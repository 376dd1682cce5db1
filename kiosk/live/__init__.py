"""Edits while the kiosk runs: seen, checked, kept, and shown to the next visitor."""
