"""Records in the words of schema.org, for JSON-LD: the type of each kind of record, and its values."""

from collections.abc import Iterable, Iterator
from functools import singledispatchmethod
from typing import Any

from macros import language, model, phrase
from macros.exports import records
from macros.exports.package import licence_address
from macros.language import gettext
from macros.model.addresses import page_at
from macros.model.dates import Edtf, Point
from macros.queries import Queries
from macros.views import contribute, words

Node = dict[str, Any]
_VERDICTS = {
    "supported": 5,
    "supported with caveat": 4,
    "broader": 3,
    "narrower": 3,
    "differs": 2,
    "contradicted": 1,
}
"""Ratings, from 5 to 1, for the verdicts on a report that compare it with a document; the other verdicts have none."""
_SOURCES = {"wire report": "NewsArticle", "news report": "NewsArticle", "trade press": "NewsArticle"}
_SOURCES |= {"statute": "Legislation", "dataset": "Dataset", "report": "Report"}
"""The type of a source, by its kind."""
_SOURCED = dict.fromkeys("Event Legislation DefinedTerm Observation Person Organization".split(), "subjectOf")
_SOURCED |= {"Dataset": "isBasedOn"}
"""The property that holds the sources of a type; quotations, claims and reviews name theirs themselves."""
_FORMATS = {"csv": "text/csv", "json": "application/json", "svg": "image/svg+xml", "png": "image/png"}


def download(url: str, form: str) -> Node:
    """Return a file to download, with its media type."""
    return {"@type": "DataDownload", "contentUrl": url, "encodingFormat": form}


def creator(name: model.Name) -> Node:
    """Return who made something: a person, whose name has parts, or a body."""
    if isinstance(name, model.PersonName):
        parts = {"givenName": str(name.given), "familyName": str(name.family)}
        return {"@type": "Person", "name": str(name)} | parts
    return {"@type": "Organization", "name": str(name)}


class Kinds:
    """Describes records, a method for each kind; ``site`` is what addresses begin with."""

    def __init__(self, site: str, queries: Queries) -> None:
        self._site = site
        self._queries = queries

    def nodes(self, record_id: str) -> Iterator[Node]:
        """Yield the nodes that describe a record; a record with a page of its own is the main entity of that page."""
        for node in self._describe(self._queries.entities[record_id], record_id):
            node_id = node.get("@id") or record_id
            address = f"{self._site}{self._queries.href(node_id)}"
            place = {"@id": address} if "#" in address else {"mainEntityOfPage": address}
            properties = {name: value for name, value in node.items() if value not in (None, "", [])}
            sources = self._sources(node_id, node["@type"])
            about = [*properties.pop("subjectOf", ()), *sources.pop("subjectOf", ())]
            yield properties | place | sources | ({"subjectOf": about} if about else {})

    @singledispatchmethod
    def _describe(self, _: model.Entity, _id: str) -> Iterator[Node]:
        """Yield what a record of a kind is in these words; nothing for kinds without any."""
        yield from ()

    def _sources(self, record_id: str, kind: str) -> Node:
        """Return the property with the sources of a record; nothing if its type names them itself."""
        name = _SOURCED.get(kind)
        if name is None or record_id in self._queries.dataset.sources:
            return {}
        return {name: [self._work(source_id) for source_id in records.sources(record_id, self._queries)]}

    @_describe.register
    def _event(self, event: model.Event, _: str) -> Iterator[Node]:
        yield {
            "@type": "Event",
            "name": event.title,
            "startDate": _iso(event.date.begin),
            "endDate": _iso(event.date.end) if event.date.is_span else "",
            "additionalProperty": _edtf(event.date),
            "location": event.place and {"@type": "Place", "name": str(event.place)},
        }

    @_describe.register
    def _statute(self, statute: model.Statute, _: str) -> Iterator[Node]:
        force = "InForce" if statute.status == "in force" else "NotInForce"
        places = {one.id: one.label for one in self._queries.dataset.topic.jurisdictions}
        yield {
            "@type": "Legislation",
            "name": statute.heading,
            "legislationIdentifier": statute.identifier or statute.citation,
            "alternateName": statute.citation,
            "legislationType": statute.kind,
            "legislationJurisdiction": statute.jurisdiction and places[statute.jurisdiction],
            "legislationDateVersion": _iso_date(statute.as_of),
            "legislationLegalForce": f"https://schema.org/{force}",
            "subjectOf": [_page(link) for link in statute.links],
        }

    @_describe.register
    def _term(self, term: model.Term, _: str) -> Iterator[Node]:
        page = self._queries.home("terms")
        name = self._queries.dataset.topic.labels.get(page_at(page), gettext("Terms"))
        terms = {"@type": "DefinedTermSet", "@id": f"{self._site}data/v1/terms.json", "name": name}
        terms["url"] = f"{self._site}{page}"
        yield {"@type": "DefinedTerm", "name": term.label, "description": term.definition, "inDefinedTermSet": terms}

    @_describe.register
    def _source(self, source: model.Source, _: str) -> Iterator[Node]:
        yield {
            "@type": _SOURCES.get(source.kind, "CreativeWork"),
            "name": source.title,
            "publisher": {"@type": "Organization", "name": str(source.publisher)},
            "author": [*map(creator, source.authors)],
            "datePublished": _iso_date(source.issued),
            "url": (link := source.address_at()) and link.url,
        }

    @_describe.register
    def _statement(self, statement: model.Statement, _: str) -> Iterator[Node]:
        quoted = (citation for citation in statement.citations if citation.quote and citation.role == "supports")
        if (citation := next(quoted, None)) and citation.quote:
            yield {
                "@type": "Quotation",
                "text": citation.quote.exact,
                "about": statement.text,
                "creditText": language.for_programs(self._credit(statement.attributed_to, citation.source)),
                "isPartOf": self._work(citation.source),
            }

    def _credit(self, speaker: model.Voice, source_id: str) -> str:
        """Return who says something; beside someone who has no name, the source whose words are quoted."""
        label = words.voice(speaker, self._queries).label
        return f"{label} ({words.name(source_id, self._queries)})" if speaker.described else label

    @_describe.register
    def _question(self, question: model.Question, _: str) -> Iterator[Node]:
        for answer in question.answers:
            if answer.facts:
                text = "; ".join(contribute.in_words(fact, self._queries).rstrip(".") for fact in answer.facts)
                claim = {"@type": "Claim", "text": text, "appearance": self._work(answer.source)}
                claim["author"] = creator(self._queries.dataset.sources[answer.source].publisher)
                rating = _VERDICTS.get(answer.verdict or "") if question.primary else None
                if rating is None:
                    yield claim
                    continue
                documents = [self._work(source) for source in dict.fromkeys(one.source for one in question.primary)]
                yield self._review(claim, rating, answer.verdict or "") | {"isBasedOn": documents}

    def _review(self, claim: Node, value: int, verdict: str) -> Node:
        topic = self._queries.dataset.topic
        scale = {"@type": "Rating", "ratingValue": value, "bestRating": 5, "worstRating": 1}
        return {
            "@type": "ClaimReview",
            "claimReviewed": claim["text"],
            "itemReviewed": claim,
            "reviewRating": scale | {"alternateName": language.message(verdict)},
            "author": {"@type": "Organization", "name": str(topic.title)},
            "datePublished": topic.checked.text,
        }

    def _work(self, source_id: str) -> Node:
        """Return a reference to a source, by its own address or else by that of its page."""
        link = self._queries.dataset.sources[source_id].address_at()
        address = str(link.url) if link else f"{self._site}{self._queries.href(source_id)}"
        return {"@type": "CreativeWork", "url": address}

    def document(self, source_id: str) -> Node:
        """Return a reference to a source that a page is about, with its title."""
        return self._work(source_id) | {"name": str(self._queries.dataset.sources[source_id].title)}

    @_describe.register
    def _series(self, series: model.Series, record_id: str) -> Iterator[Node]:
        unit = phrase.unit_name(str(series.unit))
        measured = {"@type": "PropertyValue", "name": str(series.measure), "unitText": unit}
        node = self._dataset(series.title, series.definition, [f"{self._queries.folders['series']}/{record_id}.csv"])
        yield node | {"variableMeasured": measured}
        numbers = (self._queries.observation(one.id) for one in series.observations)
        yield from (self._number(number, series) for number in numbers if not number.is_gap)

    def _number(self, number: model.Observation, series: model.Series) -> Node:
        """Return a number; a range or a bound has a least or a largest value, or both, instead of one value."""
        low, high = (number.low, number.high) if number.value is None else (number.value, number.value)
        is_exact = number.value is not None and phrase.end(number) == "closed"
        ends = {"value": low} if is_exact else {"minValue": low, "maxValue": high}
        ends.pop({"up": "maxValue", "down": "minValue"}.get(phrase.end(number), ""), None)
        return {
            "@type": "Observation",
            "@id": number.id,
            "name": phrase.full(number, series),
            "description": contribute.in_words(number.id, self._queries),
            "variableMeasured": str(series.measure),
            "observationDate": _iso_date(number.period),
            "additionalProperty": [*self._properties(number, series)],
            "measurementQualifier": number.qualifier if number.qualifier != "exact" else "",
            "unitText": phrase.unit_name(str(series.unit)),
        } | ends

    def _properties(self, number: model.Observation, series: model.Series) -> Iterator[Node]:
        """Yield what schema.org has no words for, under the names of the fields of the data, with their values."""
        if period := _edtf(number.period):
            yield period
        found = (self._queries.dataset.verification(one) for one in self._queries.citations(number.id))
        fields = [("period_kind", series.period_kind), ("status", number.status)]
        for name, value in fields + [("verification", one) for one in dict.fromkeys(found) if one]:
            yield {"@type": "PropertyValue", "propertyID": name, "value": str(value)}

    @_describe.register
    def _chart(self, chart: model.Chart, record_id: str) -> Iterator[Node]:
        yield self._dataset(chart.sentence, chart.caveat, (f"charts/{record_id}.{form}" for form in _FORMATS))

    def _dataset(self, name: str, description: str, files: Iterable[str]) -> Node:
        return {
            "@type": "Dataset",
            "name": name,
            "description": description,
            "license": licence_address(self._queries),
            "distribution": [download(f"{self._site}{path}", _FORMATS[path.rpartition(".")[2]]) for path in files],
        }

    @_describe.register
    def _actor(self, actor: model.Actor, _: str) -> Iterator[Node]:
        yield {"@type": "Person" if actor.kind == "person" else "Organization", "name": actor.name}


def _page(link: model.Link) -> Node:
    """Return a page that has to do with a record; what it is, its label says."""
    return {"@type": "CreativeWork", "name": str(link.label or link.host), "url": str(link.url)}


def _iso(point: Point | None) -> str:
    """Return a point in time in ISO 8601; "" for None, a decade or a century."""
    return point.iso if point and point.years == 1 else ""


def _edtf(date: Edtf) -> Node | None:
    """Return a property with a date as it is written, if ISO 8601 cannot express it; else None."""
    return None if date.is_iso else {"@type": "PropertyValue", "propertyID": "EDTF", "value": date.text}


def _iso_date(date: Edtf | None) -> str:
    """Return a date in ISO 8601; "" for None, or if ISO 8601 cannot express it."""
    return date.text if date and date.is_iso else ""
