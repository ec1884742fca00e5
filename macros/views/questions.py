"""Questions that sources answer, by source."""

from collections.abc import Iterable
from dataclasses import dataclass

from macros.language import message
from macros.model import Answer, Question
from macros.queries import Queries, derived_once, grouped
from macros.views import verdicts, words
from macros.views.evidence import CitedPassage, passage
from macros.views.facts import Fact, fact

WEIGHT = {verdicts.CONFLICTS: 100, verdicts.PARTLY: 10, verdicts.MATCHES: 1, verdicts.UNCHECKED: 1, verdicts.SAYS: 1}
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
    return -sum(WEIGHT.get(cell.verdict, 0) for cell in row.cells), row.record.question


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
