"""What is said: the words, how they are loaded and checked, and how they are found. No Textual."""
