"""What every record is made of: closed frozen records, links, quotes and citations."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Annotated, Any, Literal, Self, get_args
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, field_validator, model_validator

from macros.model.addresses import Url, own_network
from macros.model.values import (
    ActorRef,
    Flag,
    FullDay,
    Id,
    Label,
    Line,
    ObservationRef,
    Prose,
    Sentence,
    SourceRef,
    TopicRef,
)
from macros.problems import FieldPath

MAX_QUOTED_WORDS = 12
"""Longest quotation, in words separated by white space."""


Rules = Mapping[str, bool]
"""Whether each rule about the fields of a record is kept, by the message where it is not."""


class Record(BaseModel):
    """A frozen record that refuses unknown keys; the sentence under each field describes it everywhere."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    @field_validator("*")
    @classmethod
    def _each_once(cls, value: Any) -> Any:
        if isinstance(value, tuple) and len(set(value)) < len(value):
            twice = next(one for index, one in enumerate(value) if one in value[:index])
            raise ValueError(f'"{twice}" stands twice' if isinstance(twice, str) else "two entries are the same")
        return value

    def _rules(self) -> Rules:
        return {}

    @model_validator(mode="after")
    def _keeps_its_rules(self) -> Self:
        for message, is_kept in self._rules().items():
            if not is_kept:
                raise ValueError(message)
        return self


class PersonName(Record):
    """The name of a person, in the parts by which citations order and shorten it."""

    given: Line
    """The given names, as they are written: Ann B."""
    family: Line
    """The family name: Reed."""

    def __str__(self) -> str:
        """Return both, the given names first."""
        return f"{self.given} {self.family}"


_LINE, PERSON = "(line)", "(person)"
"""What Pydantic calls the forms of a name in the paths of its errors."""
Name = Annotated[
    Annotated[Line, Tag(_LINE)] | Annotated[PersonName, Tag(PERSON)],
    Discriminator(lambda value: PERSON if isinstance(value, dict | PersonName) else _LINE),
]
"""The name of a person in its parts, or as a line that of a body, or of a person who is known by one name."""
NAME_FORMS = (_LINE, PERSON)


Access = Literal["read", "reproduced", "summarised", "unconfirmed"]
"""How a fact is known: its text was read, a copy of it was, only summaries were, or nothing confirms it."""
ACCESS: tuple[Access, ...] = get_args(Access)
"""Every access, the best first."""
READ: tuple[Access, ...] = ("read", "reproduced")
"""The access to a text whose own words are known."""


class Basis(Record):
    """How a date is known."""

    kind: Literal["stated", "inferred"]
    """Whether a source gives the date, or we worked it out."""
    how: Sentence | None = None
    """From what it was worked out, or where it is stated; needed for an inferred date."""

    def _rules(self) -> Rules:
        return {"an inferred date says from what, in 'how'": self.kind != "inferred" or self.how is not None}


class Link(Record):
    """An address, and whether the editors opened it."""

    url: Url
    """The address."""
    opened: Flag
    """Whether a copy of the page was opened by the editors; false is shown as unconfirmed."""
    label: Line | None = None
    """What to call it; without one, its host."""

    @field_validator("url")
    @classmethod
    def _everyone_reaches_it(cls, url: Url) -> Url:
        if host := own_network(url):
            raise ValueError(f'"{host}" is a name in a network of one\'s own; give one that everyone reaches')
        return url

    @property
    def host(self) -> str:
        """The host, without "www."."""
        return urlsplit(self.url).netloc.removeprefix("www.")


class Quote(Record):
    """Exact words of a source, 12 at most; after the W3C Web Annotation TextQuoteSelector."""

    exact: Line
    """The words, 12 at most; 8 to 12 show what they bear out, as far as the source's allowance permits."""
    prefix: Line | None = None
    """The words just before, where the exact words occur twice in the passage."""
    suffix: Line | None = None
    """The words just after, where the exact words occur twice in the passage."""
    translation: Prose | None = None
    """Our translation of the exact words, where the source is not in the language of the topic."""

    def _rules(self) -> Rules:
        count = len(self.exact.split())
        return {f"{count} words are quoted; {MAX_QUOTED_WORDS} are the most": count <= MAX_QUOTED_WORDS}


class Citation(Record):
    """A place in a source that a fact rests on."""

    source: SourceRef
    """The source."""
    locator: Line
    """Where in it: p3 for its third paragraph, r3 for a row, headline, dek, caption, stamp, credit; or Sec. 5(c)."""
    quote: Quote | None = None
    """Exact words at that place; needed where the source has a text."""
    role: Literal["supports", "disputes", "discusses", "searched"] = "supports"
    """What the passage does to the fact; "searched" where nothing was found there."""
    verb: Line | None = None
    """The source's own verb, where it reports an order or a statement: asks, requires."""
    access: Access | None = None
    """How this place was read, where otherwise than the source: summarised, where only a summary of it was."""

    def proof(self, place: str) -> str:
        """Return the 16 hex digits that a verification records for this quote at a ``SourceText.place``."""
        quote = self.quote
        parts = (quote.prefix, quote.exact, quote.suffix) if quote else ()
        key = "\n".join([place, self.source, self.locator, *(part or "" for part in parts)])
        return hashlib.sha256(key.encode()).hexdigest()[:16]


def one_of(*given: object) -> bool:
    """Whether one of some values is given, and the others are none, empty or false."""
    return sum(map(bool, given)) == 1


class Voice(Record):
    """Who says something: exactly one of the three."""

    actor: ActorRef | None = None
    """A person or an organization of the data."""
    described: Label | None = None
    """Someone whom the source only describes, such as "supporters of the policy"."""
    source: SourceRef | None = None
    """The source itself, in its own voice."""

    def _rules(self) -> Rules:
        return {"give exactly one of actor, described or source": one_of(self.actor, self.described, self.source)}


class Review(Record):
    """Who checked a record against its sources, and when."""

    by: Line
    """The reviewer's name."""
    on: FullDay
    """The day."""


class Entity(Record):
    """What every record with a file of its own shares."""

    topics: tuple[TopicRef, ...] = Field(min_length=1)
    """What it is about, from the list in topic.yml."""
    access: Access
    """How we know it: read, reproduced, summarised or unconfirmed."""
    citations: tuple[Citation, ...] = ()
    """The places it rests on."""
    numbers: tuple[ObservationRef, ...] = ()
    """The numbers that its prose mentions."""
    reviewed: Review | None = None
    """Who checked it last, whom the page then names."""
    note: Prose | None = None
    """What a reader should know besides."""

    @cached_property
    def leaves(self) -> tuple[tuple[FieldPath, ...], tuple[Any, ...]]:
        """The paths of all single values, depth first, and the values; cached, since many rules walk them."""
        paths, values = zip(*_leaves(self, ()), strict=True)
        return _shape(paths), values


@lru_cache(maxsize=10_000)
def _shape(paths: tuple[FieldPath, ...]) -> tuple[FieldPath, ...]:
    """Return the first equal tuple that was passed: sharing paths between records of a kind saves memory."""
    return paths


class Moved(Record):
    """What is left where a record was renamed."""

    moved_to: Id
    """Its new id."""


def walk(value: Any) -> Iterator[tuple[FieldPath, Any]]:
    """Yield every leaf of a record with its path, depth first."""
    return zip(*value.leaves, strict=True) if isinstance(value, Entity) else _leaves(value, ())


def _leaves(value: Any, path: FieldPath) -> Iterator[tuple[FieldPath, Any]]:
    if isinstance(value, tuple):
        parts: Iterable[tuple[str | int, Any]] = enumerate(value)
    else:
        parts = ((name, getattr(value, name)) for name in type(value).__pydantic_fields__)
    for name, part in parts:
        if isinstance(part, BaseModel | tuple):
            yield from _leaves(part, (*path, name))
        elif part is not None:
            yield (*path, name), part
