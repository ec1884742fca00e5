"""Finds words that are copied from a source: prose of data and pages is in words of our own."""

import re
from collections.abc import Iterator, Mapping

from macros.checks import figures
from macros.checks.finding import Finding
from macros.checks.pagetext import OUTSIDE_PROSE
from macros.checks.prose import prose_of
from macros.checks.texts import Texts, passages
from macros.model import Dataset, Docs
from macros.model.words import QUOTED, normalise
from macros.problems import Problem

_LEAST = 8
"""From how many words of a source on a run of them outside quotation marks is a copy."""
_REMEDY = "write it in words of our own, or quote it"

Run = tuple[str, ...]
"""Words that follow each other."""


def copied(dataset: Dataset, texts: Texts) -> Iterator[Finding]:
    """No prose has a run of eight words of a source with rights reserved, outside quotation marks."""
    known = _known(dataset, texts)
    for entity_id, entity in dataset.entities():
        for path, text in prose_of(entity):
            if message := _copy(text, known):
                yield Finding(entity_id, path, message, "copied", _REMEDY)


def copied_pages(docs: Docs, dataset: Dataset, texts: Texts) -> Iterator[Problem]:
    """Yield a problem for each line of a page with such a run."""
    known = _known(dataset, texts)
    for name, page in docs.pages.items():
        for number, line in enumerate(figures.blank(page.text, OUTSIDE_PROSE).split("\n"), 1):
            if message := _copy(line, known):
                yield Problem(f"docs/{name}", number, "prose", message, "copied", _REMEDY)


def _known(dataset: Dataset, texts: Texts) -> dict[Run, str]:
    """Return the runs of words of all sources with rights reserved, each with its source."""
    sources = {name: source for name, source in dataset.sources.items() if source.rights == "reserved"}
    return {
        run: name
        for name, source in sources.items()
        for passage in passages(source, texts.get(name, {})).values()
        for run in _runs(passage)
    }


def _copy(text: str, known: Mapping[Run, str]) -> str:
    """Return what is copied in a text, outside quotation marks; "" if nothing is."""
    found = (run for part in QUOTED.split(text)[::2] for run in _runs(part) if run in known)
    return next((f'“{" ".join(run)}” are words of "{known[run]}"' for run in found), "")


def _runs(text: str) -> Iterator[Run]:
    """Yield every run of ``_LEAST`` words of a text, in small letters and without punctuation."""
    words = re.findall(r"\w+(?:['.,-]\w+)*", normalise(text).lower())
    return (tuple(words[start : start + _LEAST]) for start in range(len(words) - _LEAST + 1))
