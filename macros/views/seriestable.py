"""The numbers of a series as rows of a table, and the support that most of them have."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from macros.model import Observation, Series
from macros.queries import Queries
from macros.views.evidence import evidence

_MANY = 36  # the most numbers that a page shows without folding some
_LAST_SHOWN = 24  # how many of the last numbers it shows, if there are more; the others are folded

Run = tuple[Observation, ...]
"""A number alone, or gaps that follow each other for the same reason."""


@dataclass(frozen=True)
class SeriesTable:
    """The numbers of a series in order of time."""

    parts: tuple[tuple[Run, ...], ...]
    """All rows, or if there are many two parts of them; the first of two is folded."""
    support: str
    """The support that most of several numbers have, in words; "" if no support is that of most."""
    is_supported_alike: bool


def table(series: Series, queries: Queries) -> SeriesTable:
    """Return the table of a series."""
    numbers = series.observations
    parts = (numbers[:-_LAST_SHOWN], numbers[-_LAST_SHOWN:]) if len(numbers) > _MANY else (numbers,)
    supports = Counter(evidence(one.id, queries).support for one in numbers if not one.is_gap)
    support, count = next(iter(supports.most_common(1)), ("", 0))
    return SeriesTable(
        parts=tuple(tuple(_runs(part)) for part in parts),
        support=support if count > 1 and 2 * count > supports.total() else "",
        is_supported_alike=len(supports) == 1,
    )


def _runs(numbers: Iterable[Observation]) -> Iterator[Run]:
    for (is_gap, *_), run in groupby(numbers, key=lambda one: (one.is_gap, str(one.note or ""), one.citations)):
        members = tuple(run)
        yield from [members] if is_gap else ((one,) for one in members)
