"""Finds what a new topic leaves to its editors to write; checked before publishing, or on request."""

import re
from collections.abc import Iterator

from macros.checks.finding import Finding
from macros.model import Dataset, Docs
from macros.problems import FieldPath, Problem

_MARK = "TODO:"  # what the texts of a new topic begin with until an editor has written them
_AT_START = re.compile(rf"^(?:[-*>] )?{_MARK}", re.MULTILINE)
"""The mark at the start of a line or a text; inside a sentence it can be a word, as in Spanish."""
_RULE = "unwritten"
_REMEDY = f"do what it says, and delete {_MARK}"
_SETTINGS = ("title", "tagline", "summary", "notice")


def unwritten_settings(dataset: Dataset) -> Iterator[Finding]:
    """No text of topic.yml is left to write."""
    topic = dataset.topic
    texts: dict[FieldPath, str] = {(name,): str(getattr(topic, name)) for name in _SETTINGS}
    texts |= {("licences", name): str(getattr(topic.licences, name)) for name in type(topic.licences).model_fields}
    for path, text in texts.items():
        if _AT_START.match(text):
            yield Finding("topic", path, _message(text), _RULE, _REMEDY)


def unwritten_pages(docs: Docs) -> Iterator[Problem]:
    """Yield a problem for each line of a page that is left to write."""
    for path, page in docs.pages.items():
        for number, line in enumerate(page.text.split("\n"), 1):
            if _AT_START.match(line):
                yield Problem(f"docs/{path}", number, "page", _message(line), _RULE, _REMEDY)


def _message(text: str) -> str:
    return f"{_MARK}{text.partition(_MARK)[2]}"
