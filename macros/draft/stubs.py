"""Makes records for an editor to fill in: they have what the text gives, and all other needed fields are empty.

The model refuses an empty field and says what belongs there, so that no unfinished record gets into the data.
"""

from decimal import Decimal
from typing import Any, TypeVar, get_args, get_origin

from macros.draft.candidates import Candidate
from macros.draft.cues import number
from macros.model import KINDS, Citation, Observation, Prose, Record, Source, SourceText, TextLines
from macros.model.base import Basis, Link
from macros.model.values import Line
from macros.notation import qualifiers
from macros.notation.numbers import notation

R = TypeVar("R", bound=Record)
_EMPTY = Line()


def stub(candidate: Candidate, access: str) -> Record:
    """Return the record that a clause suggests, with its citation, and its number if that is in digits."""
    citation = Citation(source=candidate.source, locator=candidate.locator, quote=candidate.quote)
    fields: dict[str, Any] = {"access": access, "citations": (citation,)}
    if candidate.kind == "series":
        fields["observations"] = (empty(Observation, **_number(candidate.words, candidate.language)),)
    return empty(KINDS[candidate.kind], **fields)


def source_stub(file: str, sha256: str, lines: TextLines, headline: str, language: str) -> Source:
    """Return the record of a source of which only the text and the probable language are known."""
    text = SourceText(file=file, sha256=sha256, lines=lines)
    known: dict[str, Any] = {"title": Line(headline), "language": language, "text": text}
    return empty(Source, **known, issued=_EMPTY, basis=empty(Basis), link=empty(Link))


def empty(model: type[R], **fields: Any) -> R:
    """Return a record that is not validated: needed fields that are not given are empty."""
    needed = {name: _nothing(info.annotation) for name, info in model.model_fields.items() if info.is_required()}
    return model.model_construct(**needed | fields)  # type: ignore[return-value] # mypy takes it for a Record of any kind


def _nothing(annotation: Any) -> Any:
    """Return the empty value of a field: an empty record, a list with one or no item, or an empty text."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return empty(annotation)
    if get_origin(annotation) is tuple:
        item = get_args(annotation)[0]
        return (empty(item),) if isinstance(item, type) and issubclass(item, Record) else ()
    return Prose() if annotation is Prose else _EMPTY


def _number(words: str, language: str) -> dict[str, Any]:
    """Return the fields of a number in words: its value, or low and high, and its qualifier.

    "9-2" and "from 700 to 500" are two numbers, so the value is left empty for an editor.
    """
    match = number(language).fullmatch(words)
    if not match:
        return {"value": _EMPTY}
    forms = notation(language)
    low, high = (_short(forms.value(one, match["scale"])) if one else None for one in match.group("value", "high"))
    low = -low if low is not None and match["minus"] else low
    if low is not None and high is not None and (match["change"] or low >= high):
        return {"value": _EMPTY}
    told = match["qualifier"]
    qualifier = {"qualifier": qualifiers.meaning(told, language).partition(" or ")[0]} if told else {}
    return ({"value": low} if high is None else {"low": low, "high": high}) | qualifier


def _short(value: Decimal) -> Decimal | int:
    return int(value) if value == int(value) else value
