"""Rules about numbers and charts."""

import re
import unicodedata
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache

from babel.numbers import get_currency_name

from macros.checks.finding import Finding
from macros.checks.records import reachable
from macros.language import locale
from macros.model import Dataset, Observation, present
from macros.notation.numbers import notation
from macros.problems import FieldPath, Mistake

_ENOUGH_DIGITS = Context(prec=60)  # enough digits for the largest number divided by the smallest
_PRECISION = {"calendar year": "year", "fiscal year": "year", "school year": "year", "month": "month"}


def money_has_a_code(dataset: Dataset) -> Iterator[Finding]:
    """The unit of money is the code of its currency, not its sign or its name."""
    language = dataset.topic.language
    scales = "|".join(notation(one).scale for one in ("en", language))
    for series_id, series in dataset.series.items():
        name = " ".join(re.sub(scales, " ", f" {series.unit}").split())
        code = _currencies(language).get(name.casefold())
        if code != series.unit and (code or any(unicodedata.category(letter) == "Sc" for letter in name)):
            remedy = f"write the code of the currency, {code or 'such as EUR'}, and the numbers in full"
            yield Finding(series_id, ("unit",), f'"{series.unit}" is money', "money", remedy)


@cache
def _currencies(language: str) -> dict[str, str]:
    """Return the code of each currency by its names in English and in a language; metals and baskets are left out."""
    return dict.fromkeys(("dollar", "dollars"), "such as USD") | {
        str(get_currency_name(code, count, locale(one))).casefold(): code
        for one in ("en", language)
        for code in map(str, locale(one).currencies)
        for count in (2, 1, None)
        if not code.startswith("X")
    }


def numbers_lie_within_limits(dataset: Dataset) -> Iterator[Finding]:
    """Every number lies between its series' limits."""
    for point in dataset.observations.values():
        limits = point.series.limits
        for name in ("value", "low", "high"):
            value = getattr(point.observation, name)
            if value is not None and not limits.minimum <= value <= limits.maximum:
                message = f"{value} is outside {limits.minimum} to {limits.maximum}"
                remedy = "fix the number, or the series' limits if they are too narrow"
                yield Finding(point.series_id, point.path(name), message, "limits", remedy)


def periods_fit_their_series(dataset: Dataset) -> Iterator[Finding]:
    """Periods have the precision of their series and are in order of time."""
    for series_id, series in dataset.series.items():
        wanted = _PRECISION.get(series.period_kind)
        both = zip((None, *series.observations), series.observations, strict=False)
        for index, (previous, observation) in enumerate(both):
            path: FieldPath = ("observations", index, "period")
            if wanted and observation.period.precision != wanted:
                message = f'"{observation.period.text}" is not a {wanted}'
                remedy = f"the series counts by {series.period_kind}"
                if series.year_starts:
                    remedy += ': write the year in which it starts, such as "2018" for 2018–19'
                yield Finding(series_id, path, message, "period", remedy)
            if previous and observation.period.sort_key < previous.period.sort_key:
                message = f'"{observation.period.text}" comes before the number above it'
                yield Finding(series_id, path, message, "order", "write numbers in order of time")


def derived_numbers_recompute(dataset: Dataset) -> Iterator[Finding]:
    """A derived number equals its formula, to the precision in which it is written."""
    for point in dataset.observations.values():
        if mistake := _wrong_formula(point.observation, dataset):
            yield Finding(point.series_id, point.path("value"), *mistake)


def _wrong_formula(observation: Observation, dataset: Dataset) -> Mistake | None:
    """Return what is wrong with a derived number, or None."""
    formula, value = observation.formula, observation.value
    if formula is None or value is None:
        return None
    if observation.id in reachable(observation.id, lambda name: (one.id for one in _inputs(name, dataset))):
        return Mistake("the formula leads back to the number itself", "formula", "name numbers that sources give")
    values = tuple(one.value for one in _inputs(observation.id, dataset) if one.value is not None)
    if len(values) != len(formula.of):
        message = "the formula needs a number that is missing or a range"
        return Mistake(message, "formula", "name numbers that have a value")
    try:
        result = formula.apply(values)
    except ArithmeticError:
        message = f"the {formula.operation} cannot be computed: it divides by zero"
        return Mistake(message, "formula", "fix the formula")
    rounded = result.quantize(Decimal(1).scaleb(int(value.as_tuple().exponent)), ROUND_HALF_UP, _ENOUGH_DIGITS)
    if rounded != value:
        message = f"{value} is not the {formula.operation}, which is {rounded}"
        return Mistake(message, "formula", "fix the number or the formula")
    return None


def derived_numbers_are_no_surer(dataset: Dataset) -> Iterator[Finding]:
    """A number that is computed from one that is not exact is not exact either."""
    for point in dataset.observations.values():
        loose = next((one for one in _inputs(point.observation.id, dataset) if one.qualifier != "exact"), None)
        if loose and point.observation.qualifier == "exact":
            message = f'it is given as exact, and "{loose.id}" is "{loose.qualifier}"'
            remedy = "write the 'qualifier' that follows from the formula"
            yield Finding(point.series_id, point.path("qualifier"), message, "formula", remedy)


def _inputs(name: str, dataset: Dataset) -> list[Observation]:
    """Return the numbers in the formula of a number, without those that are missing."""
    formula = dataset.observations[name].observation.formula
    return [point.observation for point in present(formula.of if formula else (), dataset.observations)]


def charts_compare_like_with_like(dataset: Dataset) -> Iterator[Finding]:
    """A chart with numbers that are not comparable says why it shows them together."""
    for chart_id, chart in dataset.charts.items():
        shown = present(chart.series, dataset.series)
        units = {series.unit for series in shown}
        shown += [one.series for one in present(chart.marked, dataset.observations) if one.series.unit in units]
        bases = {series.comparability_group for series in shown}
        if len(bases) > 1 and chart.mixed is None:
            message = f"it mixes definitions: {', '.join(sorted(bases))}"
            remedy = "write the reason in 'mixed', which readers will see, or draw separate charts"
            yield Finding(chart_id, ("series",), message, "mixed", remedy)


def comparable_series_share_a_unit(dataset: Dataset) -> Iterator[Finding]:
    """Series that call themselves comparable count in one unit."""
    first: dict[str, str] = {}
    for series_id, series in dataset.series.items():
        other = first.setdefault(series.comparability_group, series_id)
        if dataset.series[other].unit != series.unit:
            message = f'it counts {series.unit}, and "{other}", called comparable, {dataset.series[other].unit}'
            remedy = "give it a word of its own"
            yield Finding(series_id, ("comparability_group",), message, "comparable", remedy)
