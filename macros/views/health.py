"""How well the facts are supported, counted from the data."""

from collections.abc import Callable
from dataclasses import dataclass

from macros.language import marked, message, ngettext
from macros.model import Citation, Event, Statement
from macros.queries import Queries
from macros.views import words
from macros.views.support import support

_REVIEW_DAYS = 365


@dataclass(frozen=True)
class HealthFinding:
    """One question about the evidence, of how many facts it is true, and their records."""

    id: str
    label: str
    explanation: str
    count: int
    records: tuple[words.SiteLink, ...]


@dataclass(frozen=True)
class Health:
    """All findings; ``total`` counts the events, statements, numbers (no gaps), laws and terms that they look at."""

    total: int
    counts: tuple[str, ...]
    findings: tuple[HealthFinding, ...]


def health(queries: Queries) -> Health:
    """Return how well the events, statements, numbers, laws and terms are supported."""
    dataset = queries.dataset
    numbers = [name for name, point in dataset.observations.items() if point.observation.status != "gap"]
    names = (*dataset.events, *dataset.statements, *numbers, *dataset.statutes, *dataset.terms)
    findings = []
    for key, label, explanation, applies in _QUESTIONS:
        matching = [name for name in names if applies(name, queries)]
        records = words.links(dict.fromkeys(map(queries.owner, matching)), queries)
        findings.append(HealthFinding(key, message(label), message(explanation), len(matching), records))
    counted = (
        len(dataset.events) and ngettext("%(num)s event", "%(num)s events", len(dataset.events)),
        len(dataset.statements) and ngettext("%(num)s statement", "%(num)s statements", len(dataset.statements)),
        len(numbers) and ngettext("%(num)s number", "%(num)s numbers", len(numbers)),
        len(dataset.statutes) and ngettext("%(num)s law", "%(num)s laws", len(dataset.statutes)),
        len(dataset.terms) and ngettext("%(num)s term", "%(num)s terms", len(dataset.terms)),
        len(dataset.sources) and ngettext("%(num)s source", "%(num)s sources", len(dataset.sources)),
    )
    return Health(len(names), tuple(one for one in counted if one), tuple(findings))


def _is_unverified(name: str, queries: Queries) -> bool:
    return any(_has_text(one, queries) and not queries.dataset.is_verified(one) for one in queries.citations(name))


def _has_text(citation: Citation, queries: Queries) -> bool:
    return queries.dataset.sources[citation.source].text_at(citation.locator) is not None


def _is_inferred(name: str, queries: Queries) -> bool:
    record = queries.entities.get(name)
    return isinstance(record, Event | Statement) and record.basis is not None and record.basis.kind == "inferred"


def _is_unreviewed(name: str, queries: Queries) -> bool:
    review = queries.entities[queries.owner(name)].reviewed
    checked = queries.dataset.topic.checked.last
    if review is None or review.on.last is None or checked is None:
        return True
    return checked.ordinal - review.on.last.ordinal > _REVIEW_DAYS


_QUESTIONS: tuple[tuple[str, str, str, Callable[[str, Queries], bool]], ...] = (
    (
        "single-source",
        marked("One independent source at most"),
        marked(
            "Sources of one group, such as two reports of one agency, count once; a report and its document are one."
        ),
        lambda name, queries: support(name, queries).total <= 1,
    ),
    (
        "advocacy-only",
        marked("An advocacy group is the only source"),
        marked("Every source that supports the fact has a cause of its own."),
        lambda name, queries: (
            {queries.dataset.sources[one].interest for one in queries.sources(name, "supports")} == {"advocacy"}
        ),
    ),
    (
        "inferred-date",
        marked("The date was worked out"),
        marked("No source states it; the evidence of each says from what it was inferred."),
        _is_inferred,
    ),
    (
        "no-primary",
        marked("No primary document"),
        marked("No law, order, data set or paper of a party supports the fact; one may discuss it."),
        lambda name, queries: support(name, queries).documents == 0,
    ),
    (
        "not-verified",
        marked("Not verified against the text"),
        marked(
            "A quote was added or changed since the text of its source was last compared,"
            " or only this change says it was."
        ),
        _is_unverified,
    ),
    (
        "no-text",
        marked("No text to verify against"),
        marked("Of no source that supports the fact is a text kept; each says why."),
        lambda name, queries: (
            not any(one.role == "supports" and _has_text(one, queries) for one in queries.citations(name))
        ),
    ),
    (
        "not-reviewed",
        marked("Not reviewed in a year"),
        marked(
            "No second person has checked the fact against its sources in the year before the sources were last read."
        ),
        _is_unreviewed,
    ),
)
