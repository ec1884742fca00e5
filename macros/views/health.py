"""How well the facts are supported, counted from the data."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from macros.language import ngettext
from macros.model import Citation, Event, Statement
from macros.queries import Queries
from macros.views import words
from macros.views.support import support

_REVIEW_DAYS = 365
"""How many days before the last check of the topic a review counts as old."""


@dataclass(frozen=True)
class Health:
    """The findings about all facts.

    ``total`` is the number of facts: events, statements, numbers except gaps, laws and terms; ``counts`` are the
    numbers of records of each kind, in words.
    """

    total: int
    counts: tuple[str, ...]
    findings: tuple[tuple[str, int, tuple[words.SiteLink, ...]], ...]
    """The id of each question about the evidence, the number of facts of which it is true, and their records."""


def health(queries: Queries) -> Health:
    """Return how well the events, statements, numbers, laws and terms are supported."""
    dataset = queries.dataset
    numbers = [name for name, point in dataset.observations.items() if not point.observation.is_gap]
    names = (*dataset.events, *dataset.statements, *numbers, *dataset.statutes, *dataset.terms)
    findings = []
    for key, applies in _QUESTIONS.items():
        matching = [name for name in names if applies(name, queries)]
        records = words.links(dict.fromkeys(map(queries.owner, matching)), queries)
        findings.append((key, len(matching), records))
    counts = (
        len(dataset.events) and ngettext("%(num)s event", "%(num)s events", len(dataset.events)),
        len(dataset.statements) and ngettext("%(num)s statement", "%(num)s statements", len(dataset.statements)),
        len(numbers) and ngettext("%(num)s number", "%(num)s numbers", len(numbers)),
        len(dataset.statutes) and ngettext("%(num)s law", "%(num)s laws", len(dataset.statutes)),
        len(dataset.terms) and ngettext("%(num)s term", "%(num)s terms", len(dataset.terms)),
        len(dataset.sources) and ngettext("%(num)s source", "%(num)s sources", len(dataset.sources)),
    )
    return Health(len(names), tuple(count for count in counts if count), tuple(findings))


def _is_unverified(name: str, queries: Queries) -> bool:
    return not all(queries.dataset.verification(one) in ("verified", "no text") for one in queries.citations(name))


def _has_text(citation: Citation, queries: Queries) -> bool:
    """Whether the passage that is cited is among the texts that quotes are verified against."""
    return queries.dataset.verification(citation) != "no text"


def _is_inferred(name: str, queries: Queries) -> bool:
    record = queries.entities.get(name)
    return isinstance(record, Event | Statement) and record.basis is not None and record.basis.kind == "inferred"


def _is_unreviewed(name: str, queries: Queries) -> bool:
    review = queries.entities[queries.owner(name)].reviewed
    checked = queries.dataset.topic.checked.last
    if review is None or review.on.last is None or checked is None:
        return True
    return checked.ordinal - review.on.last.ordinal > _REVIEW_DAYS


_QUESTIONS: Mapping[str, Callable[[str, Queries], bool]] = {
    "single-source": lambda name, queries: support(name, queries).total <= 1,
    "advocacy-only": lambda name, queries: (
        {queries.dataset.sources[one].interest for one in queries.sources(name, "supports")} == {"advocacy"}
    ),
    "inferred-date": _is_inferred,
    "no-primary": lambda name, queries: support(name, queries).documents == 0,
    "not-verified": _is_unverified,
    "no-text": lambda name, queries: (
        not any(one.role == "supports" and _has_text(one, queries) for one in queries.citations(name))
    ),
    "not-reviewed": _is_unreviewed,
}
"""The function that tells whether each question is true of a fact, by the id of the question."""
