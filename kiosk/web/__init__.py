"""`kiosk serve`: the same kiosk in a browser. Begin with `server.py`, then `connection.py`."""
