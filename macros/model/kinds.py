"""Kinds of laws and of sources: those that every topic has; topic.yml may add others and rename these."""

from typing import Literal

from macros.language import gettext_noop
from macros.model.base import Record
from macros.model.values import Label, Line

Role = Literal["press", "release", "document", "law", "data", "study"]
"""What a source is to the facts: a report, a statement to the press, a document itself, a law, data, a study."""
OWN_TEXTS: tuple[Role, ...] = ("document", "law")
"""The roles of the sources whose own text holds directives."""


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
    ("constitution", gettext_noop("Constitutions")),
    ("treaty", gettext_noop("Treaties")),
    ("act", gettext_noop("Acts")),
    ("offence", gettext_noop("Criminal offenses")),
    ("procedure", gettext_noop("Procedure")),
    ("regulation", gettext_noop("Regulations")),
    ("directive", gettext_noop("Directives")),
    ("decision", gettext_noop("Decisions")),
    ("order", gettext_noop("Orders")),
    ("judgment", gettext_noop("Judgments")),
)
LAW_KINDS = tuple(LawKind(name=Line(name), heading=Label(heading)) for name, heading in _LAWS)
"""The kinds of law of every topic, in the order of the glossary."""
_SOURCES: tuple[tuple[str, str, Role], ...] = (
    ("wire report", gettext_noop("Other press"), "press"),
    ("news report", gettext_noop("Other press"), "press"),
    ("trade press", gettext_noop("Other press"), "press"),
    ("press release", gettext_noop("Statements and releases"), "release"),
    ("government document", gettext_noop("Government documents"), "document"),
    ("standard", gettext_noop("Standards"), "document"),
    ("statute", gettext_noop("Texts of laws"), "law"),
    ("treaty", gettext_noop("Texts of laws"), "law"),
    ("judgment", gettext_noop("Judgments"), "law"),
    ("dataset", gettext_noop("Data sets"), "data"),
    ("report", gettext_noop("Reports and studies"), "study"),
    ("paper", gettext_noop("Books and papers"), "study"),
    ("book", gettext_noop("Books and papers"), "study"),
)
SOURCE_KINDS = tuple(SourceKind(name=Line(name), heading=Label(heading), role=role) for name, heading, role in _SOURCES)
"""The kinds of source of every topic."""
