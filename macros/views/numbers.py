"""Numbers: one in a sentence, and a series as a table."""

from dataclasses import dataclass

from macros import phrase
from macros.language import gettext, ngettext
from macros.model import Observation, Series, amounts
from macros.queries import Queries
from macros.views import words
from macros.views.evidence import Evidence, evidence


@dataclass(frozen=True)
class NumberView:
    """One number, as a sentence or a row of a table shows it."""

    record: Observation
    series: Series
    label: str
    period: str
    speaker: words.SiteLink | None
    evidence: Evidence
    home: words.SiteLink
    """Its series, at this number."""

    @property
    def named(self) -> str:
        """The number with its unit in words: "52 percent", "£5"."""
        return phrase.named(self.record, phrase.unit_of(self.record, self.series))


@dataclass(frozen=True)
class SeriesView:
    """A series, as a table; ``extent`` says how many numbers it has, gaps aside, and of which time."""

    id: str
    record: Series
    extent: str
    rows: tuple[NumberView, ...]
    evidence: Evidence


def number(record_id: str, queries: Queries) -> NumberView:
    """Return one number."""
    point = queries.dataset.observations[record_id]
    observation, series = point.observation, point.series
    label = phrase.number(observation, "" if series.unit == amounts.PERCENT else series.unit)
    period = phrase.period(observation, series)
    speaker = words.voice(observation.attributed_to, queries) if observation.attributed_to else None
    home = words.SiteLink(series.title, queries.href(record_id))
    return NumberView(observation, series, label, period, speaker, evidence(record_id, queries), home)


def series_table(series_id: str, queries: Queries) -> SeriesView:
    """Return one series."""
    series = queries.dataset.series[series_id]
    rows = tuple(number(observation.id, queries) for observation in series.observations)
    return SeriesView(series_id, series, _extent(rows), rows, evidence(series_id, queries))


def _extent(rows: tuple[NumberView, ...]) -> str:
    """Return how many numbers there are, and of which time: "2 numbers, 1901 to 1902"; gaps do not count."""
    counted = [row for row in rows if row.record.status != phrase.GAP]
    times = [row.period for row in sorted(counted or rows, key=lambda row: row.record.period.sort_key)]
    first, last = times[0], times[-1]
    if first == last:
        span = first
    elif any(row.record.period.is_span for row in rows):
        span = gettext("first %(first)s, last %(last)s", first=first, last=last)
    else:
        span = gettext("%(first_period)s to %(last_period)s", first_period=first, last_period=last)
    return ngettext("%(num)s number, %(time)s", "%(num)s numbers, %(time)s", len(counted), time=span)
