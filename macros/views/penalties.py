"""Penalties: every tier of a law in words with its bar, and all laws compared."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros import language, phrase
from macros.language import gettext
from macros.model import Fine, PrisonTerm, Provision, Statute
from macros.queries import Queries
from macros.views import words
from macros.views.alphabet import order


@dataclass(frozen=True)
class Tier:
    """One tier of a penalty, and its bar, in percent of the longest; None without a term in years."""

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
    has_term: bool
    has_fine: bool


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
    """Yield every tier, with bars on one scale; where no tier has a prison term of its own, none has a bar."""
    scale = max((phrase.years(one.max_prison) or 0 for one in statute.provisions), default=0) or 1
    for one in statute.provisions:
        terms = (phrase.years(one.max_prison), phrase.years(one.min_prison)) if span(statute) else ()
        bar, least = [round(100 * years / scale) if years else None for years in terms] or (None, None)
        bar = 100 if one.max_prison.is_life else bar
        yield Tier(one, bar, round(100 * least / bar) if least and bar else None)


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
    """Return the longest prison terms of the lowest and the highest tier; nothing if there are none."""
    terms = [p.max_prison for p in statute.provisions if not p.max_prison.is_added]
    measured = [term for _, term in sorted((term.years, term) for term in terms if term.years)]
    shown = measured + [term for term in terms if term.is_life]
    return (shown[0], shown[-1]) if shown else ()


def penalties(queries: Queries) -> tuple[Penalty, ...]:
    """Return the range of penalties of every statute with prison terms or fines, sorted by citation."""
    punishing = [(name, law) for name, law in queries.dataset.statutes.items() if span(law) or fines(law)]
    return tuple(
        Penalty(
            law=words.SiteLink(statute.citation, f"{queries.href(name)}#penalties"),
            heading=statute.heading,
            longest=_range(statute),
            least=_least(statute),
            fine=_fines(statute),
            has_term=any(one.max_prison != "none" for one in statute.provisions),
            has_fine=bool(fines(statute)),
        )
        for name, statute in sorted(punishing, key=lambda item: natural(item[1]))
    )


def _range(statute: Statute) -> str:
    """Return the longest prison terms of the lowest and the highest tier: "6 months to 2 years, by tier"."""
    low, high = span(statute) or (PrisonTerm("none"), PrisonTerm("none"))
    if low == high:
        return phrase.term(low)
    return _by_tier(phrase.term(low), phrase.term(high))


def _fines(statute: Statute) -> str:
    """Return the highest fines of the lowest and the highest tier: "$5,000 to $250,000, by tier"."""
    found = {(one.amount, str(one.currency)) for one in fines(statute) if one.amount is not None}
    if len(found) == 1 or len({currency for _, currency in found}) != 1:
        return highest_fine(statute)
    low, *_, high = sorted(found)
    in_words = [phrase.fine(one) for one in fines(statute) if one.amount is None]
    return "; ".join(dict.fromkeys([_by_tier(phrase.format_number(*low), phrase.format_number(*high)), *in_words]))


def _by_tier(low: str, high: str) -> str:
    return gettext("%(low)s to %(high)s, by tier", low=low, high=high)


def _least(statute: Statute) -> str:
    """Return the mandatory minimums of a statute; if only some tiers have one, also how many."""
    tiers = [p for p in statute.provisions if p.min_prison != "none"]
    if not tiers:
        return gettext("none")
    ordered = sorted(tiers, key=lambda p: (p.min_prison.years is None, p.min_prison.years or 0))
    shown = language.listed(dict.fromkeys(phrase.least(p) for p in ordered), "or")
    count = len(statute.provisions)
    if len(tiers) == count:
        return shown
    return gettext("%(term)s, in %(some)s of %(all)s tiers", term=shown, some=len(tiers), all=count)


def fines(statute: Statute) -> list[Fine]:
    """Return the fines of all tiers of a statute."""
    return [provision.fine for provision in statute.provisions if provision.fine]


def highest_fine(statute: Statute) -> str:
    """Return the largest fine, of each currency; without amounts the words of the law; "–" if there are none."""
    highest: dict[str, Fine] = {}
    for fine in fines(statute):
        key = str(fine.currency or fine.note)
        highest[key] = max(highest.get(key, fine), fine, key=lambda one: one.amount or 0)
    return language.listed(map(phrase.fine, highest.values()), "or") or phrase.fine(None)
