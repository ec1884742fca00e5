"""Reads the translations of a topic's data: a gettext catalogue for each language, kept by scripts.translate."""

import re
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.pofile import PoFileError, read_po

from macros import yamlio
from macros.checks.translations import same_figures
from macros.model import Dataset
from macros.model.translation import Lines, texts
from macros.problems import Problem
from macros.yamlio import characters

FOLDER = "data/translations"
"""Where the catalogues are, relative to the topic."""
_ROW = re.compile(r'(#.*|((msgctxt|msgid|msgstr) )?"([^"\\]|\\.)*")?')
_REMEDY = "each entry has the lines msgctxt, msgid and msgstr, each with words in straight quotation marks"


def read_translations(topic_dir: Path, dataset: Dataset) -> tuple[dict[str, Lines], list[Problem]]:
    """Return the translations that hold for the data as they are, by language, and every problem of the catalogues."""
    wanted = dataset.topic.translations
    problems = []
    for file in sorted((topic_dir / FOLDER).glob("[!.]*")):
        if file.suffix != ".po" or file.stem not in wanted:
            message, remedy = (
                "it is not the catalogue of a language that topic.yml lists",
                "list it: translations: [es]",
            )
            problems.append(Problem(f"{FOLDER}/{file.name}", 1, "file", message, "language", remedy))
    found: dict[str, Lines] = {}
    words = dict(texts(dataset)) if wanted else {}
    for language in wanted:
        catalogue = read_catalogue(topic_dir, language)
        if isinstance(catalogue, Problem):
            problems.append(catalogue)
            continue
        found[language], faults = _lines(catalogue, language, words)
        problems += faults
    return found, problems


def read_catalogue(topic_dir: Path, language: str) -> Catalog | Problem:
    """Return a catalogue, an empty one if there is no file, or the problem that makes it unreadable."""
    name = f"{FOLDER}/{language}.po"
    file = topic_dir / name
    data = yamlio.content(file, name) if file.exists() else b""
    return data if isinstance(data, Problem) else _parsed(data, name, language)


@cache
def _parsed(data: bytes, name: str, language: str) -> Catalog | Problem:
    """Return the catalogue in some bytes; cached, since a preview reads all files at every change."""
    text = characters.decode(data)
    fault = characters.fault(text) if isinstance(text, str) else text
    if fault:
        return Problem(name, fault.line, "text", fault.message, fault.rule, fault.remedy)
    assert isinstance(text, str)
    if odd := next((number for number, row in enumerate(text.split("\n"), 1) if not _ROW.fullmatch(row)), 0):
        return Problem(name, odd, "entry", "it is not a line of a gettext catalogue", "syntax", _REMEDY)
    try:
        return read_po(BytesIO(data), locale=language.replace("-", "_"), abort_invalid=True)
    except (PoFileError, ValueError) as error:
        line = error.lineno + 1 if isinstance(error, PoFileError) else 1
        return Problem(name, line, "entry", f"it is not a gettext catalogue: {error}", "syntax", _REMEDY)


def _lines(catalogue: Catalog, language: str, words: dict[str, str]) -> tuple[Lines, list[Problem]]:
    """Return the translations whose originals are still the same, and the problems of their figures."""
    lines: dict[tuple[str, str], str] = {}
    problems = []
    for message in catalogue:
        name, original, translation = str(message.context), str(message.id), str(message.string)
        if not original or not translation or message.fuzzy or words.get(name) != original:
            continue
        lines[name, original] = translation
        place = f"{FOLDER}/{language}.po", message.lineno or 1, name
        problems += [Problem(*place, *fault) for fault in same_figures(original, translation)]
    return lines, problems
