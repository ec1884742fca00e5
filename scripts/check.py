"""Check the data and the prose of a topic, and print every problem."""

import argparse
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from macros import language, site
from macros.checks import Rule, unused_paragraphs, unverified_quotes
from macros.checks.quotes import against_texts, copied_pages
from macros.checks.records import editors_days_have_come
from macros.checks.sources import untranslated_quotes, waiting
from macros.checks.texts import read_texts
from macros.checks.unwritten import unwritten_pages, unwritten_settings
from macros.load import load, load_right, sure
from macros.load.docs import read_docs
from macros.model import Dataset, Docs
from macros.model.dates import Day
from macros.model.translation import QUOTES, are_translated
from macros.pages.check import check_pages
from macros.pages.settings import check_settings
from macros.problems import BadDataError, Problem
from macros.review import corrected
from scripts.arguments import argument, command, folder, hint, report
from scripts.git import TRUST, GitError, commit, trusted_commit, write_records
from scripts.repository import TAGS, UNKNOWN, Published, data_at, differing, published
from scripts.texts import FOLDERS, told_of, without_text

_LATEST = timezone(timedelta(hours=14))
"""The time zone in which a day begins first: the present day of any editor has begun there."""
_BASE = f"what was published: a change needs a correction (default: the newest {TAGS} tag of main)"
_COMPLETE = "paragraphs that no fact cites yet are problems, and so is what a new topic leaves to its editors to write"
MORE = "More may show once these are corrected: what is wrong keeps some files from being checked with the others"
_NO_MAIN = (
    "There is no branch main, so it is not known which records of verification came with a change, and none counts; "
    "name the commit whose records count: --trust REV"
)

_NO_ADDRESS = (
    "Unless the workflow publishes the site, name its address in data/topic.yml before you do, such as "
    "site_url: https://OWNER.github.io/NAME: without it, shared links have no picture, embeds, feeds and citations "
    "name no whole address, and the page for wrong addresses has neither style nor links below such an address"
)


@command(
    __doc__,
    argument("--require-verified", action="store_true", help="quotes that are not verified yet are problems"),
    argument("--require-complete", action="store_true", help=_COMPLETE),
    argument("--require-published", action="store_true", help="it is a problem if what was published is not known"),
    argument("--base", metavar="REV", help=_BASE),
    TRUST,
    argument("--texts", type=folder, nargs="+", default=[], metavar="DIR", help=f"verify every quote in {FOLDERS}"),
)
def main(options: argparse.Namespace) -> int:
    """Print every problem and every note on what cannot be known, and return the exit status."""
    former = published(options.topic) if options.base is None else Published((options.base,))
    former, rules = _with_rules(options, former)
    now = datetime.now(_LATEST)
    rules.append(partial(editors_days_have_come, today=Day(now.year, now.month, now.day)))
    with TemporaryDirectory() as place:
        trusted = trusted_commit(options.topic, options.trust)
        records = write_records(options.topic, trusted, Path(place))
        status = _check(options, rules, records if trusted or options.require_verified else None)
    if not (trusted or options.texts or status):
        print(_NO_MAIN, file=sys.stderr)
    is_needed = options.require_published or options.base is not None
    if former.note and (is_needed or not status):
        print(former.note, file=sys.stderr)
    return 1 if is_needed and not former.is_known else status


def _with_rules(options: argparse.Namespace, former: Published) -> tuple[Published, list[Rule]]:
    """Return what is published, and the rule about corrections for each published state."""
    try:
        bases = [data_at(options.topic, revision) for revision in former.commits]
    except BadDataError as error:
        note = f"The published data does not fit the model of today, so no change is compared with it:\n{error}"
        return replace(former, note=note, is_known=options.base is None), []  # else the model could never change
    except GitError as error:
        if options.base is not None:
            raise
        return Published((), UNKNOWN.format(error), is_known=False), []
    return former, [corrected(base) for base in bases if base]


def _check(options: argparse.Namespace, rules: list[Rule], records: Path | None) -> int:
    """Print every problem and every unverified quote, and return the exit status."""
    rules += _optional_rules(options)
    docs = read_docs(options.topic)
    unwritten = tuple(unwritten_pages(docs)) if options.require_complete else ()
    try:
        settings = check_settings(files=docs.files)
        dataset = load(options.topic, tuple(rules), records)
    except BadDataError as error:
        more = _problems_of_the_rest(options.topic, docs, records)
        wrong = dict.fromkeys((*error.problems, *docs.problems, *more, *unwritten))
        return report(_changed_first(wrong, options), options.topic)
    left = without_text(dataset, options.texts) if options.texts else ()
    problems = [*settings, *check_pages(docs, dataset), *unwritten]
    if options.texts:
        problems += copied_pages(docs, dataset, read_texts(dataset, options.texts, left)[0])
    status = report(_changed_first(problems, options), options.topic)
    _list_unfinished(dataset, docs, options)
    if not options.require_verified:
        _list_unverified(dataset, options)
    _count_untranslated(dataset, docs, options.topic)
    if not status:
        _print_missing_settings(dataset, options)
        print(f"No mistake in {len(list(dataset.entities())):,} records and {len(docs.pages):,} pages{told_of(left)}")
    return status


def _optional_rules(options: argparse.Namespace) -> list[Rule]:
    """Return the rules that are checked only if an option asks for them."""
    rules: list[Rule] = [unused_paragraphs, unwritten_settings] if options.require_complete else []
    if options.require_verified:
        rules.insert(0, partial(unverified_quotes, folders=options.texts))
    return [partial(against_texts, folders=options.texts), *rules] if options.texts else rules


def _problems_of_the_rest(topic: Path, docs: Docs, records: Path | None) -> tuple[Problem, ...]:
    """Return the problems of all that can be read beside wrong files; print a note if more may show later."""
    right = None
    with suppress(BadDataError):
        right = load_right(topic, {}, records)
    if right is None or right.lost:
        print(MORE, file=sys.stderr)
    return (*right.problems, *sure(check_pages(docs, right.dataset), right)) if right else ()


def _print_missing_settings(dataset: Dataset, options: argparse.Namespace) -> None:
    """Print which languages have no words of the interface, and that a site to publish has no address."""
    for tag in (dataset.topic.language, *dataset.topic.translations):
        main = language.main_language(tag)
        if {tag, main}.isdisjoint({*language.catalogues(), *dataset.interface}):
            note = f"The words of the interface are English, since there are none in {tag}; "
            begin = f".venv/bin/python -m scripts.words {tag}"
            print(note + hint(f"begin data/interface/{tag}.po: {begin}", options.topic), file=sys.stderr)
    has_address = dataset.topic.site_url or os.environ.get(site.ADDRESS_VARIABLE)
    if not has_address and (dataset.topic.repository or options.require_complete):
        print(_NO_ADDRESS, file=sys.stderr)


def _changed_first(problems: Iterable[Problem], options: argparse.Namespace) -> tuple[Problem, ...]:
    """Return problems, those in changed files first: in others, they may follow from these."""
    try:
        base = trusted_commit(options.topic, options.trust) or commit(options.topic, "HEAD")
        changed = {file.path.removeprefix(file.topic) for file in differing(options.topic, base, None)}
    except GitError:
        changed = set()
    return tuple(sorted(problems, key=lambda problem: problem.path not in changed))


def _list_unfinished(dataset: Dataset, docs: Docs, options: argparse.Namespace) -> None:
    """Print what is left to write or to translate, and paragraphs that no fact cites yet: work to do, not mistakes."""
    todo = [*dict.fromkeys((*dataset.places[one.id], one.message) for one in untranslated_quotes(dataset))]
    if not options.require_complete:
        findings = chain(unused_paragraphs(dataset), unwritten_settings(dataset))
        todo += [(*dataset.places[one.id], one.message) for one in findings]
    for path, line, message in todo:
        print(f"{path}:{line}: still to do: {message}")
    for problem in () if options.require_complete else unwritten_pages(docs):
        print(f"{problem.path}:{problem.line}: still to do: {problem.message}")


def _count_untranslated(dataset: Dataset, docs: Docs, topic: Path) -> None:
    """Print how many texts and pages readers of each further language get in that of the topic."""
    for tag in dataset.topic.translations:
        states = are_translated(dataset, docs, tag).items()
        if count := sum(folder != QUOTES and not is_done for (folder, _), is_done in states):
            told = f"Texts and pages that are not translated into {tag} as they are now: {count:,}; to list them: "
            print(hint(f"{told}.venv/bin/python -m scripts.translate {tag}", topic))


def _list_unverified(dataset: Dataset, options: argparse.Namespace) -> None:
    """Print each quote that was not verified before this change, and is not now."""
    quotes = [*waiting(dataset, options.texts)]
    for (path, line), words in sorted({(dataset.places[quote.id], quote.words) for quote in quotes}):
        print(f"{path}:{line}: {words}")
    if not all(quote.is_recorded for quote in quotes):
        told = "A maintainer verifies these against the texts: .venv/bin/python -m scripts.verify --texts DIR"
        print(hint(told, options.topic))
    if any(quote.is_recorded for quote in quotes):
        print("What is recorded in this change counts once data/verified/ is on main")


if __name__ == "__main__":
    sys.exit(main())
