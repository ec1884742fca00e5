"""Records in the words of schema.org, for JSON-LD: what each kind of record is there, and its values."""

from collections.abc import Iterable, Iterator
from typing import Any

from macros import language, model, phrase
from macros.exports import records
from macros.exports.package import licence_address
from macros.model.dates import Edtf, Point
from macros.queries import Queries
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
_SOURCED = dict.fromkeys("Event Legislation DefinedTerm Observation Person Organization".split(), "subjectOf")
_SOURCED |= {"Dataset": "isBasedOn"}
"""What the sources of a type are to it; a quotation, a claim and its review have names of their own for them."""
_FORMATS = {"csv": "text/csv", "json": "application/json", "svg": "image/svg+xml", "png": "image/png"}


def download(url: str, form: str) -> Node:
    """Return a file to take away, with its media type."""
    return {"@type": "DataDownload", "contentUrl": url, "encodingFormat": form}


class Kinds:
    """Describes records, a method for each kind; ``site`` is what addresses begin with."""

    def __init__(self, site: str, queries: Queries) -> None:
        self._site = site
        self._queries = queries

    def nodes(self, record_id: str) -> Iterator[Node]:
        """Yield what describes a record; one that has a page to itself has no other address than the page."""
        record = self._queries.entities[record_id]
        describe = getattr(self, f"_{model.kind_of(record)}", None)
        for node in describe(record, record_id) if describe else ():
            shown = node.get("@id") or record_id
            address = f"{self._site}{self._queries.href(shown)}"
            place = {"@id": address} if "#" in address else {"mainEntityOfPage": address}
            told = {name: part for name, part in node.items() if part not in (None, "", [])}
            yield told | place | self._sources(shown, node["@type"])

    def _sources(self, record_id: str, kind: str) -> Node:
        """Return the works that a record rests on, if its type has no name of its own for them."""
        name = _SOURCED.get(kind)
        if name is None or record_id in self._queries.dataset.sources:
            return {}
        return {name: [self._work(one) for one in records.sources(record_id, self._queries)]}

    def _event(self, event: model.Event, _: str) -> Iterator[Node]:
        yield {
            "@type": "Event",
            "name": event.title,
            "startDate": _iso(event.date.begin),
            "endDate": _iso(event.date.end) if event.date.is_span else "",
            "additionalProperty": _edtf(event.date),
            "location": event.place and {"@type": "Place", "name": str(event.place)},
        }

    def _statute(self, statute: model.Statute, _: str) -> Iterator[Node]:
        places = {one.id: one.label for one in self._queries.dataset.topic.jurisdictions}
        yield {
            "@type": "Legislation",
            "name": statute.heading,
            "legislationIdentifier": statute.identifier or statute.citation,
            "alternateName": statute.citation,
            "legislationType": statute.kind,
            "legislationJurisdiction": statute.jurisdiction and places[statute.jurisdiction],
            "legislationDateVersion": _plain(statute.as_of),
            "sameAs": [str(link.url) for link in statute.links if link.opened],
        }

    def _term(self, term: model.Term, _: str) -> Iterator[Node]:
        terms = {"@type": "DefinedTermSet", "url": f"{self._site}{self._queries.home('terms')}"}
        yield {"@type": "DefinedTerm", "name": term.label, "description": term.definition, "inDefinedTermSet": terms}

    def _source(self, source: model.Source, _: str) -> Iterator[Node]:
        yield {
            "@type": _SOURCES.get(source.kind, "CreativeWork"),
            "name": source.title,
            "publisher": {"@type": "Organization", "name": str(source.publisher)},
            "author": [{"@type": "Person", "name": str(author)} for author in source.authors],
            "datePublished": _plain(source.issued),
            "url": source.link and source.link.url,
        }

    def _statement(self, statement: model.Statement, _: str) -> Iterator[Node]:
        quoted = (one for one in statement.citations if one.quote and one.role == "supports")
        for citation in [*quoted][:1]:
            yield {
                "@type": "Quotation",
                "text": citation.quote and citation.quote.exact,
                "about": statement.text,
                "creditText": language.for_programs(words.voice(statement.attributed_to, self._queries).label),
                "isPartOf": self._work(citation.source),
            }

    def _question(self, question: model.Question, _: str) -> Iterator[Node]:
        for answer in question.answers:
            if answer.facts:
                text = " ".join(words.name(fact, self._queries) for fact in answer.facts)
                claim = {"@type": "Claim", "text": text, "appearance": self._work(answer.source)}
                rating = _VERDICTS.get(answer.verdict or "") if question.primary else None
                compared = {"isBasedOn": [self._work(one.source) for one in question.primary]}
                yield self._review(claim, rating, answer.verdict or "") | compared if rating else claim

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

    def _series(self, series: model.Series, record_id: str) -> Iterator[Node]:
        measured = {"@type": "PropertyValue", "name": str(series.measure), "unitText": str(series.unit)}
        node = self._dataset(series.title, series.definition, [f"{self._queries.folders['series']}/{record_id}.csv"])
        yield node | {"variableMeasured": measured}
        found = (self._queries.observation(one.id) for one in series.observations)
        yield from (self._number(one, series) for one in found if one.status != phrase.GAP)

    def _number(self, number: model.Observation, series: model.Series) -> Node:
        """Return a number; one that is only a bound has no value, but a least or a largest one."""
        low, high = (number.low, number.high) if number.value is None else (number.value, number.value)
        is_exact = number.value is not None and phrase.end(number) == "closed"
        ends = {"value": low} if is_exact else {"minValue": low, "maxValue": high}
        ends.pop({"up": "maxValue", "down": "minValue"}.get(phrase.end(number), ""), None)
        return {
            "@type": "Observation",
            "@id": number.id,
            "name": phrase.full(number, series),
            "variableMeasured": str(series.measure),
            "observationDate": _plain(number.period),
            "additionalProperty": _edtf(number.period),
            "measurementQualifier": number.qualifier if number.qualifier != "exact" else "",
            "unitText": str(series.unit),
        } | ends

    def _chart(self, chart: model.Chart, record_id: str) -> Iterator[Node]:
        yield self._dataset(chart.sentence, chart.caveat, (f"charts/{record_id}.{form}" for form in _FORMATS))

    def _dataset(self, name: str, description: str, files: Iterable[str]) -> Node:
        given = [download(f"{self._site}{path}", _FORMATS[path.rpartition(".")[2]]) for path in files]
        about = {"@type": "Dataset", "name": name, "description": description}
        return about | {"license": licence_address(self._queries), "distribution": given}

    def _actor(self, actor: model.Actor, _: str) -> Iterator[Node]:
        yield {"@type": "Person" if actor.kind == "person" else "Organization", "name": actor.name}


def _iso(point: Point | None) -> str:
    """Return a point in time in ISO 8601, or "" where it is none, or is a decade or a century."""
    return point.iso if point and point.years == 1 else ""


def _edtf(date: Edtf) -> Node | None:
    """Return a date that is more than days, months and years, as it is written."""
    return None if date.is_iso else {"@type": "PropertyValue", "propertyID": "EDTF", "value": date.text}


def _plain(date: Edtf | None) -> str:
    """Return a date as programs read it, or "" where it is none or has another form."""
    return date.text if date and date.is_iso else ""
