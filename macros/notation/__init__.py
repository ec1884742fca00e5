"""How languages write numbers and dates, and which of them a text states."""
