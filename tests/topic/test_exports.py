"""The files of this topic's charts have the numbers of their tables, and its feeds those of its pages."""

from dataclasses import replace

from macros import phrase
from macros.exports import references
from macros.exports.described import Kinds
from macros.exports.labels import label
from macros.load.docs import read_docs
from macros.model.addresses import page_at
from macros.model.docs import page_name
from macros.pages import homes
from macros.queries import Queries
from macros.review.report import report
from macros.review.state import State
from macros.review.versions import Version, changes
from macros.views import charted, charttable
from macros.views.figure import figure
from tests.factories import ROOT, loaded


def test_the_numbers_are_those_of_the_table() -> None:
    """Each chart of the real topic has a row for each fact of its table, with the same ids."""
    queries = Queries(loaded(ROOT))
    for name, chart in queries.dataset.charts.items():
        shown = figure(name, queries)
        facts = list(dict.fromkeys(cell.fact for row in shown.rows for cell in row if cell.fact))
        names, *rows = charttable.columns(charted.data(chart, queries))
        assert {len(row) for row in rows} == {len(names)}
        if facts:
            assert [row[0] for row in rows] == facts
        else:
            assert len(rows) == len(shown.rows) * (len(shown.columns) - 1)


def test_a_feed_tells_each_number_as_its_page_does() -> None:
    """If every number had been one less in the version before, the newest would tell each as it is, with its source."""
    now = loaded(ROOT)
    was = {
        name: series.model_copy(
            update={
                "observations": tuple(
                    one if one.value is None else one.model_copy(update={"value": one.value - 1})
                    for one in series.observations
                )
            }
        )
        for name, series in now.series.items()
    }
    told = report(State(replace(now, series=was)), State(now))
    found = changes((Version("", "", "new", None), Version("new", "2017-04-11", "old", told)))
    by_address = {change.href.rpartition("#")[2]: change.text for change in found}
    queries = Queries(now)
    numbers = {one.id: series for series in now.series.values() for one in series.observations if one.value is not None}
    for name, series in numbers.items():
        assert f"now {phrase.full(queries.observation(name), series)}" in by_address[name]
        assert "Sources: " in by_address[name]


def test_each_row_and_each_citation_names_a_source() -> None:
    """Rows of charts and of series name a source, gaps too; records and pages of documents cite theirs."""
    docs = read_docs(ROOT)
    queries = homes.queries(docs, loaded(ROOT))
    for name, chart in queries.dataset.charts.items():
        names, *rows = charttable.columns(charted.data(chart, queries))
        assert [row[0] for row in rows if not row[names.index("source")]] == [], name
    for name in queries.dataset.series:
        names, *rows = charttable.columns(charted.of_series(name, queries))
        assert [row[0] for row in rows if not row[names.index("source")]] == [], name
    documents = {page_name(page_at(address)): source for source, address in queries.documents.items()}
    for one in references.cited(queries, docs):
        if one.id in documents:
            assert [item["id"] for item in one.items[1:]] == [f"source-{documents[one.id]}"]
        elif one.id in queries.kinds:
            assert one.items[1:], one.id


def test_all_files_of_a_chart_name_the_same_sources() -> None:
    """The rows of a chart, the description of its file, its citation and its JSON-LD have one list of sources."""
    docs = read_docs(ROOT)
    queries = homes.queries(docs, loaded(ROOT))
    cited = {one.id: [item["title"] for item in one.items[1:]] for one in references.cited(queries, docs)}
    for name, chart in queries.dataset.charts.items():
        shown = [queries.dataset.sources[source] for source in figure(name, queries).source_ids]
        names, *rows = charttable.columns(charted.data(chart, queries))
        in_rows = "; ".join(row[names.index("source")] for row in rows)
        for source in shown:
            in_full = f"{source.title} ({source.published_by})"
            assert in_full in in_rows, name
            in_rows = in_rows.replace(in_full, "")
        assert set(in_rows) <= set("; "), name
        titles = [str(one.title) for one in shown]
        assert [one["title"] for one in label(name, queries)["sources"]] == cited[name] == titles
        (described,) = Kinds("", queries).nodes(name)
        assert len(described["isBasedOn"]) == len(titles)


def test_a_penalty_names_its_own_sources() -> None:
    """Each row of a ladder names what bears out that penalty, not all that its law cites."""
    queries = Queries(loaded(ROOT))
    for chart in queries.dataset.charts.values():
        shown = charted.data(chart, queries)
        for tier in shown if isinstance(shown, tuple) else ():
            own = {str(one.source) for one in tier.provision.citations if one.role == "supports"}
            assert own, tier.provision.id
            sources = (queries.dataset.sources[one] for one in own)
            titles = {f"{source.title} ({source.published_by})" for source in sources}
            assert set(tier.titles.split("; ")) == titles
