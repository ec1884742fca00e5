"""Explains errors to editors: problems of the topic, and mistakes in the code with file and line."""

import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

from scripts.arguments import ROOT

_CALLERS = (__file__, str(ROOT / "scripts" / "preview.py"))
"""Files that are left out of the places that a mistake came through."""


def explain(error: BaseException) -> Iterator[str]:
    """Yield every problem of an error; for a mistake in the code, its place, its message and how it was reached."""
    chain = [error]
    while cause := chain[-1].__cause__ or chain[-1].__context__:
        chain.append(cause)
    if with_problems := [one for one in chain if hasattr(one, "problems")]:
        yield from map(str, with_problems[0].problems)
        return
    error = next((one for one in chain if _places(one)), error)  # the first in our code, not what a library made of it
    *callers, place = _places(error) or [""]
    reached = f"; it was reached from {', '.join(callers)}" if callers else ""
    message = getattr(error, "msg", None) or getattr(error, "message", None) or error
    yield f"{place and f'{place}: '}{type(error).__name__}: {message}\n    fix it and save{reached}"


def _places(error: BaseException) -> list[str]:
    """Return the places in our code, as file:line, that an error came through; it arose at the last."""
    places = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    places.append((getattr(error, "filename", None) or "", getattr(error, "lineno", 0)))  # for a SyntaxError
    return [f"{Path(file).relative_to(ROOT).as_posix()}:{line}" for file, line in places if _is_ours(file)]


def _is_ours(file: str) -> bool:
    return Path(file).is_relative_to(ROOT) and not Path(file).is_relative_to(sys.prefix) and file not in _CALLERS
