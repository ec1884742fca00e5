"""Build the site of a topic, strictly; the previous site stays until the new one is whole."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from macros import site
from macros.load import load
from macros.pagecheck import check_pages
from macros.problems import BadDataError
from scripts.arguments import ROOT, parser, report


def main() -> int:
    """Run the command."""
    arguments = parser(__doc__)
    arguments.add_argument("--site", type=Path, metavar="OUT", help="folder to write (default: site/ of the topic)")
    options = arguments.parse_args()
    target = (options.site or options.topic / "site").resolve()
    try:
        problems = check_pages(options.topic, load(options.topic))
    except BadDataError as error:
        return report(error.problems)
    if problems:
        return report(tuple(problems))
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f"{target.name}.", dir=target.parent) as scratch:
        fresh = Path(scratch) / "site"
        command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(fresh)]
        done = subprocess.run(command, cwd=ROOT, env=_environment(options.topic), check=False)  # noqa: S603 - our own command
        if done.returncode:
            return 1
        _swap(fresh, target, Path(scratch) / "old")
    print(f"The site is in {target}")
    return 0


def _environment(topic: Path) -> dict[str, str]:
    """Return the environment of the build: the topic, and the time of its last commit, so that bytes repeat."""
    environment = os.environ | {site.TOPIC_VARIABLE: str(topic), "NO_MKDOCS_2_WARNING": "1"}
    if "SOURCE_DATE_EPOCH" not in environment:
        command = ["git", "log", "-1", "--format=%ct"]
        stamp = subprocess.run(command, cwd=topic, capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603
        environment["SOURCE_DATE_EPOCH"] = stamp or "0"
    return environment


def _swap(fresh: Path, target: Path, old: Path) -> None:
    """Put the new site in place of the old one, which goes with the scratch folder."""
    if target.exists():
        target.rename(old)
    fresh.rename(target)


if __name__ == "__main__":
    sys.exit(main())
