"""Reads a topic's folder: its data and its pages, or every problem at once."""

from macros.load.dataset import load, read, validate
from macros.load.docs import read_docs
from macros.load.names import id_remedy
from macros.load.preview import Right, load_right, sure
