"""The kiosk in a browser: `site.py` makes its files, `server.py` and `export.py` give them."""
