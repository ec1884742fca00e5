"""Series: the index by subject, the page of each, and the series that stand together but must not be compared."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from macros import phrase
from macros.language import gettext, ngettext
from macros.model import Observation, Series
from macros.model.topic import Named
from macros.queries import Queries, grouped
from macros.views import charted, documents, words
from macros.views.alphabet import order
from macros.views.figure import Figure, Sparkline, figure, sparkline
from macros.views.seriestable import SeriesTable, table

_DRAWN_FROM = 4  # the least count of numbers in a series that has a sparkline


@dataclass(frozen=True)
class Entry:
    """A series on one line of the index.

    ``latest`` is the id of its latest number, ``value`` and ``period`` are its words; ``numbers`` are the ids of all
    its numbers, whose anchors are on the line. ``has_star`` is whether a period has the star of an unstated year.
    """

    id: str
    title: words.SiteLink
    latest: str
    value: str
    period: str
    has_star: bool
    extent: str
    sources: words.Few
    spark: Sparkline | None
    numbers: tuple[str, ...]


@dataclass(frozen=True)
class SeriesPage:
    """A series with all that belongs to it; ``chart`` is the first chart that draws it.

    ``then`` has a number for each document of the topic that was issued in its month or on its day, with the document.
    """

    record: Series
    entry: Entry
    then: tuple[tuple[Observation, words.SiteLink], ...]
    table: SeriesTable
    subject: words.SiteLink
    chart: Figure | None
    has_evidence: bool
    """Whether the series cites passages that its numbers do not cite."""
    comparable: tuple[words.SiteLink, ...]
    """Other series that count the same, so that their numbers can be compared."""
    compared: tuple[words.SiteLink, ...]
    """Numbers with which a source compares its own."""
    uses: tuple[tuple[str, tuple[words.SiteLink, ...]], ...]
    """Headings with the records and pages that name the series or one of its numbers."""


Unlike = tuple[tuple[Observation, ...], words.SiteLink, str]
"""A number of each series, a link to what shows the series together, and why they cannot be compared."""


def _anchor(topic: Named) -> str:
    """Return the anchor in the index of the series of a topic."""
    return f"numbers-{topic.id}"


def index(queries: Queries) -> list[tuple[str, str, tuple[Entry, ...]]]:
    """Return (anchor, label, series) for each topic that is some series' first topic; largest group first.

    In a group the series with most numbers come first.
    """
    entries = [entry(series_id, queries) for series_id in queries.dataset.series]
    entries.sort(key=lambda one: (-len(one.numbers), order(one.title.label)))
    by_topic = grouped((str(queries.dataset.series[one.id].topics[0]), one) for one in entries)
    topics = (topic for topic in queries.dataset.topic.topics if topic.id in by_topic)
    groups = [(_anchor(topic), str(topic.label), by_topic[topic.id]) for topic in topics]
    return sorted(groups, key=lambda group: -len(group[2]))


def latest(series: Series) -> tuple[Observation, ...]:
    """Return the last number of a series, or all numbers of the last period; a gap only if there are only gaps."""
    last = max((not one.is_gap, one.period.sort_key) for one in series.observations)
    return tuple(one for one in series.observations if (not one.is_gap, one.period.sort_key) == last)


def value(series: Series) -> str:
    """Return the last numbers of a series in words: "more than 500,000 cases", "226 votes; 203 votes"."""
    return "; ".join(phrase.full(one, series) for one in latest(series))


def extent(series: Series) -> str:
    """Return how many numbers a series has, and their span: "2 numbers, 1901 to 1902"; gaps do not count."""
    counted = [one for one in series.observations if not one.is_gap]
    ordered = sorted(counted or series.observations, key=lambda one: one.period.sort_key)
    first, last = (phrase.period_in_list(one, series) for one in (ordered[0], ordered[-1]))
    if first == last:
        span = first
    elif any(one.period.is_span for one in series.observations):
        span = gettext("first %(first)s, last %(last)s", first=first, last=last)
    else:
        span = gettext("%(first_period)s to %(last_period)s", first_period=first, last_period=last)
    return ngettext("%(num)s number, %(time)s", "%(num)s numbers, %(time)s", len(counted), time=span)


def entry(series_id: str, queries: Queries) -> Entry:
    """Return a series on one line."""
    series = queries.dataset.series[series_id]
    last = latest(series)[0]
    rows = charted.of_series(series_id, queries).rows
    count = sum(row.value is not None for row in rows)
    has_one_a_period = len({row.observation.period.sort_key for row in rows}) == len(rows)
    return Entry(
        id=series_id,
        title=words.link(series_id, queries),
        latest=str(last.id),
        value=value(series),
        period=phrase.period_in_list(last, series),
        has_star=any(phrase.is_unstated(one, series) for one in series.observations),
        extent=extent(series) if count > 1 else "",
        sources=words.publishers(queries.sources(last.id, "supports"), queries),
        spark=sparkline(rows) if count >= _DRAWN_FROM and has_one_a_period else None,
        numbers=tuple(str(one.id) for one in series.observations),
    )


def page(series_id: str, queries: Queries, pages: Mapping[str, tuple[words.SiteLink, ...]]) -> SeriesPage:
    """Return a series with all that belongs to it; ``pages`` are the hand-written pages that name each record."""
    series = queries.dataset.series[series_id]
    numbers = series.observations
    of_numbers = {citation for number in numbers for citation in queries.citations(number.id)}
    all_series = queries.dataset.series.items()
    alike = (name for name, one in all_series if one.comparability_group == series.comparability_group)
    compared = dict.fromkeys(str(other) for number in numbers for other in number.compared_with)
    chart_id = next((name for name, chart in queries.dataset.charts.items() if series_id in chart.series), None)
    topic = next(topic for topic in queries.dataset.topic.topics if topic.id == series.topics[0])
    index = queries.home("series_tables")
    return SeriesPage(
        record=series,
        entry=entry(series_id, queries),
        then=tuple(_numbers_at_issue(series, queries)),
        table=table(series, queries),
        subject=words.SiteLink(topic.label, index and f"{index}#{_anchor(topic)}"),
        has_evidence=not of_numbers.issuperset(series.citations),
        chart=figure(chart_id, queries) if chart_id else None,
        comparable=words.links((name for name in alike if name != series_id), queries),
        compared=words.links(compared, queries),
        uses=_uses(series_id, queries, pages),
    )


def _numbers_at_issue(series: Series, queries: Queries) -> Iterator[tuple[Observation, words.SiteLink]]:
    """Yield the number of the month or day on which each document was issued, unless it is the latest or a gap."""
    last = latest(series)
    exact = [number for number in series.observations if number.period.precision in ("month", "day")]
    for source_id in queries.documents:
        issued = queries.dataset.sources[source_id].issued
        number = next((one for one in exact if issued and one.period.overlaps(issued)), None)
        if number and not number.is_gap and number not in last:
            yield number, documents.page(source_id, queries)


def _uses(
    series_id: str, queries: Queries, pages: Mapping[str, tuple[words.SiteLink, ...]]
) -> tuple[tuple[str, tuple[words.SiteLink, ...]], ...]:
    """Return what names the series or one of its numbers: questions, charts, other records, and pages."""
    ids = (series_id, *(str(one.id) for one in queries.dataset.series[series_id].observations))
    users = dict.fromkeys(user for name in ids for user in queries.referrers.get(name, ()) if user not in ids)
    headings = {"question": gettext("Questions"), "chart": gettext("Charts"), "": gettext("Facts")}
    kinds = ((queries.kinds[user], user) for user in users)
    by_kind = grouped((kind if kind in headings else "", user) for kind, user in kinds if kind != "correction")
    uses = [(heading, words.links(by_kind.get(kind, ()), queries)) for kind, heading in headings.items()]
    naming = tuple(dict.fromkeys(page for name in ids for page in pages.get(name, ())))
    return tuple((heading, links) for heading, links in (*uses, (gettext("Pages"), naming)) if links)


def unlike(queries: Queries) -> Iterator[Unlike]:
    """Yield the series that a chart or a question shows together, or a source compares; each pair only once."""
    yielded: set[frozenset[str]] = set()
    for place, series_ids, numbers, why in _together(queries):
        new_pairs = set(_unlike_pairs(series_ids, queries)) - yielded
        yielded |= new_pairs
        if new_pairs:
            members = tuple(name for name in series_ids if any(name in pair for pair in new_pairs))
            yield _examples(members, numbers, queries), words.link(place, queries), why


def _examples(series_ids: tuple[str, ...], numbers: Iterable[str], queries: Queries) -> tuple[Observation, ...]:
    """Return a number of each series: the first of ``numbers``, or else the last until the time of those.

    If none of the series has one of ``numbers``, they are the last until a time for which all series have a number.
    """
    points, series = queries.dataset.observations, queries.dataset.series
    own = {points[name].series_id: points[name].observation for name in reversed([*numbers])}
    counted = {name: [one for one in series[name].observations if not one.is_gap] for name in series_ids}
    ends = [max(_time(one) for one in counted[name]) for name in series_ids if counted[name]]
    until = max((_time(own[name]) for name in series_ids if name in own), default=min(ends))
    past = {name: [one for one in ones if _time(one) <= until] or ones[:1] for name, ones in counted.items()}
    return tuple(
        own.get(name) or max(past[name], key=_time, default=series[name].observations[0]) for name in series_ids
    )


def _time(observation: Observation) -> tuple[float, float]:
    return observation.period.sort_key


def _together(queries: Queries) -> Iterator[tuple[str, tuple[str, ...], list[str], str]]:
    """Yield the id of each record that shows series together, the ids of these and of its numbers, and its reason."""
    dataset, observations = queries.dataset, queries.dataset.observations
    for name, chart in dataset.charts.items():
        if chart.mixed:
            numbers = [str(fact) for fact in chart.marked if fact in observations]
            yield name, tuple(dict.fromkeys((*chart.series, *_series_of(numbers, queries)))), numbers, str(chart.mixed)
    for name, question in dataset.questions.items():
        numbers = [str(fact) for answer in question.answers for fact in answer.facts if fact in observations]
        yield name, _series_of(numbers, queries), numbers, str(question.why)
    for name, point in observations.items():
        numbers = [name, *map(str, point.observation.compared_with)]
        why = gettext("The source of the number compares the two; their definitions differ.")
        yield name, _series_of(numbers, queries), numbers, why


def _series_of(numbers: Iterable[str], queries: Queries) -> tuple[str, ...]:
    """Return the ids of the series of numbers, each once."""
    return tuple(dict.fromkeys(queries.dataset.observations[name].series_id for name in numbers))


def _unlike_pairs(series_ids: Iterable[str], queries: Queries) -> Iterator[frozenset[str]]:
    """Yield each pair of series with the same unit and different definitions, which a reader could take for alike."""
    series = queries.dataset.series
    for first, second in combinations(series_ids, 2):
        is_alike = series[first].comparability_group == series[second].comparability_group
        if series[first].unit == series[second].unit and not is_alike:
            yield frozenset((first, second))
