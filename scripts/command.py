"""The program of an installed copy: ``explainer NAME`` is what ``python -m scripts.NAME`` is in a checkout."""

import sys
from importlib import import_module

_COMMANDS = {
    "start": "writes a new topic into an empty folder",
    "preview": "serves the site and follows every edit",
    "check": "lists every problem",
    "build": "builds the site",
    "new": "writes the file of a new record, to be filled in",
    "draft": "writes a file to fill in for each clause of an article that no fact cites",
    "fmt": "puts the files of data/ into their canonical form",
    "schema": "writes the JSON Schema of every kind of file",
    "diff": "tells in sentences what a change does to the facts",
    "translate": "brings the catalogues of a language up to date",
    "words": "collects the words of the interface to be translated",
    "verify": "verifies every quote and records the result",
    "binder": "writes quotations as numbered exhibits, to be printed",
    "versions": "puts each published version at its own address",
}


def main() -> int:
    """Run the command that the first argument names; without one, print which there are."""
    name = next(iter(sys.argv[1:]), "")
    if name in _COMMANDS:
        sys.argv[:2] = [f"explainer {name}"]
        return int(import_module(f"scripts.{name}").main())
    rows = (f"  {one:<10} {about}" for one, about in _COMMANDS.items())
    is_asked = name in ("-h", "--help")
    told = () if is_asked or not name else (f"explainer: no command {name}",)
    print(
        *told,
        "usage: explainer COMMAND [--topic DIR] ...",
        *rows,
        sep="\n",
        file=sys.stdout if is_asked else sys.stderr,
    )
    return 0 if is_asked else 2
