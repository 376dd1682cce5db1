"""What each page says and how it is set in lines, before anything draws it. No Textual."""
