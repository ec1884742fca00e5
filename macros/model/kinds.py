"""Kinds of laws and of sources: those that every topic has; topic.yml may add others and rename these."""

from typing import Literal

from macros.language import marked
from macros.model.base import Record
from macros.model.values import Label, Line

Role = Literal["press", "release", "document", "law", "data", "study"]
"""What a source is to the facts: a report, a statement to the press, a document itself, a law, data, a study."""


class LawKind(Record):
    """A kind of law."""

    name: Line
    """What laws of this kind have as their 'kind', such as "act"."""
    heading: Label
    """What stands above them, such as "Acts of Parliament"."""


class SourceKind(LawKind):
    """A kind of source."""

    name: Line
    """What sources of this kind have as their 'kind', such as "wire report"."""
    heading: Label
    """What stands above them, such as "Other press"."""
    role: Role
    """What it is to the facts; documents, laws and data are what reports are about."""
    label: Label | None = None
    """What readers see; without it, the name."""


def _law(name: str, heading: str) -> LawKind:
    return LawKind(name=Line(name), heading=Label(heading))


def _source(name: str, heading: str, role: Role) -> SourceKind:
    return SourceKind(name=Line(name), heading=Label(heading), role=role)


LAW_KINDS = (
    _law("constitution", marked("Constitutions")),
    _law("treaty", marked("Treaties")),
    _law("act", marked("Acts")),
    _law("offence", marked("Criminal offences")),
    _law("procedure", marked("Procedure")),
    _law("regulation", marked("Regulations")),
    _law("directive", marked("Directives")),
    _law("decision", marked("Decisions")),
    _law("order", marked("Orders")),
    _law("judgment", marked("Judgments")),
)
"""The kinds of law of every topic, in the order of the glossary."""
SOURCE_KINDS = (
    _source("wire report", marked("Other press"), "press"),
    _source("news report", marked("Other press"), "press"),
    _source("trade press", marked("Other press"), "press"),
    _source("press release", marked("Statements and releases"), "release"),
    _source("government document", marked("Government documents"), "document"),
    _source("standard", marked("Standards"), "document"),
    _source("statute", marked("Texts of laws"), "law"),
    _source("treaty", marked("Texts of laws"), "law"),
    _source("judgment", marked("Judgments"), "law"),
    _source("dataset", marked("Data sets"), "data"),
    _source("report", marked("Reports and studies"), "study"),
    _source("paper", marked("Books and papers"), "study"),
    _source("book", marked("Books and papers"), "study"),
)
"""The kinds of source of every topic."""
