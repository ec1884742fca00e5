"""The evidence of a fact: the passages that it cites, their words, and whether they were verified."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote as percent

from macros import phrase
from macros.language import gettext, gettext_noop, message
from macros.model import Citation, Correction, Formula, Link, Quote, Source
from macros.queries import Queries, derived_once
from macros.views import contribute, support, words
from macros.views.contribute import Actions

_ROLES = {
    "supports": "",
    "disputes": gettext_noop("disputes it"),
    "discusses": gettext_noop("discusses it"),
    "searched": gettext_noop("searched, nothing found"),
}
"""What a passage does to a fact, for readers; most support it, and need no word."""
_CITED = ("supports", "searched")  # the roles of the sources that a copied citation names


@dataclass(frozen=True)
class CitedPassage:
    """One passage that a fact cites, with its role for the fact in words."""

    record: Citation
    source: Source
    link: words.SiteLink
    place: str
    access: str
    role: str
    address: Link | None
    """Where the place is read: the source itself, or a copy of it."""
    original: str
    """That address, which scrolls to the quote where a browser can; "" without one."""
    is_verified: bool
    verification: str
    """Whether its words were verified, in words."""

    @property
    def source_with_role(self) -> str:
        """The name of its source, with the role and, if the source was not read, how it is known in brackets."""
        remarks = "; ".join(filter(None, (self.role, self.access)))
        return f"{self.link.label} ({remarks})" if remarks else self.link.label


@dataclass(frozen=True)
class Evidence:
    """All that one fact rests on."""

    id: str
    name: str
    """What the fact is about, in a few words."""
    passages: tuple[CitedPassage, ...]
    support: str
    access: str
    """How the fact is known; "" if the support says so, or if every place was read."""
    date_basis: str
    formula: str
    numbers: tuple[words.SiteLink, ...]
    """Other numbers that the fact's text uses."""
    reviewed: str
    note: str
    history: tuple[str, ...]
    actions: Actions

    @property
    def ways_known(self) -> str:
        """How the fact is known and reviewed, in words, without its support and what its places say already."""
        return "; ".join(filter(None, ("" if self._says_access else self.access, self.reviewed)))

    @property
    def ways_supported(self) -> str:
        """The same, after its support; its one place that says how it is known needs no support."""
        is_told = self._says_access and len(self._own_passages) == 1
        return "; ".join(filter(None, ("" if is_told else self.support, self.ways_known)))

    @property
    def _own_passages(self) -> list[CitedPassage]:
        return [one for one in self.passages if not one.role]

    @property
    def _says_access(self) -> bool:
        return any(one.access for one in self._own_passages)


@derived_once
def evidence(record_id: str, queries: Queries) -> Evidence:
    """Return the evidence of any record or number."""
    point = queries.dataset.observations.get(record_id)
    owner = queries.entities[queries.owner(record_id)]
    number = point.observation if point else None
    formula = number.formula if number else None
    basis = getattr(owner, "basis", None)
    review = owner.reviewed
    cited_passages = passages(record_id, queries.citations(record_id), queries)
    sources = dict.fromkeys(one.source_with_role for one in cited_passages if one.record.role in _CITED)
    return Evidence(
        id=record_id,
        name=contribute.brief(record_id, queries),
        passages=cited_passages,
        support=support.in_words(record_id, queries),
        access=_access(record_id, owner.access, queries),
        date_basis=": ".join(filter(None, (message(basis.kind), basis.how))) if basis else "",
        formula=_formula_in_words(formula, queries) if formula else "",
        numbers=numbers((formula.of if formula else ()) if number else owner.numbers, queries),
        reviewed=gettext("reviewed by %(name)s on %(date)s", name=review.by, date=review.on) if review else "",
        note=str((number.note if number else owner.note) or ""),
        history=history(record_id, queries),
        actions=contribute.actions(record_id, sources, queries),
    )


def _access(record_id: str, access: str, queries: Queries) -> str:
    """Return how a fact is known, in words; "" if its line of support says so, or if every place was read."""
    counts = support.support(record_id, queries)
    is_in_support = {"read": True, "reproduced": counts.copies > 0, "summarised": counts.unread > 0}
    is_all_read = set(support.access_by_source(record_id, queries).values()) == {"read"}
    if is_all_read or support.is_searched(record_id, queries):
        is_in_support = dict.fromkeys(is_in_support, True)
    return "" if is_in_support.get(access) else words.access(access)


def numbers(record_ids: tuple[str, ...], queries: Queries) -> tuple[words.SiteLink, ...]:
    """Return numbers with their periods, as links to their evidence: "273 judges (June 2016)".

    Where several are of a year whose kind is not stated, they have stars, which the last of them explains.
    """
    points = [(name, queries.dataset.observations[name]) for name in record_ids]
    starred = [name for name, point in points if phrase.is_unstated(point.observation, point.series)]
    shown = phrase.period_in_list if starred[1:] else phrase.period
    periods = {name: shown(point.observation, point.series) for name, point in points}
    if starred[1:]:
        periods[starred[-1]] = gettext("%(period)s; * kind of year not stated", period=periods[starred[-1]])
    return tuple(
        words.SiteLink(f"{words.name(name, queries)} ({periods[name]})", queries.href(name)) for name in periods
    )


def history(record_id: str, queries: Queries) -> tuple[str, ...]:
    """Return the corrections of a record as sentences, the newest first; a number has those of its series too."""
    ids = (record_id, queries.owner(record_id))
    return tuple(of_correction(one) for _, one, _ in corrections(queries) if one.entity in ids)


@derived_once
def corrections(queries: Queries) -> tuple[tuple[str, Correction, words.SiteLink], ...]:
    """Return the id of every correction, its record and a link to what it corrects, the newest first."""
    records = queries.dataset.corrections
    newest_first = sorted(records, key=lambda name: (records[name].date.sort_key, name), reverse=True)
    return tuple((name, records[name], _link_to_corrected(records[name].entity, queries)) for name in newest_first)


def _link_to_corrected(record_id: str, queries: Queries) -> words.SiteLink:
    """Return a link to a corrected record; a number is named by its series and its period, not by its present value."""
    link = words.link(record_id, queries)
    point = queries.dataset.observations.get(record_id)
    if point is None:
        return link
    return words.SiteLink(f"{point.series.title} ({phrase.period(point.observation, point.series)})", link.href)


def of_correction(correction: Correction) -> str:
    """Return a correction as a sentence: what the fact said, what it says, and why."""
    return gettext(
        "%(kind)s of %(date)s: was “%(was)s”, now “%(now)s”. %(reason)s",
        kind=message(correction.kind),
        date=correction.date,
        was=str(correction.was).rstrip("."),
        now=str(correction.now).rstrip("."),
        reason=correction.reason,
    )


def was_now_why(correction: Correction) -> tuple[str, str, str]:
    """Return what a corrected fact said, what it says, and why it changed, each with its label."""
    return (
        gettext("Was: %(words)s", words=correction.was),
        gettext("Now: %(words)s", words=correction.now),
        gettext("Why: %(words)s", words=correction.reason),
    )


def _formula_in_words(formula: Formula, queries: Queries) -> str:
    """Return how a number is computed, with the numbers that it is computed from: "10 + 12"."""
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
    """Return the passages that citations of a record name, in their order."""
    return tuple(passage(record_id, citation, queries) for citation in citations)


def passage(record_id: str, citation: Citation, queries: Queries) -> CitedPassage:
    """Return one passage that a citation of a record names."""
    source = queries.dataset.sources[citation.source]
    address = source.address_at(citation.locator)
    access = support.access(record_id, citation, queries)
    verdict = queries.dataset.verification(citation)
    verification = message(phrase.VERIFIED[verdict])
    if verdict == "no text":
        verification = gettext("not verified against a text: %(reason)s", reason=source.unverifiable)
    return CitedPassage(
        record=citation,
        source=source,
        link=words.link(citation.source, queries),
        place=words.locator(citation.locator),
        access="" if access == "read" else message(words.KNOWN[access]),
        role=message(_ROLES[citation.role]),
        address=address,
        original=_address_of_quote(address.url, citation.quote) if address else "",
        is_verified=verdict == "verified",
        verification=verification,
    )


def _address_of_quote(url: str, quote: Quote | None) -> str:
    """Return an address with a text fragment that scrolls to a quote (WICG): #:~:text=[prefix-,]exact[,-suffix]."""
    if quote is None:
        return url
    prefix = f"{_encode(quote.prefix)}-," if quote.prefix else ""
    suffix = f",-{_encode(quote.suffix)}" if quote.suffix else ""
    return f"{url}{'' if '#' in url else '#'}:~:text={prefix}{_encode(quote.exact)}{suffix}"


def _encode(text: str) -> str:
    return percent(text, safe="").replace("-", "%2D")
