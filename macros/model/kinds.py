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


_LAWS = (
    ("constitution", marked("Constitutions")),
    ("treaty", marked("Treaties")),
    ("act", marked("Acts")),
    ("offence", marked("Criminal offences")),
    ("procedure", marked("Procedure")),
    ("regulation", marked("Regulations")),
    ("directive", marked("Directives")),
    ("decision", marked("Decisions")),
    ("order", marked("Orders")),
    ("judgment", marked("Judgments")),
)
LAW_KINDS = tuple(LawKind(name=Line(name), heading=Label(heading)) for name, heading in _LAWS)
"""The kinds of law of every topic, in the order of the glossary."""
_SOURCES: tuple[tuple[str, str, Role], ...] = (
    ("wire report", marked("Other press"), "press"),
    ("news report", marked("Other press"), "press"),
    ("trade press", marked("Other press"), "press"),
    ("press release", marked("Statements and releases"), "release"),
    ("government document", marked("Government documents"), "document"),
    ("standard", marked("Standards"), "document"),
    ("statute", marked("Texts of laws"), "law"),
    ("treaty", marked("Texts of laws"), "law"),
    ("judgment", marked("Judgments"), "law"),
    ("dataset", marked("Data sets"), "data"),
    ("report", marked("Reports and studies"), "study"),
    ("paper", marked("Books and papers"), "study"),
    ("book", marked("Books and papers"), "study"),
)
SOURCE_KINDS = tuple(SourceKind(name=Line(name), heading=Label(heading), role=role) for name, heading, role in _SOURCES)
"""The kinds of source of every topic."""
