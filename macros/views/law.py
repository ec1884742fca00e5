"""The law: the glossary, and a page for each statute."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros import phrase
from macros.model import Element, Provision, Statute
from macros.queries import Queries
from macros.views import reading, words
from macros.views.evidence import CitedPassage, Evidence, evidence, passage
from macros.views.facts import Fact, facts

_KINDS = {
    "offence": "Criminal offences",
    "procedure": "Procedure",
    "sentencing rule": "Sentencing rules",
    "authority": "Powers of officials",
    "duty on governments": "Duties of governments",
    "civil action": "Civil actions",
    "executive order": "Executive orders",
    "regulation": "Regulations",
}
_SUM = re.compile(r"\d[\d,]*")


@dataclass(frozen=True)
class Tier:
    """One tier of a penalty in words, and its bar, in percent of the longest; None without a term in years."""

    record: Provision
    longest: str
    least: str
    bar: int | None
    stroke: int | None
    """Where the mandatory minimum ends on the bar; None if there is none."""
    passages: tuple[CitedPassage, ...]

    @property
    def is_open(self) -> bool:
        """Whether the term is longer than any scale."""
        return self.record.max_prison.startswith("life")

    @property
    def is_extra(self) -> bool:
        """Whether the term is added to another sentence."""
        return self.record.max_prison.startswith("+")


@dataclass(frozen=True)
class Penalty:
    """One row of the table of all penalties: the range over the tiers of a statute."""

    law: words.SiteLink
    heading: str
    longest: str
    least: str
    fine: str


@dataclass(frozen=True)
class Law:
    """A statute with all that refers to it; ``key`` tells how to read the bars, and is () without any."""

    id: str
    href: str
    record: Statute
    elements: tuple[tuple[str, tuple[CitedPassage, ...]], ...]
    tiers: tuple[Tier, ...]
    key: tuple[str, ...]
    penalty: str
    directives: tuple[Fact, ...]
    mentions: tuple[tuple[words.SiteLink, tuple[Fact, ...]], ...]
    events: tuple[Fact, ...]
    related: tuple[words.SiteLink, ...]
    evidence: Evidence


def glossary(queries: Queries) -> list[tuple[str, list[Law]]]:
    """Return every statute, grouped by kind under a heading, each group by citation."""
    ordered = sorted(queries.dataset.statutes.items(), key=lambda item: _natural(item[1]))
    groups = (
        (heading, [law(name, queries) for name, statute in ordered if statute.kind == kind])
        for kind, heading in _KINDS.items()
    )
    return [(heading, laws) for heading, laws in groups if laws]


def _natural(statute: Statute) -> tuple[tuple[int, str], ...]:
    """Return a sort key that compares the numbers in citations as numbers: 8 before 18, 111 before 1028A."""
    words_and_numbers = statute.citation.replace("(", " (").split()
    return tuple((int("".join(filter(str.isdecimal, word)) or 0), word) for word in words_and_numbers)


def law(statute_id: str, queries: Queries) -> Law:
    """Return one statute."""
    statute = queries.dataset.statutes[statute_id]
    statements = queries.referring(statute_id, "statement")
    directives = tuple(s for s in statements if _is_primary_directive(s, queries))
    others = tuple(s for s in statements if s not in directives)
    related = (*queries.referring(statute_id, "series"), *queries.referring(statute_id, "term"))
    return Law(
        id=statute_id,
        href=queries.href(statute_id),
        record=statute,
        elements=tuple((one.text, _passages(statute_id, one, queries)) for one in statute.elements),
        tiers=tuple(_tiers(statute_id, statute, queries)),
        key=reading.penalties(statute.provisions) if any(_range(statute)) else (),
        penalty=_penalty(statute),
        directives=facts(directives, queries),
        mentions=_by_source(others, queries),
        events=facts(tuple(name for name, _ in queries.events(statute=statute_id)), queries),
        related=words.links(related, queries),
        evidence=evidence(statute_id, queries),
    )


def penalty(provision_id: str, queries: Queries) -> words.SiteLink:
    """Return the longest prison term of a provision in words, as a link to it."""
    provision, _ = queries.dataset.provisions[provision_id]
    term = phrase.term(provision.max_prison)
    measured = provision.max_prison.months and not provision.fixed
    return words.SiteLink(f"up to {term}" if measured else term, queries.href(provision_id))


def _is_primary_directive(statement_id: str, queries: Queries) -> bool:
    """Whether it is a directive known from the document itself, not from a report about it."""
    statement = queries.dataset.statements[statement_id]
    home = queries.dataset.sources[queries.statement_home(statement_id)]
    return statement.kind == "directive" and home.kind == "government document"


def _by_source(statements: tuple[str, ...], queries: Queries) -> tuple[tuple[words.SiteLink, tuple[Fact, ...]], ...]:
    groups: dict[str, list[str]] = {}
    for statement_id in statements:
        groups.setdefault(queries.statement_home(statement_id), []).append(statement_id)
    return tuple((words.link(source, queries), facts(tuple(ids), queries)) for source, ids in groups.items())


def _passages(statute_id: str, part: Element | Provision, queries: Queries) -> tuple[CitedPassage, ...]:
    return tuple(passage(statute_id, citation, queries) for citation in part.citations)


def _tiers(statute_id: str, statute: Statute, queries: Queries) -> Iterator[Tier]:
    """Yield every tier, with bars on one scale; where no tier has a prison term of its own, none has a bar."""
    scale = max((phrase.years(one.max_prison) or 0 for one in statute.provisions), default=0) or 1
    for one in statute.provisions:
        terms = (phrase.years(one.max_prison), phrase.years(one.min_prison)) if any(_range(statute)) else ()
        bar, stroke = [round(100 * years / scale) if years else None for years in terms] or (None, None)
        is_open = one.max_prison.startswith("life")
        terms_in_words = phrase.longest(one), phrase.least(one)
        yield Tier(one, *terms_in_words, 100 if is_open else bar, stroke, _passages(statute_id, one, queries))


def _penalty(statute: Statute) -> str:
    """Return the range of the longest prison terms in words, "from up to 1 year to up to 2 years"; "" without any."""
    low, high = _range(statute)
    if low.startswith("life"):
        return low
    up_to_high = high if high.startswith("life") else f"up to {high}"
    return "" if not low else up_to_high if low == high else f"from up to {low} to {up_to_high}"


def _range(statute: Statute) -> tuple[str, str]:
    """Return the longest prison terms of the lowest and the highest tier; both "" if there are none."""
    terms = [p.max_prison for p in statute.provisions if not p.max_prison.startswith("+")]
    measured = [term for _, term in sorted((term.months, term) for term in terms if term.months)]
    shown = [str(term) for term in measured] + [phrase.term(term) for term in terms if term.startswith("life")]
    return (shown[0], shown[-1]) if shown else ("", "")


def penalties(queries: Queries) -> tuple[Penalty, ...]:
    """Return the range of penalties of every statute with prison terms, sorted by citation."""
    with_prison = [(name, statute) for name, statute in queries.dataset.statutes.items() if any(_range(statute))]
    return tuple(
        Penalty(
            law=words.SiteLink(statute.citation, f"{queries.href(name)}#penalties"),
            heading=statute.heading,
            longest=" to ".join(dict.fromkeys(_range(statute))),
            least=_least(statute),
            fine=_highest_fine(statute),
        )
        for name, statute in sorted(with_prison, key=lambda item: _natural(item[1]))
    )


def _least(statute: Statute) -> str:
    """Return the mandatory minimums of a statute; if only some tiers have one, also how many."""
    tiers = [p for p in statute.provisions if p.min_prison != "none"]
    if not tiers:
        return "none"
    ordered = sorted(tiers, key=lambda p: (p.min_prison.months is None, p.min_prison.months or 0))
    shown = " or ".join(dict.fromkeys(phrase.least(p) for p in ordered))
    count = len(statute.provisions)
    return shown if len(tiers) == count else f"{shown}, in {len(tiers)} of {count} tiers"


def _highest_fine(statute: Statute) -> str:
    """Return the fine that names the largest sum; "–" if there are none."""
    fines = [str(p.fine) for p in statute.provisions if p.fine]
    sums = {fine: [int(digits.replace(",", "")) for digits in _SUM.findall(fine)] for fine in fines}
    return max(fines, key=lambda fine: max(sums[fine], default=0), default="–")
