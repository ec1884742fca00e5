"""Finds what a fact touches: pages, charts, and related facts that did not change."""

from collections.abc import Iterator

from macros.model import FACT_KINDS, Series, Statement
from macros.review.state import TOPIC, State


def pages(fact: str, state: State, charts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the addresses of the pages that show a fact, or one of the charts that it is in, relative to the site."""
    found = dict.fromkeys(_pages(fact, state, charts))
    exact = {page.partition("#")[0] for page in found if "#" in page}
    return tuple(page for page in found if page not in exact)


def neighbours(fact: str, state: State) -> tuple[str, ...]:
    """Return the ids of the other numbers in the series of a number."""
    if fact not in state.dataset.observations:
        return ()
    series = state.dataset.observations[fact].series
    return tuple(str(observation.id) for observation in series.observations if observation.id != fact)


def dependants(fact: str, state: State) -> tuple[str, ...]:
    """Return the ids of the records that refer to a number."""
    others = (*FACT_KINDS, "statute", "term", "actor")
    naming = state.queries.referrers.get(fact, ()) if state.kind(fact) == "observation" else ()
    return tuple(name for name in naming if state.kind(name) in others)


def charts(fact: str, state: State, *, whole: bool) -> tuple[str, ...]:
    """Return the ids of charts that draw a fact, mark it, or count it, if it is ``whole``: new or gone."""
    series = state.queries.owner(fact)
    cited = set(state.queries.sources(fact)) if whole and state.kind(fact) in FACT_KINDS else set()
    return tuple(
        name
        for name, chart in state.dataset.charts.items()
        if fact == name or {fact, series} & {*chart.series, *chart.marked, *chart.statutes} or cited & {*chart.sources}
    )


def _pages(fact: str, state: State, charts: tuple[str, ...]) -> Iterator[str]:
    if fact == TOPIC:
        return
    queries = state.queries
    yield queries.href(fact)
    record = state.facts[fact]
    if state.kind(fact) in FACT_KINDS:
        yield from (queries.href(source) for source in queries.sources(fact))
        yield from (queries.href(statute) for statute in state.statutes(fact))
    if isinstance(record, Statement) and record.attributed_to.actor:
        yield queries.href(record.attributed_to.actor)
    questions = queries.referring(fact, "question") if state.kind(fact) in FACT_KINDS else ()
    yield from (queries.href(name) for name in (*questions, *charts, *queries.referring(fact, "comparison")))
    yield from (queries.documents[name] for name in queries.referring(fact, "source") if name in queries.documents)
    if isinstance(record, Series):
        yield from (queries.href(observation.id) for observation in record.observations[:1])
    yield from state.mentions.get(fact, ())
