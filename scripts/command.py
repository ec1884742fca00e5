"""The program of an installed copy: ``explainer NAME`` is what ``python -m scripts.NAME`` is in a checkout."""

import sys
from importlib import import_module
from pathlib import Path

_TEXTS = {file.stem: file.read_text(encoding="utf-8") for file in sorted(Path(__file__).parent.glob("*.py"))}
_COMMANDS = {name: text.split('"""')[1].split("\n")[0] for name, text in _TEXTS.items() if "\n@command(" in text}
"""The first line of the docstring of each command."""


def main() -> int:
    """Run the command that the first argument names; without one, print the list of commands."""
    name = next(iter(sys.argv[1:]), "")
    if name in _COMMANDS:
        sys.argv[:2] = [f"explainer {name}"]
        return int(import_module(f"scripts.{name}").main())
    wants_help = name in ("-h", "--help")
    lines = [f"explainer: no command {name}"] if name and not wants_help else []
    lines.append("usage: explainer COMMAND [--topic DIR] ...")
    lines += [f"  {command:<10} {about}" for command, about in _COMMANDS.items()]
    print(*lines, sep="\n", file=sys.stdout if wants_help else sys.stderr)
    return 0 if wants_help else 2
