"""The rows of a chart as a table of words for readers, and as plain values for CSV."""

from typing import NamedTuple

from macros import phrase
from macros.charts.data import ChartData, Coverage, Numbers, Row, Tier
from macros.language import gettext, gettext_noop, message
from macros.queries import grouped


class TableCell(NamedTuple):
    """Words; ``fact`` is the id of the record that they tell of, or ""."""

    text: str
    fact: str = ""


Cells = tuple[TableCell, ...]
Part = tuple[str, tuple[Cells, ...]]
"""Rows of a table under a heading, "" if they need none."""
_COUNTED, _SPEAKER = gettext_noop("What is counted"), gettext_noop("Who says so")
_NEVER_LEFT_OUT = ("Period", "Number")  # the columns of numbers that every table has


def table(data: ChartData) -> tuple[Cells, tuple[Part, ...]]:
    """Return the columns of a table, and its rows in parts; the first cell of a row is its heading.

    Rows of numbers stand under what is counted and, if one speaker gives all of these numbers, who says so. Columns
    of numbers in which all rows are alike are left out.
    """
    facts: dict[str, str] = {}
    if isinstance(data, Coverage):
        facts = {name: source for source, name in data.sources.items()}
        rows = [
            {gettext("Topic"): TableCell(label)}
            | {name: TableCell(str(counts[source] or gettext("silent"))) for name, source in facts.items()}
            for label, counts in data.topics
        ]
    elif isinstance(data, Numbers):
        return _numbers([_number(row) for row in data.drawn])
    else:
        rows = [_tier(tier) for tier in data]
    columns = tuple(TableCell(name, facts.get(name, "")) for name in rows[0])
    return columns, (("", tuple(tuple(row.values()) for row in rows)),)


def _numbers(rows: list[dict[str, TableCell]]) -> tuple[Cells, tuple[Part, ...]]:
    groups = grouped((row[_COUNTED].text, row) for row in rows)
    speakers = {name: {row[_SPEAKER].text for row in members} for name, members in groups.items()}
    is_one_each = all(len(names) == 1 for names in speakers.values())
    headed = {_COUNTED, _SPEAKER} if is_one_each else {_COUNTED}
    varied = {name for name in rows[0] if len({row[name].text for row in rows}) > 1}
    kept = [name for name in rows[0] if name in _NEVER_LEFT_OUT or name in varied - headed]
    parts = []
    for name, members in groups.items():
        heading = (name, *speakers[name]) if _SPEAKER in varied & headed else (name,)
        cells = tuple(tuple(row[one] for one in kept) for row in members)
        parts.append((", ".join(heading) if len(groups) > 1 else "", cells))
    return tuple(TableCell(message(name)) for name in kept), tuple(parts)


def _number(row: Row) -> dict[str, TableCell]:
    unit = phrase.unit_of(row.observation, row.series)
    is_gap = row.value is None
    number = phrase.number(row.observation, unit)
    status = phrase.status(row.observation) or (gettext("no figure") if is_gap else gettext("published"))
    return {
        _COUNTED: TableCell(row.name),
        gettext_noop("Period"): TableCell(phrase.capital(row.when)),
        gettext_noop("Number"): TableCell(number if is_gap else phrase.with_unit(number, unit), row.observation.id),
        gettext_noop("Status"): TableCell(status),
        _SPEAKER: TableCell(row.speaker),
        gettext_noop("Note"): TableCell(row.note),
    }


def _tier(tier: Tier) -> dict[str, TableCell]:
    provision = tier.provision
    label = gettext("%(tier)s (for %(unit)s)", tier=provision.label, unit=provision.per) if provision.per else ""
    fine = phrase.fine(provision.fine, gettext("not stated"))
    return {
        gettext("Law"): TableCell(tier.statute.citation),
        gettext("Tier"): TableCell(label or provision.label),
        gettext("Longest prison term"): TableCell(phrase.longest(provision), provision.id),
        gettext("Mandatory minimum"): TableCell(phrase.least(provision), provision.id),
        gettext("Highest fine"): TableCell(fine, provision.id if provision.fine else ""),
        gettext("Class"): TableCell(provision.grade or "–"),
    }


def columns(data: ChartData) -> tuple[tuple[str, ...], ...]:
    """Return a row of names, then rows of values for CSV; periods are as in the data, missing values are ""."""
    if isinstance(data, Numbers):
        rows = [_csv_number(row) for row in data.drawn]
    elif isinstance(data, Coverage):
        rows = [
            {"topic": label, "source": data.titles[source], "facts": count}
            for label, counts in data.topics
            for source, count in counts.items()
        ]
    else:
        rows = [_csv_tier(tier) for tier in data]
    return (tuple(rows[0]), *(tuple(map(_csv_cell, row.values())) for row in rows))


def _csv_cell(value: object) -> str:
    """Return a value on one line, a number without separators of thousands; "" for None."""
    if isinstance(value, float):
        return f"{value:f}".rstrip("0").rstrip(".")
    return "" if value is None else " ".join(str(value).split("\n"))


def _csv_number(row: Row) -> dict[str, object]:
    observation, formula = row.observation, row.observation.formula
    return {
        "id": observation.id,
        "what_is_counted": row.name,
        "period": observation.period.text,
        "period_kind": row.series.period_kind,
        "value": observation.value,
        "low": observation.low,
        "high": observation.high,
        "unit": row.series.unit,
        "qualifier": observation.qualifier,
        "status": observation.status,
        "computed_as": formula and f"{formula.operation} of {', '.join(formula.of)}",
        "who_says_so": row.speaker,
        "source": row.titles,
        "note": observation.note,
    }


def _csv_tier(tier: Tier) -> dict[str, object]:
    provision, statute = tier.provision, tier.statute
    return {
        "id": provision.id,
        "law": statute.citation,
        "tier": provision.label,
        "for_each": provision.per,
        "longest_prison_term": phrase.longest(provision),
        "longest_years": phrase.years(provision.max_prison),
        "mandatory_minimum": phrase.least(provision),
        "minimum_years": phrase.years(provision.min_prison),
        "highest_fine": phrase.fine(provision.fine, ""),
        "highest_fine_amount": provision.fine and provision.fine.amount,
        "currency": provision.fine and provision.fine.currency,
        "class": provision.grade,
        "law_of": statute.as_of.text,
        "source": tier.titles,
    }
