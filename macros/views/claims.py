"""Where sources disagree: questions by sources, and each question in full."""

from dataclasses import dataclass

from macros.model import Answer, Claim, Primary
from macros.queries import Queries
from macros.views import words
from macros.views.facts import Fact, facts

SHAPES = {
    "supported": "●",
    "supported with caveat": "◐",
    "broader": "◇",
    "narrower": "◆",
    "differs": "▲",
    "contradicted": "✕",
    "not confirmed": "○",
    "opinion": "“",
    "silent": "–",
    "says": "•",
}
"""The shape that stands beside each verdict's word."""


@dataclass(frozen=True)
class Cell:
    """One source's answer. ``state`` is its verdict, "says" without one, or "silent"; ``quotes`` are its words."""

    source: words.Link
    interest: str
    state: str
    shape: str
    figures: tuple[str, ...]
    quotes: tuple[str, ...]
    facts: tuple[Fact, ...]
    why: str


@dataclass(frozen=True)
class Document:
    """What a primary document says."""

    source: words.Link
    place: str
    text: str
    quote: str
    certainty: str


@dataclass(frozen=True)
class Row:
    """One question with every answer."""

    id: str
    question: str
    topics: tuple[str, ...]
    cells: tuple[Cell, ...]
    relations: tuple[str, ...]
    documents: tuple[Document, ...]
    finding: str
    why: str
    note: str


@dataclass(frozen=True)
class Matrix:
    """Every question; all rows have a cell for each of the sources, in the same order."""

    sources: tuple[words.Link, ...]
    rows: tuple[Row, ...]


def matrix(queries: Queries) -> Matrix:
    """Return every claim. The columns are the sources that any claim has an answer from, in order of issue."""
    dataset = queries.dataset
    named: set[str] = {answer.source for claim in dataset.claims.values() for answer in claim.answers}
    columns = sorted(named, key=lambda name: (_issued(name, queries), name))
    rows = (_row(claim_id, claim, columns, queries) for claim_id, claim in dataset.claims.items())
    ordered = sorted(rows, key=lambda row: (-_weight(row), row.question))
    return Matrix(words.links(tuple(columns), queries), tuple(ordered))


def _issued(source_id: str, queries: Queries) -> str:
    issued = queries.dataset.sources[source_id].issued
    return issued.text if issued else ""


def _weight(row: Row) -> int:
    """Order by how far the sources are apart: contradictions first, agreement last."""
    states = {cell.state for cell in row.cells}
    if "contradicted" in states or "contradicts" in row.relations:
        return 3
    if states & {"differs", "broader", "narrower"}:
        return 2
    return 1 if states & {"supported with caveat", "not confirmed"} else 0


def _row(claim_id: str, claim: Claim, columns: list[str], queries: Queries) -> Row:
    answers: dict[str, Answer] = {answer.source: answer for answer in claim.answers}
    labels = {topic.id: str(topic.label) for topic in queries.dataset.topic.topics}
    return Row(
        id=claim_id,
        question=claim.question,
        topics=tuple(labels[topic] for topic in claim.topics),
        cells=tuple(_cell(source, answers.get(source), queries) for source in columns),
        relations=claim.relations,
        documents=tuple(_document(primary, queries) for primary in claim.primary),
        finding=claim.finding,
        why=claim.why,
        note=str(claim.note or ""),
    )


def _cell(source_id: str, answer: Answer | None, queries: Queries) -> Cell:
    state = "silent" if answer is None or answer.silent else answer.verdict or "says"
    names = answer.facts if answer else ()
    cited = (citation for name in names for citation in queries.citations(name) if citation.source == source_id)
    quotes = (str(citation.quote.exact) for citation in cited if citation.quote)
    return Cell(
        source=words.link(source_id, queries),
        interest=words.INTEREST[queries.dataset.sources[source_id].interest],
        state=state,
        shape=SHAPES[state],
        figures=tuple(words.name(f, queries) for f in names if f in queries.dataset.observations),
        quotes=tuple(dict.fromkeys(quotes)),
        facts=facts(names, queries),
        why=str(answer.why or "") if answer else "",
    )


def _document(primary: Primary, queries: Queries) -> Document:
    return Document(
        source=words.link(primary.source, queries),
        place=words.locator(primary.locator) if primary.locator else "",
        text=primary.text,
        quote=str(primary.quote.exact) if primary.quote else "",
        certainty=words.CERTAINTY[primary.certainty],
    )
