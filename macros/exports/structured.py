"""What a page holds, in the words of schema.org, as JSON-LD: the page itself, and each record whose home it is."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from macros.exports.package import licence
from macros.language import gettext
from macros.model import Actor, Chart, Correction, Event, Question, Series, Source, Statement, Statute, Term, kind_of
from macros.model.dates import Edtf, Point
from macros.queries import Queries, derived_once
from macros.views import words

Node = dict[str, Any]
_VERDICTS = {
    "supported": 5,
    "supported with caveat": 4,
    "broader": 3,
    "narrower": 3,
    "differs": 2,
    "contradicted": 1,
}
"""Verdicts on a report that a document was read for, as ratings from 5 to 1; the others rate nothing."""
_SOURCES = {"wire report": "NewsArticle", "news report": "NewsArticle", "trade press": "NewsArticle"}
_SOURCES |= {"statute": "Legislation", "dataset": "Dataset", "report": "Report"}
_FORMATS = {"csv": "text/csv", "json": "application/json", "svg": "image/svg+xml", "png": "image/png"}


def of_page(address: str, title: str, description: str, queries: Queries) -> str:
    """Return the JSON-LD of the page at an address of the site, safe inside a script element."""
    root = "../" * address.count("/")
    site = f"{queries.dataset.topic.site_url.rstrip('/')}/" if queries.dataset.topic.site_url else root
    kinds = _Kinds(site, queries)
    shown = (node for name in _homes(queries).get(address, ()) for node in kinds.nodes(name))
    nodes = chain([_page(address, title, description, site, queries)], shown)
    graph = ",".join(_safe(json.dumps(node, ensure_ascii=False, separators=(",", ":"))) for node in nodes)
    return f'{{"@context":"https://schema.org","@graph":[{graph}]}}'


def _safe(text: str) -> str:
    """Return JSON that holds no sign which could end the element around it."""
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


@derived_once
def _homes(queries: Queries) -> Mapping[str, tuple[str, ...]]:
    """Return the ids of the records that are shown on each page, by its address."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for record_id in queries.entities:
        found[queries.href(record_id).partition("#")[0]].append(record_id)
    return {address: tuple(names) for address, names in found.items()}


def _page(address: str, title: str, description: str, site: str, queries: Queries) -> Node:
    topic, is_home = queries.dataset.topic, address == "index.html"
    here = _homes(queries).get(address, ())
    changed = [c for c in queries.dataset.corrections.values() if str(c.entity) in here]
    found: Node = {
        "@type": "Article",
        "@id": f"{site}{address}",
        "headline": str(topic.title) if is_home else title,
        "description": description,
        "dateModified": topic.checked.text,
        "license": _licence(queries),
        "author": [{"@type": "Person", "name": str(name)} for name in topic.editors],
        "correction": [_correction(one) for one in changed],
        "isPartOf": {"@type": "WebSite", "name": str(topic.title), "url": f"{site}index.html"},
    }
    if is_home:
        files = [_download(f"{site}data/v1/all.zip", "application/zip")]
        found["mainEntity"] = {"@type": "Dataset", "name": str(topic.title), "description": str(topic.summary)} | {
            "license": found["license"],
            "distribution": files,
        }
    return {name: value for name, value in found.items() if value}


def _licence(queries: Queries) -> str:
    found = licence(queries.dataset.topic.licences.data)
    return found.get("path", found["title"])


def _correction(record: Correction) -> Node:
    values = {"was": record.was, "now": record.now, "why": record.reason}
    text = gettext("Was: %(was)s Now: %(now)s Why: %(why)s", **values)
    return {"@type": "CorrectionComment", "text": text, "datePublished": record.date.text}


def _download(url: str, form: str) -> Node:
    return {"@type": "DataDownload", "contentUrl": url, "encodingFormat": form}


class _Kinds:
    """Describes records, a method for each kind; ``site`` is what addresses begin with."""

    def __init__(self, site: str, queries: Queries) -> None:
        self._site = site
        self._queries = queries

    def nodes(self, record_id: str) -> Iterator[Node]:
        """Yield what describes a record; one that has a page to itself has no other address than the page."""
        record, address = self._queries.entities[record_id], f"{self._site}{self._queries.href(record_id)}"
        known = {"@id": address} if "#" in address else {"mainEntityOfPage": address}
        describe = getattr(self, kind_of(record), None)
        for node in describe(record, record_id) if describe else ():
            yield {
                name: str(value) if isinstance(value, str) else value for name, value in node.items() if value
            } | known

    def event(self, event: Event, _: str) -> Iterator[Node]:
        yield {
            "@type": "Event",
            "name": event.title,
            "startDate": _day(event.date.begin),
            "endDate": _day(event.date.end) if event.date.is_span else "",
            "additionalProperty": _edtf(event.date),
            "location": event.place and {"@type": "Place", "name": str(event.place)},
        }

    def statute(self, statute: Statute, _: str) -> Iterator[Node]:
        yield {
            "@type": "Legislation",
            "name": statute.heading,
            "legislationIdentifier": statute.identifier or statute.citation,
            "alternateName": statute.citation,
            "legislationType": statute.kind,
            "legislationJurisdiction": self._jurisdiction(statute),
            "legislationDateVersion": statute.as_of.text if statute.as_of else "",
            "sameAs": [str(link.url) for link in statute.links if link.opened],
        }

    def _jurisdiction(self, statute: Statute) -> str:
        listed = self._queries.dataset.topic.jurisdictions
        return next((str(one.label) for one in listed if one.id == statute.jurisdiction), "")

    def term(self, term: Term, _: str) -> Iterator[Node]:
        terms = {"@type": "DefinedTermSet", "url": f"{self._site}{self._queries.home('terms')}"}
        yield {"@type": "DefinedTerm", "name": term.label, "description": term.definition, "inDefinedTermSet": terms}

    def source(self, source: Source, _: str) -> Iterator[Node]:
        yield {
            "@type": _SOURCES.get(source.kind, "CreativeWork"),
            "name": source.title,
            "publisher": {"@type": "Organization", "name": str(source.publisher)},
            "author": [{"@type": "Person", "name": str(author)} for author in source.authors],
            "datePublished": source.issued.text if source.issued and not _edtf(source.issued) else "",
            "url": source.link and source.link.url,
        }

    def statement(self, statement: Statement, _: str) -> Iterator[Node]:
        quoted = (one for one in statement.citations if one.quote and one.role == "supports")
        for citation in [*quoted][:1]:
            yield {
                "@type": "Quotation",
                "text": citation.quote and citation.quote.exact,
                "about": statement.text,
                "creditText": words.voice(statement.attributed_to, self._queries).label,
                "isPartOf": self._work(citation.source),
            }

    def question(self, question: Question, _: str) -> Iterator[Node]:
        for answer in question.answers:
            if answer.facts:
                text = " ".join(words.name(fact, self._queries) for fact in answer.facts)
                claim = {"@type": "Claim", "text": text, "appearance": self._work(answer.source)}
                rating = _VERDICTS.get(answer.verdict or "") if question.primary else None
                yield self._review(claim, rating, answer.verdict or "") if rating else claim

    def _review(self, claim: Node, rating: int, verdict: str) -> Node:
        topic = self._queries.dataset.topic
        given = {"@type": "Rating", "ratingValue": rating, "bestRating": 5, "worstRating": 1, "alternateName": verdict}
        return {
            "@type": "ClaimReview",
            "claimReviewed": claim["text"],
            "itemReviewed": claim,
            "reviewRating": given,
            "author": {"@type": "Organization", "name": str(topic.title)},
            "datePublished": topic.checked.text,
        }

    def _work(self, source_id: str) -> Node:
        """Return a reference to an original source, by its own address or else by that of its page."""
        link = self._queries.dataset.sources[source_id].link
        address = str(link.url) if link else f"{self._site}{self._queries.href(source_id)}"
        return {"@type": "CreativeWork", "url": address}

    def series(self, series: Series, record_id: str) -> Iterator[Node]:
        measured = {"@type": "PropertyValue", "name": str(series.measure), "unitText": str(series.unit)}
        node = self._dataset(series.title, series.definition, [f"{self._queries.folders['series']}/{record_id}.csv"])
        yield node | {"variableMeasured": measured}

    def chart(self, chart: Chart, record_id: str) -> Iterator[Node]:
        yield self._dataset(chart.sentence, chart.caveat, (f"charts/{record_id}.{form}" for form in _FORMATS))

    def _dataset(self, name: str, description: str, files: Iterable[str]) -> Node:
        given = [_download(f"{self._site}{path}", _FORMATS[path.rpartition(".")[2]]) for path in files]
        about = {"@type": "Dataset", "name": name, "description": description, "license": _licence(self._queries)}
        return about | {"distribution": given}

    def actor(self, actor: Actor, _: str) -> Iterator[Node]:
        yield {"@type": "Person" if actor.kind == "person" else "Organization", "name": actor.name}


def _day(point: Point | None) -> str:
    """Return a year, a month or a day in ISO 8601, or ""; there the year before the year 1 is 0000, as in EDTF."""
    if point is None:
        return ""
    year = f"{point.year:05}" if point.year < 0 else f"{point.year:04}"
    return "-".join([year, *(f"{part:02}" for part in (point.month, point.day) if part)])


def _edtf(date: Edtf) -> Node | None:
    """Return a date that is more than days, as it is written."""
    is_plain = all(sign not in date.text for sign in "~?%[.")
    return None if is_plain else {"@type": "PropertyValue", "propertyID": "EDTF", "value": date.text}
