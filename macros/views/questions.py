"""Questions that sources answer: all of them by source, and each on a page of its own."""

from collections.abc import Iterable
from dataclasses import dataclass

from macros.language import message
from macros.model import Answer, Question
from macros.queries import Queries, derived_once
from macros.views import verdicts, words
from macros.views.evidence import CitedPassage, history, numbers, passage
from macros.views.facts import Fact, fact
from macros.views.verbs import Scale, scale

_ROOM, _ROW, _MOST = 620, 60, 900
"""About how many characters of a question and its answers stand open, so that its page is two screens of a phone; how
many the frame of an answer is as high as; and how many stand above the answers before what we find is folded."""
_WEIGHT = {verdicts.CONFLICTS: 100, verdicts.PARTLY: 10, verdicts.MATCHES: 1, verdicts.UNCHECKED: 1, verdicts.SAYS: 1}
"""How far up in its group an answer takes its question."""


@dataclass(frozen=True)
class AnswerCell:
    """One source's answer; ``finer`` is the word for its verdict that begins the reason, or ""."""

    source: words.SiteLink
    interest: str
    verdict: verdicts.Verdict
    finer: str
    why: str
    facts: tuple[Fact, ...]
    quote: tuple[CitedPassage, str] | None
    """The first words of the source that bear it out, if there are any, with the address of a fact that quotes them."""
    is_scoped: bool
    """Whether it takes in more or less than the document."""

    @property
    def lead(self) -> tuple[Fact, ...]:
        """The facts that stand for the answer: its numbers, or without any, its first fact if it has no quotation."""
        numbers = tuple(one for one in self.facts if one.is_number)
        return numbers or (() if self.quote else self.facts[:1])


@dataclass(frozen=True)
class QuestionRow:
    """One question with a cell for each source, all rows in the same order; ``group`` is one of ``verdicts.GROUPS``."""

    id: str
    href: str
    record: Question
    group: str
    cells: tuple[AnswerCell, ...]


@dataclass(frozen=True)
class QuestionPage:
    """One question with all that is known of it, and its neighbours; if it is brief, what we find stands open."""

    row: QuestionRow
    group: str
    answers: tuple[tuple[AnswerCell, bool], ...]
    """The sources that speak, each with whether its answer stands open."""
    is_brief: bool
    scale: Scale | None
    statutes: tuple[words.SiteLink, ...]
    numbers: tuple[words.SiteLink, ...]
    relations: tuple[str, ...]
    history: tuple[str, ...]
    previous: QuestionRow | None
    following: QuestionRow | None

    @property
    def silent(self) -> tuple[AnswerCell, ...]:
        """The sources that are silent, without those that are older than what the question is about."""
        return tuple(cell for cell in self.row.cells if not cell.facts and not cell.finer)

    @property
    def before(self) -> tuple[AnswerCell, ...]:
        """The sources that are older than what the question is about."""
        return tuple(cell for cell in self.row.cells if not cell.facts and cell.finer)


@dataclass(frozen=True)
class QuestionGroup:
    """Questions with the same kind of agreement between the sources; ``label`` is for the filter."""

    id: str
    label: str
    heading: str
    rows: tuple[QuestionRow, ...]


@dataclass(frozen=True)
class Matrix:
    """Every question by every source that answers any; ``key`` explains the verdicts."""

    sources: tuple[words.SiteLink, ...]
    groups: tuple[QuestionGroup, ...]
    key: tuple[verdicts.Verdict, ...] = verdicts.KEY

    @property
    def rows(self) -> tuple[QuestionRow, ...]:
        """The questions in order."""
        return tuple(row for group in self.groups for row in group.rows)


@derived_once
def matrix(queries: Queries) -> Matrix:
    """Return every question by group, those with most conflict first; columns are the sources by date of issue."""
    questions = queries.dataset.questions
    ids = queries.by_issue({str(answer.source) for one in questions.values() for answer in one.answers})
    columns = dict(zip(ids, words.brief(tuple(ids), queries), strict=True))
    rows = sorted((_row(name, columns, queries) for name in questions), key=_order)
    groups = ((key, said, tuple(row for row in rows if row.group == key)) for key, said in verdicts.GROUPS.items())
    found = (
        QuestionGroup(f"sources-{key}", message(label), message(heading), members)
        for key, (label, heading), members in groups
        if members
    )
    return Matrix(tuple(columns.values()), tuple(found))


def short(question_ids: Iterable[str], queries: Queries) -> tuple[tuple[words.SiteLink, str], ...]:
    """Return a link to each question, with its answer in one sentence."""
    records = ((name, queries.dataset.questions[name]) for name in question_ids)
    return tuple((words.SiteLink(str(one.question), queries.href(name)), str(one.answer)) for name, one in records)


def page(question_id: str, queries: Queries) -> QuestionPage:
    """Return one question."""
    rows = matrix(queries).rows
    place = next(number for number, one in enumerate(rows) if one.id == question_id)
    row = rows[place]
    facts = [one for cell in row.cells for one in cell.facts]
    opened = _opened(row)
    return QuestionPage(
        row=row,
        group=message(verdicts.GROUPS[row.group][1]),
        answers=tuple((cell, cell in opened) for cell in row.cells if cell.facts),
        is_brief=_above(row.record) <= _MOST,
        scale=scale(row.record, queries),
        statutes=tuple(dict.fromkeys(law for one in facts for law in one.statutes)),
        numbers=numbers(tuple(name for name in row.record.numbers if name not in {one.id for one in facts}), queries),
        relations=tuple(message(verdicts.RELATIONS[one]) for one in row.record.relations),
        history=history(question_id, queries),
        previous=rows[place - 1] if place else None,
        following=next(iter(rows[place + 1 :]), None),
    )


def _opened(row: QuestionRow) -> list[AnswerCell]:
    """Return the answers that stand open: those that conflict, and others while there is room."""
    used, opened = _above(row.record), []
    for cell in sorted(row.cells, key=lambda cell: -_WEIGHT.get(cell.verdict, 0)):
        quoted = cell.quote[0].record.quote if cell.quote else None
        used += _ROW + len(cell.why) + len(quoted.exact if quoted else "") if cell.facts else 0
        if cell.verdict == verdicts.CONFLICTS or used <= _ROOM:
            opened.append(cell)
    return opened


def _above(question: Question) -> int:
    """Return how many characters stand above the answers to a question."""
    texts = (question.question, question.answer, question.finding, *(one.text for one in question.primary[:1]))
    return sum(len(text or "") for text in texts)


def _group(question: Question, cells: tuple[AnswerCell, ...]) -> str:
    """Return the key of the group that a question belongs to."""
    speaking = [cell for cell in cells if cell.facts]
    several = len(speaking) > 1
    if (several and "contradicts" in question.relations) or any(c.verdict == verdicts.CONFLICTS for c in speaking):
        return "conflict"
    if several and (set(question.relations) - verdicts.AGREEING or any(c.is_scoped for c in speaking)):
        return "part"
    is_judged = question.relations or all(cell.verdict == verdicts.MATCHES for cell in speaking)
    if several and not is_judged and not set.intersection(*({one.id for one in cell.facts} for cell in speaking)):
        return "open"  # what several sources say alike is one fact, which all of their answers name
    return "agree" if several else "alone"


def _order(row: QuestionRow) -> tuple[int, str]:
    """Return the sort key within a group: the heaviest verdicts first, then the questions that most sources answer."""
    return -sum(_WEIGHT.get(cell.verdict, 0) for cell in row.cells), row.record.question


def _row(question_id: str, columns: dict[str, words.SiteLink], queries: Queries) -> QuestionRow:
    question = queries.dataset.questions[question_id]
    untold = {source: Answer.model_validate({"source": source, "silent": True}) for source in columns}  # in previews
    answers = untold | {str(answer.source): answer for answer in question.answers}
    cells = tuple(_cell(link, answers[source], queries) for source, link in columns.items())
    return QuestionRow(question_id, queries.href(question_id), question, _group(question, cells), cells)


def _cell(source: words.SiteLink, answer: Answer, queries: Queries) -> AnswerCell:
    state: str = "silent" if answer.silent else "before it" if answer.before else answer.verdict or "says"
    verdict, finer = verdicts.VERDICTS["does not say" if answer.facts and state == "silent" else state]
    return AnswerCell(
        source=source,
        interest=words.interest(answer.source, queries),
        verdict=verdict,
        finer=message(finer),
        why=str(answer.why or ""),
        facts=tuple(fact(name, queries) for name in answer.facts),
        quote=_quote(answer, queries),
        is_scoped=state in ("broader", "narrower"),
    )


def _quote(answer: Answer, queries: Queries) -> tuple[CitedPassage, str] | None:
    """Return the first words of a source that bear out an answer, and the address of the last fact that has them."""
    found = {
        str(one.quote.exact): (passage(name, one, queries), queries.href(name))
        for name in answer.facts
        for one in queries.citations(name)
        if one.quote and one.source == answer.source
    }
    return next(iter(found.values()), None)
