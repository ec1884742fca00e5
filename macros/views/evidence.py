"""The evidence of a fact: the passages that it cites, their words, and whether they were verified."""

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote as percent

from macros import phrase
from macros.language import gettext, gettext_noop, message
from macros.model import Citation, Correction, Formula, Quote, Source
from macros.queries import Queries, derived_once
from macros.views import support, words
from macros.views.contribute import Actions, actions

_ROLES = {
    "supports": "",
    "disputes": gettext_noop("disputes it"),
    "discusses": gettext_noop("discusses it"),
    "searched": gettext_noop("searched, nothing found"),
}
"""What a passage does to a fact, for readers; most support it, and need no word."""
_CITED = ("supports", "searched")
"""The roles of the sources that a copied citation names."""
_VERIFIED = {
    "verified": gettext_noop("✓ verified word for word"),
    "recorded here": gettext_noop("recorded in this change, not verified here"),
    "not verified": gettext_noop("not verified yet"),
}
_NAME = 60
"""How many characters of a fact's name its controls repeat."""


@dataclass(frozen=True)
class CitedPassage:
    """One passage that a fact cites, with the words for what it is to the fact."""

    record: Citation
    source: Source
    link: words.SiteLink
    place: str
    access: str
    role: str
    original: str
    """The address of the source, which scrolls to the quote where a browser can; "" without one."""
    verification: str

    @property
    def named(self) -> str:
        """The name of its source, and in brackets what the passage does, and how it is known if it was not read."""
        beside = "; ".join(filter(None, (self.role, self.access)))
        return f"{self.link.label} ({beside})" if beside else self.link.label


@dataclass(frozen=True)
class Evidence:
    """All that one fact rests on."""

    id: str
    name: str
    """What it is about, in a few words."""
    passages: tuple[CitedPassage, ...]
    support: str
    access: str
    """How it is known, if its sources themselves were not read and neither its support nor each place says so."""
    date_basis: str
    formula: str
    numbers: tuple[words.SiteLink, ...]
    """Other numbers that the fact's text uses."""
    reviewed: str
    note: str
    history: tuple[str, ...]
    actions: Actions


@derived_once
def evidence(record_id: str, queries: Queries) -> Evidence:
    """Return the evidence of any record or number."""
    point, owner = queries.dataset.observations.get(record_id), queries.entities[queries.owner(record_id)]
    record = point.observation if point else None
    formula = record.formula if record else None
    basis = getattr(owner, "basis", None)
    review = owner.reviewed
    found = passages(record_id, queries.citations(record_id), queries)
    return Evidence(
        id=record_id,
        name=textwrap.shorten(words.name(record_id, queries), _NAME, placeholder="…"),
        passages=found,
        support=support.in_words(record_id, queries),
        access=_access(record_id, owner.access, queries),
        date_basis=": ".join(filter(None, (message(basis.kind), basis.how))) if basis else "",
        formula=_computed(formula, queries) if formula else "",
        numbers=numbers((formula.of if formula else ()) if record else owner.numbers, queries),
        reviewed=gettext("reviewed by %(name)s on %(date)s", name=review.by, date=review.on) if review else "",
        note=str((record.note if record else owner.note) or ""),
        history=history(record_id, queries),
        actions=actions(record_id, dict.fromkeys(one.named for one in found if one.record.role in _CITED), queries),
    )


def _access(record_id: str, name: str, queries: Queries) -> str:
    """Return what an access means to a reader; "" where the support of the fact says so, or each place was read."""
    found, known = support.support(record_id, queries), set(support.known(record_id, queries).values())
    is_told = {"read": True, "reproduced": found.copies > 0, "summarised": found.unread > 0}
    is_told |= dict.fromkeys(is_told, True) if known == {"read"} or support.is_searched(record_id, queries) else {}
    return "" if is_told.get(name) else words.access(name)


def cited(record_ids: Iterable[str], queries: Queries) -> tuple[Evidence, ...]:
    """Return the evidence of each of the facts that a sentence rests on."""
    return tuple(evidence(name, queries) for name in record_ids)


def numbers(record_ids: tuple[str, ...], queries: Queries) -> tuple[words.SiteLink, ...]:
    """Return numbers with their periods, as links to their evidence: "273 judges (June 2016)"."""
    points = ((name, queries.dataset.observations[name]) for name in record_ids)
    periods = ((name, phrase.period(point.observation, point.series)) for name, point in points)
    return tuple(words.SiteLink(f"{words.name(name, queries)} ({when})", queries.href(name)) for name, when in periods)


def history(record_id: str, queries: Queries) -> tuple[str, ...]:
    """Return the corrections of a record in words, the newest first; a number has those of its series too."""
    own = (record_id, queries.owner(record_id))
    return tuple(_told(one) for _, one, _ in corrections(queries) if one.entity in own)


@derived_once
def corrections(queries: Queries) -> tuple[tuple[str, Correction, words.SiteLink], ...]:
    """Return the id of every correction, its record and a link to what it corrects, the newest first."""
    known = queries.dataset.corrections
    newest_first = sorted(known, key=lambda name: (known[name].date.sort_key, name), reverse=True)
    return tuple((name, known[name], _corrected(known[name].entity, queries)) for name in newest_first)


def _corrected(record_id: str, queries: Queries) -> words.SiteLink:
    """Return a link to a corrected record; that to a number tells what it counts and when, not its value of today."""
    link, point = words.link(record_id, queries), queries.dataset.observations.get(record_id)
    if point is None:
        return link
    return words.SiteLink(f"{point.series.title} ({phrase.period(point.observation, point.series)})", link.href)


def _told(item: Correction) -> str:
    return gettext(
        "%(kind)s of %(date)s: was “%(was)s”, now “%(now)s”. %(reason)s",
        kind=message(item.kind),
        date=item.date,
        was=str(item.was).rstrip("."),
        now=str(item.now).rstrip("."),
        reason=item.reason,
    )


def _computed(formula: Formula, queries: Queries) -> str:
    """Return in words how a number is computed, with the numbers that it is computed from."""
    values = [phrase.number(queries.observation(name)) for name in formula.of]
    match formula.operation:
        case "sum":
            return " + ".join(values)
        case "difference":
            return " − ".join(values)
        case "share":
            return gettext("%(part)s as a percentage of %(whole)s", part=values[0], whole=values[1])
        case "before change":
            return gettext("%(number)s before a change of %(change)s", number=values[0], change=values[1])
        case _:
            return gettext("change from %(first)s to %(second)s in percent", first=values[0], second=values[1])


def passages(record_id: str, citations: Iterable[Citation], queries: Queries) -> tuple[CitedPassage, ...]:
    """Return the passages that citations of a record name."""
    return tuple(passage(record_id, citation, queries) for citation in citations)


def passage(record_id: str, citation: Citation, queries: Queries) -> CitedPassage:
    """Return one passage that a citation of a record names."""
    source = queries.dataset.sources[citation.source]
    known, text = support.access(record_id, citation, queries), source.text_at(citation.locator)
    unverifiable = gettext("not verified against a text: %(reason)s", reason=source.unverifiable)
    return CitedPassage(
        record=citation,
        source=source,
        link=words.link(citation.source, queries),
        place=words.locator(citation.locator),
        access="" if known == "read" else message(words.KNOWN[known]),
        role=message(_ROLES[citation.role]),
        original=_address(source.link.url, citation.quote) if source.link else "",
        verification=message(_VERIFIED[queries.dataset.verification(citation)]) if text else unverifiable,
    )


def _address(url: str, quote: Quote | None) -> str:
    """Return an address that scrolls to a quote, behind its own fragment: #:~:text=[prefix-,]exact[,-suffix] (WICG)."""
    if quote is None:
        return url
    prefix = f"{_encode(quote.prefix)}-," if quote.prefix else ""
    suffix = f",-{_encode(quote.suffix)}" if quote.suffix else ""
    return f"{url}{'' if '#' in url else '#'}:~:text={prefix}{_encode(quote.exact)}{suffix}"


def _encode(text: str) -> str:
    return percent(text, safe="").replace("-", "%2D")
