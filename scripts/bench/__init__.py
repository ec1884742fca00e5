"""How fast and how large what we make is, measured beside the engine alone: python -m scripts.bench."""
