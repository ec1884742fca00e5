"""Drafts from an article: passages that look like facts, with verified quotes, and files to fill in."""

from macros.draft.candidates import Candidate, Draft
from macros.draft.lines import divide
from macros.draft.measure import Measure, before, measure
from macros.draft.stubs import source_stub, stub

__all__ = ["Candidate", "Draft", "Measure", "before", "divide", "measure", "source_stub", "stub"]
