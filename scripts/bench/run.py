"""Measures one build in a process of its own: python -m scripts.bench.run ours TOPIC SITE, or stock PROJECT SITE."""

import json
import os
import resource
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

PRINT, SEARCH, CHARTS, EXPORTS = "one page for print", "search", "charts in pages", "files to take away"
TRANSLATED = "the site in other languages"
"""Stages that are measured separately, since MkDocs alone has nothing like them."""
_running: list[float] = []
"""How long the stages that run inside each running one took, the innermost last."""


def main() -> int:
    """Build, and print as JSON the seconds of processor time, in all and of each stage, and megabytes of memory."""
    what, source, target = sys.argv[1:]
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # MkDocs reads it when it is imported
    stages: dict[str, float] = {}
    with redirect_stdout(sys.stderr):
        status = _ours(source, target, stages) if what == "ours" else _stock(source, target)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": _used(), "stages": stages, "memory": memory}))
    return status


def _used() -> float:
    """Return the seconds of processor time of this process and of those that it has waited for."""
    return sum(os.times()[:4])


def _ours(topic: str, target: str, stages: dict[str, float]) -> int:
    from mkdocs.plugins import PluginCollection  # noqa: PLC0415 - a stock build loads none of it

    from macros import charts, exports  # noqa: PLC0415 - as above
    from macros.exports import plaintext  # noqa: PLC0415 - as above
    from macros.search import index  # noqa: PLC0415 - as above
    from scripts import build  # noqa: PLC0415 - as above

    measured: list[tuple[Any, str, str]] = [
        (PluginCollection, "on_env", PRINT),
        (index, "files", SEARCH),
        (build, "translate", TRANSLATED),
        (charts, "draw", CHARTS),
        (plaintext, "text", EXPORTS),
        (exports, "of_page", EXPORTS),
        (PluginCollection, "on_post_build", EXPORTS),  # besides the index
    ]
    for owner, name, stage in measured:
        stages.setdefault(stage, 0)
        setattr(owner, name, _timed(getattr(owner, name), stage, stages))
    sys.argv = ["build", "--topic", topic, "--site", target]
    return build.main()


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


def _stock(project: str, target: str) -> int:
    from mkdocs.__main__ import cli  # noqa: PLC0415 - as above

    try:
        cli.main(["build", "--quiet", "--config-file", str(Path(project) / "mkdocs.yml"), "--site-dir", target])
    except SystemExit as end:
        return int(bool(end.code))
    return 0


if __name__ == "__main__":
    sys.exit(main())
