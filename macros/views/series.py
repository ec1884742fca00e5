"""Series: the index of all by subject, the page of each, and which stand together although they count unlike."""

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

_DRAWN_FROM = 4
"""How many numbers a series has at least that is drawn."""
_MANY, _OPEN = 36, 24
"""How many numbers a page shows at most, and how many of the last if there are more; the others are folded."""


@dataclass(frozen=True)
class Entry:
    """A series on one line: id and words of its latest number, and the ids of all its numbers, which lead here."""

    id: str
    title: words.SiteLink
    latest: str
    value: str
    period: str
    extent: str
    sources: tuple[words.SiteLink, ...]
    spark: Sparkline | None
    numbers: tuple[str, ...]


@dataclass(frozen=True)
class SeriesPage:
    """A series with all that belongs to it; ``chart`` is the first that draws it.

    ``then`` are its numbers of the month or day on which a document of the topic was issued, with the document.
    """

    record: Series
    entry: Entry
    then: tuple[tuple[Observation, words.SiteLink], ...]
    parts: tuple[tuple[Observation, ...], ...]
    """The numbers in order of time; of many, those before the last are a part of their own, which is folded."""
    subject: words.SiteLink
    chart: Figure | None
    has_evidence: bool
    """Whether the series rests on passages that its numbers do not show."""
    comparable: tuple[words.SiteLink, ...]
    compared: tuple[words.SiteLink, ...]
    uses: tuple[tuple[str, tuple[words.SiteLink, ...]], ...]


Unlike = tuple[tuple[Observation, ...], words.SiteLink, str]
"""A number of each of some series that cannot be compared, the first place where they stand together, and why."""


def _anchor(topic: Named) -> str:
    """Return where the index shows the series of a topic."""
    return f"numbers-{topic.id}"


def index(queries: Queries) -> list[tuple[str, str, tuple[Entry, ...]]]:
    """Return anchor, label and series of each topic that is the first of some, that of most series first.

    Of a topic the series of most numbers come first.
    """
    entries = [entry(name, queries) for name in queries.dataset.series]
    entries.sort(key=lambda one: (-len(one.numbers), order(one.title.label)))
    found = grouped((str(queries.dataset.series[one.id].topics[0]), one) for one in entries)
    topics = (topic for topic in queries.dataset.topic.topics if topic.id in found)
    subjects = [(_anchor(topic), str(topic.label), found[topic.id]) for topic in topics]
    return sorted(subjects, key=lambda subject: -len(subject[2]))


def latest(series: Series) -> tuple[Observation, ...]:
    """Return the last number of a series in time, or several of the same time; gaps only if there is nothing else."""
    last = max((one.status != phrase.GAP, one.period.sort_key) for one in series.observations)
    return tuple(one for one in series.observations if (one.status != phrase.GAP, one.period.sort_key) == last)


def value(series: Series) -> str:
    """Return the last numbers of a series in words: "more than 500,000 cases", "226 votes; 203 votes"."""
    return "; ".join(phrase.full(one, series) for one in latest(series))


def extent(series: Series) -> str:
    """Return how many numbers there are, and of which time: "2 numbers, 1901 to 1902"; gaps do not count."""
    counted = [one for one in series.observations if one.status != phrase.GAP]
    ordered = sorted(counted or series.observations, key=lambda one: one.period.sort_key)
    first, last = (phrase.period(one, series) for one in (ordered[0], ordered[-1]))
    if first == last:
        span = first
    elif any(one.period.is_span for one in series.observations):
        span = gettext("first %(first)s, last %(last)s", first=first, last=last)
    else:
        span = gettext("%(first_period)s to %(last_period)s", first_period=first, last_period=last)
    return ngettext("%(num)s number, %(time)s", "%(num)s numbers, %(time)s", len(counted), time=span)


def entry(series_id: str, queries: Queries) -> Entry:
    """Return a series on one line."""
    series, rows = queries.dataset.series[series_id], charted.of_series(series_id, queries).rows
    last, drawn = latest(series)[0], sum(row.value is not None for row in rows)
    is_in_time = len({row.observation.period.sort_key for row in rows}) == len(rows)
    return Entry(
        id=series_id,
        title=words.link(series_id, queries),
        latest=str(last.id),
        value=value(series),
        period=phrase.period(last, series),
        extent=extent(series) if drawn > 1 else "",
        sources=words.publishers(queries.sources(last.id, "supports"), queries),
        spark=sparkline(rows) if drawn >= _DRAWN_FROM and is_in_time else None,
        numbers=tuple(str(one.id) for one in series.observations),
    )


def page(series_id: str, queries: Queries, named: Mapping[str, tuple[words.SiteLink, ...]]) -> SeriesPage:
    """Return a series with all that belongs to it; ``named`` are the hand-written pages that name a record."""
    series = queries.dataset.series[series_id]
    rows = series.observations
    shown = {citation for one in series.observations for citation in queries.citations(one.id)}
    alike = series.comparability_group
    group = (name for name, one in queries.dataset.series.items() if one.comparability_group == alike)
    compared = dict.fromkeys(str(other) for one in series.observations for other in one.compared_with)
    drawn_by = next((name for name, chart in queries.dataset.charts.items() if series_id in chart.series), None)
    topic = next(topic for topic in queries.dataset.topic.topics if topic.id == series.topics[0])
    index = queries.home("series_tables")
    return SeriesPage(
        record=series,
        entry=entry(series_id, queries),
        then=tuple(_then(series, queries)),
        parts=(rows[:-_OPEN], rows[-_OPEN:]) if len(rows) > _MANY else (rows,),
        subject=words.SiteLink(topic.label, index and f"{index}#{_anchor(topic)}"),
        has_evidence=not shown.issuperset(series.citations),
        chart=figure(drawn_by, queries) if drawn_by else None,
        comparable=words.links((name for name in group if name != series_id), queries),
        compared=words.links(compared, queries),
        uses=_uses(series_id, queries, named),
    )


def _then(series: Series, queries: Queries) -> Iterator[tuple[Observation, words.SiteLink]]:
    """Yield the number of the month or day of each document, unless it is among the last."""
    last = latest(series)
    for source_id in queries.documents:
        issued = queries.dataset.sources[source_id].issued
        found = (
            one
            for one in series.observations
            if issued and one.period.precision in ("month", "day") and one.period.overlaps(issued)
        )
        if (one := next(found, None)) and one.status != phrase.GAP and one not in last:
            yield one, documents.page(source_id, queries)


def _uses(
    series_id: str, queries: Queries, named: Mapping[str, tuple[words.SiteLink, ...]]
) -> tuple[tuple[str, tuple[words.SiteLink, ...]], ...]:
    """Return what names the series or one of its numbers: questions, charts, other records, and pages."""
    ids = (series_id, *(str(one.id) for one in queries.dataset.series[series_id].observations))
    users = dict.fromkeys(user for name in ids for user in queries.referrers.get(name, ()) if user not in ids)
    headings = {"question": gettext("Questions"), "chart": gettext("Charts"), "": gettext("Facts")}
    kinds = ((queries.kinds[user], user) for user in users)
    groups = grouped((kind if kind in headings else "", user) for kind, user in kinds if kind != "correction")
    found = [(heading, words.links(groups.get(kind, ()), queries)) for kind, heading in headings.items()]
    pages = tuple(dict.fromkeys(page for name in ids for page in named.get(name, ())))
    return tuple((heading, links) for heading, links in (*found, (gettext("Pages"), pages)) if links)


def unlike(queries: Queries) -> Iterator[Unlike]:
    """Yield the series that a chart or a question shows together, or a source compares; each pair only once."""
    known: set[frozenset[str]] = set()
    for place, members, facts, why in _together(queries):
        new = set(_pairs(members, queries)) - known
        known |= new
        if new:
            names = tuple(name for name in members if any(name in pair for pair in new))
            yield _numbers(names, facts, queries), words.link(place, queries), why


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


def _pairs(series_ids: Iterable[str], queries: Queries) -> Iterator[frozenset[str]]:
    """Yield each pair of series with one unit and different definitions, which a reader could take for alike."""
    series = queries.dataset.series
    for one, other in combinations(series_ids, 2):
        is_alike = series[one].comparability_group == series[other].comparability_group
        if series[one].unit == series[other].unit and not is_alike:
            yield frozenset((one, other))
