"""Changes of the code, each tried against the tests: ``python -m tests.mutants 300`` prints how many are noticed.

A mutant is a module with one small change: a comparison, a condition, a number, a text or a statement is another. It
is killed if a test of its part fails, and survives if none does. A seeded sample of each part is tried in copies of the
last commit.
"""

import argparse
import ast
import os
import random
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple

from tests.factories import ROOT

PARTS: dict[str, tuple[str, str]] = {
    "yamlio": ("macros/yamlio/*.py", "yamlio yamlwrite limits load fmt check_command"),
    "checks": (
        "macros/checks/*.py macros/pages/*.py macros/notation/*.py",
        (
            "checks quoted quoteddates prose pagecheck notation designators documents figures disagreement evidence "
            "translation policy limits pagesource search binder fields check_command"
        ),
    ),
    "dates": ("macros/model/dates.py macros/model/points.py", "dates fields model language lists"),
    "verification": (
        "macros/model/evidence.py macros/model/words.py macros/checks/texts.py scripts/verify.py",
        "evidence words evidence_view documents designators check_command",
    ),
    "escaping": (
        "macros/render/*.py",
        (
            "render calls interface markdown mentions headings notes documents pagesource prose plugin pagecheck "
            "policy feeds"
        ),
    ),
    "review": (
        "macros/review/*.py",
        "releases wording approval reported notes diff_fields markdown published diff disagreement repository",
    ),
}
"""The modules of each part, and the unit tests that have to notice, in the order in which they run."""
_OPERATORS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
_MESSAGE = re.compile("[a-z] [a-z]+ [a-z]")
"""Words for people, whose exact wording is no rule."""
_PATIENCE = 240
"""How many seconds of the processor the tests of a mutant may take; one that takes more is killed."""


class Mutant(NamedTuple):
    """The change of a module that has this number among all that its nodes may have."""

    part: str
    file: str
    node: int
    number: int

    def change(self, source: str) -> tuple[str, str]:
        """Return the module with the change, and a line that says what was and what is."""
        tree = ast.parse(source)
        node = list(ast.walk(tree))[self.node]
        was = ast.unparse(node)
        setattr(node, *_changes(node)[self.number])
        place = f"{self.file}:{getattr(node, 'lineno', '')}"
        ast.fix_missing_locations(tree)
        return ast.unparse(tree), f"{place}: {was[:120]!r} is {ast.unparse(node)[:120]!r}"


def mutants(part: str, file: str, source: str) -> list[Mutant]:
    """Return every mutant of a module."""
    nodes = enumerate(ast.walk(ast.parse(source)))
    return [Mutant(part, file, place, number) for place, node in nodes for number in range(len(_changes(node)))]


def _changes(node: ast.AST) -> list[tuple[str, object]]:
    """Return what may be another in a node: the name of the field and the new value."""
    match node:
        case ast.Compare(ops=[operator]) if type(operator) in _OPERATORS:
            found: list[tuple[str, object]] = [("ops", [_OPERATORS[type(operator)]()])]
        case ast.BoolOp(op=either):
            found = [("op", _OPERATORS[type(either)]())]
        case ast.BinOp(op=sign, right=right) if type(sign) in _OPERATORS and ast.unparse(right) != "None":
            found = [("op", _OPERATORS[type(sign)]())]
        case ast.If(test=test) | ast.IfExp(test=test):
            found = [("test", ast.UnaryOp(ast.Not(), test))]
        case ast.comprehension(ifs=[test]):
            found = [("ifs", []), ("ifs", [ast.UnaryOp(ast.Not(), test)])]
        case ast.Return(value=ast.expr() as given) if ast.unparse(given) == "None":
            found = []
        case ast.Return(value=ast.expr()) | ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()):
            found = [("value", ast.Constant(None))]
        case _:
            found = _constants(node)
    return found


def _constants(node: ast.AST) -> list[tuple[str, object]]:
    """Return other numbers, texts and truth values for those that a node holds."""
    match node:
        case ast.Assign(value=ast.Constant() as held) | ast.keyword(value=ast.Constant() as held):
            return [("value", one) for one in _others(held)]
        case ast.Subscript(slice=ast.Constant(value=int()) as held):
            return [("slice", one) for one in _others(held)]
        case ast.Slice(lower=ast.Constant(value=int()) as held):
            return [("lower", one) for one in _others(held)]
        case ast.Call(args=args):
            held_args = [(place, one) for place, one in enumerate(args) if isinstance(one, ast.Constant)]
            return [("args", [*args[:n], one, *args[n + 1 :]]) for n, held in held_args for one in _others(held)]
    return []


def _others(held: ast.Constant) -> list[ast.Constant]:
    """Return another value of the same type, where there is one."""
    match held.value:
        case bool(value):
            return [ast.Constant(not value)]
        case int(value):
            return [ast.Constant(value + 1)]
        case str(value) if not _MESSAGE.search(value):
            return [ast.Constant(f"{value}~")]
    return []


def sample(part: str, count: int, seed: int) -> list[Mutant]:
    """Return so many mutants of a part, chosen by the seed; all of them if there are no more."""
    files = sorted(file for pattern in PARTS[part][0].split() for file in ROOT.glob(pattern))
    sources = {file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8") for file in files}
    every = [mutant for name, source in sources.items() for mutant in mutants(part, name, source)]
    return random.Random(seed).sample(every, min(count, len(every)))  # noqa: S311 - no secret


def survivor(mutant: Mutant, project: Path) -> str:
    """Return what is changed if no test fails in a copy of the project with the mutant; "" if one does."""
    file = project / mutant.file
    good = file.read_text(encoding="utf-8")
    changed, said = mutant.change(good)
    file.write_text(changed, encoding="utf-8")
    tests = [f"tests/unit/test_{name}.py" for name in PARTS[mutant.part][1].split()]
    limited = ["prlimit", f"--cpu={_PATIENCE}", sys.executable]
    command = [*limited, "-m", "pytest", "-x", "-q", "-p", "no:xdist", "-p", "no:cacheprovider", *tests]
    try:
        done = subprocess.run(command, cwd=project, capture_output=True, check=False)
    finally:
        file.write_text(good, encoding="utf-8")
    return "" if done.returncode else said


def main() -> int:
    """Try a sample of each part, print the survivors and how many of each part were killed, and return 0."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("count", type=int, help="how many mutants of each part")
    arguments.add_argument("--seed", type=int, default=1, help="another sample")
    arguments.add_argument("--part", choices=PARTS, nargs="+", default=list(PARTS), help="these parts alone")
    options = arguments.parse_args()
    copies: SimpleQueue[Path] = SimpleQueue()

    def attempt(mutant: Mutant) -> bool:
        project = copies.get()
        said = survivor(mutant, project)
        copies.put(project)
        if said:
            print(said, flush=True)
        return bool(said)

    workers = len(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(workers) as pool:
        for number in range(workers):
            place = Path(folder) / str(number)
            subprocess.run(["git", "clone", "--quiet", ROOT, place], check=True)
            copies.put(place)
        for part in options.part:
            alive = list(pool.map(attempt, sample(part, options.count, options.seed)))
            print(f"{part}: {alive.count(False)} of {len(alive)} killed", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
