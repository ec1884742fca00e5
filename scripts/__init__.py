"""The commands: each parses its arguments, calls the library, prints and exits."""

import gc
import signal
import sys

if sys.argv[0].rpartition("/")[2] in ("-m", "explainer") and signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C ends a command that still imports: there is nothing to lose
if sys.flags.optimize:  # the library asserts what it has checked; Altair and Pydantic read docstrings
    sys.exit("Python leaves out assertions or docstrings (-O, PYTHONOPTIMIZE), which this needs: run it without")

gc.set_threshold(100_000)  # records are many, have no reference cycles and are kept to the end: look for garbage seldom
