"""The page of one question."""

from collections.abc import Iterable
from dataclasses import dataclass

from macros.language import message
from macros.model import Question
from macros.queries import Queries
from macros.views import verdicts, words
from macros.views.contribute import Actions, actions
from macros.views.evidence import history, numbers
from macros.views.questions import WEIGHT, AnswerCell, QuestionRow, matrix
from macros.views.verbs import Scale, scale

_OPEN = 620
"""About how many characters of a question and its answers stand open, which is two screens of a phone."""
_FRAME = 60  # as many characters are about as high as the frame of an answer
_BRIEF = 850  # the most characters above the answers of a question whose finding is not folded
_MOST_STATUTES = 3  # the most laws of a question that are not folded


@dataclass(frozen=True)
class QuestionPage:
    """One question with all that belongs to it, and its neighbours; the finding of a brief one stands open."""

    row: QuestionRow
    group: str
    """The heading of its group."""
    answers: tuple[tuple[AnswerCell, bool], ...]
    """The sources that speak, each with whether its answer stands open."""
    is_brief: bool
    scale: Scale | None
    statutes: tuple[words.SiteLink, ...]
    numbers: tuple[words.SiteLink, ...]
    relations: tuple[str, ...]
    history: tuple[str, ...]
    actions: Actions
    previous: QuestionRow | None
    following: QuestionRow | None

    @property
    def has_many_statutes(self) -> bool:
        """Whether its laws are folded."""
        return len(self.statutes) > _MOST_STATUTES

    @property
    def silent(self) -> tuple[AnswerCell, ...]:
        """The sources that are silent, without those that are older than what the question is about."""
        return tuple(cell for cell in self.row.cells if not cell.facts and not cell.finer)

    @property
    def before(self) -> tuple[AnswerCell, ...]:
        """The sources that are older than what the question is about."""
        return tuple(cell for cell in self.row.cells if not cell.facts and cell.finer)


def page(question_id: str, queries: Queries) -> QuestionPage:
    """Return one question."""
    rows = matrix(queries).rows
    index = next(index for index, row in enumerate(rows) if row.id == question_id)
    row = rows[index]
    facts = [fact for cell in row.cells for fact in cell.facts]
    fact_ids = {fact.id for fact in facts}
    open_cells = _open_cells(row)
    return QuestionPage(
        row=row,
        group=message(verdicts.GROUPS[row.group][1]),
        answers=tuple((cell, cell in open_cells) for cell in row.cells if cell.facts),
        is_brief=_length_above(row.record) <= _BRIEF,
        scale=scale(row.record, queries),
        statutes=tuple(dict.fromkeys(statute for fact in facts for statute in fact.statutes)),
        numbers=numbers(tuple(name for name in row.record.numbers if name not in fact_ids), queries),
        relations=tuple(message(verdicts.RELATIONS[relation]) for relation in row.record.relations),
        history=history(question_id, queries),
        actions=actions(question_id, _sources_named(row, queries), queries),
        previous=rows[index - 1] if index else None,
        following=next(iter(rows[index + 1 :]), None),
    )


def _sources_named(row: QuestionRow, queries: Queries) -> Iterable[str]:
    """Return the names of what an answer is drawn from: the documents first, then the sources that speak."""
    documents = (words.name(one.source, queries) for one in row.record.primary)
    return dict.fromkeys((*documents, *(words.name(one.source, queries) for one in row.record.answers if one.facts)))


def _open_cells(row: QuestionRow) -> list[AnswerCell]:
    """Return the answers that stand open: those that conflict, and others while there is room."""
    length = _length_above(row.record)
    open_cells = []
    for cell in sorted(row.cells, key=lambda cell: -WEIGHT.get(cell.verdict, 0)):
        quote = cell.quote[0].record.quote if cell.quote else None
        if cell.facts:
            length += _FRAME + len(cell.why) + len(quote.exact if quote else "")
        if cell.verdict == verdicts.CONFLICTS or length <= _OPEN:
            open_cells.append(cell)
    return open_cells


def _length_above(question: Question) -> int:
    """Return the number of characters above the answers to a question."""
    texts = (question.question, question.answer, question.finding, *(one.text for one in question.primary[:1]))
    return sum(len(text or "") for text in texts)
