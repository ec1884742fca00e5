"""The mark of a sentence, which opens the evidence of the facts that the sentence rests on."""

from collections.abc import Iterable
from typing import NamedTuple

from macros.language import gettext, quoted
from macros.queries import Queries
from macros.views.evidence import Evidence, evidence


class CiteMark(NamedTuple):
    """What a mark in a sentence opens: the evidence of each fact that the sentence rests on."""

    facts: tuple[Evidence, ...]
    label: str
    """The name of the mark for those who hear it."""
    beside: str
    """What stands beside the sentence: its sources, and the words of the first if the mark is of one fact."""


def cite_mark(record_ids: Iterable[str], queries: Queries) -> CiteMark:
    """Return what the mark of the facts that a sentence rests on opens."""
    facts = tuple(evidence(name, queries) for name in record_ids)
    return CiteMark(facts, _label(facts), _beside(facts))


def _label(facts: tuple[Evidence, ...]) -> str:
    """Return the name of the mark of some facts, which names the first and the last."""
    first, *further = facts
    if not further:
        return gettext("Evidence for “%(name)s”: %(label)s", name=first.name, label=first.support)
    named = {"first": first.name, "last": further[-1].name, "label": gettext("each with its own support")}
    if between := len(further) - 1:
        return gettext("Evidence for “%(first)s”, %(count)s more and “%(last)s”: %(label)s", count=between, **named)
    return gettext("Evidence for “%(first)s” and “%(last)s”: %(label)s", **named)


def _beside(facts: tuple[Evidence, ...]) -> str:
    """Return the sources that support facts, or else all that they cite; with the first words quoted for one fact."""
    all_passages = [one for fact in facts for one in fact.passages]
    shown = [one for one in all_passages if not one.role] or all_passages
    names = list(dict.fromkeys(one.source_with_role for one in shown))
    quote = shown[0].record.quote if shown and len(facts) == 1 else None
    if quote:
        names[0] = f"{names[0]}: {quoted(str(quote.exact))}"
    return "; ".join(names)
