"""How well the facts are supported, counted from the data."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from macros.language import gettext_noop, message, ngettext
from macros.model import Event, Statement
from macros.queries import Queries
from macros.views import words
from macros.views.support import support

_REVIEW_DAYS = 365  # how many days before the last check of the topic a review counts as old


@dataclass(frozen=True)
class Finding:
    """The facts of which one thing is true: their number, its share of all facts, and their records."""

    id: str
    title: str
    meaning: str
    count: int
    share: float
    records: tuple[words.SiteLink, ...]


@dataclass(frozen=True)
class Health:
    """The findings about all facts.

    ``total`` is the number of facts: events, statements, numbers except gaps, laws and terms; ``counts`` are the
    numbers of records of each kind, in words.
    """

    total: int
    counts: tuple[str, ...]
    findings: tuple[Finding, ...]


def health(queries: Queries) -> Health:
    """Return how well the events, statements, numbers, laws and terms are supported."""
    dataset = queries.dataset
    numbers = [name for name, point in dataset.observations.items() if not point.observation.is_gap]
    names = (*dataset.events, *dataset.statements, *numbers, *dataset.statutes, *dataset.terms)
    counts = (
        len(dataset.events) and ngettext("%(num)s event", "%(num)s events", len(dataset.events)),
        len(dataset.statements) and ngettext("%(num)s statement", "%(num)s statements", len(dataset.statements)),
        len(numbers) and ngettext("%(num)s number", "%(num)s numbers", len(numbers)),
        len(dataset.statutes) and ngettext("%(num)s law", "%(num)s laws", len(dataset.statutes)),
        len(dataset.terms) and ngettext("%(num)s term", "%(num)s terms", len(dataset.terms)),
        len(dataset.sources) and ngettext("%(num)s source", "%(num)s sources", len(dataset.sources)),
    )
    findings = tuple(_finding(finding_id, names, queries) for finding_id in _QUESTIONS)
    return Health(len(names), tuple(count for count in counts if count), findings)


def _finding(finding_id: str, names: Sequence[str], queries: Queries) -> Finding:
    title, meaning, applies = _QUESTIONS[finding_id]
    matching = [name for name in names if applies(name, queries)]
    records = words.links(dict.fromkeys(map(queries.owner, matching)), queries)
    share = len(matching) / (len(names) or 1)
    return Finding(finding_id, message(title), message(meaning), len(matching), share, records)


def _is_unverified(name: str, queries: Queries) -> bool:
    return not all(queries.dataset.verification(one) in ("verified", "no text") for one in queries.citations(name))


def _is_inferred(name: str, queries: Queries) -> bool:
    record = queries.entities.get(name)
    return isinstance(record, Event | Statement) and record.basis is not None and record.basis.kind == "inferred"


def _is_unreviewed(name: str, queries: Queries) -> bool:
    review = queries.entities[queries.owner(name)].reviewed
    checked = queries.dataset.topic.checked.last
    if review is None or review.on.last is None or checked is None:
        return True
    return checked.ordinal - review.on.last.ordinal > _REVIEW_DAYS


def _is_advocacy(name: str, queries: Queries) -> bool:
    return {queries.dataset.sources[one].interest for one in queries.sources(name, "supports")} == {"advocacy"}


def _is_without_text(name: str, queries: Queries) -> bool:
    supporting = (one for one in queries.citations(name) if one.role == "supports")
    return all(queries.dataset.verification(one) == "no text" for one in supporting)


_QUESTIONS: Mapping[str, tuple[str, str, Callable[[str, Queries], bool]]] = {
    "single-source": (
        gettext_noop("One independent source at most"),
        gettext_noop(
            "Sources of one group, such as two reports of one agency, count once; a report and its document are one."
        ),
        lambda name, queries: support(name, queries).total <= 1,
    ),
    "advocacy-only": (
        gettext_noop("An advocacy group is the only source"),
        gettext_noop("Every source that supports the fact has a cause of its own."),
        _is_advocacy,
    ),
    "inferred-date": (
        gettext_noop("The date was worked out"),
        gettext_noop("No source states it; the evidence of each says from what it was inferred."),
        _is_inferred,
    ),
    "no-primary": (
        gettext_noop("No primary document"),
        gettext_noop("No law, order, data set or paper of a party supports the fact; one may discuss it."),
        lambda name, queries: support(name, queries).documents == 0,
    ),
    "not-verified": (
        gettext_noop("Not verified against the text"),
        gettext_noop(
            "A quote was added or changed since the text of its source was last compared,"
            " or only this change says it was."
        ),
        _is_unverified,
    ),
    "no-text": (
        gettext_noop("No text to verify against"),
        gettext_noop("Of no source that supports the fact is a text kept; each says why."),
        _is_without_text,
    ),
    "not-reviewed": (
        gettext_noop("Not reviewed in a year"),
        gettext_noop(
            "No second person has checked the fact against its sources in the year before the sources were last read."
        ),
        _is_unreviewed,
    ),
}
"""By the id of each finding: its title, what it means, and the function that tells whether it is true of a fact."""
