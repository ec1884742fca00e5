"""Series that stand side by side somewhere although they do not count the same, and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from macros.language import gettext
from macros.queries import Queries
from macros.views import words

_Pair = frozenset[str]


@dataclass(frozen=True)
class Unlike:
    """Series that cannot be compared, the first place where they stand together, and why they differ."""

    series: tuple[words.SiteLink, ...]
    place: words.SiteLink
    why: str


def unlike(queries: Queries) -> Iterator[Unlike]:
    """Yield the series that a chart or a question shows together, or a source compares; each pair only once."""
    known: set[_Pair] = set()
    for place, members, why in _together(queries):
        new = set(_pairs(members, queries)) - known
        known |= new
        if new:
            names = tuple(name for name in members if any(name in pair for pair in new))
            yield Unlike(words.links(names, queries), words.link(place, queries), why)


def _together(queries: Queries) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Yield each place with the ids of the series that stand together there, and the reason that it gives."""
    dataset, observations = queries.dataset, queries.dataset.observations
    for name, chart in dataset.charts.items():
        if chart.mixed:
            marked = (observations[fact].series_id for fact in chart.marked if fact in observations)
            yield name, tuple(dict.fromkeys((*chart.series, *marked))), str(chart.mixed)
    for name, question in dataset.questions.items():
        facts = [fact for answer in question.answers for fact in answer.facts if fact in observations]
        yield name, tuple(dict.fromkeys(observations[fact].series_id for fact in facts)), str(question.why)
    for name, point in observations.items():
        others = (observations[other].series_id for other in point.observation.compared_with)
        why = gettext("The source of the number compares the two; their definitions differ.")
        yield name, tuple(dict.fromkeys((point.series_id, *others))), why


def _pairs(series_ids: Iterable[str], queries: Queries) -> Iterator[_Pair]:
    """Yield each pair of series with one unit and different definitions, which a reader could take for alike."""
    series = queries.dataset.series
    for one, other in combinations(series_ids, 2):
        is_alike = series[one].comparability_group == series[other].comparability_group
        if series[one].unit == series[other].unit and not is_alike:
            yield frozenset((one, other))
