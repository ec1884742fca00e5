"""Measure builds against stock Material with the same pages, the preview, and a long timeline in a slow browser.

A build is measured in seconds of the processor, which mean the same on a busy machine; the others need an idle one.
Charts, search, the page for print and the files to take away are stages of their own, which stock Material does not
have: they stand beside the build, not in its ratio.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.arguments import ROOT, argument, command
from tests.bench import preview, stock, timeline
from tests.bench import topic as made

_RATIO_HERE, _RATIO_LARGE, _MEMORY = 1.5, 0.25, 450
"""The budgets: time as a multiple of stock Material's, for this topic and for a large one; megabytes."""
_SAVED_HERE, _SAVED_LARGE, _SAVED_CODE = 1, 2, 3
"""The budgets in seconds, from saving a file to seeing it; for code, after which the preview starts anew."""
_SHARES = (20, 50)  # the number of events for each source, and for each statute
_TIMELINE = 1_000


def _topic(options: argparse.Namespace, folder: Path) -> list[str]:
    ratio, _ = compare("This topic", options.topic, folder / "topic")
    return _over("this topic, times stock", ratio, _RATIO_HERE)


def _large(options: argparse.Namespace, folder: Path) -> list[str]:
    title = _made(options.events, folder / "made")
    ratio, memory = compare(title, folder / "made", folder / "large")
    return _over("large topic, times stock", ratio, _RATIO_LARGE) + _over("large topic, MB", memory, _MEMORY)


def _preview(options: argparse.Namespace, folder: Path) -> list[str]:
    title = _made(options.events, folder / "edited")
    here = _saved("This topic", options.topic, folder / "here", _SAVED_HERE)
    return here + _saved(title, folder / "edited", folder / "there", _SAVED_LARGE)


def _saved(title: str, topic: Path, folder: Path, budget: float) -> list[str]:
    folder.mkdir()
    seconds = preview.saved(topic, folder)
    print(f"\n{title}: from saving to seeing it in a preview")
    missed = []
    for kind, value in seconds.items():
        print(f"    {kind:<28}  {value:6.1f} s")
        missed += _over(f"preview of {kind}, s", value, _SAVED_CODE if kind == "code" else budget)
    return missed


def _browser(_: argparse.Namespace, folder: Path) -> list[str]:
    title = _made(_TIMELINE, folder / "thousand")
    _run("tests.bench.run", str(folder / "thousand"), str(folder / "site"))
    paint, choice, empty = timeline.measure(folder / "site" / "timeline.html")
    print(f"\n{title} in Chromium, slowed four times")
    print(f"  first paint {paint:.0f} ms (an empty page {empty:.0f} ms), a filter {choice:.0f} ms")
    return _over("first paint, ms", paint, timeline.PAINT) + _over("filter, ms", choice, timeline.CHOICE)


_PARTS = {"topic": _topic, "large": _large, "preview": _preview, "browser": _browser}


@command(
    __doc__,
    argument("--events", type=int, default=10_000, metavar="N", help="size of the made-up topic"),
    argument("--skip", action="append", default=[], choices=list(_PARTS)),
)
def main(options: argparse.Namespace) -> int:
    """Measure each part; return 1 if a budget is missed."""
    with tempfile.TemporaryDirectory() as folder:
        missed = [miss for part in _PARTS if part not in options.skip for miss in _PARTS[part](options, Path(folder))]
    print("\n".join(missed) or "Every budget is kept")
    return 1 if missed else 0


def _made(events: int, folder: Path) -> str:
    """Write a made-up topic with so many events, and return its title."""
    sources, statutes = (max(1, events // share) for share in _SHARES)
    made.write(folder, events, sources, statutes)
    return f"{events:,} events, {sources} sources, {statutes} statutes"


def compare(title: str, topic: Path, folder: Path) -> tuple[float, float]:
    """Build a topic, then its pages from plain Markdown; return the ratio of times, and our memory in megabytes."""
    seconds, memory, told = _run("tests.bench.run", str(topic), str(folder / "site"))
    stock.write(folder / "site", folder / "stock")
    settings, target = str(folder / "stock" / "mkdocs.yml"), str(folder / "stock-site")
    alone, alone_memory, _ = _run("mkdocs", "build", "--quiet", "--config-file", settings, "--site-dir", target)
    stages: dict[str, float] = json.loads(told)
    build = seconds - sum(stages.values())
    print(f"\n{title}")
    print(f"  stock Material, plain Markdown  {alone:6.1f} s  {alone_memory:5.0f} MB")
    print(f"  ours, without what follows      {build:6.1f} s  {memory:5.0f} MB  {build / alone:.2f} x")
    for name, took in stages.items():
        print(f"    {name:<28}  {took:6.1f} s")
    return build / alone, memory


def _run(*module: str) -> tuple[float, float, str]:
    """Run a module in a process of its own; return its seconds of processor time, megabytes of memory, and output."""
    command = [sys.executable, "-m", *module]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        told = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}\n{told}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, told


def _over(name: str, value: float, budget: float) -> list[str]:
    return [f"missed: {name}: {value:.2f}, budget {budget:g}"] if value > budget else []


if __name__ == "__main__":
    sys.exit(main())
