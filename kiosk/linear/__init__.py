"""The kiosk as a conversation, a line at a time: for screen readers and braille displays."""
