"""Mutations of the files of a small topic, each checked: ``python -m tests.mutations 10000`` prints figures."""

import random
import resource
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from macros.load import load, read_docs
from macros.load.dataset import _understood
from macros.pages.check import check_pages
from macros.problems import BadDataError
from tests import sites

_PIECES = (
    *(b"\x00 \xff \xc3 \xe2\x80 \xef\xbb\xbf \xe2\x80\xae \xe2\x80\x8b \xed\xa0\x80 \xf4\x90\x80\x80 \x1b[31m".split()),
    *(b"{{ }} {% %} {#- ``` ~~~ <script> <!-- --> ![ ]( [^1] &# &lt; <svg/onload=x> javascript:x ---".split()),
    *(b"& * ! | > ' \" # % @ ` [ ] { } , : ? - ~ null yes 0x1 1e9 .inf 1_000 =".split()),
    b"\r\n", b"\n", b"\t", b"\n\n", b"    ", b"- ", b": ", b"<<<<<<< HEAD\n", b"---\n", b"a" * 30_000, b"[" * 3_000,
)  # fmt: skip
"""Bytes to put into a file: broken characters, and what means something in YAML, Markdown, templates and HTML."""
_CLEARED = 500
"""After how many mutations what was read is forgotten, to save memory."""


def mutated(data: bytes, other: bytes, dice: random.Random) -> bytes:
    """Return bytes with one to four changes; ``other`` is a file to take bytes from."""
    for _ in range(dice.randint(1, 4)):
        start, end = sorted(dice.choices(range(len(data) + 1), k=2))
        end = min(end, start + dice.choice([1, 10, 1_000]))
        at = dice.randrange(len(other) + 1)
        new = dice.choice([b"", data[start:end] * dice.choice([2, 300]), other[at : at + 200], dice.choice(_PIECES)])
        data = data[:start] + new + data[dice.choice([start, end]) :]
    return data


def run(topic: Path, count: int, seed: int = 1) -> dict[str, float]:
    """Return figures of so many checks of a topic, each with one file mutated; raises what a check should not."""
    dice, found, slowest = random.Random(seed), Counter[str](), 0.0  # noqa: S311 - no secret
    files = sorted(file for file in topic.rglob("*") if file.suffix in (".yml", ".md"))
    for number in range(count):
        if number % _CLEARED == 0:
            _understood.cache_clear()
            check(topic)
        file, other = dice.choice(files), dice.choice(files)
        good = file.read_bytes()
        file.write_bytes(mutated(good, other.read_bytes(), dice))
        started = time.process_time()
        try:
            found["refused" if check(topic) else "accepted"] += 1
        finally:
            slowest = max(slowest, time.process_time() - started)
            file.write_bytes(good)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {**found, "slowest, in seconds": round(slowest, 2), "memory, in MB": round(memory)}


def check(topic: Path) -> str:
    """Return the problems of a topic as they are printed; "" if there is none."""
    try:
        problems = check_pages(read_docs(topic), load(topic))
    except BadDataError as error:
        problems = list(error.problems)
    said = "\n".join(map(str, problems))
    assert all(row.isprintable() for row in said.split("\n")), "a message could steer a terminal"
    said.encode()
    return said


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        print(run(sites.small_topic(Path(folder) / "topic"), int(sys.argv[1])))
