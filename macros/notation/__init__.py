"""How languages write numbers and dates, and which numbers and dates a text states."""
