"""Penalties: every tier of a law in words with its bar, and all laws compared."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from macros import language, phrase
from macros.language import gettext
from macros.model import Fine, PrisonTerm, Provision, Statute
from macros.queries import Queries
from macros.views import words
from macros.views.alphabet import order


@dataclass(frozen=True)
class Tier:
    """One tier of a penalty; ``bar`` is its length in percent of the longest, None without a term in years."""

    record: Provision
    bar: int | None
    stop: int | None
    """Where the mandatory minimum ends, in percent of the bar; None if there is none."""


@dataclass(frozen=True)
class Penalty:
    """One row of the table of all penalties: the range over the tiers of a statute."""

    law: words.SiteLink
    heading: str
    longest: str
    least: str
    fine: str


class Columns(NamedTuple):
    """Which columns a table of penalties has: those that any of its tiers fills."""

    terms: bool
    """The longest prison terms, and the mandatory minimums."""
    fines: bool
    grades: bool


class Compared(NamedTuple):
    """The table of all penalties."""

    rows: tuple[Penalty, ...]
    columns: Columns


def natural(statute: Statute) -> tuple[tuple[int, tuple[str, str]], ...]:
    """Return a sort key that compares the numbers in citations as numbers: 8 before 18, 111 before 1028A."""
    words_and_numbers = statute.citation.replace("(", " (").split()
    return tuple((int("".join(filter(str.isdecimal, word)) or 0), order(word)) for word in words_and_numbers)


def penalty(provision_id: str, queries: Queries) -> words.SiteLink:
    """Return the longest prison term of a provision in words, as a link to it."""
    provision, _ = queries.dataset.provisions[provision_id]
    term = phrase.term(provision.max_prison)
    measured = provision.max_prison.years and not provision.fixed
    return words.SiteLink(_up_to(provision.max_prison) if measured else term, queries.href(provision_id))


def tiers(statute: Statute) -> Iterator[Tier]:
    """Yield every tier, with bars on one scale; no tier has a bar if none has a prison term of its own."""
    scale = max((phrase.years(one.max_prison) or 0 for one in statute.provisions), default=0) or 1
    has_bars = bool(span(statute))
    for provision in statute.provisions:
        longest = phrase.years(provision.max_prison) if has_bars else None
        least = phrase.years(provision.min_prison) if has_bars else None
        bar = round(100 * longest / scale) if longest else None
        if provision.max_prison.is_life:
            bar = 100
        stop = round(100 * least / scale) if least else None
        yield Tier(provision, bar, round(100 * stop / bar) if stop and bar else None)


def in_words(statute: Statute) -> str:
    """Return the range of the longest prison terms in words, "from up to 1 year to up to 2 years"; "" without any."""
    terms = span(statute)
    if not terms:
        return ""
    low, high = terms
    if low.is_life:
        return phrase.term(low)
    if low == high:
        return _up_to(high)
    if high.is_life:
        return gettext("from up to %(low)s to %(high)s", low=phrase.term(low), high=phrase.term(high))
    return gettext("from up to %(low)s to up to %(high)s", low=phrase.term(low), high=phrase.term(high))


def _up_to(term: PrisonTerm) -> str:
    return gettext("up to %(term)s", term=phrase.term(term))


def span(statute: Statute) -> tuple[PrisonTerm, PrisonTerm] | tuple[()]:
    """Return the longest prison terms of the lowest and of the highest tier; () if there are none."""
    terms = [provision.max_prison for provision in statute.provisions if not provision.max_prison.is_added]
    ordered = [term for _, term in sorted((term.years, term) for term in terms if term.years)]
    ordered += [term for term in terms if term.is_life]
    return (ordered[0], ordered[-1]) if ordered else ()


def penalties(queries: Queries) -> tuple[Penalty, ...]:
    """Return the range of penalties of every statute with prison terms or fines, sorted by citation."""
    return tuple(
        Penalty(
            law=words.SiteLink(statute.citation, f"{queries.href(name)}#penalties"),
            heading=statute.heading,
            longest=_longest_terms(statute),
            least=_mandatory_minimums(statute),
            fine=_highest_fines(statute),
        )
        for name, statute in sorted(_with_penalties(queries), key=lambda item: natural(item[1]))
    )


def _with_penalties(queries: Queries) -> list[tuple[str, Statute]]:
    return [(name, law) for name, law in queries.dataset.statutes.items() if span(law) or fines(law)]


def compared(queries: Queries) -> Compared:
    """Return the table of all penalties."""
    tiers = [tier for _, statute in _with_penalties(queries) for tier in statute.provisions]
    has_sums = any(tier.fine for tier in tiers)
    return Compared(penalties(queries), columns(tiers)._replace(fines=has_sums))


def columns(tiers: Sequence[Provision]) -> Columns:
    """Return which columns a table of tiers has."""
    return Columns(
        terms=any(tier.max_prison != "none" for tier in tiers),
        fines=any(tier.fine or tier.fine_basis for tier in tiers),
        grades=any(tier.grade for tier in tiers),
    )


def _longest_terms(statute: Statute) -> str:
    """Return the longest prison terms of the lowest and the highest tier: "6 months to 2 years, by tier"."""
    low, high = span(statute) or (PrisonTerm("none"), PrisonTerm("none"))
    if low == high:
        return phrase.term(low)
    return _by_tier(phrase.term(low), phrase.term(high))


def _highest_fines(statute: Statute) -> str:
    """Return the highest fines of the lowest and the highest tier: "$5,000 to $250,000, by tier"."""
    sums = {(fine.amount, str(fine.currency)) for fine in fines(statute) if fine.amount is not None}
    if len(sums) == 1 or len({currency for _, currency in sums}) != 1:
        return highest_fine(statute)
    low, *_, high = sorted(sums)
    span_of_sums = _by_tier(phrase.format_number(*low), phrase.format_number(*high))
    without_amount = [phrase.fine(fine) for fine in fines(statute) if fine.amount is None]
    return "; ".join(dict.fromkeys([span_of_sums, *without_amount]))


def _by_tier(low: str, high: str) -> str:
    return gettext("%(low)s to %(high)s, by tier", low=low, high=high)


def _mandatory_minimums(statute: Statute) -> str:
    """Return the mandatory minimums of a statute; if only some tiers have one, also how many tiers."""
    tiers = [provision for provision in statute.provisions if provision.min_prison != "none"]
    if not tiers:
        return gettext("none")
    tiers.sort(key=lambda one: (one.min_prison.years is None, one.min_prison.years or 0))
    terms = language.listed(dict.fromkeys(map(phrase.least, tiers)), "or")
    count = len(statute.provisions)
    if len(tiers) == count:
        return terms
    return gettext("%(term)s, in %(some)s of %(all)s tiers", term=terms, some=len(tiers), all=count)


def fines(statute: Statute) -> list[Fine]:
    """Return the fines of all tiers of a statute."""
    return [provision.fine for provision in statute.provisions if provision.fine]


def highest_fine(statute: Statute) -> str:
    """Return the highest fine in each currency, and fines without an amount in the words of the law; "–" if none."""
    highest: dict[str, Fine] = {}
    for fine in fines(statute):
        key = str(fine.currency or fine.note)
        highest[key] = max(highest.get(key, fine), fine, key=lambda one: one.amount or 0)
    return language.listed(map(phrase.fine, highest.values()), "or") or phrase.fine(None)
