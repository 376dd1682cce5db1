"""What a visitor sees: the Textual app. Everything it shows is made in `kiosk.pages`."""
