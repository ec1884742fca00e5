"""Questions that sources answer differently: all of them by source, and each in full."""

from collections.abc import Collection, Iterable
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
    "before it": "–",
    "says": "•",
}
"""The shape that is shown beside the word of each verdict."""
_GROUPS = {
    "apart": "Where the sources differ from one another",
    "document": "Where a report differs from the document behind it",
    "together": "Where the sources agree, or add to one another",
    "alone": "Where one source alone speaks",
}
"""The headings of the groups of questions, the most important first."""
_AGREEING = {"same", "sums", "rounding", "complements"}
"""Relations between answers that do not contradict each other."""
_DEVIATING = {"contradicted", "differs", "broader", "narrower"}
"""Verdicts on answers that deviate from the document."""


@dataclass(frozen=True)
class Quotation:
    """Exact words of a source, and their place in it."""

    exact: str
    place: str


@dataclass(frozen=True)
class Said:
    """One fact of an answer. ``speaker`` is whom the source attributes it to, or "" if to nobody else."""

    fact: Fact
    speaker: str
    quotes: tuple[Quotation, ...]


@dataclass(frozen=True)
class AnswerCell:
    """One source's answer.

    ``state`` is its verdict, "says" without one, "silent", "before it" if it is older than what the question is
    about, or "does not say" if it speaks only of something related.
    """

    source: words.SiteLink
    interest: str
    state: str
    shape: str
    said: tuple[Said, ...]
    why: str

    @property
    def lead(self) -> tuple[Said, ...]:
        """The facts that sum up the answer: its numbers, or its first fact if it has none."""
        return tuple(one for one in self.said if one.fact.kind == "number") or self.said[:1]

    @property
    def quotes(self) -> tuple[Quotation, ...]:
        """The quotations of all its facts, each once."""
        return tuple(dict.fromkeys(quote for one in self.said for quote in one.quotes))

    @property
    def is_silent(self) -> bool:
        """Whether the source says nothing."""
        return not self.said


@dataclass(frozen=True)
class PrimaryText:
    """What a primary document says."""

    record: Primary
    source: words.SiteLink
    place: str
    access: str


@dataclass(frozen=True)
class QuestionRow:
    """One question with a cell for each source; ``numbers`` are further numbers that its finding uses."""

    id: str
    record: Question
    cells: tuple[AnswerCell, ...]
    documents: tuple[PrimaryText, ...]
    numbers: tuple[words.SiteLink, ...]
    history: tuple[str, ...]

    @property
    def answers(self) -> tuple[AnswerCell, ...]:
        """The cells of the sources that say something."""
        return tuple(cell for cell in self.cells if not cell.is_silent)

    @property
    def silent(self) -> tuple[words.SiteLink, ...]:
        """The silent sources, without those whose silence is explained."""
        return tuple(cell.source for cell in self.cells if cell.state == "silent" and not cell.why)

    @property
    def before(self) -> tuple[words.SiteLink, ...]:
        """The sources that are older than what the question is about."""
        return tuple(cell.source for cell in self.cells if cell.state == "before it")


@dataclass(frozen=True)
class QuestionGroup:
    """Questions with the same kind of agreement between the sources."""

    id: str
    heading: str
    rows: tuple[QuestionRow, ...]


@dataclass(frozen=True)
class Matrix:
    """Every question; all rows have a cell for each of the sources, in the same order."""

    sources: tuple[words.SiteLink, ...]
    groups: tuple[QuestionGroup, ...]


def matrix(queries: Queries, only: Collection[str] = ()) -> Matrix:
    """Return every question, or those in ``only``; columns are the sources that answer any, by date of issue."""
    questions = queries.dataset.questions
    named: set[str] = {answer.source for question in questions.values() for answer in question.answers}
    columns = queries.by_issue(named)
    grouped: dict[str, list[QuestionRow]] = {group: [] for group in _GROUPS}
    for question_id in only or questions:
        grouped[_group(questions[question_id])].append(_row(question_id, questions[question_id], columns, queries))
    groups = (
        QuestionGroup(f"sources-{group}", _GROUPS[group], tuple(sorted(rows, key=_sort_key)))
        for group, rows in grouped.items()
        if rows
    )
    return Matrix(words.links(tuple(columns), queries), tuple(groups))


def short(question_ids: Iterable[str], queries: Queries) -> tuple[tuple[words.SiteLink, str], ...]:
    """Return a link to each question, with its answer in one sentence."""
    records = ((name, queries.dataset.questions[name]) for name in question_ids)
    return tuple((words.SiteLink(str(one.question), queries.href(name)), str(one.answer)) for name, one in records)


def _group(question: Question) -> str:
    """Return the key of the group, in ``_GROUPS``, that a question belongs to."""
    speaking = [answer for answer in question.answers if answer.facts]
    if len(speaking) > 1 and set(question.relations) - _AGREEING:
        return "apart"
    if any(answer.verdict in _DEVIATING for answer in speaking):
        return "document"
    return "together" if len(speaking) > 1 else "alone"


def _sort_key(row: QuestionRow) -> tuple[int, int, str]:
    """Return the sort key within a group: contradictions first, then the questions that most sources answer."""
    contradicted = any(cell.state == "contradicted" for cell in row.cells)
    return (not contradicted, -len(row.answers), row.record.question)


def _row(question_id: str, question: Question, columns: list[str], queries: Queries) -> QuestionRow:
    answers = {str(answer.source): answer for answer in question.answers}
    return QuestionRow(
        id=question_id,
        record=question,
        cells=tuple(_cell(source, answers[source], queries) for source in columns),
        documents=tuple(_document(primary, queries) for primary in question.primary),
        numbers=numbers(question.numbers, queries),
        history=history(question_id, queries),
    )


def _cell(source_id: str, answer: Answer, queries: Queries) -> AnswerCell:
    state: str = "silent" if answer.silent else "before it" if answer.before else answer.verdict or "says"
    if answer.facts and state == "silent":
        state = "does not say"
    return AnswerCell(
        source=words.link(source_id, queries),
        interest=words.INTEREST[queries.dataset.sources[source_id].interest],
        state=state,
        shape=SHAPES[state],
        said=tuple(_said(name, source_id, queries) for name in answer.facts),
        why=str(answer.why or ""),
    )


def _said(record_id: str, source_id: str, queries: Queries) -> Said:
    known = fact(record_id, queries)
    speaker = None if known.speaker == words.link(source_id, queries) else known.speaker
    return Said(
        fact=known,
        speaker=speaker.label if speaker else "",
        quotes=tuple(
            Quotation(str(citation.quote.exact), words.locator(citation.locator))
            for citation in queries.citations(record_id)
            if citation.quote and citation.source == source_id
        ),
    )


def _document(primary: Primary, queries: Queries) -> PrimaryText:
    place = words.locator(primary.locator) if primary.locator else ""
    return PrimaryText(primary, words.link(primary.source, queries), place, words.ACCESS[primary.access])
