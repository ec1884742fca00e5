"""Hand-written pages: their macro calls, which page shows what, and what is wrong with them."""
