"""The clerk: what visitors get over their line, and what they do not."""
