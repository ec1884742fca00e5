"""Numbers as bars, panels or dots: one row for each."""

from collections.abc import Callable, Iterable, Sequence

from macros import phrase
from macros.charts.data import Row
from macros.charts.strips import Strip

_LOOKS = {"partial": "hollow", **dict.fromkeys(phrase.PLANNED, "dashed")}


def strips(rows: Sequence[Row], mark: str) -> tuple[Strip, ...]:
    """Return one strip for each number; bars stand together by unit, panels and dots by name."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(phrase.capital(row.series.unit) if mark == "bars" else row.name, []).append(row)
    has_units = mark == "panels" and not _is_one(row.series.unit for row in rows)
    return tuple(
        _strip(
            row,
            _label(row, members),
            heading if len(groups) > 1 else "",
            kind if mark == "dots" else None,
            has_unit=has_units,
        )
        for kind, (heading, members) in enumerate(groups.items())
        for row in members
    )


def _is_one(values: Iterable[object]) -> bool:
    return len(set(values)) == 1


def _strip(row: Row, label: str, heading: str, kind: int | None, *, has_unit: bool) -> Strip:
    observation = row.observation
    is_soft = observation.qualifier in phrase.ROUNDED | phrase.OPEN_DOWN or observation.formula is not None
    return Strip(
        label=label,
        words=phrase.full(observation, row.series.unit, has_unit=has_unit),
        value=row.value,
        heading=heading,
        look=_LOOKS.get(observation.status, "pale" if is_soft else "solid"),
        end=phrase.end(observation),
        low=row.low,
        kind=kind or 0,
        is_dot=kind is not None,
    )


def _label(row: Row, members: Sequence[Row]) -> str:
    """Return what tells a number from the others of its group: what it counts, when, and who says so."""
    parts: tuple[Callable[[Row], str], ...] = (lambda r: r.name, lambda r: r.when, lambda r: r.speaker)
    telling = [part(row) for part in parts if not _is_one(part(member) for member in members)]
    return phrase.capital(", ".join(telling or [row.when]))
