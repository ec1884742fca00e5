"""What a reader is told who points at a mark: the number with its qualifier, its period, who says so."""

from collections.abc import Callable
from typing import Any

from macros import phrase
from macros.charts.data import Mark, Row
from macros.queries import Queries

TOOLTIP = [
    {"field": name, "type": "nominal", "title": title}
    for name, title in (
        ("number", "Number"),
        ("what", "What is counted"),
        ("period", "Period"),
        ("speaker", "Who says so"),
        ("source", "Source"),
        ("note", "Note"),
    )
]
"""The lines of what is told, in order; a line without words is left out by the page."""

Words = Callable[[Row | Mark], dict[str, Any]]


def words_of(queries: Queries) -> Words:
    """Return what gives the words for one number, or for a fact that is marked with its date."""

    def words(shown: Row | Mark) -> dict[str, Any]:
        titles = "; ".join(str(queries.dataset.sources[name].title) for name in shown.sources)
        return (_number(shown) if isinstance(shown, Row) else {"what": shown.text}) | {"source": titles}

    return words


def _number(row: Row) -> dict[str, Any]:
    observation = row.observation
    number = phrase.full(observation, row.series.unit, has_unit=True)
    return {
        "number": "no number" if row.value is None else number,
        "what": row.name,
        "period": phrase.capital(row.when),
        "speaker": row.speaker,
        "note": " ".join(str(observation.note or "").split("\n")),
    }
