"""What the library's staff do: commands that look after the kiosk and its words."""
