"""What the library's staff do away from the screen: check the words, and look after the kiosk."""
