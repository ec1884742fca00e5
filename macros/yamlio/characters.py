"""Finds bytes that are not UTF-8 text, and characters that a reader or a reviewer cannot see."""

import re
import unicodedata

from macros.problems import LineMistake, Mistake, line_at

MAX_BYTES = 300_000
"""The longest file, in bytes."""
_COMBINING = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_SUSPECT = re.compile(f"[{_COMBINING}]{{5,}}|[^\\n -~]")
"""Five combining marks in a row, or anything not visible ASCII."""
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_INVISIBLE = re.compile(  # besides the categories below: fillers, blanks and variation selectors
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
JOINED = "\u0600-\u06ff\u0750-\u077f\u0900-\u0dff"
_JOINER = re.compile(f"(?<=[{JOINED}])[\u200c\u200d](?=[{JOINED}])")
"""A character that joins or parts two letters of an Arabic or Indian script, where readers see its effect."""
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
_SINGLE = {"\r": "cr", "\t": "syntax", "\ufffd": "lost"}
_BY_CATEGORY = {"Cc": "control-char", "Co": "private-use"}
_BY_CATEGORY |= dict.fromkeys(("Cf", "Zl", "Zp"), "invisible") | dict.fromkeys(("Cn", "Cs"), "unassigned")
_MESSAGES = {
    "combining": "a long run of combining marks",
    "cr": "a carriage return",
    "control-char": "a control character",
    "bidi": "a character that changes the direction of text",
    "invisible": "an invisible character",
    "private-use": "a private-use character",
    "unassigned": "an unassigned character",
    "lost": "a character that stands for lost text",
    "syntax": "a tab",
}
_OF_GIT = "marks a conflict that git left"
_REMEDIES = {
    "\t": "write spaces",
    "\r": "delete it; where every line has one, save the file with the line ends of Unix (LF)",
}


def read(data: bytes) -> tuple[str, list[LineMistake]]:
    """Return bytes as text, "" if that fails, and its mistakes: the first bad character, and each conflict."""
    text = decode(data)
    if not isinstance(text, str):
        return "", [text]
    first = first_mistake(text)
    conflicts = (
        (line_at(text, match.start()), Mistake(f"“{match[0]}” {_OF_GIT}", "conflict", "keep one of the two versions"))
        for match in _CONFLICT.finditer(text)
    )
    return text, [*([first] if first else []), *conflicts]


def decode(data: bytes) -> str | LineMistake:
    """Return bytes decoded as UTF-8, or the mistake: too many bytes, a byte order mark, or not UTF-8."""
    if len(data) > MAX_BYTES:
        return 1, Mistake(f"the file has more than {MAX_BYTES:,} bytes", "too-large", "split it")
    if data.startswith(b"\xef\xbb\xbf"):
        return 1, Mistake("the file starts with a byte order mark", "bom", "save it as UTF-8 without BOM")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return line, Mistake("the file is not UTF-8", "not-utf8", "save it as UTF-8")


def first_mistake(text: str) -> LineMistake | None:
    """Return the first invisible or unsafe character, else the first line that is not in form NFC, else None."""
    for match in _SUSPECT.finditer(text):
        char = match[0][-1]
        rule = "combining" if len(match[0]) > 1 else _rule(char)
        if rule and not _JOINER.match(text, match.start()):
            line = line_at(text, match.start())
            message = f"{_MESSAGES[rule]} (U+{ord(char):04X})"
            return line, Mistake(message, rule, _REMEDIES.get(char, "delete it"))
    if not unicodedata.is_normalized("NFC", text):
        for number, line_text in enumerate(text.split("\n"), 1):
            if not unicodedata.is_normalized("NFC", line_text):
                message = "an accent is written as a character of its own"
                return number, Mistake(message, "not-nfc", "save it in form NFC")
    return None


def is_line(text: str) -> bool:
    """Whether a text is one line, with no space around it and no invisible character."""
    return bool(re.fullmatch(r"\S(.*\S)?", text)) and first_mistake(text) is None


def _rule(char: str) -> str | None:
    """Return the rule that a character breaks, or None."""
    if char in _SINGLE:
        return _SINGLE[char]
    if char in _BIDI:
        return "bidi"
    if _INVISIBLE.match(char):
        return "invisible"
    return _BY_CATEGORY.get(unicodedata.category(char))
