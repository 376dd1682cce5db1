"""What the library's staff do from a shell."""
