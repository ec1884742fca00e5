"""Write the JSON Schema of every kind of file into data/schema/, or with --check list those that are stale."""

import argparse
import sys

from macros.model.schema import schemas
from macros.problems import Problem
from scripts.arguments import argument, command, report, say
from scripts.files import replace

_REMEDY = "run: .venv/bin/python -m scripts.schema"


@command(__doc__, argument("--check", action="store_true", help="change nothing; a stale file is a problem"))
def main(options: argparse.Namespace) -> int:
    """Write or check each schema, and return the exit status."""
    folder = options.topic / "data" / "schema"
    wanted = {f"{kind}.json": text for kind, text in schemas().items()}
    files = sorted(folder.glob("*.json"))
    present = {file.name: file.read_text(encoding="utf-8") if file.is_file() else "" for file in files}
    stale = [name for name in sorted({*wanted, *present}) if wanted.get(name) != present.get(name)]
    if options.check:
        message = "it is not what the model says"
        problems = (Problem(f"data/schema/{name}", 1, "file", message, "stale", _REMEDY) for name in stale)
        return report(tuple(problems), options.topic)
    folder.mkdir(parents=True, exist_ok=True)
    for name in stale:
        if name in wanted:
            replace(folder / name, wanted[name])
        else:
            (folder / name).unlink()
        say(f"wrote data/schema/{name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
