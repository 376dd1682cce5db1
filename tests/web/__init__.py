"""The kiosk in a browser: a real server, and mostly a real Chromium."""
