"""What search finds: the facts, the sections of written pages, and their index."""

from macros.search.entries import KINDS, SearchEntry, entries, suggested
