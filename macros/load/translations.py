"""Reads the gettext catalogs of a topic: translations of its data, and its own words of the interface.

scripts.translate writes those of the data, one for each folder, and scripts.words those of the interface.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from gettext import c2py
from io import StringIO
from pathlib import Path

from babel import UnknownLocaleError
from babel.messages import Catalog
from babel.messages.catalog import parse_separated_header
from babel.messages.pofile import PoFileError, read_po

from macros import yamlio
from macros.checks.records import shared_names
from macros.checks.translations import Languages, same_figures, same_form, same_quote
from macros.language import COUNTS
from macros.model import FOLDERS, Dataset
from macros.model.translation import QUOTES, Lines, replaced, texts
from macros.model.values import Language
from macros.problems import Mistake, Problem, did_you_mean, line_at
from macros.yamlio import characters

FOLDER = "data/translations"
"""Where the catalogs of the data are, relative to the topic."""
INTERFACE = "data/interface"
"""Where the catalogs of the interface are, each called LANGUAGE.po."""
_ROW = re.compile(r'(#.*|((msgctxt|msgid|msgstr) )?"([^"\\]|\\.)*")?')
_WORDS = r'("[^\n]*(?:\n"[^\n]*)*)'
_ENTRY = re.compile(rf"^(?:msgctxt {_WORDS}\n)?msgid {_WORDS}", re.MULTILINE)
_VALUE = re.compile(r"%\(\w+\)s|%%|%")
_ROW_OF_INTERFACE = re.compile(r'(#.*|((msgid|msgid_plural|msgstr(\[[0-5]\])?) )?"([^"\\]|\\.)*")?')
_PLURALS = re.compile(r'(?:"|\\n)Plural-Forms:(.*?)\\n')
_MOST_FORMS = 6  # the most plural forms that a language has
_ACTIVE = re.compile(r'[<>"]')
_REMEDY = "each entry has the lines msgctxt, msgid and msgstr, each with words in straight quotation marks"


@dataclass(frozen=True)
class Entry:
    """A translation with its original, the remarks beside it, and its file and line; a proposal is not published."""

    name: str
    original: str
    translation: str
    is_proposal: bool
    remarks: list[str]
    place: tuple[str, int]


def read_translations(topic_dir: Path, dataset: Dataset) -> tuple[dict[str, Lines], list[Problem]]:
    """Return the translations of the present texts by language, and every problem of the catalogs."""
    languages = dataset.topic.translations
    problems = []
    for place in sorted((topic_dir / FOLDER).glob("[!.]*")):
        if place.name not in languages:
            message, remedy = "it is not a language that topic.yml lists", f"list it: translations: [{place.stem}]"
            problems.append(Problem(f"{FOLDER}/{place.name}", 1, "file", message, "language", remedy))
        elif not place.is_dir():
            message, remedy = "it is not a folder", "delete it, or make it the folder of the catalogs"
            problems.append(Problem(f"{FOLDER}/{place.name}", 1, "file", message, "file-name", remedy))
    found: dict[str, Lines] = {}
    words = {name: original for _, name, original in texts(dataset)} if languages else {}
    for language in languages:
        entries, faults = read_entries(topic_dir, language)
        current = [one for one in entries if not one.is_proposal and words.get(one.name) == one.original]
        found[language] = {(one.name, one.original): one.translation for one in current}
        problems += faults
        for one in current:
            kind = same_quote if ".quote" in one.name else same_figures
            mistakes = _mistakes(kind, one.original, one.translation, (str(dataset.topic.language), language))
            problems += [Problem(*one.place, one.name, *mistake) for mistake in mistakes]
        problems += _clashes(dataset, found[language], {one.name: one for one in current})
    return found, problems


@lru_cache(50_000)  # a preview asks again at every change of another file
def _mistakes(
    same: Callable[[str, str, Languages], Iterable[Mistake]], original: str, translation: str, languages: Languages
) -> tuple[Mistake, ...]:
    return (*same_form(original, translation), *same(original, translation, languages))


def _clashes(dataset: Dataset, lines: Lines, entries: Mapping[str, Entry]) -> Iterator[Problem]:
    """Yield a problem for each name that two records share in a language, at the entry that translates it."""
    actors = {name: replaced(actor, name, lines) for name, actor in dataset.actors.items()}
    terms = {name: replaced(term, name, lines) for name, term in dataset.terms.items()}
    for found in shared_names(replace(dataset, actors=actors, terms=terms)):
        given = [(one, entry) for one in found if (entry := entries.get(f"{one.id}.{one.path[0]}"))]
        if given:
            one, entry = given[0]
            yield Problem(*entry.place, entry.name, *one.mistake)


def read_entries(topic_dir: Path, language: str) -> tuple[list[Entry], list[Problem]]:
    """Return every translation into a language, and the problems with its catalogs, one for each folder of data/."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    known = {"topic", *FOLDERS, QUOTES}
    for file in sorted((topic_dir / FOLDER / language).glob("[!.]*")):
        name = f"{FOLDER}/{language}/{file.name}"
        if file.suffix != ".po" or file.stem not in known:
            message, remedy = "it is not the catalog of a folder of data/", did_you_mean(file.stem, known)
            problems.append(Problem(name, 1, "file", message, "file-name", remedy))
            continue
        data = yamlio.content(file, name)
        catalogue = data if isinstance(data, Problem) else parsed(data, name, language)
        if isinstance(catalogue, Problem):
            problems.append(catalogue)
            continue
        for one in (one for one in catalogue if one.id and str(one.string).strip()):
            told = (str(one.context), str(one.id), str(one.string))
            entries.append(Entry(*told, one.fuzzy, one.user_comments, (name, one.lineno or 1)))
    return entries, problems


@cache
def parsed(data: bytes, name: str, language: str, row: re.Pattern[str] = _ROW) -> Catalog | Problem:
    """Return the catalogue in some bytes, or its problem; cached, since a preview reads all files at every change."""
    text, faults = characters.read(data)
    for line, mistake in faults:
        return Problem(name, line, "text", *mistake)
    if odd := next((number for number, line in enumerate(text.split("\n"), 1) if not row.fullmatch(line)), 0):
        return Problem(name, odd, "entry", "it is not a line of a gettext catalog", "syntax", _REMEDY)
    if line := _repeated(text):
        return Problem(name, line, "entry", "this entry stands above already", "entry-twice", "keep one of the two")
    try:
        return read_po(StringIO(text), locale=language.replace("-", "_"), abort_invalid=True)
    except (PoFileError, UnknownLocaleError, ValueError) as error:
        line = error.lineno + 1 if isinstance(error, PoFileError) else 1
        return Problem(name, line, "entry", f"it is not a gettext catalog: {error}", "syntax", _REMEDY)


def _repeated(text: str) -> int:
    """Return the line of the first entry that repeats an earlier one, or 0."""
    known = set[tuple[str, ...]]()
    for match in _ENTRY.finditer(text):
        key = tuple(words.replace('"\n"', "") for words in match.groups(""))
        if key in known:
            return line_at(text, match.start())
        known.add(key)
    return 0


def read_interface(topic_dir: Path) -> tuple[dict[str, bytes], list[Problem]]:
    """Return the topic's catalogs of the interface by language, and every problem with them."""
    found: dict[str, bytes] = {}
    problems: list[Problem] = []
    for file in sorted((topic_dir / INTERFACE).glob("[!.]*")):
        name = f"{INTERFACE}/{file.name}"
        if file.suffix != ".po" or not re.fullmatch(Language.pattern, file.stem):
            message, remedy = "it is not the catalog of a language", "name it by its language, such as fr.po"
            problems.append(Problem(name, 1, "file", message, "file-name", remedy))
            continue
        data = yamlio.content(file, name)
        faults = [data] if isinstance(data, Problem) else list(_faults(data, name, file.stem))
        problems += faults
        if isinstance(data, bytes) and not faults:
            found[file.stem] = data
    return found, problems


def _faults(data: bytes, name: str, language: str) -> Iterator[Problem]:
    """Yield every problem of a catalogue: pages fill in its placeholders, and read its words as HTML."""
    catalogue = plural_fault(data, name, language) or parsed(data, name, language, _ROW_OF_INTERFACE)
    if isinstance(catalogue, Problem):
        yield catalogue
        return
    for one in catalogue:
        originals, words = _texts(one.id), _texts(one.string)
        if not all(originals):  # the header
            continue
        place = (name, one.lineno or 1, originals[0])
        values = [_values(text) for text in originals]
        if any(_values(text) not in values for text in words if text):
            remedy = "take over each %(name)s and %% as it stands"
            yield Problem(*place, "its values are not those of the original", "interface", remedy)
        for mistake in (found for text in words if text for found in same_form(originals[0], text)):
            yield Problem(*place, *mistake)
        if any(map(_ACTIVE.search, words)):
            remedy = "write “ ” or the quotation marks of the language"
            yield Problem(*place, 'it has a mark of HTML, <, > or "', "interface", remedy)


def plural_fault(data: bytes, name: str, language: str) -> Problem | None:
    """Return the problem with the Plural-Forms of a catalogue if they do not give a form to each count; else None."""
    text = data.decode(errors="replace")
    header = _PLURALS.search(re.sub(r'"\r?\n"', "", text))
    given = parse_separated_header(f" ;{header[1]}") if header else {}
    try:
        forms, form = int(given.get("nplurals", 2)), c2py(given.get("plural", "n != 1"))
        if forms <= _MOST_FORMS and all(form(count) < forms for count in COUNTS):
            return None
    except (ValueError, ZeroDivisionError):
        pass
    remedy = f'write "Plural-Forms: {Catalog(locale=language.replace("-", "_")).plural_forms}\\n"'
    message = "it does not say for each count which form of a text it takes"
    return Problem(name, line_at(text, text.find("Plural-Forms:")), "Plural-Forms", message, "syntax", remedy)


def _texts(text: str | Iterable[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def _values(text: str) -> Counter[str]:
    """Count the placeholders of a text; a stray % counts as one."""
    return Counter(_VALUE.findall(text))
