"""The commands: each parses its arguments, calls the library, prints and exits."""
