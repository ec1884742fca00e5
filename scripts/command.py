"""The program of an installed copy: ``explainer NAME`` is what ``python -m scripts.NAME`` is in a checkout."""

import sys
from importlib import import_module
from pathlib import Path

_TEXTS = {file.stem: file.read_text(encoding="utf-8") for file in sorted(Path(__file__).parent.glob("*.py"))}
_COMMANDS = {name: text.split('"""')[1].split("\n")[0] for name, text in _TEXTS.items() if "\n@command(" in text}
"""What each command does, as the first line of its file says."""


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
