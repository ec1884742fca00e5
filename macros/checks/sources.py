"""Rules about citations and the passages of sources."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from macros.checks.finding import Finding
from macros.checks.texts import absent
from macros.checks.translations import same_quote
from macros.language import main_language
from macros.model import Dataset, Source, cited_parts
from macros.model.base import READ
from macros.phrase import VERIFIED
from macros.problems import FieldPath, did_you_mean
from macros.queries import grouped


def facts_are_cited(dataset: Dataset) -> Iterator[Finding]:
    """Every fact cites a source."""
    remedy = "add 'citations' with source, locator and quote"
    for kind in ("events", "statements", "statutes", "actors", "terms"):
        for entity_id, entity in getattr(dataset, kind).items():
            if not entity.citations:
                yield Finding(entity_id, ("citations",), "the fact has no citation", "uncited", remedy)
    for point in dataset.observations.values():
        if not (point.observation.citations or point.series.citations or point.observation.formula):
            yield Finding(point.series_id, point.path("citations"), "the number has no citation", "uncited", remedy)


def quotes_are_translated_where_needed(dataset: Dataset) -> Iterator[Finding]:
    """Quotes are translated only from other languages than the topic's, and the translation keeps their figures."""
    for entity_id, path, citation in dataset.citations:
        source, quote = dataset.sources.get(citation.source), citation.quote
        if source is None or quote is None or not quote.translation:
            continue
        where: FieldPath = (*path, "quote", "translation")
        if source.language == dataset.topic.language:
            message = f'"{citation.source}" is in the language of the topic, so its words need no translation'
            yield Finding(entity_id, where, message, "quote-translation", "delete 'translation'")
        languages = str(source.language), str(dataset.topic.language)
        for mistake in same_quote(quote.exact, quote.translation, languages):
            yield Finding(entity_id, where, *mistake)


def untranslated_quotes(dataset: Dataset) -> Iterator[Finding]:
    """Quotes in another language than the topic's have a translation; listed as work to do."""
    own = dataset.topic.language
    for entity_id, path, citation in dataset.citations:
        source, quote = dataset.sources.get(citation.source), citation.quote
        if source and quote and not quote.translation and main_language(source.language) != main_language(own):
            message = f'the words of "{citation.source}" ({source.language}) have no translation into {own}'
            remedy = "add 'translation' to the quote"
            yield Finding(entity_id, (*path, "quote"), message, "quote-untranslated", remedy)


class Waiting(NamedTuple):
    """A quote that waits for its verification, in the record ``id``, and whether it is recorded in this change."""

    id: str
    path: FieldPath
    words: str
    is_recorded: bool


def waiting(dataset: Dataset, folders: Sequence[Path] = ()) -> Iterator[Waiting]:
    """Yield the quotes of sources with a text that were not verified before this change, in words.

    With ``folders`` of texts, in which quotes are verified now, those whose text is in none of them.
    """
    sources = absent(dataset, folders) if folders else dataset.sources
    for entity_id, path, citation in dataset.citations:
        verdict = dataset.verification(citation) if citation.source in sources else "no text"
        if verdict == "recorded here":
            yield Waiting(entity_id, (*path, "quote"), VERIFIED[verdict], is_recorded=True)
        elif verdict == "not verified":
            words = f'{VERIFIED[verdict]} against the text of "{citation.source}"'
            yield Waiting(entity_id, (*path, "quote"), words, is_recorded=False)


def unverified_quotes(dataset: Dataset, folders: Sequence[Path] = ()) -> Iterator[Finding]:
    """Every quote of a source with a text was verified; checked only before publishing, or on request."""
    for quote in waiting(dataset, folders):
        remedy = "a maintainer runs: .venv/bin/python -m scripts.verify --texts DIR"
        if quote.is_recorded:
            remedy = "commit data/verified/ on main, or run: .venv/bin/python -m scripts.check --texts DIR"
        yield Finding(quote.id, quote.path, f"the quote is {quote.words}", "not-verified", remedy)


def citations_have_a_place(dataset: Dataset) -> Iterator[Finding]:
    """A citation of a source with a text names one of its content passages, and quotes words of it."""
    for entity_id, path, citation in dataset.citations:
        source = dataset.sources.get(citation.source)
        if source is None or not source.texts:
            continue
        if source.text_at(citation.locator) is None:
            message = f'"{citation.source}" has no passage "{citation.locator}"'
            remedy = did_you_mean(citation.locator, _locators(source))
            yield Finding(entity_id, (*path, "locator"), message, "locator", remedy)
        elif citation.quote is None:
            message = f'"{citation.source}" has a text, and the citation quotes no words of it'
            remedy = "add 'quote: {exact: ...}' with 8 to 12 words"
            yield Finding(entity_id, path, message, "no-quote", remedy)


def summaries_are_called_so(dataset: Dataset) -> Iterator[Finding]:
    """A citation whose locator speaks of a summary is not labelled as read in a copy."""
    own = {entity_id: entity.access for entity_id, entity in dataset.entities()}
    for entity_id, path, citation in dataset.citations:
        source = dataset.sources.get(citation.source)
        if source is None or source.access != "reproduced" or "summar" not in citation.locator.casefold():
            continue
        if dataset.known(citation, own[entity_id]) in READ:
            message = "its locator speaks of a summary, and readers are told that it was read in a copy or excerpt"
            yield Finding(entity_id, (*path, "locator"), message, "access", "add 'access: summarised'")


def searches_stand_alone(dataset: Dataset) -> Iterator[Finding]:
    """A record does not cite a place that was searched in vain beside places that support it."""
    for entity_id, entity in dataset.entities():
        for path, part in ((), entity), *cited_parts(entity):
            roles = [citation.role for citation in part.citations]
            if "searched" in roles and "supports" in roles:
                message = "a place that was searched in vain stands among places that support the record"
                remedy = "make a statement of its own that nothing was found, and cite the place there"
                yield Finding(entity_id, (*path, "citations", roles.index("searched")), message, "searched", remedy)


def _locators(source: Source) -> list[str]:
    """Return the locators in the record of a source; those of a law are in its text alone."""
    if source.text and source.text.lines:
        return list(source.text.lines.locators())
    return [str(text.section) for text in source.texts if text.section]


def _cited(dataset: Dataset) -> Mapping[str, tuple[str, ...]]:
    """Return the locators that are cited, by source."""
    return grouped((one.source, one.locator) for _, _, one in dataset.citations)


def unused_paragraphs(dataset: Dataset) -> Iterator[Finding]:
    """Every paragraph of a source is cited, or listed with the reason why not; checked on request."""
    cited = _cited(dataset)
    for source_id, source in dataset.sources.items():
        known = {*cited.get(source_id, ()), *(item.locator for item in source.uncited)}
        unused = [one for one in _locators(source) if one.startswith("p") and one not in known]
        if unused:
            message = f"no fact cites {', '.join(unused)}"
            remedy = "cite each, or list it under 'uncited' with the reason"
            path = ("text", "lines", "paragraphs", int(unused[0][1:]) - 1)
            yield Finding(source_id, path, message, "paragraph-unused", remedy)


def uncited_paragraphs_are_so(dataset: Dataset) -> Iterator[Finding]:
    """Every paragraph listed as uncited exists and is not cited."""
    cited = _cited(dataset)
    for source_id, source in dataset.sources.items():
        known = _locators(source)
        for index, item in enumerate(source.uncited):
            path: FieldPath = ("uncited", index, "locator")
            if item.locator not in known:
                message = f'there is no passage "{item.locator}"'
                yield Finding(source_id, path, message, "locator", did_you_mean(item.locator, known))
            elif item.locator in cited.get(source_id, ()):
                message = f"{item.locator} is listed as uncited, and a fact cites it"
                yield Finding(source_id, path, message, "paragraph-used", "delete it from 'uncited'")
