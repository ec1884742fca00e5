"""Rules about figures in quoted words: the record gives the same numbers."""

import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from babel.numbers import get_currency_symbol, is_currency
from babel.units import format_unit

from macros import phrase
from macros.checks.finding import Finding
from macros.checks.prose import prose_of
from macros.language import locale
from macros.model import Citation, Dataset, Observation, Series, SeriesPoint, amounts, present
from macros.model.words import QUOTED, blank, normalise
from macros.notation import figures, numberwords, qualifiers
from macros.notation.currencies import other_currency
from macros.notation.dated import without_dates
from macros.notation.numbers import notation

_PROSE_FROM = 3  # the least number whose word is compared in prose: "two" is said of much else
_SIMPLE = frozenset(Decimal(count) / parts for parts in (2, 3, 4, 5, 10) for count in range(1, parts))  # with a name
_NEAR = Decimal("0.02")  # how far from a part of a number its rounded value may be, as a share of it
_ROW = re.compile(r"r[0-9]+")


class Words(NamedTuple):
    """Quoted words, the language of their source, and whether they come from the row of a table."""

    text: str
    language: str
    is_row: bool

    @property
    def scales(self) -> tuple[int, ...]:
        """The powers of ten by which its figures may be scaled, in the row of a table or by a word in brackets."""
        is_in_brackets = figures.scale_in_brackets(self.language).search(self.text)
        return (0, 3, 6, 9) if self.is_row or is_in_brackets else (0,)

    def stated(self, least: float = figures.WORDS_FROM) -> tuple[figures.Stated, ...]:
        """Return the figures in the words, in digits or in words from ``least`` on."""
        return figures.stated(self.text, self.language, is_row=self.is_row, least=least)

    def whole(self, least: float = figures.WORDS_FROM) -> list[figures.Stated]:
        """Return the figures with their word of scale: of "20 mil" 20,000, and not 20."""
        return [one for one in self.stated(least) if one.is_whole]


_StatedIn = tuple[figures.Stated, Words]  # a figure, and the words that state it


def quoted_figures_hold_the_number(dataset: Dataset) -> Iterator[Finding]:
    """If the words quoted for a number have figures, it is among them, or the ends of its range, or its middle."""
    for point in dataset.observations.values():
        of_series = () if point.observation.formula else point.series.citations
        quoted = words_of(point.observation.citations or of_series, dataset)
        undated = [words._replace(text=without_dates(words.text, words.language)) for words in quoted]
        told, ends = _figures(point, undated, dataset.topic.language), point.observation.ends
        if not ends or not told:
            continue
        lacking = [end for end in ends if not any(_is_end(one, words, {end}) for one, words in told)]
        middle = _middle(point.observation)
        is_middle = bool(middle) and {one.value for one, _ in told} >= middle
        if is_middle or not lacking or (len(lacking) < len(ends) and len({one.value for one, _ in told}) == 1):
            within = middle if is_middle else ends
            yield from _differences(point, [one for one in told if _is_end(*one, within) or one[0].value in within])
        elif not any(figures.tells_more(words.text, words.language, *_unread(point, told)) for words in undated):
            field = "value" if point.observation.value is not None else "high" if lacking == [ends[-1]] else "low"
            message = f"the quoted words “{quoted[0].text}” hold figures, and this is none of them"
            remedy = "fix the number, or quote the words it stands in"
            yield Finding(point.series_id, point.path(field), message, "quoted-figure", remedy)


def _unread(point: SeriesPoint, told: Iterable[_StatedIn]) -> Iterator[Mapping[str, str]]:
    """Yield the tables of words that may give a number and are not read, besides those that may give any number."""
    ends, values = point.observation.ends, {one.value for one, _ in told if one.value > 0}
    if 0 in ends:
        yield numberwords.NOTHING
    if is_currency(point.series.unit):
        yield numberwords.CENTS
    shares = _SIMPLE | {one / other for one in {Decimal(1), *values} for other in values if one < other}
    parts = [share * whole for share in shares for whole in {Decimal(1), Decimal(100), *values}]
    if all(any(abs(part - abs(end)) <= _NEAR * abs(end) for part in parts) for end in ends):
        yield numberwords.FRACTIONS


def _figures(point: SeriesPoint, quoted: Iterable[Words], language: str) -> list[_StatedIn]:
    """Return the figures in words quoted for a number: with their word of scale, unless the unit has one."""
    is_scaled = not notation(language).scales.keys().isdisjoint(point.series.unit.split())  # it counts million tonnes
    least = 0 if any(abs(end) == 1 for end in point.observation.ends) else figures.WORDS_FROM
    return [(one, words) for words in quoted for one in (words.stated(least) if is_scaled else words.whole(least))]


def _differences(point: SeriesPoint, matching: Sequence[_StatedIn]) -> Iterator[Finding]:
    """Yield a finding if all figures that match a number have another currency, or another qualifier, than it has."""
    unit, given = point.series.unit, point.observation.qualifier
    others = [other_currency(one.money, one.after, unit, words.language) for one, words in matching]
    told = [str(one.qualifier) for one, _ in matching if _contradicts(one.qualifier, given)]
    if all(others):
        message = f"the quoted words give it in {others[0]}, and the unit is {unit}"
        yield Finding(point.series_id, ("unit",), message, "quoted-currency", "fix the unit, or quote other words")
    elif len(told) == len(matching):
        has = "exact" if given == "exact" else f"“{given}”"
        message = f"the quoted words say “{told[0]}” of it, and it is given as {has}"
        remedy = f'write "qualifier: {told[0].partition(" or ")[0]}"'
        path = point.path("value" if point.observation.value is not None else "low")
        yield Finding(point.series_id, path, message, "quoted-qualifier", remedy)


def _is_end(figure: figures.Stated, words: Words, ends: Container[Decimal]) -> bool:
    """Whether a figure is one of these numbers; a figure without a sign may be a fall: "40 fewer" for −40."""
    values = [figure.value.scaleb(power) for power in words.scales]
    is_fall, is_rise = figure.sign != "+", figure.sign in ("", "+")
    return any((is_fall and -value in ends) or (is_rise and value in ends) for value in values)


def _contradicts(quoted: str | None, given: str) -> bool:
    """Whether no qualifier in the quoted words agrees with the given one: it is more exact, or open to another side."""
    told = quoted.split(" or ") if quoted else []
    return bool(told) and not any(one == given or {one, given} <= phrase.ROUNDED for one in told)


def _middle(observation: Observation) -> set[Decimal]:
    """Return the middle and half of the width of a range."""
    low, high = observation.low, observation.high
    return {abs(low + high) / 2, (high - low) / 2} if low is not None and high is not None else set()


def words_of(citations: Iterable[Citation], dataset: Dataset) -> list[Words]:
    """Return the words that citations quote in support."""
    return [
        Words(normalise(one.quote.exact), str(dataset.sources[one.source].language), is_row(one.locator))
        for one in citations
        if one.quote and one.role == "supports" and one.source in dataset.sources
    ]


def is_row(locator: str) -> bool:
    """Whether a locator names the row of a table, such as r3."""
    return bool(_ROW.fullmatch(locator))


def own_words(point: SeriesPoint, dataset: Dataset) -> list[Words]:
    """Return the words quoted for a number, or for its series if that has no other number."""
    is_only = not point.series.observations[1:] and not point.observation.formula
    return words_of(point.observation.citations or (point.series.citations if is_only else ()), dataset)


def quoted_qualifiers_are_kept(dataset: Dataset) -> Iterator[Finding]:
    """Prose gives a figure with a qualifier if the quoted words do."""
    language = dataset.topic.language
    for entity_id, entity in dataset.entities():
        quoted = [figure for words in words_of(entity.citations, dataset) for figure in words.stated()]
        told = {one.value: one.qualifier for one in sorted(quoted, key=lambda one: not one.qualifier)}  # None wins
        for path, text in prose_of(entity) if any(told.values()) and qualifiers.are_known(language) else ():
            for figure in figures.stated(text, language, least=_PROSE_FROM):
                if told.get(figure.value) and not figure.qualifier:
                    message = f"the quoted words say “{told[figure.value]}” of {figure.value:,}, and this does not"
                    yield Finding(entity_id, path, message, "quoted-qualifier", "write the qualifier before the figure")


def linked_qualifiers_are_kept(dataset: Dataset) -> Iterator[Finding]:
    """Prose that qualifies a linked number gives the qualifier of the number once at least, unless that is exact."""
    language = dataset.topic.language
    for entity_id, entity in dataset.entities():
        linked = present(entity.numbers, dataset.observations)
        for path, text in prose_of(entity) if linked else ():
            told = figures.stated(blank(text, [QUOTED]), language, least=_PROSE_FROM)
            for figure in (one for one in told if one.qualifier):
                points = [one for one in linked if figure.value in one.observation.ends]
                given = [one.observation.qualifier for one in points]
                said = {one.qualifier for one in told if one.value == figure.value}
                if any(_is_counted(figure, one.series, language) for one in points) and not _agree(said, given):
                    value = f"{figure.value.normalize():,f}"
                    message = f"it says “{figure.qualifier}” of {value}, and the number is “{given[0]}”"
                    yield Finding(entity_id, path, message, "linked-qualifier", "write the qualifier of the number")


def _agree(said: Iterable[str | None], given: Collection[str]) -> bool:
    """Whether a qualifier in a text agrees with that of one of the numbers, or one of the numbers is exact."""
    return "exact" in given or any(word and not _contradicts(word, one) for word in said for one in given)


def _is_counted(figure: figures.Stated, series: Series, language: str) -> bool:
    """Whether a figure has the unit of a series right beside it: its word, its sign, or the name of its currency."""
    names = [series.unit, series.unit_of_one or series.unit, amounts.unit_name(series.unit, language)]
    if series.unit == amounts.PERCENT:
        name = format_unit("", "concentr-percent", locale=locale(language))
        names += ["%", "per cent", figures.in_digits(name, language)]  # "por 100" for "por ciento", as in the text
    elif amounts.is_sign(series.unit):
        names.append(get_currency_symbol(series.unit, locale(language)))
        if figure.money[-1:] == names[-1][-1]:
            return True
    words = "|".join(re.escape(normalise(one)) for one in names)
    return bool(re.match(rf" ?(?:{words})(?!\w)", figure.after, re.IGNORECASE))
