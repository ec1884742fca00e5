"""Bytes that are not text, and characters that nobody sees."""

from tests.broken import EVENT, Case, change, whole
from tests.factories import GOOD_TOPIC

GOOD = (GOOD_TOPIC / EVENT).read_text(encoding="utf-8")
_DELETE = "delete it"
_ENDS = "delete it; where every line has one, save the file with the line ends of Unix (LF)"
_BIDI = "a character that changes the direction of text"


def _title(new: str | bytes, says: str, remedy: str = _DELETE) -> Case:
    data = new if isinstance(new, bytes) else new.encode()
    return change("title: The lamp is lit\n", b"title: " + data + b"\n", says, remedy)


CASES: dict[str, Case] = {
    "byte order mark": whole(
        b"\xef\xbb\xbf" + GOOD.encode(),
        "1: yaml: the file starts with a byte order mark [bom]",
        "save it as UTF-8 without BOM",
    ),
    "utf-16 with mark": whole(GOOD.encode("utf-16"), "1: yaml: the file is not UTF-8 [not-utf8]", "save it as UTF-8"),
    "utf-16 without mark": whole(
        GOOD.encode("utf-16-le"), "1: yaml: a control character (U+0000) [control-char]", _DELETE
    ),
    "utf-32": whole(GOOD.encode("utf-32"), "1: yaml: the file is not UTF-8 [not-utf8]", "save it as UTF-8"),
    "latin-1": _title(b"Fran\xe7ois", "7: yaml: the file is not UTF-8 [not-utf8]", "save it as UTF-8"),
    "overlong slash": _title(b"a\xc0\xafb", "7: yaml: the file is not UTF-8 [not-utf8]", "save it as UTF-8"),
    "surrogates as utf-8": _title(
        b"\xed\xa0\xbd\xed\xb8\x80", "7: yaml: the file is not UTF-8 [not-utf8]", "save it as UTF-8"
    ),
    "utf-8 cut short": whole(
        GOOD.encode() + b"note: caf\xc3", "13: yaml: the file is not UTF-8 [not-utf8]", "save it as UTF-8"
    ),
    "lines end with cr": whole(GOOD.replace("\n", "\r"), "1: yaml: a carriage return (U+000D) [cr]", _ENDS),
    "lines end with crlf": whole(GOOD.replace("\n", "\r\n"), "1: yaml: a carriage return (U+000D) [cr]", _ENDS),
    "line hidden by a lone cr": _title("lit\rstatus: revoked", "7: yaml: a carriage return (U+000D) [cr]", _ENDS),
    "nul": _title("lit\0", "7: yaml: a control character (U+0000) [control-char]"),
    "terminal escape": _title("\x1b[31mlit", "7: yaml: a control character (U+001B) [control-char]"),
    "delete character": _title("lit\x7f", "7: yaml: a control character (U+007F) [control-char]"),
    "next line": _title("lit\x85", "7: yaml: a control character (U+0085) [control-char]"),
    "line separator": _title("lit\u2028", "7: yaml: an invisible character (U+2028) [invisible]"),
    "right-to-left override": _title("lit \u202etil", f"7: yaml: {_BIDI} (U+202E) [bidi]"),
    "isolate": _title("lit \u2067til", f"7: yaml: {_BIDI} (U+2067) [bidi]"),
    "left-to-right mark": _title("lit\u200e", f"7: yaml: {_BIDI} (U+200E) [bidi]"),
    "zero-width space": _title("la\u200bmp", "7: yaml: an invisible character (U+200B) [invisible]"),
    "zero-width joiner": _title("la\u200dmp", "7: yaml: an invisible character (U+200D) [invisible]"),
    "soft hyphen": _title("la\u00admp", "7: yaml: an invisible character (U+00AD) [invisible]"),
    "byte order mark inside": _title("la\ufeffmp", "7: yaml: an invisible character (U+FEFF) [invisible]"),
    "hangul filler": _title("la\u3164mp", "7: yaml: an invisible character (U+3164) [invisible]"),
    "blank braille": _title("la\u2800mp", "7: yaml: an invisible character (U+2800) [invisible]"),
    "variation selector": _title("la\ufe0fmp", "7: yaml: an invisible character (U+FE0F) [invisible]"),
    "text hidden in tags": _title("lamp\U000e0061\U000e0062", "7: yaml: an invisible character (U+E0061) [invisible]"),
    "text hidden in selectors": _title("lamp\U000e0120", "7: yaml: an invisible character (U+E0120) [invisible]"),
    "private use": _title("la\ue000mp", "7: yaml: a private-use character (U+E000) [private-use]"),
    "unassigned": _title("la\uffffmp", "7: yaml: an unassigned character (U+FFFF) [unassigned]"),
    "lost character": _title("Fran\ufffdois", "7: yaml: a character that stands for lost text (U+FFFD) [lost]"),
    "accent of its own": _title(
        "cafe\u0301", "7: yaml: an accent is written as a character of its own [not-nfc]", "save it in form NFC"
    ),
    "pile of accents": _title("lamp" + "\u0337" * 5, "7: yaml: a long run of combining marks (U+0337) [combining]"),
    "pile of other marks": _title("lamp" + "\u20d2" * 5, "7: yaml: a long run of combining marks (U+20D2) [combining]"),
    "indented with a tab": change(
        "  The keeper lit", "\tThe keeper lit", "9: yaml: a tab (U+0009) [syntax]", "write spaces"
    ),
    "tab after a colon": change("title: The", "title:\tThe", "7: yaml: a tab (U+0009) [syntax]", "write spaces"),
    "escaped nul": _title('"lit\\0"', "7: title: a control character (U+0000) [escaped-bad-char]"),
    "escaped carriage return": _title(
        '"lit\\r\\nBEGIN:VEVENT"', "7: title: a carriage return (U+000D) [escaped-bad-char]", _ENDS
    ),
    "escaped override": _title('"lit \\u202etil"', f"7: title: {_BIDI} (U+202E) [escaped-bad-char]"),
    "escaped accent": _title(
        '"cafe\\u0301"',
        "7: title: an accent is written as a character of its own [escaped-bad-char]",
        "save it in form NFC",
    ),
    "escaped surrogate": _title(
        '"\\ud83d"',
        "7: yaml: not valid YAML: found invalid Unicode character escape code [syntax]",
        "check indentation, quotes and colons on this line",
    ),
    "huge file": whole(
        "note: |-\n" + "  A line of sixty characters or so that is repeated for ever.\n" * 17_000,
        "1: yaml: the file has more than 300,000 bytes [too-large]",
        "split it",
    ),
    "huge text": _title(
        '"' + "a" * 20_001 + '"', "7: title: 20,001 characters [scalar-too-long]", "20,000 are the most"
    ),
}
