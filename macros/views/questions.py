"""Questions that sources answer: all of them by source, and each on a page of its own."""

from collections.abc import Iterable
from dataclasses import dataclass

from macros.language import message
from macros.model import Answer, Question
from macros.queries import Queries, derived_once, grouped
from macros.views import verdicts, words
from macros.views.contribute import Actions, actions
from macros.views.evidence import CitedPassage, history, numbers, passage
from macros.views.facts import Fact, fact
from macros.views.verbs import Scale, scale

_OPEN = 620
"""About how many characters of a question and its answers stand open, which is two screens of a phone."""
_FRAME = 60  # as many characters are about as high as the frame of an answer
_BRIEF = 900  # the most characters above the answers of a question whose finding is not folded
_MOST_STATUTES = 3  # the most laws of a question that are not folded
_WEIGHT = {verdicts.CONFLICTS: 100, verdicts.PARTLY: 10, verdicts.MATCHES: 1, verdicts.UNCHECKED: 1, verdicts.SAYS: 1}
"""The weight of an answer; the heaviest questions of a group stand first."""


@dataclass(frozen=True)
class AnswerCell:
    """One source's answer; ``finer`` is the word for its verdict that begins the reason, or ""."""

    source: words.SiteLink
    anchor: str
    """Where its row stands on the page of the question, "" if it says nothing."""
    interest: str
    verdict: verdicts.Verdict
    finer: str
    why: str
    facts: tuple[Fact, ...]
    quote: tuple[CitedPassage, str] | None
    """The first passage of the source that supports it, with the address of a fact that quotes it."""
    is_scoped: bool
    """Whether it is broader or narrower than the document."""

    @property
    def lead(self) -> tuple[Fact, ...]:
        """The facts that stand for the answer: its numbers, or else its first fact if it has no quotation."""
        numbers = tuple(one for one in self.facts if one.is_number)
        return numbers or (() if self.quote else self.facts[:1])


@dataclass(frozen=True)
class QuestionRow:
    """One question with a cell for each source, in the order of ``Matrix.sources``.

    ``group`` is a key of ``verdicts.GROUPS``.
    """

    id: str
    href: str
    record: Question
    group: str
    cells: tuple[AnswerCell, ...]


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


@dataclass(frozen=True)
class QuestionGroup:
    """Questions with the same kind of agreement between the sources; ``label`` is for the filter."""

    id: str
    label: str
    heading: str
    rows: tuple[QuestionRow, ...]


@dataclass(frozen=True)
class Matrix:
    """Every question by every source that answers any; ``key`` has the verdicts that a legend explains.

    ``main_key`` are those of answers that are compared with a document, which its folded line shows.
    """

    sources: tuple[words.SiteLink, ...]
    groups: tuple[QuestionGroup, ...]
    key: tuple[verdicts.Verdict, ...] = verdicts.KEY
    main_key: tuple[verdicts.Verdict, ...] = verdicts.COMPARED

    @property
    def rows(self) -> tuple[QuestionRow, ...]:
        """The questions in order."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def heads(self) -> tuple[tuple[str, str, str], ...]:
        """The short name of each source, the rest of its name, and its address."""
        return words.short_names(self.sources)


@derived_once
def matrix(queries: Queries) -> Matrix:
    """Return every question by group, those with most conflict first; columns are the sources by date of issue."""
    questions = queries.dataset.questions
    source_ids = queries.by_issue({str(answer.source) for one in questions.values() for answer in one.answers})
    columns = dict(zip(source_ids, words.brief(tuple(source_ids), queries), strict=True))
    rows = sorted((_row(question_id, columns, queries) for question_id in questions), key=_order)
    members = grouped((row.group, row) for row in rows)
    groups = (
        QuestionGroup(f"sources-{key}", message(label), message(heading), members[key])
        for key, (label, heading) in verdicts.GROUPS.items()
        if key in members
    )
    return Matrix(tuple(columns.values()), tuple(groups))


def short(question_ids: Iterable[str], queries: Queries) -> tuple[tuple[words.SiteLink, str], ...]:
    """Return a link to each question, with its answer in one sentence."""
    questions = ((queries.dataset.questions[name], queries.href(name)) for name in question_ids)
    return tuple((words.SiteLink(str(one.question), href), str(one.answer)) for one, href in questions)


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
    for cell in sorted(row.cells, key=lambda cell: -_WEIGHT.get(cell.verdict, 0)):
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
    answers = {str(answer.source): answer for answer in question.answers}
    for source_id in columns.keys() - answers:  # only in previews: the checks want an answer of each source
        answers[source_id] = Answer.model_validate({"source": source_id, "silent": True})
    cells = tuple(_cell(link, answers[source_id], queries) for source_id, link in columns.items())
    return QuestionRow(question_id, queries.href(question_id), question, _group(question, cells), cells)


def _cell(source: words.SiteLink, answer: Answer, queries: Queries) -> AnswerCell:
    state: str = "silent" if answer.silent else "before it" if answer.before else answer.verdict or "says"
    verdict, finer = verdicts.VERDICTS["does not say" if answer.facts and state == "silent" else state]
    return AnswerCell(
        source=source,
        anchor=f"answer-{answer.source}" if answer.facts else "",
        interest=words.interest(answer.source, queries),
        verdict=verdict,
        finer=message(finer),
        why=str(answer.why or ""),
        facts=tuple(fact(name, queries) for name in answer.facts),
        quote=_quote(answer, queries),
        is_scoped=state in ("broader", "narrower"),
    )


def _quote(answer: Answer, queries: Queries) -> tuple[CitedPassage, str] | None:
    """Return the first passage that an answer quotes from its source, and the address of the last fact that quotes it.

    Return None if the answer quotes nothing.
    """
    by_words: dict[str, tuple[CitedPassage, str]] = {}
    for fact_id in answer.facts:
        for citation in queries.citations(fact_id):
            if citation.quote and citation.source == answer.source:
                by_words[str(citation.quote.exact)] = passage(fact_id, citation, queries), queries.href(fact_id)
    return next(iter(by_words.values()), None)
