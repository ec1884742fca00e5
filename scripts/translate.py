"""Bring the catalogs of a language up to date, and say what is left to translate.

The catalogs data/translations/LANGUAGE/FOLDER.po have every text of data/; any editor of gettext catalogs opens
them. A text that has changed keeps its translation as a proposal ("fuzzy"), which is published once that mark is gone.
"""

import argparse
import sys
from collections.abc import Iterator

from babel import Locale
from babel.messages import Catalog

from macros.load import load, read_docs
from macros.load.translations import FOLDER, Entry, read_entries
from macros.model import Dataset, Docs
from macros.model.translation import QUOTES, are_translated, texts
from scripts.arguments import UsageError, argument, command, report
from scripts.files import replace
from scripts.words import written

_WAS = "was: "
"""The start of a remark with the former text of a changed one; it goes once the translation is right again."""


@command(
    __doc__,
    argument("language", help="a language that topic.yml lists under 'translations', such as es"),
    argument("--quotes", action="store_true", help="begin a catalog of quoted words, for translations beside them"),
)
def main(options: argparse.Namespace) -> int:
    """Write the catalogs, print what is left, and return the exit status."""
    dataset = load(options.topic)
    if options.language not in dataset.topic.translations:
        raise UsageError(f"topic.yml does not list {options.language}: add translations: [{options.language}]")
    entries, problems = read_entries(options.topic, options.language)
    if problems:
        return report(tuple(problems), options.topic)
    folder = options.topic / FOLDER / options.language
    folder.mkdir(parents=True, exist_ok=True)
    lines: list[str] = []
    for name, catalogue in _updated(entries, dataset, options.language).items():
        if name == QUOTES and not options.quotes and not any(one.string for one in catalogue if one.id):
            continue
        replace(folder / f"{name}.po", written(catalogue, options.language))
        lines += _left_in(catalogue, name)
    for line in (*lines, *_left_pages(read_docs(options.topic), dataset, options.language)):
        print(line)
    return 0


def _updated(entries: list[Entry], dataset: Dataset, language: str) -> dict[str, Catalog]:
    """Return a catalog of every text in each folder of the data, with the translations that there are."""
    by_both = {(entry.name, entry.original): entry for entry in entries}
    by_words = {(_use(entry.name), entry.original): entry for entry in entries}
    by_name = {entry.name: entry for entry in entries}
    catalogues: dict[str, Catalog] = {}
    for folder, name, words in texts(dataset):
        catalogue = catalogues.setdefault(folder, Catalog(locale=Locale.parse(language, sep="-")))
        entry = by_both.get((name, words)) or by_words.get((_use(name), words)) or by_name.get(name)
        if entry is None:
            catalogue.add(words, "", context=name)
            continue
        is_changed = entry.original != words
        flags = ["fuzzy"] if is_changed or entry.is_proposal else []
        is_old = not flags and entry.remarks and entry.remarks[0].startswith(_WAS)
        remarks = [f"{_WAS}{entry.original}"] if is_changed else [] if is_old else entry.remarks
        catalogue.add(words, entry.translation, context=name, flags=flags, user_comments=remarks)
    return catalogues


def _use(name: str) -> str:
    """Return what a text is besides words of the editors; a list of aliases is no translation of a quoted name."""
    last = name.rpartition(".")[2]
    return last if last in ("aliases", "quote") else ""


def _left_in(catalogue: Catalog, name: str) -> Iterator[str]:
    """Yield how much of a catalog is translated, and what has changed since it was."""
    entries = [one for one in catalogue if one.id]
    done = sum(bool(one.string) and not one.fuzzy for one in entries)
    yield f"{name}: {done:,} of {len(entries):,} texts are translated"
    yield from (f"changed since it was translated: {one.context}" for one in entries if one.fuzzy)


def _left_pages(docs: Docs, dataset: Dataset, language: str) -> Iterator[str]:
    """Yield each page that is not translated, or has changed since it was."""
    translated = docs.translations(language)
    for (folder, name), is_done in are_translated(dataset, docs, language).items():
        if folder == "docs" and not is_done:
            path = name.removeprefix("docs/")
            state = "changed since it was translated" if path in translated else "not translated"
            head = f"'translates: {docs.pages[path].digest}'"
            yield f"{state}: {name}; docs/{language}/{path} then has {head} at its head"


if __name__ == "__main__":
    sys.exit(main())
