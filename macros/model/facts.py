"""What happened, and what is said: Event, Statement, Question, Actor, Term."""

from typing import Literal

from pydantic import Field

from macros.model.base import READ, Access, Basis, Citation, Entity, Quote, Record, Rules, Voice, one_of
from macros.model.values import (
    ActorRef,
    CategoryRef,
    Date,
    EventRef,
    FactRef,
    Flag,
    Label,
    LaneRef,
    Line,
    Prose,
    Sentence,
    SourceRef,
    StatuteRef,
    TermRef,
)

Status = Literal["happened", "due", "planned", "in force", "suspended", "rescinded", "revoked", "expired"]
StatementKind = Literal[
    "directive", "plan", "justification", "criticism", "explanation", "background", "opinion", "allegation", "response"
]
Force = Literal["shall", "directed", "shall consider", "should", "may", "asked", "not read"]
"""How strongly the directive's own text binds; "not read" where that text was not read."""
Delivery = Literal["prepared", "delivered", "written", "paraphrase"]
Excerpt = Literal["whole", "cut", "spliced"]
Relation = Literal[
    "same", "sums", "rounding", "narrower", "broader", "other definition", "other subject", "contradicts", "complements"
]
Verdict = Literal[
    "supported",
    "supported with caveat",
    "broader",
    "narrower",
    "differs",
    "contradicted",
    "silent",
    "not confirmed",
    "opinion",
]


class Event(Entity):
    """A dated happening."""

    date: Date
    """When it happened: our finding. Where sources give different dates, a question compares them."""
    basis: Basis
    """How the date is known."""
    title: Sentence
    """What happened, in a few words."""
    summary: Prose
    """What happened, in our own words."""
    category: CategoryRef | None = None
    """Its category, from the list in topic.yml."""
    lane: LaneRef | None = None
    """Its row in the picture of the timeline, from the list in topic.yml; without one, the row of all others."""
    key: Flag = False
    """Whether it is a key event, which a short telling of the story would not leave out."""
    status: Status
    """What is known of it: it happened, was due, was planned, or what became of it."""
    place: Label | None = None
    """Where."""
    actors: tuple[ActorRef, ...] = ()
    """Who took part."""
    statutes: tuple[StatuteRef, ...] = ()
    """The laws it concerns."""
    predecessor: EventRef | None = None
    """The event that it follows up; that event shows this one as its successor."""


class Statement(Entity):
    """What someone says, holds, orders, plans, alleges or declines to say; or what a source explains."""

    attributed_to: Voice
    """Whose statement it is."""
    kind: StatementKind
    """What kind of statement it is."""
    text: Prose
    """What is said, in our own words."""
    date: Date | None = None
    """When it was said; without it the event's date holds."""
    basis: Basis | None = None
    """How that date is known."""
    event: EventRef | None = None
    """The event at which, or about which, it was said."""
    force: Force | None = None
    """How strongly a directive binds by its own text; directives only, and always."""
    delivery: Delivery | None = None
    """How the words were given: as prepared, as spoken, in writing, or in the reporter's words."""
    excerpt: Excerpt | None = None
    """Of quoted words: whole, cut short, or spliced from separate passages."""
    actors: tuple[ActorRef, ...] = ()
    """Whom it concerns or addresses."""
    statutes: tuple[StatuteRef, ...] = ()
    """The laws it speaks of, named or described."""

    def _rules(self) -> Rules:
        has_force = self.force is not None
        return {
            "'force' is given for every directive and for nothing else": (self.kind == "directive") == has_force,
            "'date' and 'basis' come together": (self.date is None) == (self.basis is None),
        }


class Answer(Record):
    """What one source answers to a question."""

    source: SourceRef
    """The source."""
    facts: tuple[FactRef, ...] = ()
    """The facts that hold its answer; empty where it has none."""
    silent: Flag = False
    """Whether the source does not say."""
    before: Flag = False
    """Whether the source is older than what the question is about, and so cannot say."""
    verdict: Verdict | None = None
    """How the answer stands against the primary document."""
    why: Prose | None = None
    """Why that verdict, or what is to be said of the answer besides."""

    def _rules(self) -> Rules:
        return {
            "give 'facts', or 'silent: true', or 'before: true'": one_of(self.facts, self.silent, self.before),
            "a source without an answer has no verdict": bool(self.facts) or not self.verdict,
        }


class Primary(Record):
    """What the primary document says to a question."""

    source: SourceRef
    """The document."""
    locator: Line | None = None
    """The section or page."""
    text: Prose
    """What it says, in our own words."""
    quote: Quote | None = None
    """Its exact words; only where they were read."""
    access: Access
    """How its text is known."""

    def _rules(self) -> Rules:
        return {"a text that was not read is not quoted": not self.quote or self.access in READ}

    @property
    def cited(self) -> Citation | None:
        """Its quote as a citation; None without one."""
        if self.quote is None:
            return None
        locator = Line(self.locator or "")
        return Citation.model_construct(source=self.source, locator=locator, quote=self.quote, access=self.access)


class Question(Entity):
    """A question, and what each source answers. It holds no facts of its own."""

    question: Sentence
    """The question, as a reader would ask it."""
    answer: Sentence | None = None
    """The answer in one sentence, as far as there is one; it stands at the top."""
    answers: tuple[Answer, ...] = Field(min_length=1)
    """What each source answers, or that it is silent."""
    relations: tuple[Relation, ...] = ()
    """How the answers relate to each other."""
    compares_verbs: bool = False
    """Whether it asks how far documents bind: its page shows their verbs and those of the sources on one scale."""
    primary: tuple[Primary, ...] = ()
    """What the primary documents say."""
    finding: Prose
    """What we conclude."""
    why: Prose
    """Why."""


class Role(Record):
    """What an actor was at a time."""

    title: Label
    """The office or position."""
    organisation: ActorRef | None = None
    """Where."""
    period: Date | None = None
    """When, where it is known."""


class Actor(Entity):
    """A person or an organization."""

    name: Label
    """The name."""
    kind: Literal["person", "organisation"]
    """Which of the two."""
    summary: Prose
    """Who or what it is, in one or two sentences."""
    roles: tuple[Role, ...] = ()
    """A person's positions at the time."""
    lane: LaneRef | None = None
    """Where it acts: the lane of the timeline under which the list of people shows it."""
    aliases: tuple[Line, ...] = ()
    """Other names, short forms, and spellings that the sources use."""


class Term(Entity):
    """A word that a reader may need."""

    label: Label
    """The word."""
    aliases: tuple[Line, ...] = ()
    """Other forms of it."""
    everyday: tuple[Line, ...] = ()
    """Which of these names are everyday words, so that prose does not link them."""
    definition: Prose
    """What it means, in our own words."""
    related: tuple[TermRef, ...] = ()
    """Related terms and statutes."""

    def _rules(self) -> Rules:
        says = "'everyday' has \"{}\", which is neither the label nor an alias"
        return {says.format(name): name in (self.label, *self.aliases) for name in self.everyday}
