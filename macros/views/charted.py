"""Picks what a chart shows from the data, as a tidy table: the same rows for the drawing, the table and the files."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest

from macros import phrase
from macros.charts.data import Annotation, ChartData, Coverage, Numbers, Row, Tier
from macros.language import gettext, gettext_noop, message
from macros.model import Chart, Event, Observation, Statement
from macros.model.dates import Edtf, undated_last
from macros.queries import Queries
from macros.views import cited
from macros.views.words import with_year

_LONG_NAME = 24
_MONTHS = {"month": 1, "calendar year": 12, "fiscal year": 12, "school year": 12}
_DETAILS = (
    gettext_noop("Number"),
    gettext_noop("What is counted"),
    gettext_noop("Period"),
    gettext_noop("Who says so"),
    gettext_noop("Source"),
    gettext_noop("Note"),
)
"""The labels of the details that a reader sees of a number."""


def data(chart: Chart, queries: Queries) -> ChartData:
    """Return what a chart shows: Coverage, tiers of penalties or Numbers, whichever its mark draws."""
    if chart.mark == "coverage":
        return _coverage(chart, queries)
    if chart.mark == "ladder":
        return tuple(_tiers(chart.statutes, queries))
    rows = _rows(chart.series, queries, chart.labels, chart.period)
    return Numbers(rows, _annotations(chart, queries), frozenset(map(str, chart.numbers)))


def of_series(series_id: str, queries: Queries) -> Numbers:
    """Return every number of one series, without marked facts."""
    return Numbers(_rows((series_id,), queries), (), frozenset())


def _tiers(statute_ids: Iterable[str], queries: Queries) -> Iterator[Tier]:
    """Yield each penalty of laws, with the sources of that penalty alone."""
    for name in statute_ids:
        law = queries.dataset.statutes[name]
        for provision in law.provisions:
            yield Tier(law, provision, _titles(cited.of_provision(provision, name, queries), queries))


def _titles(source_ids: Iterable[str], queries: Queries) -> str:
    """Return the titles of sources with their publishers: "The Lamp (Gull Gazette); The Keeper (Herald)"."""
    sources = (queries.dataset.sources[name] for name in source_ids)
    return "; ".join(f"{source.title} ({source.published_by})" for source in sources)


def _rows(
    series_ids: Iterable[str], queries: Queries, labels: Iterable[str] = (), period: Edtf | None = None
) -> tuple[Row, ...]:
    """Return the numbers of series within a period, series by series, in order of time."""
    rows: list[Row] = []
    for series_id, name in zip_longest(series_ids, labels):
        run = 0
        for observation in queries.dataset.series[series_id].observations:
            if period is None or observation.period.overlaps(period):
                row = _row(observation.id, queries, name)
                if not (rows and rows[-1].series_id == series_id and _follows(rows[-1], row)):
                    run += 1
                rows.append(replace(row, run=run))
    return tuple(rows)


def _follows(before: Row, after: Row) -> bool:
    """Whether a line joins two numbers: both are firm, share no day, and no month or year is between them."""
    first, second = before.observation.period.start, after.observation.period.start
    months = (second.year - first.year) * 12 + (second.month or 1) - (first.month or 1)
    is_next = months == _MONTHS.get(after.series.period_kind, months)
    are_apart = not before.observation.period.overlaps(after.observation.period)
    return before.is_firm and after.is_firm and is_next and are_apart


def _row(record_id: str, queries: Queries, label: str | None = None) -> Row:
    point = queries.dataset.observations[record_id]
    number, series = point.observation, point.series
    sources = queries.sources(record_id, "supports")
    value = number.high if number.value is None else number.value
    name = label or phrase.capital(series.measure)
    speaker = _speaker(number, sources, queries)
    titles = _titles(sources or queries.sources(point.series_id, "supports"), queries)  # a gap cites nothing itself
    when = phrase.period_in_list(number, series)
    note = " ".join(str(number.note or "").split("\n"))
    details = (phrase.full(number, series), name, phrase.capital(when), speaker, titles, note)
    return Row(
        *(number, series, point.series_id, point.index, name, speaker, titles),
        value=None if value is None else float(value),
        low=None if number.low is None else float(number.low),
        when=when,
        note=note,
        end=phrase.end(number),
        look=_look(number),
        is_firm=number.low is None and number.status == "published" and number.qualifier == "exact",
        details={message(title): text for title, text in zip(_DETAILS, details, strict=True) if text},
    )


def _look(number: Observation) -> str:
    """Return the look of a number, as Row explains it; a bound that is open towards zero is pale too."""
    if number.status in phrase.PLANNED:
        return "dashed"
    if number.status == "partial":
        return "hollow"
    towards_zero = "down" if (number.value or 0) > 0 else "up"
    is_pale = number.qualifier in phrase.ROUNDED or number.formula or phrase.end(number) == towards_zero
    return "pale" if is_pale else "solid"


def _speaker(number: Observation, sources: tuple[str, ...], queries: Queries) -> str:
    """Return who gives a number: "Gull Gazette, citing Ann Reed"; the publisher alone if it speaks for itself.

    In place of a long name stands the shortest alias.
    """
    publisher = str(queries.dataset.sources[sources[0]].published_by) if sources else ""
    voice = number.attributed_to
    actor = queries.dataset.actors[voice.actor] if voice and voice.actor else None
    names = (actor.name, *actor.aliases) if actor else ()
    short = actor.name if actor and len(actor.name) <= _LONG_NAME else min(names, key=len, default="")
    speaker = short or (voice and voice.described)
    if not speaker or speaker == publisher or publisher in names:
        return publisher
    return gettext("%(publisher)s, citing %(speaker)s", publisher=publisher, speaker=speaker)


def _coverage(chart: Chart, queries: Queries) -> Coverage:
    """Return how many facts of each topic cite each of the chart's sources, the topic with the most of them first."""
    by_date = queries.by_issue(map(str, chart.sources))
    facts = ((source, queries.owner(fact)) for source in by_date for fact in cited.facts(source, queries))
    counts = Counter((str(topic), source) for source, owner in facts for topic in queries.entities[owner].topics)
    rows = ((topic.label, {one: counts[topic.id, one] for one in by_date}) for topic in queries.dataset.topic.topics)
    topics = tuple(sorted(rows, key=lambda row: -sum(row[1].values())))
    sources = {name: with_year(queries.dataset.sources[name]) for name in by_date}
    return Coverage(topics, sources, {name: _titles([name], queries) for name in by_date})


def _annotations(chart: Chart, queries: Queries) -> tuple[Annotation, ...]:
    """Return the facts that the chart marks, in order of time."""
    units = {str(queries.dataset.series[series_id].unit) for series_id in chart.series}
    annotations = (
        _marked_number(str(fact_id), str(label), units, queries)
        if fact_id in queries.dataset.observations
        else _marked_fact(str(fact_id), str(label), queries)
        for fact_id, label in zip_longest(chart.marked, chart.marked_labels, fillvalue="")
    )
    return tuple(sorted(annotations, key=lambda one: undated_last(one.period)))


def _marked_number(record_id: str, label: str, units: set[str], queries: Queries) -> Annotation:
    """Return a number that a chart marks; without a label it is drawn among the numbers of its unit."""
    row = _row(record_id, queries)
    number = phrase.full(row.observation, row.series)
    values = {"speaker": row.speaker, "time": row.when, "measure": row.series.measure, "number": number}
    text = gettext("%(speaker)s, on %(time)s: %(measure)s, %(number)s", **values)
    details = _details_of_mark(text, queries.sources(record_id, "supports"), queries)
    drawn_row = row if row.series.unit in units and not label else None
    return Annotation(record_id, row.observation.period, text, details, drawn_row, label)


def _marked_fact(record_id: str, label: str, queries: Queries) -> Annotation:
    """Return an event or a statement that a chart marks."""
    record = queries.entities[record_id]
    assert isinstance(record, Event | Statement)
    sources = queries.sources(record_id, "supports")
    issued = {source_id: queries.dataset.sources[source_id].issued for source_id in sources}
    period = queries.date_of(record_id) or next(iter(issued.values()), None)
    publisher = queries.dataset.sources[sources[0]].published_by
    text = f"{record.title}, {period}" if isinstance(record, Event) else f"{publisher}, {period}: {record.text}"
    text = text.replace("\n", " ")
    issued_then = [source_id for source_id in sources if issued[source_id] == period]
    document = next((index for index, source_id in enumerate(queries.documents) if source_id in issued_then), None)
    details = _details_of_mark(text, sources, queries)
    return Annotation(record_id, period, text, details, label=label, document=document)


def _details_of_mark(text: str, source_ids: Iterable[str], queries: Queries) -> dict[str, str]:
    return {gettext("Marked"): text, gettext("Source"): _titles(source_ids, queries)}
