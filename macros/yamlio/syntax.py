"""Says in plain words where the parser cannot go on, and what to do."""

import re

import yaml

from macros.problems import LineMistake, Mistake

_QUOTED, _END = "while scanning a quoted scalar", "found unexpected end of stream"
_FURTHER_UP = (_QUOTED, "while scanning a simple key", "while parsing a flow sequence", "while parsing a flow mapping")
"""Contexts of PyYAML's errors whose cause may be on the line where the construct was opened, further up."""
_IN_OTHER_WORDS = {
    "mapping values are not allowed in this context": (
        "a colon and a space stand inside a value",
        "put the whole value in quotation marks; or, if it is a field, indent it as its neighbours",
    )
}
"""A message and a remedy instead of what the parser says."""
_NO_BREAK = re.compile(r"^ *(?:\u00a0|(?:- )?\w+:\u00a0)")


def explained(error: yaml.YAMLError, text: str) -> LineMistake:
    """Return the line of an error in a text, and what is wrong there."""
    for number, row in enumerate(text.split("\n"), 1):
        if _NO_BREAK.search(row):
            message = "a no-break space (U+00A0) stands where YAML needs a space"
            return number, Mistake(message, "syntax", "write a space")
    mark, opened = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if opened and getattr(error, "context", None) == _QUOTED and getattr(error, "problem", None) == _END:
        message = "a quotation mark opens a value and none closes it"
        return opened.line + 1, Mistake(message, "syntax", "close it at the end of the value")
    line = mark.line + 1 if mark else 1
    said = getattr(error, "problem", None) or "it cannot be read"
    usual = (f"not valid YAML: {said}", "check indentation, quotes and colons on this line")
    message, remedy = _IN_OTHER_WORDS.get(said, usual)
    if opened and opened.line + 1 < line and getattr(error, "context", None) in _FURTHER_UP:
        message += f"; look from line {opened.line + 1} on"
    return line, Mistake(message, "syntax", remedy)
