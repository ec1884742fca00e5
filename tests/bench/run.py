"""Builds a site, and prints as JSON the seconds that each stage took: python -m tests.bench.run TOPIC SITE."""

import json
import os
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from typing import Any

from mkdocs.plugins import PluginCollection

from macros import charts, exports
from macros.exports import plaintext
from macros.search import index
from scripts import build

PRINT, SEARCH, CHARTS, EXPORTS = "one page for print", "search", "charts in pages", "files to take away"
TRANSLATED = "the site in other languages"
"""Stages that are measured separately, since MkDocs alone has nothing like them."""
_MEASURED: tuple[tuple[Any, str, str], ...] = (
    (PluginCollection, "on_env", PRINT),
    (index, "files", SEARCH),
    (build, "translate", TRANSLATED),
    (charts, "specs", CHARTS),
    (charts, "draw", CHARTS),
    (plaintext, "text", EXPORTS),
    (exports, "of_page", EXPORTS),
    (PluginCollection, "on_post_build", EXPORTS),  # besides the index
)
"""The functions of each stage, by what holds them and their names there."""
_running: list[float] = []
"""How long the stages that run inside each running one took, the innermost last."""


def main() -> int:
    """Build, print the seconds of processor time of each stage, and return the exit status."""
    topic, target = sys.argv[1:]
    stages = {stage: 0.0 for _, _, stage in _MEASURED}
    for owner, name, stage in _MEASURED:
        setattr(owner, name, _timed(getattr(owner, name), stage, stages))
    sys.argv[1:] = ["--topic", topic, "--site", target]
    with redirect_stdout(sys.stderr):
        status = build.main()
    print(json.dumps(stages))
    return status


def _used() -> float:
    """Return the seconds of processor time of this process and of those that it has waited for."""
    return sum(os.times()[:4])


def _timed(function: Callable[..., Any], stage: str, stages: dict[str, float]) -> Callable[..., Any]:
    """Return a function that adds the time it takes to its stage, without that of the stages inside it."""

    def timed(*arguments: Any, **options: Any) -> Any:
        start = _used()
        _running.append(0)
        try:
            return function(*arguments, **options)
        finally:
            took = _used() - start
            stages[stage] += took - _running.pop()
            if _running:
                _running[-1] += took

    return timed


if __name__ == "__main__":
    sys.exit(main())
