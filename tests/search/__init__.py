"""How well the search finds what people type."""
