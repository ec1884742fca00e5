"""What a chart tells of a number that a reader steps to."""

import json
from typing import Any

import pytest

from macros import charts
from macros.model import Chart, Series, Source
from macros.queries import Queries
from macros.views import charted
from tests.factories import dataset, make


def _rows(mark: str, *observations: dict[str, Any], **chart: Any) -> list[dict[str, Any]]:
    """Return what is drawn of a chart of one series of lamps, and told of it."""
    series = make(Series, observations=observations)
    data = dataset(
        sources={"gazette": make(Source)},
        series={"lamps": series},
        charts={"few": make(Chart, mark=mark, series=("lamps",), **chart)},
    )
    chart_ = data.charts["few"]
    spec = json.loads(charts.specs(mark, charted.data(chart_, Queries(data)), chart_.alt)["wide"])
    (rows,) = (source["values"] for source in spec["data"] if source["name"] == "rows")
    return [row for row in rows if "told" in row]


def _seen(year: int, value: int | None, **changes: Any) -> dict[str, Any]:
    return {"id": f"lamps-{year}", "period": str(year), "value": value, **changes}


_GAP: dict[str, Any] = {"status": "gap", "note": "Nobody counted."}


def test_a_gap_says_why() -> None:
    """Whoever steps to the stretch without a number learns the reason."""
    _, gap, _ = _rows("lines", _seen(1901, 3), _seen(1902, None, **_GAP), _seen(1903, 5))
    assert (gap["told"]["Number"], gap["told"]["Period"], gap["told"]["Note"]) == ("gap", "1902", "Nobody counted.")


@pytest.mark.parametrize("mark", ["lines", "bars", "dots", "panels"])
def test_what_is_told_keeps_the_qualifier(mark: str) -> None:
    """A lower bound is one in the words too, with its unit, its period and its source."""
    bound = _rows(mark, _seen(1901, 3), _seen(1902, 500, qualifier="more than"))[1]
    assert bound["told"] == {
        "Number": "more than 500 lamps",
        "What is counted": "Lamps",
        "Period": "1902",
        "Who says so": "Gull Gazette",
        "Source": "The lamp is lit (Gull Gazette)",
    }
