"""`kiosk check`: whether the words can be shown, and what must be verified before launch."""
