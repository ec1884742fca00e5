"""Drafts from an article: its clauses, with verified quotes, and files to fill in."""

from macros.draft.candidates import Candidate, candidates
from macros.draft.lines import divide
from macros.draft.stubs import source_stub, stub
