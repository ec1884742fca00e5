"""Measures time and memory of builds, beside MkDocs alone, and of previews: python -m tests.bench."""
