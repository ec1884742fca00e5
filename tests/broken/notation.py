"""YAML that means different things to different programs, or nothing to any."""

from itertools import pairwise

from tests.broken import EVENT, Case, change, whole
from tests.factories import GOOD_TOPIC

_GOOD = (GOOD_TOPIC / EVENT).read_text(encoding="utf-8")
_SYNTAX = "check indentation, quotes and colons on this line"
_ANCHOR = "an anchor or alias (& or *) [anchor]"
_WRITE_OUT = "write the value out, or quote it"
_TAG = "quote the value if '!' belongs to it"
_COMMENT = "quote the text if '#' belongs to it, or use 'note:'"
_EMPTY = "give a value or delete the field"
_CONFLICT = "7: yaml: “<<<<<<< HEAD” marks a conflict that git left [conflict]"
_ONE_OF_TWO = "keep one of the two versions"
_ROOT = "the file is not a list of fields [root-not-mapping]"
_FIELDS = "write 'field: value' lines"
_FIELD = "write 'field: value'"
_LAUGHS = "a: &a lol\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{last}'] * 9)}]\n" for last, name in pairwise("abcdefghi")
)


def _title(new: str, says: str, remedy: str) -> Case:
    return change("title: The lamp is lit\n", new, says, remedy)


def _ambiguous(value: str) -> Case:
    says = f"7: title: {value} is read differently by different programs [ambiguous-scalar]"
    return _title(f"title: {value}\n", says, f'quote it: "{value}"')


def _syntax(new: str, line: int, what: str) -> Case:
    return _title(new, f"{line}: yaml: not valid YAML: {what} [syntax]", _SYNTAX)


_AMBIGUOUS = [
    *("yes", "no", "on", "off", "y", "n", "YES", "No", "oN", "Off", "Y", "N", "True", "FALSE"),
    *("null", "Null", "NULL", "~", "=", "<<"),
    *("1.5", "-1.5", ".5", "-.5", "+.5", "1e3", "1.5e-3", "1E3", ".inf", "-.Inf", "+.INF", ".nan", ".NaN"),
    *("0106", "0o17", "0x1F", "0b101", "1_000", "+12", "-0", "00", "007"),
    *("12:30", "12:30:45", "2017-04-11", "2017-04-11T10:00:00+02:00", "2017-04-11 10:00:00", "2017-04", "1,000"),
    *("5%", "3 m", "2017-04-11 Z"),
]

CASES: dict[str, Case] = {
    **{f"unquoted {value}": _ambiguous(value) for value in _AMBIGUOUS},
    "sixteen digits": _title("title: 1234567890123456\n", "7: title: more than 15 digits [int-too-long]", "quote it"),
    "beyond exact numbers": _title(
        "title: -9007199254740993\n", "7: title: more than 15 digits [int-too-long]", "quote it"
    ),
    "key twice": _title(
        "title: The lamp is lit\ncategory: opening\n",
        "11: category: the key stands twice [duplicate-key]",
        "delete one of the two; the other is on line 8",
    ),
    "key twice, quoted": _title(
        'title: The lamp is lit\n"title": It is not\n',
        "8: title: the key stands twice [duplicate-key]",
        "delete one of the two; the other is on line 7",
    ),
    "key twice, escaped": _title(
        'title: The lamp is lit\n"t\\u0069tle": It is not\n',
        "8: title: the key stands twice [duplicate-key]",
        "delete one of the two; the other is on line 7",
    ),
    "key twice in a group": change(
        "basis: {kind: stated}",
        "basis: {kind: stated, kind: inferred}",
        "6: basis.kind: the key stands twice [duplicate-key]",
        "delete one of the two; the other is on line 6",
    ),
    "key twice in a list": change(
        'exact: "was lit on Wednesday"',
        'exact: "was lit", exact: "on Wednesday"',
        "4: citations.0.quote.exact: the key stands twice [duplicate-key]",
        "delete one of the two; the other is on line 4",
    ),
    "anchor on a value": _title("title: &lit The lamp\n", f"7: title: {_ANCHOR}", _WRITE_OUT),
    "anchor on a group": change("basis: {kind", "basis: &b {kind", f"6: basis: {_ANCHOR}", _WRITE_OUT),
    "anchor on a key": _title("&lit title: The lamp\n", f"7: yaml: {_ANCHOR}", _WRITE_OUT),
    "anchor on the root": whole("--- &all\n" + _GOOD, f"1: yaml: {_ANCHOR}", _WRITE_OUT),
    "alias": _title("title: *lit\n", f"7: title: {_ANCHOR}", _WRITE_OUT),
    "alias as a key": _title("*lit : The lamp\n", f"7: yaml: {_ANCHOR}", _WRITE_OUT),
    "alias of itself": _title("title: &lit [*lit]\n", f"7: title: {_ANCHOR}", _WRITE_OUT),
    "billion laughs": whole(_LAUGHS, f"1: a: {_ANCHOR}", _WRITE_OUT),
    "merge key": _title(
        "<<: {title: The lamp}\n",
        "7: yaml: << takes fields from elsewhere [merge-key]",
        "write out the fields that it stands for",
    ),
    "merge key with alias": _title(
        "<<: *lit\n",
        "7: yaml: << takes fields from elsewhere [merge-key]",
        "write out the fields that it stands for",
    ),
    "standard tag": _title("title: !!str 5\n", "7: title: a tag (tag:yaml.org,2002:str) [tag]", _TAG),
    "own tag": _title("title: !lamp lit\n", "7: title: a tag (!lamp) [tag]", _TAG),
    "bare tag": _title("title: ! lit\n", "7: title: a tag (!) [tag]", _TAG),
    "tag that runs a program": _title(
        'title: !!python/object/apply:os.system ["true"]\n',
        "7: title: a tag (tag:yaml.org,2002:python/object/apply:os.system) [tag]",
        _TAG,
    ),
    "tag with a line break in it": _title(
        "title: !<x%0Adata/topic.yml:1:> lit\n", "7: title: a tag (x\\ndata/topic.yml:1:) [tag]", _TAG
    ),
    "tag on a key": _title("!!str title: The lamp\n", "7: yaml: a tag (tag:yaml.org,2002:str) [tag]", _TAG),
    "version directive": whole("%YAML 1.1\n---\n" + _GOOD, "1: yaml: a % directive [directive]", "delete it"),
    "tag directive": whole(
        "%TAG ! tag:example.org,2000:\n---\n" + _GOOD, "1: yaml: a % directive [directive]", "delete it"
    ),
    "two documents": whole(
        _GOOD + "---\n" + _GOOD, "13: yaml: a second document starts here [many-documents]", "one file holds one record"
    ),
    "second document is empty": whole(
        _GOOD + "---\n", "13: yaml: a second document starts here [many-documents]", "one file holds one record"
    ),
    "text after the end": whole(
        _GOOD + "...\nmore\n",
        "14: yaml: not valid YAML: did not find expected <document start> [syntax]",
        _SYNTAX,
    ),
    "unclosed quote": _title(
        'title: "The lamp\n',
        "7: yaml: a quotation mark opens a value and none closes it [syntax]",
        "close it at the end of the value",
    ),
    "unclosed bracket": change(
        "actors: [ann-reed]",
        "actors: [ann-reed",
        "13: yaml: not valid YAML: did not find expected ',' or ']'; look from line 12 on [syntax]",
        _SYNTAX,
    ),
    "unclosed brace": change(
        "basis: {kind: stated}",
        "basis: {kind: stated",
        "7: yaml: not valid YAML: did not find expected ',' or '}'; look from line 6 on [syntax]",
        _SYNTAX,
    ),
    "bracket closed twice": change(
        "actors: [ann-reed]",
        "actors: [ann-reed]]",
        "12: yaml: not valid YAML: did not find expected key [syntax]",
        _SYNTAX,
    ),
    "bracket closed by a brace": change(
        "actors: [ann-reed]",
        "actors: [ann-reed}",
        "12: yaml: not valid YAML: did not find expected ',' or ']' [syntax]",
        _SYNTAX,
    ),
    "words after a quote": _syntax('title: "The lamp" is lit\n', 7, "did not find expected key"),
    "unknown escape": _syntax('title: "The \\lamp"\n', 7, "found unknown escape character"),
    "colon in a title": _title(
        "title: Lit: the lamp\n",
        "7: yaml: a colon and a space stand inside a value [syntax]",
        "put the whole value in quotation marks; or, if it is a field, indent it as its neighbours",
    ),
    "no space after a colon": _syntax("title:The lamp\n", 8, "could not find expected ':'; look from line 7 on"),
    "starts with an at sign": _syntax("title: @lamp\n", 7, "found character that cannot start any token"),
    "starts with a backtick": _syntax("title: `lamp`\n", 7, "found character that cannot start any token"),
    "starts with a percent sign": _syntax("title: %lamp\n", 7, "found character that cannot start any token"),
    "indented too far": _syntax("  title: The lamp\n", 7, "did not find expected key"),
    "list item without space": _syntax(
        "title: The lamp\n-one\n", 9, "could not find expected ':'; look from line 8 on"
    ),
    "conflict markers": _title(
        "<<<<<<< HEAD\ntitle: The lamp is lit\n=======\ntitle: The lamp is out\n>>>>>>> other\n", _CONFLICT, _ONE_OF_TWO
    ),
    "conflict markers in a block": change(
        "  The keeper lit the lamp.\n",
        "  The keeper lit the lamp.\n<<<<<<< HEAD\n",
        _CONFLICT.replace("7:", "10:"),
        _ONE_OF_TWO,
    ),
    "no-break space after a colon": _title(
        "title:\u00a0The lamp is lit\n",
        "7: yaml: a no-break space (U+00A0) stands where YAML needs a space [syntax]",
        "write a space",
    ),
    "comment": _title("# Is this right?\ntitle: The lamp\n", "7: yaml: a comment [comment]", _COMMENT),
    "comment after a value": _title("title: The lamp # or two\n", "7: yaml: a comment [comment]", _COMMENT),
    "text cut short by a hash": _title("title: Lamp #5 is lit\n", "7: yaml: a comment [comment]", _COMMENT),
    "comment after quotes": _title('title: "The lamp"# lit\n', "7: yaml: a comment [comment]", _COMMENT),
    "comment after a block's sign": change(
        "summary: |-\n", "summary: |- # who?\n", "8: yaml: a comment [comment]", _COMMENT
    ),
    "comment after a comma": change(
        "actors: [ann-reed]", "actors: [ann-reed,#bob\n  ]", "12: yaml: a comment [comment]", _COMMENT
    ),
    "schema under a document's start": whole(
        "---\n# yaml-language-server: $schema=../schema/event.json\n" + _GOOD,
        "2: yaml: a comment [comment]",
        "make it the first line",
    ),
    "comment at the end": whole(_GOOD + "# end", "13: yaml: a comment [comment]", _COMMENT),
    "comment under the schema": whole(
        f"# yaml-language-server: $schema=x\n{_GOOD}# end\n", "14: yaml: a comment [comment]", _COMMENT
    ),
    "comment that poses as the schema": whole(
        _GOOD + "# yaml-language-server: x\n", "13: yaml: a comment [comment]", "make it the first line"
    ),
    "empty value": _title("title:\n", "7: title: nothing after the colon [empty-value]", _EMPTY),
    "empty item": change(
        "actors: [ann-reed]", "actors:\n  -", "13: actors.0: nothing after the colon [empty-value]", _EMPTY
    ),
    "key without a colon": change(
        "basis: {kind: stated}",
        "basis: {kind}",
        "6: basis.kind: nothing after the colon [empty-value]",
        _EMPTY,
    ),
    "no space in a group": change(
        "basis: {kind: stated}",
        "basis: {kind:stated}",
        "6: basis.kind:stated: nothing after the colon [empty-value]",
        _EMPTY,
    ),
    "number as a key": _title("1901: lit\n", "7: yaml: the key 1901 is not a word [ambiguous-scalar]", "quote it"),
    "truth as a key": _title("true: lit\n", "7: yaml: the key true is not a word [ambiguous-scalar]", "quote it"),
    "norway as a key": _title(
        "no: lit\n", "7: yaml: no is read differently by different programs [ambiguous-scalar]", 'quote it: "no"'
    ),
    "list as a key": _title("[one, two]: lit\n", "7: yaml: a key that is not a word [key]", _FIELD),
    "group as a key": _title("{one: two}: lit\n", "7: yaml: a key that is not a word [key]", _FIELD),
    "long key": _title("? - one\n: lit\n", "7: yaml: a key that is not a word [key]", _FIELD),
    "file of a list": whole("- title: lit\n", f"1: yaml: {_ROOT}", _FIELDS),
    "file of a text": whole("The lamp is lit\n", f"1: yaml: {_ROOT}", _FIELDS),
    "file of a number": whole("5\n", f"1: yaml: {_ROOT}", _FIELDS),
    "file of nothing": whole("", f"1: yaml: {_ROOT}", _FIELDS),
    "file of a blank line": whole("\n", f"2: yaml: {_ROOT}", _FIELDS),
    "file of a comment": whole("# To be written\n", f"2: yaml: {_ROOT}", _FIELDS),
    "file of a dash line": whole("---\n", f"2: yaml: {_ROOT}", _FIELDS),
    "seventeen levels of lists": _title(
        f"title: {'[' * 17}lit{']' * 17}\n", f"7: title{'.0' * 16}: more than 16 levels [too-deep]", "flatten it"
    ),
    "endless lists": _title(
        f"title: {'[' * 290_000}", f"7: title{'.0' * 16}: more than 16 levels [too-deep]", "flatten it"
    ),
    "endless groups": _title(
        f"title: {'{a: ' * 70_000}", f"7: title{'.a' * 16}: more than 16 levels [too-deep]", "flatten it"
    ),
    "endless blocks": whole(
        "".join(f"{' ' * depth}a:\n" for depth in range(700)),
        f"18: a{'.a' * 16}: more than 16 levels [too-deep]",
        "flatten it",
    ),
    "endless dashes": _title(
        f"title:\n  {'- ' * 140_000}", f"8: title{'.0' * 16}: more than 16 levels [too-deep]", "flatten it"
    ),
}
