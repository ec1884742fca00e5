"""Picks what a chart shows from the data, as a tidy table: the same rows for the drawing, the table and the files."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import zip_longest

from macros import phrase
from macros.charts.data import Annotation, Coverage, Numbers, Row, Shown, Tier
from macros.language import gettext, gettext_noop, message
from macros.model import Chart, Event, Observation, Statement
from macros.model.dates import Edtf, undated_last
from macros.queries import Queries
from macros.views import cited
from macros.views.words import with_year

_LONG_NAME = 24
_MONTHS = {"month": 1, "calendar year": 12, "fiscal year": 12, "school year": 12}
_TOLD = (
    gettext_noop("Number"),
    gettext_noop("What is counted"),
    gettext_noop("Period"),
    gettext_noop("Who says so"),
    gettext_noop("Source"),
    gettext_noop("Note"),
)


def shown(chart: Chart, queries: Queries) -> Shown:
    """Return what a chart shows: Coverage, tiers of penalties or Numbers, whichever its mark draws."""
    if chart.mark == "coverage":
        return _coverage(chart, queries)
    if chart.mark == "ladder":
        laws = ((queries.dataset.statutes[name], _titles(queries.sources(name), queries)) for name in chart.statutes)
        return tuple(Tier(law, provision, titles) for law, titles in laws for provision in law.provisions)
    rows = _rows(chart.series, queries, chart.labels, chart.period)
    return Numbers(rows, _marks(chart, queries), frozenset(map(str, chart.numbers)))


def of_series(series_id: str, queries: Queries) -> Numbers:
    """Return every number of one series, with a mark for none."""
    return Numbers(_rows((series_id,), queries), (), frozenset())


def _titles(source_ids: Iterable[str], queries: Queries) -> str:
    sources = (queries.dataset.sources[name] for name in source_ids)
    return "; ".join(f"{source.title} ({source.publisher})" for source in sources)


def _rows(
    series_ids: Iterable[str], queries: Queries, labels: Iterable[str] = (), period: Edtf | None = None
) -> tuple[Row, ...]:
    """Return the numbers of series within a period, series by series, in order of time."""
    found: list[Row] = []
    for series_id, name in zip_longest(series_ids, labels):
        run = 0
        for observation in queries.dataset.series[series_id].observations:
            if period is None or observation.period.overlaps(period):
                row = _row(observation.id, queries, name)
                run += not (found and found[-1].series_id == series_id and _follows(found[-1], row))
                found.append(replace(row, run=run))
    return tuple(found)


def _follows(before: Row, after: Row) -> bool:
    """Whether a line joins two numbers: both are firm, share no day, and no month or year is between them."""
    first, second = before.observation.period.start, after.observation.period.start
    months = (second.year - first.year) * 12 + (second.month or 1) - (first.month or 1)
    is_next = months == _MONTHS.get(after.series.period_kind, months)
    are_apart = not before.observation.period.overlaps(after.observation.period)
    return before.is_firm and after.is_firm and is_next and are_apart


def _row(record_id: str, queries: Queries, label: str | None = None) -> Row:
    point, sources = queries.dataset.observations[record_id], queries.sources(record_id, "supports")
    number, series = point.observation, point.series
    value, name = number.high if number.value is None else number.value, label or phrase.capital(series.measure)
    speaker = _speaker(number, sources, queries)
    titles = _titles(sources or queries.sources(point.series_id, "supports"), queries)  # a gap cites nothing itself
    when = f"{number.period}*" if phrase.is_unstated(number, series) else phrase.period(number, series)
    note = " ".join(str(number.note or "").split("\n"))
    words = (phrase.full(number, series), name, phrase.capital(when), speaker, titles, note)
    return Row(
        *(number, series, point.series_id, point.index, name, speaker, titles),
        value=None if value is None else float(value),
        low=None if number.low is None else float(number.low),
        when=when,
        note=note,
        end=phrase.end(number),
        look=_look(number),
        is_firm=number.low is None and number.status == "published" and number.qualifier == "exact",
        told={message(title): text for title, text in zip(_TOLD, words, strict=True) if text},
    )


def _look(number: Observation) -> str:
    if number.status in phrase.PLANNED:
        return "dashed"
    inwards = "down" if (number.value or 0) > 0 else "up"
    is_soft = number.qualifier in phrase.ROUNDED or number.formula or phrase.end(number) == inwards
    return "hollow" if number.status == "partial" else "pale" if is_soft else "solid"


def _speaker(number: Observation, sources: tuple[str, ...], queries: Queries) -> str:
    """Return who gives a number: "Gull Gazette, citing Ann Reed"; of one that its publisher gives, the publisher.

    A long name gives way to the shortest alias.
    """
    name = str(queries.dataset.sources[sources[0]].publisher) if sources else ""
    voice = number.attributed_to
    actor = queries.dataset.actors[voice.actor] if voice and voice.actor else None
    names = (actor.name, *actor.aliases) if actor else ()
    short = actor.name if actor and len(actor.name) <= _LONG_NAME else min(names, key=len, default="")
    cited = short or (voice and voice.described)
    is_own = cited == name or name in names
    if not cited or is_own:
        return name
    return gettext("%(publisher)s, citing %(speaker)s", publisher=name, speaker=cited)


def _coverage(chart: Chart, queries: Queries) -> Coverage:
    """Return how many facts of each topic cite each of the chart's sources, the topic with the most of them first."""
    by_date = queries.by_issue(map(str, chart.sources))
    facts = ((source, queries.owner(fact)) for source in by_date for fact in cited.facts(source, queries))
    counts = Counter((str(topic), source) for source, owner in facts for topic in queries.entities[owner].topics)
    rows = ((topic.label, {one: counts[topic.id, one] for one in by_date}) for topic in queries.dataset.topic.topics)
    topics = tuple(sorted(rows, key=lambda row: -sum(row[1].values())))
    sources = {name: with_year(queries.dataset.sources[name]) for name in by_date}
    return Coverage(topics, sources, {name: _titles([name], queries) for name in by_date})


def _marks(chart: Chart, queries: Queries) -> tuple[Annotation, ...]:
    """Return the facts that the chart marks, in order of time."""
    units = {str(queries.dataset.series[name].unit) for name in chart.series}
    marks = zip_longest(chart.marked, chart.marked_labels, fillvalue="")
    found = [_mark(str(fact), str(name), units, queries) for fact, name in marks]
    return tuple(sorted(found, key=lambda mark: undated_last(mark.period)))


def _mark(fact: str, label: str, units: set[str], queries: Queries) -> Annotation:
    """Return a fact that a chart marks; a number without a label stands among those of its unit."""
    sources = queries.sources(fact, "supports")
    titles = _titles(sources, queries)
    if fact in queries.dataset.observations:
        row = _row(fact, queries)
        words = phrase.full(row.observation, row.series)
        said = {"speaker": row.speaker, "time": row.when, "measure": row.series.measure, "number": words}
        text = gettext("%(speaker)s, on %(time)s: %(measure)s, %(number)s", **said)
        own = row if row.series.unit in units and not label else None
        return Annotation(fact, row.observation.period, text, _told(text, titles), own, label)
    record = queries.entities[fact]
    assert isinstance(record, Event | Statement)
    period = queries.date_of(fact) or next((queries.dataset.sources[name].issued for name in sources), None)
    publisher = queries.dataset.sources[sources[0]].publisher
    text = f"{record.title}, {period}" if isinstance(record, Event) else f"{publisher}, {period}: {record.text}"
    text = text.replace("\n", " ")
    of_day = [name for name in sources if queries.dataset.sources[name].issued == period]
    document = next((number for number, name in enumerate(queries.documents) if name in of_day), None)
    return Annotation(fact, period, text, _told(text, titles), label=label, document=document)


def _told(text: str, titles: str) -> dict[str, str]:
    return {gettext("Marked"): text, gettext("Source"): titles}
