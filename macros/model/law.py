"""Law: Statute and its Provisions."""

import re
from fractions import Fraction
from typing import Literal

from pydantic import Field

from macros.model.base import Citation, Entity, Link, Record, Rules
from macros.model.kinds import LAW_KINDS
from macros.model.values import (
    Chronicle,
    ClosedDate,
    Currency,
    Flag,
    Id,
    JurisdictionRef,
    Label,
    Line,
    Number,
    Prose,
    Sentence,
    Text,
)

LawStatus = Literal["in force", "not in force", "repealed"]
_DURATION = re.compile(r"\+?(?P<count>[0-9]+) (?P<unit>day|week|month|year)s?")
_YEAR = Fraction(1461, 4)
_DAYS = {"day": Fraction(1), "week": Fraction(7), "month": _YEAR / 12, "year": _YEAR}


class PrisonTerm(Text):
    """A term of imprisonment: "14 days", "6 months", "+10 years", "life", "life or death", "remainder" or "none"."""

    pattern = r"^(none|life|life or death|remainder|\+?[1-9][0-9]{0,4} (day|week|month|year)s?)$"

    @property
    def years(self) -> Fraction | None:
        """Its length in years, 0 for "none"; None for life, death and remainder."""
        match = _DURATION.fullmatch(self)
        if not match:
            return Fraction(0) if self == "none" else None
        return int(match["count"]) * _DAYS[match["unit"]] / _YEAR

    @property
    def is_life(self) -> bool:
        """Whether it is longer than any number of years."""
        return self.startswith("life")

    @property
    def is_added(self) -> bool:
        """Whether it is added to another sentence."""
        return self.startswith("+")


class Fine(Record):
    """A fine: its highest amount, or the words of a law that names none."""

    amount: Number | None = None
    """The highest amount, in full: 1500000 for 1.5 million."""
    least: Number | None = None
    """The lowest amount, where the law sets one."""
    currency: Currency | None = None
    """The code of its currency, such as USD, GBP or EUR."""
    note: Sentence | None = None
    """What follows the amount, such as "or twice the gain"; without an amount, what the law says: "unlimited"."""

    def _rules(self) -> Rules:
        amount, least = self.amount, self.least
        needed = "a fine has an 'amount' and a 'currency', or a 'note' with the words of the law"
        return {
            needed: amount is not None or self.note is not None,
            "'amount' and 'currency' come together": (amount is None) == (self.currency is None),
            "'least' is an amount below 'amount'": least is None or (amount is not None and least <= amount),
        }


class Element(Record):
    """One thing that a law requires."""

    part: Label | None = None
    """What the card of the law calls it, such as "Who" or "Act"; elements that share it stand together."""
    text: Sentence
    """What has to be proved, or what has to be there."""
    citations: tuple[Citation, ...] = ()
    """The words of the law that say so."""


class Provision(Record):
    """One tier of a penalty, or one part of a law."""

    id: Id
    """Its permanent name."""
    label: Sentence
    """The paragraph and what it covers, such as "(a), first offense"."""
    short: Label | None = None
    """What the card of the law calls it, such as "First offense"; a tier without it is in the ladder alone."""
    per: Label | None = None
    """What the penalty is counted by, such as "each person"."""
    max_prison: PrisonTerm = PrisonTerm("none")
    """The longest prison term; without one, the law sets none."""
    min_prison: PrisonTerm = PrisonTerm("none")
    """The mandatory minimum; without one, the law sets none."""
    fixed: Flag = False
    """Whether the term is exactly this long."""
    consecutive: Flag = False
    """Whether it is added to the sentence for another offense."""
    fine: Fine | None = None
    """The highest fine."""
    fine_basis: Label | None = None
    """The provision that sets the fine."""
    grade: Label | None = None
    """The class of offense, where the law has classes: one of 'grades' in topic.yml, if that lists any."""
    citations: tuple[Citation, ...] = ()
    """The words of the law that set the penalty."""

    def _rules(self) -> Rules:
        low, high = self.min_prison.years, self.max_prison.years
        is_open = self.max_prison == "none" != self.min_prison
        return {
            "'min_prison' needs 'max_prison': the longest term by any law, or life": not is_open,
            "'min_prison' is longer than 'max_prison'": is_open or low is None or high is None or low <= high,
        }


class Statute(Entity):
    """A law of any kind, such as an act, a treaty or a regulation, as it stood on a day."""

    citation: Line
    """How lawyers cite it, such as "17 U.S.C. § 107" or "Weights and Measures Act 1985, s. 1"."""
    heading: Label
    """Its official heading."""
    kind: Line = Field(examples=[kind.name for kind in LAW_KINDS])
    """What kind of law it is: one of 'law_kinds' in topic.yml, or of those that every topic has."""
    jurisdiction: JurisdictionRef | None = None
    """Where it is law, from the list in topic.yml."""
    identifier: Line | None = None
    """Its identifier for machines, such as an ELI, an ECLI, a CELEX number or /us/usc/t17/s107."""
    also_cited_as: tuple[Line, ...] = ()
    """Other citations that lawyers use, shown beside the first, such as "Copyright Act § 107"."""
    aliases: tuple[Line, ...] = ()
    """Other ways to write it, such as "section 107"."""
    summary: Prose
    """What it covers, in plain language."""
    elements: tuple[Element, ...] = ()
    """What has to be proved, or what has to be there."""
    provisions: tuple[Provision, ...] = ()
    """The penalty ladder, in the order of the law."""
    status: LawStatus = "in force"
    """Whether it is law: "not in force" for a treaty that was signed, or an act, that is not law yet or never was."""
    as_of: ClosedDate
    """The day whose law this is; of what is not in force, a day on which it was not."""
    other: Prose | None = None
    """What else matters about it."""
    amended: Chronicle
    """What has changed since, as far as was found."""
    links: tuple[Link, ...] = ()
    """Official texts."""
