"""Reads a topic's folder: its data and its pages, or every problem at once."""

from macros.load.dataset import is_id, load, read, validate
from macros.load.docs import read_docs

__all__ = ["is_id", "load", "read", "read_docs", "validate"]
