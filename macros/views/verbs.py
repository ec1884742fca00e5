"""The verbs of a question about force: what the documents say, and what the sources make of it, on one scale."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from macros.language import gettext_noop, message
from macros.model import Question
from macros.model.facts import Force
from macros.queries import Queries, grouped
from macros.views import cited, documents, words

_Verbs = tuple[tuple[str, str], ...]  # ids of sources, each with a verb that it uses
Use = tuple[words.SiteLink, tuple[str, ...]]
"""A source with the verbs that it uses; none where only the force of a document is known."""

_COMMON = {
    gettext_noop("may"): {"allows", "allowed", "permits", "permitted"},
    gettext_noop("asks"): {"asked", "requests", "requested", "urges", "urged"},
    gettext_noop("should"): {"advises", "advised", "recommends", "recommended"},
    gettext_noop("shall consider"): set[str](),
    gettext_noop("requires"): {"shall", "must", "required", "mandates", "mandated"},
    gettext_noop("orders"): {"ordered", "directs", "directed", "instructs", "instructed", "commands", "commanded"},
}
"""The steps of a topic that gives none, each with further verbs that belong to it."""
_FORCES = frozenset(get_args(Force))
"""Words of ours for the force of a directive, which are not quoted; all other verbs are words of a source."""


@dataclass(frozen=True)
class Step:
    """A step of the scale with the documents and the sources whose verbs belong to it."""

    label: str
    documents: tuple[Use, ...]
    sources: tuple[Use, ...]


@dataclass(frozen=True)
class Scale:
    """The steps from the weakest to the strongest; the verbs of ``unplaced`` are on none, ``without`` have no verb."""

    steps: tuple[Step, ...]
    unplaced: tuple[Use, ...]
    without: tuple[words.SiteLink, ...]

    def of(self, source: words.SiteLink) -> tuple[str, ...]:
        """Return the verbs of a source, the weakest first."""
        uses = (use for step in self.steps for use in step.sources)
        return tuple(verb for one, verbs in (*uses, *self.unplaced) if one == source for verb in verbs)


def scale(question: Question, queries: Queries) -> Scale | None:
    """Return the verbs of a question that compares them, of its documents and of the sources that answer it."""
    if not question.compares_verbs:
        return None
    of_documents, sources = _of_documents(question, queries), _of_sources(question, queries)
    given = {str(step.label): {*map(str, step.verbs)} for step in queries.dataset.topic.verbs}
    shown = {str(step.label): str(step.shown) for step in queries.dataset.topic.verbs if step.shown}
    steps = {label: {label, *verbs} for label, verbs in (given or _COMMON).items()}
    known = set().union(*steps.values())
    quoted = (*(one for one in of_documents if one[1] not in _FORCES), *sources)
    unplaced = {verb for _, verb in quoted if not {verb, verb.lower()} & known}
    titles = {name: documents.page(name, queries, is_titled=True) for name, _ in of_documents}
    names = tuple(dict.fromkeys(str(answer.source) for answer in question.answers if answer.facts))
    publishers = dict(zip(names, words.brief(names, queries), strict=True))
    return Scale(
        tuple(
            Step(
                shown.get(step) or message(step),
                _uses(of_documents, verbs, titles, _FORCES),
                _uses(sources, verbs, publishers),
            )
            for step, verbs in steps.items()
        ),
        _uses(quoted, unplaced, titles | publishers),
        tuple(publishers[name] for name in names if name not in {*titles, *dict(sources)}),
    )


def _of_documents(question: Question, queries: Queries) -> _Verbs:
    """Return each document that the question names with the verb, or the force, of each of its directives."""
    return tuple(
        (source, str(citation.verb or force))
        for source in dict.fromkeys(str(primary.source) for primary in question.primary)
        for name, citation in cited.by_source(queries).get(source, ())
        if citation.role == "supports" and (force := getattr(queries.entities.get(name), "force", None))
        if force != "not read"
    )


def _of_sources(question: Question, queries: Queries) -> _Verbs:
    """Return each source with the verbs by which it tells its answer."""
    return tuple(
        (str(citation.source), str(citation.verb))
        for answer in question.answers
        for name in answer.facts
        for citation in queries.citations(name)
        if citation.verb and citation.source == answer.source
    )


def _uses(
    pairs: _Verbs, verbs: set[str], links: Mapping[str, words.SiteLink], ours: frozenset[str] = frozenset()
) -> tuple[Use, ...]:
    """Return the sources that use some of these verbs, in large letters or small, with those that are to be quoted."""
    used = grouped(dict.fromkeys((source, verb) for source, verb in pairs if {verb, verb.lower()} & verbs))
    return tuple((links[source], tuple(verb for verb in own if verb not in ours)) for source, own in used.items())
