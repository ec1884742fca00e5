"""Law: Statute and its Provisions."""

import re
from typing import Literal, Self

from pydantic import model_validator

from macros.model.base import Citation, Entity, Link, Record
from macros.model.values import Chronicle, Date, Flag, Id, Line, Prose, Sentence, Text

StatuteKind = Literal[
    "offence",
    "procedure",
    "sentencing rule",
    "authority",
    "duty on governments",
    "civil action",
    "executive order",
    "regulation",
]
_DURATION = re.compile(r"(?P<plus>\+)?(?P<count>[0-9]+) (?P<unit>month|year)s?")


class PrisonTerm(Text):
    """A term of imprisonment: "6 months", "+10 years", "life", "life or death", "remainder" or "none"."""

    pattern = r"^(none|life|life or death|remainder|\+?[0-9]+ (month|year)s?)$"

    @property
    def months(self) -> int | None:
        """Its length in months, 0 for "none"; None for life, death and remainder."""
        match = _DURATION.fullmatch(self)
        if not match:
            return 0 if self == "none" else None
        return int(match["count"]) * (12 if match["unit"] == "year" else 1)


class Element(Record):
    """One thing that a law requires."""

    part: Line | None = None
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
    """The paragraph and what it covers, such as "(a), first offence"."""
    short: Line | None = None
    """What the card of the law calls it, such as "First offence"; a tier without it is in the ladder alone."""
    per: Line | None = None
    """What the penalty is counted by, such as "each person"."""
    max_prison: PrisonTerm
    """The longest prison term."""
    min_prison: PrisonTerm
    """The mandatory minimum."""
    fixed: Flag = False
    """Whether the term is exactly this long."""
    consecutive: Flag = False
    """Whether it is added to the sentence for another offence."""
    fine: Sentence | None = None
    """The highest fine."""
    fine_basis: Line | None = None
    """The provision that sets the fine."""
    grade: Line
    """The class of offence, such as "Class B misdemeanor", or "civil"."""
    citations: tuple[Citation, ...] = ()
    """The words of the law that set the penalty."""

    @model_validator(mode="after")
    def _minimum_below_maximum(self) -> Self:
        low, high = self.min_prison.months, self.max_prison.months
        if low is not None and high is not None and low > high:
            raise ValueError("'min_prison' is longer than 'max_prison'")
        return self


class Statute(Entity):
    """A statute, order or regulation, as in force on the topic's date."""

    citation: Line
    """How lawyers cite it, such as "17 U.S.C. § 107"."""
    heading: Line
    """Its official heading."""
    kind: StatuteKind
    """What kind of law it is."""
    uslm: Line | None = None
    """Its identifier in the United States Legislative Markup, such as /us/usc/t17/s107."""
    ina: Line | None = None
    """The section of the act that it is part of, where lawyers cite that too, such as "Copyright Act § 107"."""
    aliases: tuple[Line, ...] = ()
    """Other ways to write it, such as "section 107"."""
    summary: Prose
    """What it covers, in plain language."""
    elements: tuple[Element, ...] = ()
    """What has to be proved, or what has to be there."""
    provisions: tuple[Provision, ...] = ()
    """The penalty ladder, in the order of the law."""
    as_of: Date
    """The day whose law this is."""
    other: Prose | None = None
    """What else matters about it."""
    amended: Chronicle
    """What has changed since, as far as was found."""
    links: tuple[Link, ...] = ()
    """Official texts."""
