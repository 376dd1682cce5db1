"""How the pages look, held against pictures of them."""
