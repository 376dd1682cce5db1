"""What the library's staff do beside the screen: check the words, and look after the kiosk."""
