"""Rules about questions."""

from collections.abc import Iterator
from itertools import combinations

from macros.checks.finding import Finding
from macros.model import Dataset, SeriesPoint, present
from macros.model.base import READ
from macros.model.kinds import OWN_TEXTS
from macros.problems import FieldPath
from macros.queries import Queries

_NEED_NO_TEXT = (None, "not confirmed", "silent", "opinion")
_NEED_NO_DIRECTIVE = (None, "not read", "asked")


def questions_answer_once(dataset: Dataset) -> Iterator[Finding]:
    """A question lists each source once, and the facts of an answer rest on its source."""
    queries = Queries(dataset)
    for question_id, question in dataset.questions.items():
        seen: set[str] = set()
        for index, answer in enumerate(question.answers):
            path: FieldPath = ("answers", index, "source")
            if answer.source in seen:
                yield Finding(question_id, path, f'"{answer.source}" answers twice', "answer", "merge the two answers")
            seen.add(answer.source)
            for number, fact in enumerate(answer.facts):
                if fact in queries.kinds and answer.source not in queries.sources(fact):
                    message = f'"{fact}" does not cite "{answer.source}"'
                    remedy = "name a fact that rests on this source"
                    yield Finding(question_id, ("answers", index, "facts", number), message, "answer", remedy)


def questions_ask_every_source(dataset: Dataset) -> Iterator[Finding]:
    """Every question says what each source answers, or that it is silent: all sources that answer any question."""
    asked = dict.fromkeys(answer.source for question in dataset.questions.values() for answer in question.answers)
    for question_id, question in dataset.questions.items():
        answering = {answer.source for answer in question.answers}
        for source in asked:
            if source not in answering:
                message = f'it does not tell what "{source}" answers'
                remedy = "add its 'facts', 'silent: true', or 'before: true' if it is older than the subject"
                yield Finding(question_id, ("answers",), message, "silence", remedy)


def differing_answers_say_how(dataset: Dataset) -> Iterator[Finding]:
    """Where sources give different numbers of one thing for one time, the question says how these relate."""
    for question_id, question in dataset.questions.items():
        given = [(answer.source, present(answer.facts, dataset.observations)) for answer in question.answers]
        for (first, points), (second, others) in combinations(given if not question.relations else [], 2):
            pairs = [(one, other) for one in points for other in others if _tell_of_one_thing(one, other)]
            if pairs and all(one.observation.value != other.observation.value for one, other in pairs):
                message = f'"{first}" and "{second}" give different numbers of the same thing'
                remedy = "say in 'relations' how they relate: contradicts, rounding, narrower, other definition"
                yield Finding(question_id, ("answers",), message, "relations", remedy)
                break


def one_fact_contradicts_nothing(dataset: Dataset) -> Iterator[Finding]:
    """Where one fact is all that sources answer, and no document is asked, nothing contradicts it."""
    for question_id, question in dataset.questions.items():
        given = [answer.facts for answer in question.answers if answer.facts]
        facts = {fact for answer in given for fact in answer}
        if "contradicts" in question.relations and len(given) > 1 and len(facts) == 1 and not question.primary:
            path: FieldPath = ("relations", question.relations.index("contradicts"))
            message = f'the answers are one fact, "{facts.pop()}", which cannot contradict itself'
            remedy = "give each source the fact that it tells; or, if they say the same, delete 'contradicts'"
            yield Finding(question_id, path, message, "relations", remedy)


def _tell_of_one_thing(one: SeriesPoint, other: SeriesPoint) -> bool:
    """Whether two numbers have values of the same measure, in one unit, for periods that overlap."""
    if one.observation.value is None or other.observation.value is None:
        return False
    first, second = one.series, other.series
    is_same = first.measure == second.measure or first.comparability_group == second.comparability_group
    return is_same and first.unit == second.unit and one.observation.period.overlaps(other.observation.period)


def compared_verbs_are_known(dataset: Dataset) -> Iterator[Finding]:
    """A question that compares verbs names a document with a directive whose force is known."""
    directives = (one for one in dataset.statements.values() if one.force not in (None, "not read"))
    forceful = {cited.source for one in directives for cited in one.citations if cited.role == "supports"}
    for question_id, question in dataset.questions.items():
        if question.compares_verbs and forceful.isdisjoint(part.source for part in question.primary):
            message = "no document that it names has a directive whose force is known, so there are no verbs to compare"
            remedy = "name such a document under 'primary', or remove 'compares_verbs'"
            yield Finding(question_id, ("compares_verbs",), message, "verbs", remedy)


def unread_texts_are_not_judged(dataset: Dataset) -> Iterator[Finding]:
    """Where no primary text was read, the verdict is at most "not confirmed"."""
    for question_id, question in dataset.questions.items():
        if any(part.access in READ for part in question.primary):
            continue
        for index, answer in enumerate(question.answers):
            if answer.verdict not in _NEED_NO_TEXT:
                message = f'the verdict "{answer.verdict}" needs a primary text that was read'
                remedy = 'write "not confirmed", or cite a text that was read or reproduced'
                yield Finding(question_id, ("answers", index, "verdict"), message, "unread", remedy)


def unread_directives_have_no_force(dataset: Dataset) -> Iterator[Finding]:
    """Only a directive whose own text was read has a force."""
    for statement_id, statement in dataset.statements.items():
        roles = {dataset.role(c.source) for c in statement.citations if c.source in dataset.sources}
        if statement.force in _NEED_NO_DIRECTIVE or (statement.access in READ and roles.intersection(OWN_TEXTS)):
            continue
        message = f'the force "{statement.force}" needs the directive\'s own text, read or reproduced'
        yield Finding(statement_id, ("force",), message, "unread", 'write "not read", or cite that text')
