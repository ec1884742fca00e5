"""Build the site of a topic, strictly; the previous site stays until the new one is whole."""

import argparse
import json
import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from subprocess import PIPE, Popen
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from macros import language, site
from macros.model.addresses import is_url
from macros.pages.links import line_of
from macros.problems import Problem
from macros.review import versions
from scripts import output
from scripts.arguments import ROOT, UsageError, argument, command, report
from scripts.git import LATEST, TRUST, last_change, trusted_commit, write_records
from scripts.links import dead_links
from scripts.repository import releases

_PRINTED = "print.html"  # the page that holds all others, and so has their dead links too


@command(
    __doc__, argument("--site", type=Path, metavar="OUT", help="folder to write (default: site/ of the topic)"), TRUST
)
def main(options: argparse.Namespace) -> int:
    """Build the site, unless it may not be written there, and return the exit status."""
    target = Path(os.path.realpath(options.site or options.topic / "site"))
    _refuse_environment()
    output.refuse_place(target, options.topic)
    output.refuse_foreign(target)
    with output.scratch_beside(target) as scratch, TemporaryDirectory() as folder:
        records = write_records(options.topic, trusted_commit(options.topic, options.trust), Path(folder))
        os.environ |= _environment(options.topic, records, releases(options.topic, Path(folder)))
        topic = site.current().queries.dataset.topic
        home = f"{urlsplit(topic.site_url or '').path.rstrip('/')}/"
        return _build(scratch, target, topic.translations, home, options.topic)


def _refuse_environment() -> None:
    """Raise UsageError for a time or an address of the site in the environment that is none."""
    stamp = os.environ.get("SOURCE_DATE_EPOCH") or "0"
    if not (re.fullmatch("[0-9]{1,10}", stamp) and int(stamp) <= LATEST):
        raise UsageError(f"SOURCE_DATE_EPOCH is {stamp!r}: give whole seconds since 1970, or nothing")
    address = os.environ.get(site.ADDRESS_VARIABLE, "")
    if address and (not is_url(address) or set(address) & set("?#")):
        remedy = "give the address at which the site is published, such as https://OWNER.github.io/NAME, or nothing"
        raise UsageError(f"{site.ADDRESS_VARIABLE} is {address!r}: {remedy}")


def _build(scratch: Path, target: Path, translations: tuple[str, ...], home: str, topic: Path) -> int:
    """Build the site in a scratch folder, with each translation in a folder of its own, and move it in place."""
    is_whole = not os.environ.get(language.VARIABLE)
    with _translating(scratch, translations if is_whole else ()) as running:
        fresh = scratch / "site"
        if _engine(*_arguments(fresh)) or not translate(fresh, running):
            return 1
        if problems := tuple(dead_links(fresh, home, () if is_whole else translations)):
            on_pages = tuple(_in_source(problem, topic) for problem in problems if problem.path != _PRINTED)
            return report(on_pages or problems)
        output.list_files(fresh)
        output.put_in_place(fresh, target)
    print(f"The site is in {target}")
    return 0


def _in_source(problem: Problem, topic: Path) -> Problem:
    """Return a problem with a link at its line in docs/, if it is in a hand-written page; else the problem as it is."""
    page = Path("docs", problem.path).with_suffix(".md")
    text = (topic / page).read_text(encoding="utf-8") if (topic / page).is_file() else ""
    line = line_of(text, problem.subject)
    return replace(problem, path=page.as_posix(), line=line) if line else problem


@contextmanager
def _translating(scratch: Path, translations: tuple[str, ...]) -> Iterator[Mapping[Path, Popen[str]]]:
    """Start a process for each language that builds its site, and yield the processes by the folders they write."""
    with ExitStack() as stack:
        running = {}
        for tag in translations:
            arguments = [sys.executable, "-m", "mkdocs", *_arguments(scratch / tag)]
            process = Popen(arguments, env=os.environ | {language.VARIABLE: tag}, stderr=PIPE, text=True)  # noqa: S603 - ourselves
            stack.enter_context(process)
            stack.callback(process.kill)
            running[scratch / tag] = process
        yield running


def translate(site: Path, running: Mapping[Path, Popen[str]]) -> bool:
    """Wait for the translations, print their warnings, move them into the site, and return whether all were built."""
    for folder, process in running.items():
        _, warnings = process.communicate()
        sys.stderr.write(warnings)
        if process.returncode:
            return False
        folder.rename(site / folder.name)
    return True


def _arguments(site: Path) -> tuple[str, ...]:
    return ("build", "--config-file", str(ROOT / "mkdocs.yml"), "--site-dir", str(site))


def _engine(*arguments: str) -> int:
    """Run MkDocs in this process, which has read the data already, and return its exit status."""
    from mkdocs.__main__ import cli  # noqa: PLC0415 - it reads the environment when it is imported

    try:
        cli.main(arguments, prog_name="mkdocs")
    except SystemExit as end:
        return int(bool(end.code))
    return 0


def _environment(topic: Path, records: Path, published: list[versions.Release]) -> dict[str, str]:
    """Return what a build, and its translations in other processes, take from the environment.

    That is the topic, its records of verification, its releases, and a fixed time, so that builds have the same bytes.
    """
    environment = {
        site.TOPIC_VARIABLE: str(topic),
        site.TRUSTED_VARIABLE: str(records),
        versions.VARIABLE: json.dumps(published),
        "EXPLAINER_DOCS": str(topic / "docs"),
        "NO_MKDOCS_2_WARNING": "1",
    }
    if not os.environ.get("SOURCE_DATE_EPOCH"):
        environment["SOURCE_DATE_EPOCH"] = last_change(topic) or "0"
    return environment


if __name__ == "__main__":
    sys.exit(main())
