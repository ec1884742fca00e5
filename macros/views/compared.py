"""Series that stand side by side somewhere although they do not count the same, and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from macros import phrase
from macros.language import gettext
from macros.model import Observation
from macros.queries import Queries
from macros.views import words

_Pair = frozenset[str]


@dataclass(frozen=True)
class Unlike:
    """Series that cannot be compared, each with its number, the first place where they stand together, and why."""

    numbers: tuple[Observation, ...]
    place: words.SiteLink
    why: str


def unlike(queries: Queries) -> Iterator[Unlike]:
    """Yield the series that a chart or a question shows together, or a source compares; each pair only once."""
    known: set[_Pair] = set()
    for place, members, facts, why in _together(queries):
        new = set(_pairs(members, queries)) - known
        known |= new
        if new:
            names = tuple(name for name in members if any(name in pair for pair in new))
            yield Unlike(_numbers(names, facts, queries), words.link(place, queries), why)


def _numbers(series_ids: tuple[str, ...], facts: Iterable[str], queries: Queries) -> tuple[Observation, ...]:
    """Return a number of each series: the first that stands at the place, or one of the same time.

    That is the last until then. If no number stands there, it is the last until a time for which all have one.
    """
    points, series = queries.dataset.observations, queries.dataset.series
    own = {points[fact].series_id: points[fact].observation for fact in reversed([*facts])}
    every = {name: [one for one in series[name].observations if one.status != phrase.GAP] for name in series_ids}
    ends = [max(_time(one) for one in every[name]) for name in series_ids if every[name]]
    until = max((_time(own[name]) for name in series_ids if name in own), default=min(ends))
    past = {name: [one for one in ones if _time(one) <= until] or ones[:1] for name, ones in every.items()}
    return tuple(
        own.get(name) or max(past[name], key=_time, default=series[name].observations[0]) for name in series_ids
    )


def _time(observation: Observation) -> tuple[float, float]:
    return observation.period.sort_key


def _together(queries: Queries) -> Iterator[tuple[str, tuple[str, ...], list[str], str]]:
    """Yield each place with the ids of the series, and of the numbers, that stand together there, and its reason."""
    dataset, observations = queries.dataset, queries.dataset.observations
    for name, chart in dataset.charts.items():
        if chart.mixed:
            facts = [str(fact) for fact in chart.marked if fact in observations]
            marked = (observations[fact].series_id for fact in facts)
            yield name, tuple(dict.fromkeys((*chart.series, *marked))), facts, str(chart.mixed)
    for name, question in dataset.questions.items():
        facts = [str(fact) for answer in question.answers for fact in answer.facts if fact in observations]
        yield name, tuple(dict.fromkeys(observations[fact].series_id for fact in facts)), facts, str(question.why)
    for name, point in observations.items():
        facts = [name, *map(str, point.observation.compared_with)]
        why = gettext("The source of the number compares the two; their definitions differ.")
        yield name, tuple(dict.fromkeys(observations[fact].series_id for fact in facts)), facts, why


def _pairs(series_ids: Iterable[str], queries: Queries) -> Iterator[_Pair]:
    """Yield each pair of series with one unit and different definitions, which a reader could take for alike."""
    series = queries.dataset.series
    for one, other in combinations(series_ids, 2):
        is_alike = series[one].comparability_group == series[other].comparability_group
        if series[one].unit == series[other].unit and not is_alike:
            yield frozenset((one, other))
