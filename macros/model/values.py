"""What a single value can be: text, ids, references, addresses, dates and numbers.

Strings carry their meaning in their type, so that a rule can find all prose, or all references, of any record
by walking it (``base.walk``), and needs no list of field names.
"""

import re
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    AfterValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    PlainValidator,
    Strict,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from macros import language
from macros.model import dates
from macros.model.unfit import UnfitError

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
"""Names that no file can have on Windows."""
LEFTOVER = re.compile(r"#.*#|.*(~|\.sw[a-p]|\.bak|\.orig|\.rej|\.tmp|\.db|\.ini)|[0-9]+")
"""Names of copies and notes that editors, git and file managers write beside a file."""
NUMBER_PATTERN = r"^-?(0|[1-9][0-9]{0,29})(\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?$"


class Text(str):
    """A string with a meaning of its own. Surrounding white space is refused."""

    __slots__ = ()
    pattern: ClassVar[str] = r"^\S(.*\S)?$"
    max_length: ClassVar[int] = 300
    json_format: ClassVar[str] = ""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Validate as a plain string, then keep the type."""
        return core_schema.no_info_after_validator_function(
            cls,
            core_schema.str_schema(pattern=cls.pattern, max_length=cls.max_length, min_length=1, strict=True),
            serialization=core_schema.to_string_ser_schema(),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the schema, titled with the first sentence of the docstring."""
        title = " ".join(str(cls.__doc__).split()).split(". ")[0].rstrip(".")
        return handler(schema) | {"title": title} | ({"format": cls.json_format} if cls.json_format else {})


class Line(Text):
    """A name, a label or a citation: one line that is not prose, without space around it."""


class Label(Line):
    """A line of the editors' own words, such as a name or a title; a translation may replace it."""


class Language(Text):
    """The tag of a language, such as en, es or zh-Hant."""

    pattern: ClassVar[str] = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$"

    def __new__(cls, tag: str) -> Self:
        """Raise ValueError for a tag that no language has."""
        if not language.has_name(tag):
            raise UnfitError(f'"{tag}" is not the tag of a language', "write one of two or three letters, such as de")
        return super().__new__(cls, tag)


class WrittenLanguage(Language):
    """The tag of a language, such as en, es or zh-Hant, of which it is known how it writes dates and numbers."""

    def __new__(cls, tag: str) -> Self:
        """Raise ValueError for any other."""
        found = super().__new__(cls, tag)
        if not language.has_form(tag):
            raise UnfitError(f'it is not known how "{tag}" writes dates and numbers', "write another, such as en")
        return found


class Sentence(Text):
    """One line of prose, without space around it; its figures must be those of a fact that the record links to."""


class Prose(Sentence):
    """One or more lines of prose, without space around them."""

    pattern: ClassVar[str] = r"^\S([\s\S]*\S)?$"
    max_length: ClassVar[int] = 3000


class Chronicle(Prose):
    """Prose that tells of times before and after the topic; its dates need no fact of their own."""


class Id(Text):
    """A permanent name: lower-case words and numbers joined by hyphens."""

    pattern: ClassVar[str] = ID_PATTERN
    max_length: ClassVar[int] = 60


class Reference(Id):
    """The id of another record; ``kinds`` says which it may be."""

    kinds: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls, *, kinds: tuple[str, ...]) -> None:
        """Make a class of references to some kinds."""
        cls.kinds = kinds


class SourceRef(Reference, kinds=("source",)):
    """The id of a source."""


class ActorRef(Reference, kinds=("actor",)):
    """The id of a person or an organization."""


class StatuteRef(Reference, kinds=("statute",)):
    """The id of a statute."""


class EventRef(Reference, kinds=("event",)):
    """The id of an event."""


class StatementRef(Reference, kinds=("statement",)):
    """The id of a statement."""


class TermRef(Reference, kinds=("term", "statute")):
    """The id of a term or a statute."""


class SeriesRef(Reference, kinds=("series",)):
    """The id of a series."""


class ObservationRef(Reference, kinds=("observation",)):
    """The id of one number of a series."""


FACT_KINDS = ("event", "statement", "observation")
"""The kinds of record that are facts."""


class FactRef(Reference, kinds=FACT_KINDS):
    """The id of an event, a statement or a number."""


_ENTITY_KINDS = (
    *("source", "actor", "statute", "term", "event", "statement"),
    *("question", "comparison", "series", "observation", "chart"),
)


class EntityRef(Reference, kinds=_ENTITY_KINDS):
    """The id of anything that has a file or is a number."""


class TopicRef(Reference, kinds=("topic",)):
    """A topic listed in topic.yml."""


class CategoryRef(Reference, kinds=("category",)):
    """A category of events listed in topic.yml."""


class LaneRef(Reference, kinds=("lane",)):
    """A lane of the timeline listed in topic.yml."""


class JurisdictionRef(Reference, kinds=("jurisdiction",)):
    """A jurisdiction listed in topic.yml."""


class Currency(Text):
    """The three letters of a currency (ISO 4217), such as EUR."""

    pattern: ClassVar[str] = r"^[A-Z]{3}$"


def _edtf(value: Any) -> dates.Edtf:
    if isinstance(value, dates.Edtf):
        return value
    if not isinstance(value, str):
        raise ValueError('a date is a quoted string such as "2017-04-11"')  # noqa: TRY004 - Pydantic tells this one alone
    return dates.parse(value)


def _full_day(value: Any) -> dates.Edtf:
    date = _edtf(value)
    if not date.is_iso or date.precision != "day":
        raise UnfitError(f'"{date.text}" is not a full day', 'write year, month and day, such as "2017-04-11"')
    return date


def _closed(date: dates.Edtf) -> dates.Edtf:
    if not (date.begin and date.end):
        raise UnfitError(f'"{date.text}" has an open end', 'write the day, such as "2017-04-11"')
    return date


def _decimal(value: Any) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        raise ValueError('a number is a whole number or a quoted decimal such as "52.3"')  # noqa: TRY004 - as with dates
    if not re.fullmatch(NUMBER_PATTERN, str(value)):
        raise UnfitError(f'"{str(value)[:60]}" is not a number', 'write 52, "52.3" or "6.02e23"')
    return Decimal(value)


_AS_TEXT = PlainSerializer(lambda value: value.text, return_type=str)
Date = Annotated[
    dates.Edtf,
    PlainValidator(_edtf),
    _AS_TEXT,
    WithJsonSchema({"title": "A date, in a subset of EDTF", "type": "string", "pattern": dates.PATTERN}),
]
ClosedDate = Annotated[Date, AfterValidator(_closed)]
"""A date with a beginning and an end."""
FullDay = Annotated[
    dates.Edtf,
    PlainValidator(_full_day),
    _AS_TEXT,
    WithJsonSchema({"title": "A day, such as 2017-04-11", "type": "string", "pattern": f"^{dates.DAY}$"}),
]
"""A day on which somebody did something, such as reading a source."""
Number = Annotated[
    Decimal,
    PlainValidator(_decimal),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"title": "A number", "type": ["integer", "string"], "pattern": NUMBER_PATTERN}),
]
Flag = Annotated[bool, Strict()]
Count = Annotated[int, Strict(), Field(ge=1)]
