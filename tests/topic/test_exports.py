"""The files of this topic's charts have the numbers of their tables."""

from macros.load import load
from macros.queries import Queries
from macros.views import charted, charttable
from macros.views.figure import figure
from tests.factories import ROOT


def test_the_numbers_are_those_of_the_table() -> None:
    """Each chart of the real topic has a row for each fact of its table, with the same ids."""
    queries = Queries(load(ROOT))
    for name, chart in queries.dataset.charts.items():
        shown = figure(name, queries)
        facts = list(dict.fromkeys(cell.fact for row in shown.rows for cell in row if cell.fact))
        names, *rows = charttable.columns(charted.shown(chart, queries))
        assert {len(row) for row in rows} == {len(names)}
        if facts:
            assert [row[0] for row in rows] == facts
        else:
            assert len(rows) == len(shown.rows) * (len(shown.columns) - 1)
