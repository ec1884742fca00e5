"""Rules about the words of the data: figures, quotation marks, house wording."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache

from macros import model
from macros.checks.finding import Finding
from macros.model import Citation, Dataset, Entity, Observation, Quote, Sentence, Series, Topic, dates, present, walk
from macros.model.dataset import cited_parts
from macros.model.values import FactRef
from macros.model.words import QUOTED, QUOTED_EDGE, ascii_punctuation, blank, normalise
from macros.notation import designations, figures
from macros.notation.patterns import any_of
from macros.notation.spelled import counts, unfounded
from macros.notation.strays import strays
from macros.problems import FieldPath, Mistake
from macros.yamlio import limits

_DIGITS = re.compile(r"\d")
_COUNT = re.compile(r"[0-9]+")
_ASIDE = ("note", "why", "how", "caveat", "alt", "definition")
"""Fields that tell how a fact is known or meant, whose lengths of time are not those of its quotes."""


def name_patterns(dataset: Dataset) -> tuple[re.Pattern[str], ...]:
    """Return patterns for words in which digits are part of a name, so that no fact need have these figures.

    They are names of laws, terms, actors and sources, references to laws in the form of their citations, and what
    topic.yml lists under 'figures'.
    """
    cited = [name for law in dataset.statutes.values() for name in (law.citation, *law.also_cited_as, *law.aliases)]
    others = [(term.label, *term.aliases) for term in dataset.terms.values()]
    others += [(actor.name, *actor.aliases) for actor in dataset.actors.values()]
    others += [(source.title,) for source in dataset.sources.values()]
    names = cited + [name for group in others for name in group if _DIGITS.search(name)]
    spelled = re.compile(rf"(?<!\w)(?:{any_of(map(ascii_punctuation, names))})(?!\w)", re.IGNORECASE)
    kinds = map(str, dataset.law_kinds)
    references = designations.references(map(ascii_punctuation, cited), kinds, dataset.topic.language)
    return (*(re.compile(ascii_punctuation(item.pattern)) for item in dataset.topic.figures), spelled, references)


def figures_have_facts(dataset: Dataset) -> Iterator[Finding]:
    """Every figure in prose is that of a fact to which the record links."""
    names = name_patterns(dataset)
    for entity_id, entity in dataset.entities():
        try:
            with limits.limited():
                found = [one for rule in (_figures, _in_words) for one in rule(entity_id, entity, dataset, names)]
        except limits.TooSlowError as error:
            remedy = "write the patterns of 'figures' in topic.yml more simply"
            yield Finding(entity_id, (), str(error), "too-slow", remedy)
            return
        yield from found


def _figures(entity_id: str, entity: Entity, dataset: Dataset, names: tuple[re.Pattern[str], ...]) -> Iterator[Finding]:
    with_digits = [(path, text) for path, text in prose_of(entity) if _DIGITS.search(text)]
    numbers, known = (_numbers(entity, dataset), _dates(entity, dataset)) if with_digits else ([], [])
    for path, text in with_digits:
        is_of_number = path[0] == "observations"
        own = _values(entity.observations[int(path[1])], dataset) if isinstance(entity, Series) and is_of_number else []
        own += _quoted(entity, path, dataset)
        unquoted = ascii_punctuation(blank(text, [QUOTED]))
        for stray in strays(unquoted, [*numbers, *own], known, dataset.topic.language, names):
            if isinstance(text, model.Chronicle) and re.fullmatch(r"\d{4}|\d{1,2}", stray.words):
                continue
            message = f'no linked fact has the figure "{stray.words}"'
            remedy = "link the number in 'numbers', fix the figure, or write a small count as a word"
            yield Finding(entity_id, path, message, "figure", remedy)


def _in_words(
    entity_id: str, entity: Entity, dataset: Dataset, names: tuple[re.Pattern[str], ...]
) -> Iterator[Finding]:
    """Yield a finding for each large number in words and each length of time that no quote and no number has."""
    language, sources = dataset.topic.language, dataset.sources
    cited = [(quote.exact, sources.get(source)) for quote, source in _quotes(entity, dataset)]
    quoted = [(str(exact), str(source.language)) for exact, source in cited if source]
    for path, text in prose_of(entity):
        is_of_another = path[-1] in _ASIDE or isinstance(text, model.Chronicle)  # which tells of other laws
        if is_of_another or not counts(text, quoted, language):
            continue
        numbers = _numbers(entity, dataset)
        ours = blank(ascii_punctuation(blank(text, [QUOTED])), names)
        for words in unfounded(ours, quoted, numbers, language):
            message = f'no quote of the record and no linked fact has the figure "{words}"'
            remedy = "quote the words that hold it, link the number in 'numbers', or fix the figure"
            yield Finding(entity_id, path, message, "figure", remedy)


def _quoted(entity: Entity, path: FieldPath, dataset: Dataset) -> list[Decimal]:
    """Return the numbers in the words that a law quotes; for a text of an element or a tier, in its quotes."""
    if not isinstance(entity, model.Statute):
        return []
    part = getattr(entity, path[0])[path[1]] if path[0] in ("elements", "provisions") else entity
    quoted = [(one.quote.exact, dataset.sources.get(one.source)) for one in part.citations if one.quote]
    return [number.value for words, source in quoted if source for number in figures.stated(words, source.language)]


def prose_of(entity: Entity) -> Iterator[tuple[FieldPath, Sentence]]:
    """Yield path and text of all prose that must agree with the facts.

    Not among it are the words that a correction replaced, and translations of quotes.
    """
    for path, value in walk(entity):
        is_told = (isinstance(entity, model.Correction) and path == ("was",)) or path[-2:] == ("quote", "translation")
        if isinstance(value, Sentence) and not is_told:
            yield path, value


def all_prose(dataset: Dataset) -> Iterator[tuple[str, FieldPath, Sentence]]:
    """Yield the id of the record, the path and the text of all prose that must agree with the facts."""
    return ((entity_id, path, text) for entity_id, entity in dataset.entities() for path, text in prose_of(entity))


def _values(observation: Observation, dataset: Dataset) -> list[Decimal]:
    related = [*(observation.formula.of if observation.formula else ()), *observation.compared_with]
    others = (point.observation for point in present(related, dataset.observations))
    return [value for one in (observation, *others) for value in one.ends]


def _numbers(entity: Entity, dataset: Dataset) -> list[Decimal]:
    """Return every value that a record's prose may mention."""
    linked: list[str] = list(entity.numbers)
    if isinstance(entity, model.Question | model.Comparison):
        linked += _facts(entity)
    if isinstance(entity, model.Chart):
        linked += [one.id for series in present(entity.series, dataset.series) for one in series.observations]
        linked += entity.marked
    if isinstance(entity, model.Correction):
        linked.append(entity.entity)
    numbers = [point.observation for point in present(linked, dataset.observations)]
    numbers += entity.observations if isinstance(entity, Series) else ()
    values = [value for one in numbers for value in _values(one, dataset)]
    laws = [entity] if isinstance(entity, model.Statute) else []
    if isinstance(entity, model.Event | model.Statement | model.Chart):
        laws = present(entity.statutes, dataset.statutes)
    return values + [number for law in laws for number in _penalties(law, dataset.topic.language)]


def _penalties(law: model.Statute, language: str) -> list[Decimal]:
    """Return the numbers of the prison terms and fines of a law."""
    terms = [term for provision in law.provisions for term in (provision.max_prison, provision.min_prison)]
    fines = [provision.fine for provision in law.provisions if provision.fine]
    values = [Decimal(count) for term in terms for count in _COUNT.findall(term)]
    values += [figure.value for fine in fines for figure in figures.stated(fine.note or "", language)]
    return values + [amount for fine in fines for amount in (fine.least, fine.amount) if amount is not None]


def _dates(entity: Entity, dataset: Dataset) -> list[dates.Edtf]:
    """Return every date that a record's prose may mention: its own and those of the facts it links to."""
    named = [value for _, value in walk(entity) if isinstance(value, model.Reference)]
    linked: list[Entity | Observation] = [entity, *present(named, dataset.events), *present(named, dataset.sources)]
    linked += present(named, dataset.statements)
    linked += [point.observation for point in present(named, dataset.observations)]
    linked += [one for series in present(named, dataset.series) for one in series.observations]
    found = [dataset.topic.as_of] if dataset.topic.as_of else []
    return found + [value for record in linked for _, value in walk(record) if isinstance(value, dates.Edtf)]


def quotations_are_cited(dataset: Dataset) -> Iterator[Finding]:
    """Words in quotation marks are words of a quote that the record cites."""
    for entity_id, entity in dataset.entities():
        quotes = [words for quote, _ in _quotes(entity, dataset) for words in normalised_words(quote)]
        for path, text in prose_of(entity):
            for match in uncited(text, quotes):
                message = f"“{match[1]}” is in quotation marks, and no quote of the record has these words"
                remedy = "cite the passage with a quote that holds them, or write it in our own words"
                yield Finding(entity_id, path, message, "quotation", remedy)


def quotation_marks_are_curly(dataset: Dataset) -> Iterator[Finding]:
    """Prose has no straight quotation marks: other rules find quotations by the curly ones."""
    remedy = "write “ before the words and ” after them"
    for entity_id, path, text in all_prose(dataset):
        if '"' in text:
            yield Finding(entity_id, path, "a straight quotation mark hides a quotation", "quotation", remedy)


def uncited(text: str, quotes: Iterable[str]) -> Iterator[re.Match[str]]:
    """Yield each quotation in a text whose words are in none of the ``quotes``, which are normalised."""
    for match in QUOTED.finditer(text):
        words = normalise(match[1].strip(QUOTED_EDGE)).strip(" .,")
        whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
        if not any(words in quote and whole.search(quote) for quote in quotes):
            yield match


def normalised_words(quote: Quote) -> tuple[str, ...]:
    """Return the words of a quote, and of its translation if it has one, as they are compared."""
    return tuple(normalise(words) for words in (quote.exact, quote.translation) if words)


def all_quotes(dataset: Dataset) -> Iterator[Quote]:
    """Yield every quote of the data: of facts, and of the primary documents of questions."""
    return (citation.quote for _, _, citation in dataset.citations if citation.quote)


def _quotes(entity: Entity, dataset: Dataset) -> Iterator[tuple[Quote, str]]:
    """Yield each quote of a record, of its parts, and of the facts that it rests on, with the id of its source."""
    facts: list[Entity | Observation] = [entity]
    if isinstance(entity, model.Question | model.Comparison):
        names = _facts(entity)
        facts += [*present(names, dataset.events), *present(names, dataset.statements)]
        facts += [point.observation for point in present(names, dataset.observations)]
    parts = [part for _, part in cited_parts(entity)]
    cited: list[Citation | model.Primary] = [citation for one in (*facts, *parts) for citation in one.citations]
    cited += entity.primary if isinstance(entity, model.Question) else ()
    yield from ((one.quote, one.source) for one in cited if one.quote)


def _facts(entity: Entity) -> list[str]:
    """Return the ids of the facts that a question or a comparison rests on."""
    return [value for _, value in walk(entity) if isinstance(value, FactRef)]


def avoided(text: str, topic: Topic) -> Iterator[tuple[int, Mistake]]:
    """Yield each term outside quotations that the house style avoids: where it starts in the text, and the mistake."""
    unquoted = ascii_punctuation(blank(text, [QUOTED])) if topic.wording else ""
    for item in topic.wording:
        for match in _words(item.avoid).finditer(unquoted):
            message = f'"{item.avoid}" is not used outside quotations: {item.reason}'
            yield match.start(), Mistake(message, "wording", f'write "{item.use}"')


@cache
def _words(text: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(ascii_punctuation(text))}\b", re.IGNORECASE)


def wording_is_ours(dataset: Dataset) -> Iterator[Finding]:
    """Terms that the house style avoids are used only in quotations."""
    for entity_id, path, text in all_prose(dataset):
        for mistake in dict.fromkeys(mistake for _, mistake in avoided(text, dataset.topic)):
            yield Finding(entity_id, path, *mistake)
