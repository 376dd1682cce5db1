"""Edits while the kiosk runs: seen, copied, tried, and shown to the next visitor or refused."""
