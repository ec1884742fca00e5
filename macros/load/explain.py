"""Turns the errors of Pydantic into messages for editors."""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from macros.model import FOLDERS, Record
from macros.model.base import NAME_FORMS
from macros.model.schema import record_in, unwrap
from macros.model.unfit import UnfitError
from macros.model.values import Id, Reference, Text
from macros.model.words import one_line
from macros.problems import FieldPath, Mistake, did_you_mean
from macros.yamlio import Refusal

_USUAL = {"author": "authors", "description": "summary", "location": "place", "name": "title", "source": "citations"}
"""Names that fields often have elsewhere, and what they are called here."""
_MAX_SHOWN = 60
_TRUTH = dict.fromkeys(("y", "yes", "on", "true"), "true") | dict.fromkeys(("n", "no", "off", "false"), "false")
"""Words that mean true or false."""


def explain(error: ValidationError, model: type[Record]) -> Iterator[tuple[FieldPath, Mistake]]:
    """Yield every mistake that Pydantic found in a record, and the path to its field."""
    details = error.errors(include_url=False)
    for detail in details:
        path = detail["loc"] = tuple(step for step in detail["loc"] if step not in NAME_FORMS)
        inside = [one for one in details if one is not detail and one["loc"][: len(path)] == path]
        if detail["type"] != "too_short" or not inside:  # a list is not too short whose items were refused
            yield path, _explain(detail, model)


def _explain(detail: ErrorDetails, model: type[Record]) -> Mistake:
    kind, value, path, context = detail["type"], detail["input"], detail["loc"], detail.get("ctx", {})
    whole = _doc(_at(model, path)) if isinstance(value, dict) else ""
    shown, described, is_group = _shown(value), _describe(model, path), isinstance(value, dict | tuple)
    quoted = f"write p{shown} for paragraph {shown}" if path[-1:] == ("locator",) else f'quote it: "{shown}"'
    if kind == "extra_forbidden":
        return Mistake("no such field", "unknown-field", _field(str(path[-1]), _at(model, path[:-1]).model_fields))
    choices = context.get("expected", "").replace(" or ", ", ").replace("'", "")
    least = context.get("min_length", 1)
    few = ("the list is empty", "empty") if least == 1 else (f"the list needs {least} items at least", "too-few")
    said = {
        "literal_error": (f"{shown} is not a choice", "choice", f"choose one of: {choices}"),
        "missing": ("the field is missing", "missing", described),
        "string_pattern_mismatch": (f"{shown} has the wrong form", "form", _form(model, path) or described),
        "string_type": (f"{shown} is not text", "type", described if is_group else quoted),
        "string_too_short": ("the text is empty", "empty", described),
        "string_too_long": (f"more than {context.get('max_length')} characters", "too-long", described),
        "too_short": (*few, described),
        "tuple_type": (f"{shown} is not a list", "type", "write '[one, two]', or one '- item' a line"),
        "model_type": (f"{shown} is not a group of fields", "type", f"{described} Write {_group(_at(model, path))}."),
        "int_type": (f"{shown} is not a whole number", "type", described),
        "bool_type": (f"{shown} is neither true nor false", "type", f"{described} Write {_truth(value)}."),
        "value_error": _explain_value(context.get("error"), whole or described),
    }
    return Mistake(*said.get(kind, (detail["msg"][0].lower() + detail["msg"][1:], kind.replace("_", "-"), described)))


def _explain_value(error: Exception | None, otherwise: str) -> tuple[str, str, str]:
    """Return what a model itself says of a value; ``otherwise`` is the remedy if the model gives none."""
    if isinstance(error, UnfitError):
        return error.message, "value", error.remedy
    return str(error), "value", otherwise


def refused(refusal: Refusal, model: type[Record]) -> Mistake:
    """Return the mistake that the reader of YAML refused in a record, with a remedy that fits its field."""
    info = _info(model, tuple(step for step in refusal.field.split(".") if not step.isdigit()))
    if refusal.mistake.rule == "ambiguous-scalar" and info and unwrap(info.annotation)[0] is bool:
        return refusal.mistake._replace(remedy=f"write {_truth(refusal.mistake.message.partition(' ')[0])}")
    return refusal.mistake


def _truth(value: Any) -> str:
    return _TRUTH.get(str(value).lower(), "true or false")


def _field(name: str, known: Iterable[str]) -> str:
    """Return the remedy for an unknown field: the field that was probably meant."""
    usual = _USUAL.get(name)
    return f'did you mean "{usual}"?' if usual in {*known} else did_you_mean(name, known)


def misplaced(fields: Iterable[str], model: type[Record]) -> str:
    """Return the folder of the only other kind of record that has all of these fields; "" if they fit this kind."""
    names = set(fields)
    fitting = [
        folder
        for folder, other in FOLDERS.items()
        if names <= other.model_fields.keys()
        and {name for name, one in other.model_fields.items() if one.is_required()} <= names
    ]
    return fitting[0] if len(fitting) == 1 and not names <= model.model_fields.keys() else ""


def _group(model: type[BaseModel]) -> str:
    """Return how the fields of a record are written on one line."""
    return f"{{{', '.join(f'{name}: ...' for name in model.model_fields)}}}"


def _shown(value: Any) -> str:
    """Return a value as messages show it: a word for a group or a list, else at most 60 characters of text."""
    if isinstance(value, dict):
        return "a group of fields"
    if isinstance(value, tuple):
        return "a list"
    if not isinstance(value, str):
        return str(value).lower()
    return f'"{value}"' if len(value) <= _MAX_SHOWN else f'"{value[: _MAX_SHOWN - 3]}..."'


def _at(model: type[BaseModel], path: FieldPath) -> type[BaseModel]:
    """Return the record class at a path."""
    for step in path:
        if isinstance(step, str):
            if step not in model.model_fields:
                return model
            model = record_in(model.model_fields[step].annotation) or model
    return model


def _info(model: type[BaseModel], path: FieldPath) -> FieldInfo | None:
    """Return the field at a path; None for the path of a whole record."""
    names = [step for step in path if isinstance(step, str)]
    return _at(model, tuple(names[:-1])).model_fields.get(names[-1]) if names else None


def _describe(model: type[BaseModel], path: FieldPath) -> str:
    """Return the model's description of the field at a path, or of its record."""
    info = _info(model, path)
    return one_line(info.description) if info and info.description else _doc(_at(model, path))


def _form(model: type[BaseModel], path: FieldPath) -> str:
    """Return the description of the text type at a path; "" if the field is not text."""
    info = _info(model, path)
    kind, _ = unwrap(info.annotation) if info else (None, False)
    if not isinstance(kind, type) or not issubclass(kind, Text):
        return ""
    return f"{_doc(kind)} {_doc(Id)}" if issubclass(kind, Reference) else _doc(kind)


def _doc(kind: type) -> str:
    return one_line(kind.__doc__ or "")
