"""The commands: each parses, calls the library, prints and exits."""
