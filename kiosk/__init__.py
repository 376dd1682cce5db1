"""The advice kiosk: calm advice on a public screen, and Escape that clears it at once."""

__version__ = "0.2.0"
