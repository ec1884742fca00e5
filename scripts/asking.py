"""The fields of a new record: what an option or an answer means, and asking for what is missing."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic.fields import FieldInfo

from macros import dates, yamlio
from macros.load import is_id, validate
from macros.model import Dataset, Entity, Prose, Record, Reference
from macros.problems import Problem, did_you_mean
from macros.views.fields import form, unwrap

_NAMES = ("title", "name", "label", "citation", "question", "sentence", "text")
"""Fields of which the first that is given suggests an id."""
_MAX_WORDS = 6


def suggested_id(given: Mapping[str, str]) -> str:
    """Return an id made of what a record is called; empty where nothing that is given makes one."""
    text = next((given[name] for name in _NAMES if name in given), "")
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = "-".join(re.findall(r"[a-z0-9]+", ascii_text)[:_MAX_WORDS])
    return words if is_id(words) else ""


def id_fault(record_id: str, dataset: Dataset) -> str:
    """Return why a new record cannot have an id, or nothing."""
    if not record_id:
        return "give an ID, or a title or another name to make it of; --help lists the fields"
    kinds = dataset.kinds() | dict.fromkeys(dataset.moved, "renamed")
    if record_id in kinds:
        return f'the id "{record_id}" is taken ({kinds[record_id]}); ids are permanent, so choose another'
    if not is_id(record_id):
        return f'"{record_id}" is no id: give lower-case words and numbers joined by hyphens, such as first-report'
    return ""


def described(info: FieldInfo) -> str:
    """Return what a field means and what it takes; of groups of fields, how they are written."""
    value, is_list = unwrap(info.annotation)
    takes = form(value, is_list=is_list)
    if isinstance(value, type) and issubclass(value, Record):
        group = ", ".join(f"{name}: ..." for name in value.model_fields)
        takes = f"[{{{group}}}, ...]" if is_list else f"{{{group}}}"
    return f"{' '.join(str(info.description).split())} Takes {takes}."


@dataclass(frozen=True)
class Form:
    """The fields of a kind, to be filled with text by an editor who knows the data."""

    model: type[Entity]
    dataset: Dataset

    def record(self, given: Mapping[str, str], file: str) -> tuple[Record | None, list[Problem]]:
        """Return the record that the texts make, or every problem of them under the name of its file."""
        values: dict[str, Any] = {}
        problems = []
        for name, text in given.items():
            try:
                values[name] = self._value(name, text)
            except yamlio.Refusal as refusal:
                problems.append(Problem(file, 1, name, *refusal.parts[2:]))
        return (None, problems) if problems else validate(self.model, yamlio.Document(values), file)

    def ask(self, given: Mapping[str, str]) -> dict[str, str]:
        """Ask for every needed field that is not given, and for whatever else the record turns out to need."""
        answers = dict(given)
        for name, info in self.model.model_fields.items():
            if name not in answers and (info.is_required() or name == "citations"):
                answers |= self._answer(name)
        while (made := self.record(answers, ""))[0] is None:
            for problem in made[1]:
                print(f"{problem.field}: {problem.message}\n    {problem.remedy}")
            name = input("Which field do you give or mend? ").strip()
            if name in self.model.model_fields:
                answers |= self._answer(name)
            else:
                print(did_you_mean(name, self.model.model_fields))
        return answers

    def _value(self, name: str, text: str) -> Any:
        """Return what a text means: itself, a list without its brackets, or else YAML."""
        value, is_list = unwrap(self.model.model_fields[name].annotation)
        is_text = not isinstance(value, type) or issubclass(value, str | dates.Edtf)
        if is_text and not is_list:
            return text
        if is_text and not text.startswith("["):
            return tuple(item.strip() for item in text.split(",") if item.strip())
        return yamlio.parse(f"{name}: {text}\n".encode("utf-8", "surrogateescape")).value[name]

    def _answer(self, name: str) -> dict[str, str]:
        """Ask for one field until the answer fits; an empty answer leaves out what is not needed."""
        value, _ = unwrap(self.model.model_fields[name].annotation)
        print(f"\n{name}: {described(self.model.model_fields[name])}{self._known(value)}")
        while True:
            text = _lines() if value is Prose else input("> ").strip()
            if not text and not self.model.model_fields[name].is_required():
                return {}
            faults = list(self._faults(name, text))
            if not faults:
                return {name: text}
            print("\n".join(faults))

    def _known(self, value: Any) -> str:
        ids = self._ids(value)
        return f"\n    {did_you_mean('', ids)}" if ids is not None else ""

    def _ids(self, value: Any) -> list[str] | None:
        """Return the ids that a field may name, or None where it names none."""
        if not (isinstance(value, type) and issubclass(value, Reference)):
            return None
        return [name for name, kind in self.dataset.kinds().items() if kind in value.kinds]

    def _faults(self, name: str, text: str) -> Iterator[str]:
        _, problems = self.record({name: text}, "")
        for problem in problems:
            if problem.field.split(".")[0] == name:
                yield f"{problem.message}; {problem.remedy}"
        ids = self._ids(unwrap(self.model.model_fields[name].annotation)[0])
        for word in [part.strip(" []") for part in text.split(",")] if ids is not None else ():
            if word not in (ids or ()):
                yield f'no such id "{word}"; {did_you_mean(word, ids or ())}'


def _lines() -> str:
    """Read lines up to an empty one."""
    lines = []
    while line := input("> ").strip():
        lines.append(line)
    return "\n".join(lines)
