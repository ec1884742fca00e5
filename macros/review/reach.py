"""Where a fact is shown, and the facts that are related to it."""

from collections.abc import Iterator

from macros.model import FACT_KINDS, Series, Statement
from macros.review.state import TOPIC, State


def pages(fact: str, state: State, charts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the addresses, relative to the site, of the pages that show a fact or one of the charts that draw it.

    The address of a whole page is left out if there is an address of a place on it.
    """
    addresses = dict.fromkeys(_addresses(fact, state, charts))
    with_places = {address.partition("#")[0] for address in addresses if "#" in address}
    return tuple(address for address in addresses if address not in with_places)


def neighbours(fact: str, state: State) -> tuple[str, ...]:
    """Return the ids of the other numbers in the series of a number."""
    if fact not in state.dataset.observations:
        return ()
    series = state.dataset.observations[fact].series
    return tuple(str(observation.id) for observation in series.observations if observation.id != fact)


def dependants(fact: str, state: State) -> tuple[str, ...]:
    """Return the ids of the records that refer to a number."""
    kinds = (*FACT_KINDS, "statute", "term", "actor")
    referrers = state.queries.referrers.get(fact, ()) if state.kind(fact) == "observation" else ()
    return tuple(name for name in referrers if state.kind(name) in kinds)


def charts(fact: str, state: State, *, whole: bool) -> tuple[str, ...]:
    """Return the ids of the charts that draw a fact or mark it.

    If the fact is ``whole``, that is new or gone, the charts that count facts of its sources are among them.
    """
    ids = {fact, state.queries.owner(fact)}
    sources = set(state.queries.sources(fact)) if whole and state.kind(fact) in FACT_KINDS else set()
    return tuple(
        chart_id
        for chart_id, chart in state.dataset.charts.items()
        if fact == chart_id or ids & {*chart.series, *chart.marked, *chart.statutes} or sources & {*chart.sources}
    )


def _addresses(fact: str, state: State, charts: tuple[str, ...]) -> Iterator[str]:
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
