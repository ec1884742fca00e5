"""Report in sentences what a change does to the facts of a topic, for a reviewer who opens no file."""

import argparse
import sys
from pathlib import Path

from macros.problems import BadDataError, Problem
from macros.render import render_markdown
from macros.review import State, report
from macros.review.page import page, pictures
from scripts.arguments import ROOT, argument, command
from scripts.files import replace
from scripts.git import commit
from scripts.repository import differing, root, state_at, version

_HTML = "also write a page of before and after, with charts/ beside it; it leads into site/"


@command(
    __doc__,
    argument("base", metavar="BASE", help="the revision before the change"),
    argument("head", metavar="HEAD", nargs="?", help="the revision after it (default: the working tree)"),
    argument("--html", type=Path, metavar="OUT", help=_HTML),
)
def main(options: argparse.Namespace) -> int:
    """Print the report, write the page, and return the exit status."""
    topic, base = options.topic, commit(options.topic, options.base)
    head = None if options.head is None else commit(topic, options.head)
    touched = differing(topic, base, head)
    made = {"code": version(ROOT), "base": base, "head": head or "the working tree", "is_apart": root(topic) != ROOT}
    was, now = _state(topic, base, check=False), _state(topic, head, check=True)
    if not isinstance(was, State) or not isinstance(now, State):
        states = [(name, state) for name, state in (("before", was), ("after", now)) if not isinstance(state, State)]
        print(render_markdown("diff-unreadable", states=states, touched=touched, made=made))
        return _with_problems()
    result = report(was, now, touched)
    charts = pictures(result.difference) if options.html else ()
    print(render_markdown("diff", report=result, pictures=charts, touched=touched, made=made).strip())
    if options.html:
        replace(options.html, page(result))
        for name, picture in (file for chart in charts for file in chart.files.items()):
            replace(options.html.parent / "charts" / name, picture)
    return _with_problems() if now.problems else 0


def _with_problems() -> int:
    """Print that the report is there although the command fails, and return the exit status."""
    print("The data has problems; the report is written, and names them", file=sys.stderr)
    return 1


def _state(topic: Path, revision: str | None, *, check: bool) -> State | tuple[Problem, ...]:
    """Return a state, or the problems for which it cannot be read."""
    try:
        return state_at(topic, revision, check=check)
    except BadDataError as error:
        return error.problems


if __name__ == "__main__":
    sys.exit(main())
