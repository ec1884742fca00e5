"""Rules about the figures in quoted words: they bear out the number, the penalty that the record gives."""

import re
from collections.abc import Container, Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from macros.checks import figures
from macros.checks.finding import Finding
from macros.checks.notation import notation
from macros.checks.prose import prose_of
from macros.model import Citation, Dataset, Observation, Provision
from macros.model.words import normalise

_TERM = re.compile(r"([0-9]+) ((?:day|week|month|year)s?)")
_EACH_UNIT = re.compile(r"([0-9]+)(?= (?:nor|and not) more than [0-9]+ ((?:month|year)s?))")
"""The first of two terms that share a word: "not less than 3 nor more than 10 years"."""
_ENGLISH = "en"
_ROW = re.compile(r"r[0-9]+")
_LEAST_WORD = 3
"""From how many letters on a word of scale, such as mil, cannot be a unit, as m is."""


class Words(NamedTuple):
    """Quoted words, the language of their source, and whether they are of the row of a table."""

    text: str
    language: str
    is_row: bool

    def stated(self) -> tuple[figures.Stated, ...]:
        """Return the figures in the words."""
        return figures.stated(self.text, self.language, is_row=self.is_row)

    def whole(self) -> list[figures.Stated]:
        """Return the figures with their word of scale: of "20 mil" 20,000, and not 20."""
        return [one for one in self.stated() if len(one.scale) < _LEAST_WORD]


def quoted_figures_hold_the_number(dataset: Dataset) -> Iterator[Finding]:
    """Where the words quoted for a number hold figures, one is the number, an end of its range, or its middle."""
    for point in dataset.observations.values():
        observation, series = point.observation, point.series
        quoted = words_of(observation.citations or (() if observation.formula else series.citations), dataset)
        scales = notation(dataset.topic.language).scales
        is_scaled = not scales.keys().isdisjoint(series.unit.split())  # it counts million tonnes
        stated = [one for words in quoted for one in (words.stated() if is_scaled else words.whole())]
        if not observation.ends or not stated:
            continue
        path = point.path("value" if observation.value is not None else "low")
        middle = _middle(observation) if {figure.value for figure in stated} >= _middle(observation) else set()
        matching = [one for one in stated if one.value in middle or _is_end(one, observation.ends)]
        if not matching:
            message = f"the quoted words “{quoted[0].text}” hold figures, and this is none of them"
            remedy = "fix the number, or quote the words it stands in"
            yield Finding(point.series_id, path, message, "quoted-figure", remedy)
        elif observation.qualifier == "exact" and all(figure.qualifier for figure in matching):
            message = f"the quoted words say “{matching[0].qualifier}” of it, and it is given as exact"
            remedy = f'write "qualifier: {matching[0].qualifier}"'
            yield Finding(point.series_id, path, message, "quoted-qualifier", remedy)


def _is_end(figure: figures.Stated, ends: Container[Decimal]) -> bool:
    """Whether a figure is one of these numbers; one without a sign may be said of a fall: "40 fewer"."""
    return -figure.value in ends or (figure.value in ends and not figure.is_negative)


def _middle(observation: Observation) -> set[Decimal]:
    """Return the middle and half of the width of a range."""
    low, high = observation.low, observation.high
    return {abs(low + high) / 2, (high - low) / 2} if low is not None and high is not None else set()


def words_of(citations: Iterable[Citation], dataset: Dataset) -> list[Words]:
    """Return the words that citations quote in support."""
    return [
        Words(normalise(one.quote.exact), str(dataset.sources[one.source].language), bool(_ROW.fullmatch(one.locator)))
        for one in citations
        if one.quote and one.role == "supports" and one.source in dataset.sources
    ]


def quoted_qualifiers_are_kept(dataset: Dataset) -> Iterator[Finding]:
    """Prose gives a figure with a qualifier where the words quoted for it have one."""
    for entity_id, entity in dataset.entities():
        quoted = [figure for words in words_of(entity.citations, dataset) for figure in words.stated()]
        qualified = {figure.value: figure.qualifier for figure in quoted if figure.qualifier}
        plain = {figure.value for figure in quoted if not figure.qualifier}
        qualified = {value: word for value, word in qualified.items() if value not in plain}
        for path, text in prose_of(entity) if qualified else ():
            for figure in figures.stated(text, dataset.topic.language):
                if figure.value in qualified and not figure.qualifier:
                    message = f"the quoted words say “{qualified[figure.value]}” of {figure.value:,}, and this does not"
                    yield Finding(entity_id, path, message, "quoted-qualifier", "write the qualifier before the figure")


def penalties_quote_the_law(dataset: Dataset) -> Iterator[Finding]:
    """A penalty of a law that rests on a text quotes the words that set it, so that the two can be compared."""
    for statute_id, statute in dataset.statutes.items():
        if not words_of(statute.citations, dataset):
            continue
        for index, one in enumerate(statute.provisions):
            if (one.max_prison != "none" or one.fine) and not one.citations:
                message, remedy = "the penalty quotes no words of the law", "add 'citations' with those that set it"
                yield Finding(statute_id, ("provisions", index), message, "no-quote", remedy)


def quoted_words_hold_the_penalty(dataset: Dataset) -> Iterator[Finding]:
    """Where a penalty quotes the law, each of its terms and sums stands in the quoted words."""
    for statute_id, statute in dataset.statutes.items():
        for index, provision in enumerate(statute.provisions):
            quoted = words_of(provision.citations, dataset)
            for field, wanted in (
                *_missing_terms(provision, quoted),
                *_missing_sums(provision, quoted, dataset.topic.language),
            ):
                message = f'"{wanted}" does not stand in the words quoted for the penalty'
                remedy = "fix the penalty, or quote the words that set it"
                yield Finding(statute_id, ("provisions", index, field), message, "quoted-figure", remedy)


def _missing_terms(provision: Provision, quoted: list[Words]) -> Iterator[tuple[str, str]]:
    """Yield the prison terms that quoted words of English do not hold, each with its field.

    Of words in another language only the number is known, not the words for months and years.
    """
    if not quoted:
        return
    known = {figure.value for words in quoted for figure in words.stated()}
    is_english = all(words.language.partition("-")[0] == _ENGLISH for words in quoted)
    text = _EACH_UNIT.sub(r"\1 \2", figures.in_digits(" ".join(words.text for words in quoted)))
    for field in ("max_prison", "min_prison"):
        term = getattr(provision, field)
        wanted = [f"{count} {unit}" for count, unit in _TERM.findall(term)] if is_english else []
        wanted += [word for word in ("life", "death") if is_english and word in term.split()]
        yield from ((field, one) for one in wanted if not re.search(rf"(?<![\w,.]){re.escape(one)}", text))
        counts = [] if is_english else [count for count, _ in _TERM.findall(term)]
        yield from ((field, count) for count in counts if Decimal(count) not in known)


def _missing_sums(provision: Provision, quoted: list[Words], language: str) -> Iterator[tuple[str, str]]:
    """Yield the sums of a fine that the quoted words do not hold."""
    known = {figure.value for words in quoted for figure in words.whole()}
    fine = provision.fine
    if fine is None or not quoted:
        return
    in_note = {figure.value for figure in figures.stated(fine.note or "", language)}
    sums = dict.fromkeys(amount for amount in (fine.least, fine.amount, *in_note) if amount is not None)
    yield from (("fine", f"{amount:,f}") for amount in sums if amount not in known)
