"""What a fact touches: pages, charts, questions, and the facts beside it that were left as they were."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from macros.model import FACT_KINDS, Question, Series, Statement
from macros.review.compare import Difference
from macros.review.state import TOPIC, State

_CALL = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_ID = re.compile(r"""["']([a-z][a-z0-9-]*)["']""")
_DOCS = re.compile(r"^docs/|\.md$")


@dataclass(frozen=True)
class Reach:
    """What a fact touches: addresses relative to the site, and the ids of charts and questions."""

    pages: tuple[str, ...]
    charts: tuple[str, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True)
class Beside:
    """The facts beside a fact in a question or a series: how many there are, and which were left as they were."""

    whole: str
    count: int
    untouched: tuple[str, ...]


def reach(fact: str, state: State, *, whole: bool) -> Reach:
    """Return what a fact touches; ``whole`` says that it is new or gone, so that counts of facts change too."""
    questions = tuple(state.queries.referring(fact, "question")) if state.kind(fact) in FACT_KINDS else ()
    charts = tuple(dict.fromkeys(_charts(fact, state, whole=whole)))
    pages = dict.fromkeys(_pages(fact, state, charts, questions))
    exact = {page.partition("#")[0] for page in pages if "#" in page}
    return Reach(tuple(page for page in pages if page not in exact), charts, questions)


def beside(fact: str, difference: Difference, state: State) -> tuple[Beside, ...]:
    """Return the facts of the same questions and of the same series, and those that refer to this one."""
    found = []
    for question in state.queries.referring(fact, "question") if state.kind(fact) in FACT_KINDS else ():
        answers = answering(state.dataset.questions[question])
        found.append(Beside(question, len(answers), _untouched(answers, difference)))
    if fact in state.dataset.observations:
        series = state.dataset.observations[fact].series_id
        numbers = tuple(observation.id for observation in state.dataset.series[series].observations)
        if len(numbers) > 1:
            found.append(Beside(series, len(numbers), _untouched(numbers, difference)))
    return tuple(found)


def dependants(fact: str, difference: Difference, state: State) -> tuple[str, ...]:
    """Return the facts that name this one in prose or are computed from it, and were left as they were."""
    others = (*FACT_KINDS, "statute", "term", "actor")
    naming = tuple(name for name in state.queries.referrers.get(fact, ()) if state.kind(name) in others)
    return _untouched(naming, difference) if state.kind(fact) == "observation" else ()


def answering(question: Question) -> tuple[str, ...]:
    """Return every fact that answers a question, each once."""
    return tuple(dict.fromkeys(str(name) for answer in question.answers for name in answer.facts))


def _untouched(facts: tuple[str, ...], difference: Difference) -> tuple[str, ...]:
    return tuple(name for name in facts if difference.renamed.get(name, name) not in difference.touched)


def _charts(fact: str, state: State, *, whole: bool) -> Iterator[str]:
    """Yield the charts that draw a fact, mark it, or count it among the facts of a source."""
    series = state.dataset.observations[fact].series_id if fact in state.dataset.observations else fact
    cited = set(state.queries.sources(fact)) if whole and state.kind(fact) in FACT_KINDS else set()
    for name, chart in state.dataset.charts.items():
        if fact == name or {fact, series} & {*chart.series, *chart.marked, *chart.statutes} or cited & {*chart.sources}:
            yield name


def _pages(fact: str, state: State, charts: tuple[str, ...], questions: tuple[str, ...]) -> Iterator[str]:
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
    yield from (queries.href(name) for name in (*questions, *charts))
    if isinstance(record, Series):
        yield from (queries.href(observation.id) for observation in record.observations[:1])
    yield from mentions(state).get(fact, ())


def mentions(state: State) -> Mapping[str, tuple[str, ...]]:
    """Return the hand-written pages that call a macro with an id, for every id."""
    return _mentions(tuple(state.pages().items()))


@cache
def _mentions(pages: tuple[tuple[str, str], ...]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for path, text in pages:
        address = f"{_DOCS.sub('', path)}.html"
        for call in _CALL.findall(text):
            for name in _ID.findall(call):
                found.setdefault(name, {})[address] = None
    return {name: tuple(addresses) for name, addresses in found.items()}
