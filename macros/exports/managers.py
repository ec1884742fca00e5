"""Entries of citations as reference managers read them: BibTeX and RIS."""

import re

from macros.exports.references import Item
from macros.model.words import one_line

_RIS = {"article-newspaper": "NEWS", "article-magazine": "MGZN", "webpage": "ELEC", "legislation": "STAT"}
_RIS |= {"dataset": "DATA", "report": "RPRT", "legal_case": "CASE", "book": "BOOK"}
_RIS_FIELDS = {"T2": "container-title", "VL": "volume", "SP": "page", "M1": "number", "PB": "publisher"}
_RIS_FIELDS |= {"UR": "URL", "N1": "note"}
_BIBTEX = {
    "article-newspaper": ("article", "journal"),
    "article-magazine": ("article", "journal"),
    "report": ("techreport", "institution"),
    "legislation": ("legislation", "organization"),
    "legal_case": ("jurisdiction", "organization"),
    "book": ("book", "publisher"),
}
"""Types of CSL as entries of BibTeX, and the field that says whose work it is; any other is a page on the web.

BibTeX has no page on the web and prints one as "misc"; but Zotero takes "misc" for a book, and drops data sets.
"""
_BIBTEX_PLACES = {"volume": "volume", "page": "pages", "number": "number"}
"""Where a reporter of laws and judgments prints one, in CSL and in BibTeX."""
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
"""The months as styles of BibTeX know them."""
_BIBTEX_NAMES = {
    "{": "textbraceleft",
    "}": "textbraceright",
    "\\": "textbackslash",
    "^": "textasciicircum",
    "~": "textasciitilde",
}
_BIBTEX_SIGNS = str.maketrans(
    {sign: rf"\{sign}" for sign in "&%$#_"} | {sign: rf"\{name}{{}}" for sign, name in _BIBTEX_NAMES.items()}
)
"""How BibTeX writes what it would take for a command, a comment or the end of a field."""


def bibtex(item: Item) -> str:
    """Return an entry of BibTeX; braces keep capitals as they are.

    It has the day in the field of BibLaTeX too, after the others, since Zotero takes what comes last.
    """
    kind, publisher_field = _BIBTEX.get(item["type"], ("online", "organization"))
    names = " and ".join(map(_bibtex_name, item.get("author", ())))
    fields = {"title": f"{{{_escape_bibtex(item['title'])}}}"} | ({"author": names} if names else {})
    if publisher := item.get("publisher") or item.get("container-title"):
        fields[publisher_field] = _escape_bibtex(publisher)
    if "page" in item:
        fields["journal"] = _escape_bibtex(item["container-title"])
    fields |= {name: _escape_bibtex(item[csl]) for csl, name in _BIBTEX_PLACES.items() if csl in item}
    if words := date_in_words(item):
        fields["year"] = _escape_bibtex(words)
    if date := date_parts(item):
        fields["year"] = str(date[0])
        fields |= {"month": _MONTHS[date[1] - 1]} if len(date) > 1 else {}
        fields["date"] = _joined(date, "-")
    fields |= {"url": item["URL"]} if "URL" in item else {}
    fields |= {"note": _escape_bibtex(item["note"])} if "note" in item else {}
    if accessed := date_parts(item, "accessed"):
        fields["urldate"] = _joined(accessed, "-")
    lines = ",\n".join(f"  {name} = {value if name == 'month' else f'{{{value}}}'}" for name, value in fields.items())
    return f"@{kind}{{{item['id']},\n{lines}\n}}\n"


def _bibtex_name(author: Item) -> str:
    """Return a name in BibTeX; braces keep that of a body whole, and parts that hold what stands between names."""
    parts = map(_escape_bibtex, name_parts(author))
    is_whole = "literal" in author
    return ", ".join(f"{{{part}}}" if is_whole or re.search(r",|\band\b", part) else part for part in parts)


def name_parts(author: Item) -> list[str]:
    """Return the family name and the given names of a person, or the name of a body."""
    return [author[name] for name in ("family", "given", "literal") if name in author]


def ris(item: Item) -> str:
    """Return an entry of RIS."""
    lines = [("TY", _RIS.get(item["type"], "GEN")), ("ID", item["id"]), ("TI", item["title"])]
    lines += [("AU", _ris_name(author)) for author in item.get("author", ())]
    if date := date_parts(item):
        lines += [("PY", str(date[0])), ("DA", _joined(date, "/"))]
    if words := date_in_words(item):
        lines.append(("DA", f"///{words}"))
    lines += [(tag, item[name]) for tag, name in _RIS_FIELDS.items() if name in item]
    if accessed := date_parts(item, "accessed"):
        lines.append(("Y2", _joined(accessed, "/")))
    return "".join(f"{tag}  - {one_line(value)}\n" for tag, value in [*lines, ("ER", "")])


def _ris_name(author: Item) -> str:
    """Return a name in RIS; that of a body has no comma, since what follows it would be taken for a first name."""
    return author["literal"].replace(", ", " – ") if "literal" in author else ", ".join(name_parts(author))


def date_parts(item: Item, field: str = "issued") -> list[int]:
    """Return the year, the month and the day of a date of an entry, as far as it has them in numbers."""
    return list(item.get(field, {}).get("date-parts", [[]])[0])


def date_in_words(item: Item) -> str:
    """Return the date of an entry that has it in words; "" if it has numbers or none."""
    return str(item.get("issued", {}).get("literal", ""))


def _joined(date: list[int], separator: str) -> str:
    """Return a date in numbers with a separator between its parts; with "-" it is in ISO 8601."""
    return separator.join([f"{date[0]:04}", *(f"{part:02}" for part in date[1:])])


def _escape_bibtex(value: str) -> str:
    return one_line(value).translate(_BIBTEX_SIGNS)
