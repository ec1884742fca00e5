"""Bring the catalogue of a language up to date, and say what is left to translate.

The catalogue data/translations/LANGUAGE.po has every text of data/; any editor of gettext catalogues opens it. A text
that has changed keeps its translation as a proposal ("fuzzy"), which is not published until the mark is taken away.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages import Catalog
from babel.messages.pofile import write_po

from macros.load import load, read_docs
from macros.load.translations import FOLDER, read_catalogue
from macros.model import Dataset, Docs
from macros.model.translation import texts
from macros.problems import BadDataError, Problem
from scripts.arguments import guarded, parser, report
from scripts.files import replace

_HEADER = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Language: {}\\n"

"""
_WIDTH = 110


@guarded
def main() -> int:
    """Run the command."""
    arguments = parser(__doc__)
    arguments.add_argument("language", help="a language that topic.yml lists under 'translations', such as es")
    options = arguments.parse_args()
    try:
        dataset = load(options.topic)
    except BadDataError as error:
        return report(error.problems)
    if options.language not in dataset.topic.translations:
        arguments.error(f"topic.yml does not list {options.language}: add translations: [{options.language}]")
    old = read_catalogue(options.topic, options.language)
    if isinstance(old, Problem):
        return report((old,))
    new = _updated(old, dataset, options.language)
    place = options.topic / FOLDER / f"{options.language}.po"
    place.parent.mkdir(exist_ok=True)
    replace(place, _written(new, options.language))
    for line in (*_left_in(new, place), *_left_pages(read_docs(options.topic), dataset, options.language)):
        print(line)
    return 0


def _updated(old: Catalog, dataset: Dataset, language: str) -> Catalog:
    """Return a catalogue of every text of the data, with the translations that there are."""
    known = {(str(one.context), str(one.id)): one for one in old if one.id and one.string}
    by_words, by_name = {one.id: one for one in known.values()}, {str(one.context): one for one in known.values()}
    new = Catalog(locale=Locale.parse(language, sep="-"))
    for name, words in texts(dataset):
        found = known.get((name, words)) or by_words.get(words) or by_name.get(name)
        is_changed = found is not None and found.id != words
        new.add(
            words,
            found.string if found else "",
            context=name,
            flags=["fuzzy"] if found and (is_changed or found.fuzzy) else [],
            user_comments=[f"was: {found.id}"] if found and is_changed else found.user_comments if found else [],
        )
    return new


def _written(catalogue: Catalog, language: str) -> str:
    """Return a catalogue as a file, without the times and names that gettext puts at its head."""
    data = BytesIO()
    write_po(data, catalogue, width=_WIDTH, omit_header=True)
    return _HEADER.format(language) + data.getvalue().decode().rstrip("\n") + "\n"


def _left_in(catalogue: Catalog, place: Path) -> Iterator[str]:
    """Yield how much of a catalogue is translated, and what has changed since it was."""
    entries = [one for one in catalogue if one.id]
    done = sum(bool(one.string) and not one.fuzzy for one in entries)
    yield f"{place.name}: {done:,} of {len(entries):,} texts are translated"
    yield from (f"changed since it was translated: {one.context}" for one in entries if one.fuzzy)


def _left_pages(docs: Docs, dataset: Dataset, language: str) -> Iterator[str]:
    """Yield each page that is not translated, or has changed since it was."""
    translated = docs.translations(language)
    for path, page in docs.without(dataset.topic.translations).pages.items():
        state = "changed since it was translated" if path in translated else "not translated"
        if path not in translated or translated[path].head.translates != page.digest:
            yield f"{state}: docs/{path}; docs/{language}/{path} then has 'translates: {page.digest}' at its head"


if __name__ == "__main__":
    sys.exit(main())
