"""Writes records as YAML in one canonical form.

Fields are in the order of the model, without those that have their default value. Each has a line, indented by two
spaces. Prose is a block with one sentence a line. Lists of words are in brackets, small records in braces, and dates
and quotes in quotation marks.
"""

import re
from decimal import Decimal
from typing import Any

import yaml

from macros import model
from macros.model import Prose, Quote, Record, Sentence, Topic, dates, kind_of, walk
from macros.model.addresses import Url
from macros.model.evidence import Sha256
from macros.model.topic import AllowedFigure, Licences, Wording
from macros.yamlio.reader import AMBIGUOUS, INTEGER, SCHEMA_LINE

_ONE_LINE_A_FIELD = (
    *(model.Answer, model.Element, model.Primary, model.Provision, model.SourceText),
    *(model.Outline, model.Section, model.Aspect, model.Side, AllowedFigure, Licences, Wording),
)
"""Inner records with one line a field; all others are in braces, unless they have text of several lines."""
_QUOTED = (dates.Edtf, Decimal, Sha256, Url)
_NEEDS_MARKS = re.compile(rf"{AMBIGUOUS.pattern}$|[-?:]|.*[#\\]")
"""Text that gets quotation marks although PyYAML would write none, since some YAML readers may not take it for text."""
_ESCAPED = re.compile(r'["\\\U00010000-\U0010ffff]')
"""What PyYAML escapes between double quotation marks."""
_TAG = "tag:yaml.org,2002:"


class _Dumper(yaml.SafeDumper):
    """PyYAML's writer, with our indentation and quotation marks."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - PyYAML's signature
        """Indent the items of a list below its name."""
        super().increase_indent(flow)

    def choose_scalar_style(self) -> str:
        """Return the style of a text: a block if asked for; quoted text has double marks unless they need an escape."""
        event: Any = self.event
        style = "|" if event.style == "|" else super().choose_scalar_style()
        return '"' if style == "'" and not _ESCAPED.search(event.value) else style


def write(record: Record, schemas: str = "../schema") -> str:
    """Return the text of a record: a line that names its schema in the folder ``schemas``, then its fields."""
    folder = "schema" if isinstance(record, Topic) else schemas
    schema = f"{SCHEMA_LINE} $schema={folder}/{kind_of(record)}.json"
    fields = _mapping(record, flow=False)
    return f"{schema}\n{yaml.serialize(fields, Dumper=_Dumper, width=float('inf'), allow_unicode=True)}"


def _node(value: Any, style: str | None = None) -> yaml.Node:
    """Return a value as a PyYAML node; ``style`` is how a text is written, by default as it needs."""
    if isinstance(value, Record):
        return _mapping(value, flow=not _is_long(value))
    if isinstance(value, tuple):
        return yaml.SequenceNode(_TAG + "seq", [_node(item) for item in value], flow_style=not _is_long(value))
    if isinstance(value, bool):
        return yaml.ScalarNode(_TAG + "bool", str(value).lower())
    if isinstance(value, int | Decimal) and INTEGER.fullmatch(str(value)):
        return yaml.ScalarNode(_TAG + "int", str(value))
    text = value.text if isinstance(value, dates.Edtf) else str(value)
    is_marked = isinstance(value, _QUOTED) or _NEEDS_MARKS.match(text)
    return yaml.ScalarNode(_TAG + "str", text, style=style or ("'" if is_marked else None))


def _mapping(record: Record, *, flow: bool) -> yaml.Node:
    """Return a record as a PyYAML node without defaults, in braces or with one line a field."""
    fields = []
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if field.is_required() or value != field.default:
            is_block = isinstance(value, Prose) and value and not flow
            style = "'" if isinstance(record, Quote) else "|" if is_block else None
            fields.append((_node(name), _node(value, style)))
    return yaml.MappingNode(_TAG + "map", fields, flow_style=flow)


def _is_long(value: Any) -> bool:
    """Whether a record or a list has one line for each field or item."""
    if isinstance(value, tuple):
        return any(isinstance(item, Record | Sentence) for item in value)
    return isinstance(value, _ONE_LINE_A_FIELD) or any("\n" in str(leaf) for _, leaf in walk(value))
