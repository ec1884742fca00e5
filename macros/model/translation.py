"""Translates a dataset: each of the editors' own words is replaced by its translation."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeGuard

from pydantic import BaseModel

from macros.language import OfTopic, locale
from macros.model.amounts import is_sign
from macros.model.base import Entity, Quote, walk
from macros.model.dataset import FOLDERS, Dataset
from macros.model.docs import Docs
from macros.model.facts import Term
from macros.model.numbers import Unit
from macros.model.topic import Topic
from macros.model.values import Label, Line, Prose, Sentence
from macros.model.words import one_line

Lines = Mapping[tuple[str, str], str]
"""The translation of each text, by the text's name and its words."""
TRANSLATED = (Label, Sentence)
"""The types of text that are translated; quoted words, names of publishers and citations are not."""
QUOTES = "quotes"
"""The name of the catalog of quoted words; pages show the translation of a quote beside it."""
_SEPARATOR = ";"  # what separates the aliases of a term in a catalogue


class Untranslated(Prose, OfTopic):
    """Prose that has no translation, or none since it changed."""


def texts(dataset: Dataset) -> Iterator[tuple[str, str, str]]:
    """Yield folder, name and words of every text that can be translated: "events", "lamp-lit.summary", "…"."""
    folders = {folder: getattr(dataset, folder) for folder in FOLDERS}
    for folder, records in ({"topic": {"topic": dataset.topic}} | folders).items():
        for name, record in records.items():
            for path, value in walk(record):
                if _is_translated(value):
                    yield folder, _name(name, record, path), value
            if isinstance(record, Term) and record.aliases:
                yield folder, f"{name}.aliases", _joined(record.aliases)
    records = dict(dataset.entities())
    for record_id, path, citation in dataset.citations:
        source, quote = dataset.sources.get(citation.source), citation.quote
        is_own = source and locale(source.language).language == locale(dataset.topic.language).language
        if quote and is_own and not quote.translation:
            yield QUOTES, _name(record_id, records[record_id], (*path, "quote")), quote.exact


def _is_translated(value: Any) -> TypeGuard[Label | Sentence]:
    """Whether a value is words; percent and the codes of currencies are the same in every language."""
    return isinstance(value, TRANSLATED) and not (isinstance(value, Unit) and is_sign(value))


def _name(record_id: str, record: Any, path: Iterable[str | int]) -> str:
    """Return the name of a value; an item of a list is named by its id if it has one, else by its index."""
    parts, value = [record_id], record
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
        parts.append(_step(step, value))
    return ".".join(parts)


def _step(step: str | int, value: Any) -> str:
    return str(getattr(value, "id", step) if isinstance(step, int) else step)


def _joined(aliases: Iterable[Line]) -> str:
    """Return the aliases of a term as one text, since another language may have more or fewer of them."""
    return f"{_SEPARATOR} ".join(aliases)


def are_translated(dataset: Dataset, docs: Docs, language: str) -> dict[tuple[str, str], bool]:
    """Return whether each text and page is translated as it is now, by folder and name: "docs", "docs/index.md"."""
    lines, pages = dataset.translations.get(language, {}), docs.translations(language)
    found = {(folder, name): (name, words) in lines for folder, name, words in texts(dataset)}
    for path, page in docs.without(dataset.topic.translations).pages.items():
        found["docs", f"docs/{path}"] = path in pages and pages[path].head.translates == page.digest
    return found


def translated(dataset: Dataset, lines: Lines) -> Dataset:
    """Return the dataset with its words replaced; ``lines`` has the translations by name and words.

    Sentences without a translation become ``Untranslated``. Labels without one stay as they are, but terms lose their
    aliases.
    """
    records: dict[str, Mapping[str, Entity]] = {
        kind: {name: replaced(record, name, lines) for name, record in getattr(dataset, kind).items()}
        for kind in FOLDERS
    }
    topic: Topic = replaced(dataset.topic, "topic", lines)
    return replace(dataset, topic=topic, **records)  # type: ignore[arg-type] # folders are its fields


def replaced(value: Any, name: str, lines: Lines) -> Any:
    """Return a value in which all words that have a translation are replaced."""
    if _is_translated(value):
        if found := lines.get((name, value)):
            return type(value)(found)
        return value if isinstance(value, Label) else Untranslated(value)
    if isinstance(value, tuple):
        return tuple(replaced(part, f"{name}.{_step(index, part)}", lines) for index, part in enumerate(value))
    if isinstance(value, Quote) and (found := lines.get((name, value.exact))):
        return value.model_copy(update={"translation": Prose(found)})
    if isinstance(value, BaseModel):
        parts = {field: replaced(part, f"{name}.{field}", lines) for field, part in dict(value).items()}
        if isinstance(value, Term):
            given = lines.get((f"{name}.aliases", _joined(value.aliases)), "").split(_SEPARATOR)
            parts["aliases"] = tuple(Line(one_line(one)) for one in given if one.strip())
            parts["everyday"] = (parts["label"],) if value.label in value.everyday else ()
        return type(value).model_construct(value.model_fields_set, **parts)
    return value
