"""Explains the errors of PyYAML's parser in plain words, each with a remedy."""

import re

import yaml

from macros.problems import LineMistake, Mistake

_QUOTED, _END = "while scanning a quoted scalar", "found unexpected end of stream"
_FURTHER_UP = (_QUOTED, "while scanning a simple key", "while parsing a flow sequence", "while parsing a flow mapping")
"""Contexts of errors whose cause may be further up, on the line where the construct begins."""
_IN_OTHER_WORDS = {
    "mapping values are not allowed in this context": (
        "a colon and a space stand inside a value",
        "put the whole value in quotation marks; or, if it is a field, indent it as its neighbours",
    )
}
"""Messages and remedies that are clearer than what the parser says."""
_NO_BREAK = re.compile(r"^ *(?:\u00a0|(?:- )?\w+:\u00a0)")


def explained(error: yaml.YAMLError, text: str) -> LineMistake:
    """Return the mistake for an error of the parser, with its line in the text."""
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
