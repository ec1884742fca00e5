"""Tell in sentences what a change does to the facts of a topic, for a reviewer who opens no file."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from macros.diff import State, report
from macros.diffpage import page
from macros.problems import BadDataError, Problem
from macros.render import render_markdown
from scripts.arguments import ROOT, parser
from scripts.published import state_at

_THEME = ROOT / "macros" / "theme"


def main() -> int:
    """Run the command."""
    arguments = parser(__doc__)
    arguments.add_argument("base", metavar="BASE", help="the revision before the change")
    arguments.add_argument("head", metavar="HEAD", nargs="?", help="the revision after it (default: the working tree)")
    arguments.add_argument("--html", type=Path, metavar="OUT", help="also write a page that shows before and after")
    options = arguments.parse_args()
    try:
        base, head = _state(options.topic, options.base, check=False), _state(options.topic, options.head, check=True)
    except subprocess.CalledProcessError as error:
        arguments.error(f"git: {error.stderr.decode().strip()}")
    if not isinstance(base, State) or not isinstance(head, State):
        states = [(name, state) for name, state in (("before", base), ("after", head)) if not isinstance(state, State)]
        print(render_markdown("diff-unreadable", states=states))
        return 1
    found = report(base, head)
    print(render_markdown("diff", report=found).strip())
    if options.html:
        options.html.write_text(page(found, _css()), encoding="utf-8")
    return 1 if head.problems else 0


def _css() -> str:
    """Return the style sheets of the site and of the page, in one."""
    package = find_spec("material")
    assert package
    assert package.origin
    sheets = sorted(Path(package.origin).parent.glob("templates/assets/stylesheets/main.*.min.css"))
    own = sorted((_THEME / "css").glob("*.css"))
    return "\n".join(sheet.read_text(encoding="utf-8") for sheet in (*sheets, *own, _THEME / "diff.css"))


def _state(topic: Path, revision: str | None, *, check: bool) -> State | tuple[Problem, ...]:
    """Return a state, or why it cannot be read."""
    try:
        return state_at(topic, revision, check=check)
    except BadDataError as error:
        return error.problems


if __name__ == "__main__":
    sys.exit(main())
