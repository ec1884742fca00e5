"""The commands: each parses its arguments, calls the library, prints and exits."""

import sys

if sys.flags.optimize:  # the library asserts what it has checked; Altair and Pydantic read docstrings
    sys.exit("Python leaves out assertions or docstrings (-O, PYTHONOPTIMIZE), which this needs: run it without")
