"""Where sources disagree: questions by sources, and each question in full."""

from collections.abc import Collection
from dataclasses import dataclass

from macros.model import Answer, Primary, Question
from macros.queries import Queries
from macros.views import words
from macros.views.evidence import history, numbers
from macros.views.facts import Fact, fact

SHAPES = {
    "supported": "●",
    "supported with caveat": "◐",
    "broader": "◇",
    "narrower": "◆",
    "differs": "▲",
    "contradicted": "✕",
    "not confirmed": "○",
    "opinion": "“",
    "does not say": "–",
    "silent": "–",
    "says": "•",
}
"""The shape that stands beside each verdict's word."""


_GROUPS = {
    "apart": "Where the sources differ from one another",
    "document": "Where a report differs from the document behind it",
    "together": "Where the sources agree, or add to one another",
    "alone": "Where one source alone speaks",
}
"""The questions under headings, those that matter most to a reader first."""
_AT_ONE = {"same", "sums", "rounding", "complements"}
"""How answers relate that do not stand against one another."""
_OFF = {"contradicted", "differs", "broader", "narrower"}
"""The verdicts on an answer that is not what the document says."""


@dataclass(frozen=True)
class SourceWords:
    """What a source says word for word, and where."""

    exact: str
    place: str


@dataclass(frozen=True)
class Said:
    """One thing that a source says in answer. ``speaker`` is whom it says it of, where that is someone else."""

    fact: Fact
    speaker: str
    quotes: tuple[SourceWords, ...]


@dataclass(frozen=True)
class AnswerCell:
    """One source's answer.

    ``state`` is its verdict, "says" without one, "silent", or "does not say" where it speaks of something near.
    """

    source: words.SiteLink
    interest: str
    state: str
    shape: str
    said: tuple[Said, ...]
    why: str

    @property
    def lead(self) -> tuple[Said, ...]:
        """What stands for the whole answer: its numbers, or where it gives none the first thing that it says."""
        return tuple(one for one in self.said if one.fact.kind == "number") or self.said[:1]

    @property
    def quotes(self) -> tuple[SourceWords, ...]:
        """The source's own words, each once."""
        return tuple(dict.fromkeys(quote for one in self.said for quote in one.quotes))

    @property
    def is_silent(self) -> bool:
        """Whether there is nothing to show but that the source says nothing."""
        return self.state == "silent"


@dataclass(frozen=True)
class PrimaryText:
    """What a primary document says."""

    source: words.SiteLink
    place: str
    text: str
    quote: str
    access: str


@dataclass(frozen=True)
class QuestionRow:
    """One question with every answer; ``numbers`` are those that the finding draws on besides."""

    id: str
    question: str
    cells: tuple[AnswerCell, ...]
    relations: tuple[str, ...]
    documents: tuple[PrimaryText, ...]
    finding: str
    why: str
    numbers: tuple[words.SiteLink, ...]
    note: str
    history: tuple[str, ...]

    @property
    def answers(self) -> tuple[AnswerCell, ...]:
        """The cells in which a source says something."""
        return tuple(cell for cell in self.cells if not cell.is_silent)

    @property
    def silent(self) -> tuple[words.SiteLink, ...]:
        """The sources that say nothing, and of which nothing more is to be said."""
        return tuple(cell.source for cell in self.cells if cell.is_silent and not cell.why)


@dataclass(frozen=True)
class QuestionGroup:
    """Questions of which the sources make the same."""

    id: str
    heading: str
    rows: tuple[QuestionRow, ...]


@dataclass(frozen=True)
class Matrix:
    """Every question; all rows have a cell for each of the sources, in the same order."""

    sources: tuple[words.SiteLink, ...]
    groups: tuple[QuestionGroup, ...]


def matrix(queries: Queries, only: Collection[str] = ()) -> Matrix:
    """Return every question, or some; the columns are the sources with an answer to any question, in order of issue."""
    questions = queries.dataset.questions
    named: set[str] = {answer.source for question in questions.values() for answer in question.answers}
    columns = queries.by_issue(named)
    grouped: dict[str, list[QuestionRow]] = {group: [] for group in _GROUPS}
    for question_id in only or questions:
        grouped[_group(questions[question_id])].append(_row(question_id, questions[question_id], columns, queries))
    groups = (
        QuestionGroup(f"sources-{group}", _GROUPS[group], tuple(sorted(rows, key=_weight)))
        for group, rows in grouped.items()
        if rows
    )
    return Matrix(words.links(tuple(columns), queries), tuple(groups))


def _group(question: Question) -> str:
    """Return under which heading a question stands."""
    speaking = [answer for answer in question.answers if not answer.silent]
    if len(speaking) > 1 and set(question.relations) - _AT_ONE:
        return "apart"
    if any(answer.verdict in _OFF for answer in speaking):
        return "document"
    return "together" if len(speaking) > 1 else "alone"


def _weight(row: QuestionRow) -> tuple[int, int, str]:
    """Order a group: contradictions first, then by how many sources speak."""
    contradicted = any(cell.state == "contradicted" for cell in row.cells)
    return (not contradicted, -len(row.answers), row.question)


def _row(question_id: str, question: Question, columns: list[str], queries: Queries) -> QuestionRow:
    answers: dict[str, Answer] = {answer.source: answer for answer in question.answers}
    return QuestionRow(
        id=question_id,
        question=question.question,
        cells=tuple(_cell(source, answers.get(source), queries) for source in columns),
        relations=question.relations,
        documents=tuple(_document(primary, queries) for primary in question.primary),
        finding=question.finding,
        why=question.why,
        numbers=numbers(question.numbers, queries),
        note=str(question.note or ""),
        history=history(question_id, queries),
    )


def _cell(source_id: str, answer: Answer | None, queries: Queries) -> AnswerCell:
    state: str = "silent" if answer is None or answer.silent else answer.verdict or "says"
    if answer and answer.facts and state == "silent":
        state = "does not say"
    return AnswerCell(
        source=words.link(source_id, queries),
        interest=words.INTEREST[queries.dataset.sources[source_id].interest],
        state=state,
        shape=SHAPES[state],
        said=tuple(_said(name, source_id, queries) for name in answer.facts) if answer else (),
        why=str(answer.why or "") if answer else "",
    )


def _said(record_id: str, source_id: str, queries: Queries) -> Said:
    known = fact(record_id, queries)
    speaker = None if known.speaker == words.link(source_id, queries) else known.speaker
    return Said(
        fact=known,
        speaker=speaker.label if speaker else "",
        quotes=tuple(
            SourceWords(str(citation.quote.exact), words.locator(citation.locator))
            for citation in queries.citations(record_id)
            if citation.quote and citation.source == source_id
        ),
    )


def _document(primary: Primary, queries: Queries) -> PrimaryText:
    return PrimaryText(
        source=words.link(primary.source, queries),
        place=words.locator(primary.locator) if primary.locator else "",
        text=primary.text,
        quote=str(primary.quote.exact) if primary.quote else "",
        access=words.ACCESS[primary.access],
    )
