"""Time as a horizontal axis: where periods stand, where a line breaks, and what the axis says."""

from collections.abc import Sequence
from dataclasses import dataclass

from macros import dates
from macros.charts.data import Row
from macros.charts.scale import bounds, moment, thin
from macros.dates import Edtf

_YEARS = frozenset({"fiscal year", "calendar year"})
_FEW_YEARS = 3
_MONTH_WIDTH = 64
_YEAR_WIDTH = 42


@dataclass(frozen=True)
class TimeAxis:
    """Time from ``low`` to ``high``; whole years stand at their number, anything finer at its middle."""

    counts_years: bool
    low: float
    high: float

    def at(self, period: Edtf) -> float:
        """Return where a period stands."""
        if self.counts_years:
            point = period.begin or period.end
            assert point
            return float(point.year)
        return moment(period)

    def sides(self, period: Edtf) -> tuple[float, float]:
        """Return where a period starts and ends."""
        if not self.counts_years:
            return bounds(period)
        begin, end = period.begin or period.end, period.end or period.begin
        assert begin
        assert end
        return begin.year - 0.5, end.year + 0.5

    def ticks(self, width: float) -> tuple[tuple[float, str], ...]:
        """Return the places that are named under an axis of ``width`` pixels, with their names."""
        if self.counts_years or self.high - self.low > _FEW_YEARS:
            years = range(int(-(-self.low // 1)), int(self.high) + 1)
            return tuple((float(year), str(year)) for year in thin(years, int(width / _YEAR_WIDTH)))
        months = range(int(self.low * 12) + 1, int(self.high * 12) + 1)
        step = next((step for step in (1, 3, 6) if width / (len(months) / step) >= _MONTH_WIDTH), 12)
        named = (month for month in months if month % step == 0)
        return tuple(((m + 0.5) / 12, f"{dates.MONTHS[m % 12][:3]} {m // 12}") for m in named)


def axis(rows: Sequence[Row], periods: Sequence[Edtf]) -> TimeAxis:
    """Return the axis that holds every drawn number and every other period."""
    counts_years = all(row.series.period_kind in _YEARS for row in rows)
    probe = TimeAxis(counts_years, 0, 0)
    sides = [probe.sides(row.observation.period) for row in rows if row.value is not None]
    places = [probe.at(period) for period in periods]
    return TimeAxis(counts_years, min([low for low, _ in sides] + places), max([high for _, high in sides] + places))


def runs(rows: Sequence[Row]) -> tuple[tuple[Row, ...], ...]:
    """Cut one series where a line may not go on: at a gap, a missing period, or a number that is not firm."""
    found: list[list[Row]] = []
    is_open = False
    for row in rows:
        if row.value is None:
            is_open = False
            continue
        if is_open and row.is_firm and _follows(found[-1][-1], row):
            found[-1].append(row)
        else:
            found.append([row])
        is_open = row.is_firm
    return tuple(tuple(run) for run in found)


def _follows(before: Row, after: Row) -> bool:
    """Whether no period is missing between two numbers; irregular points of time have none to miss."""
    first, second = before.observation.period.begin, after.observation.period.begin
    assert first
    assert second
    if after.series.period_kind in _YEARS:
        return second.year - first.year == 1
    if after.series.period_kind == "month":
        return (second.year - first.year) * 12 + (second.month or 1) - (first.month or 1) == 1
    return True
