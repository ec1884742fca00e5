"""The search entries of records; those of hand-written pages are in ``sections``."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from babel import Locale

from macros import language, phrase
from macros.checks import instructions
from macros.language import gettext, gettext_noop, message
from macros.model import Actor, Event, Statute
from macros.model.words import normalise, one_line
from macros.queries import Queries
from macros.search.texts import TEXTS, weekday
from macros.views import documents, words
from macros.views.questions import matrix

KINDS = {
    "event": "Events",
    "statement": "Statements",
    "series": "Numbers",
    "statute": "Law",
    "question": "Who says what",
    "comparison": "Documents",
    "actor": "People",
    "term": "Terms",
    "source": "Sources",
    "correction": "Corrections",
}
"""The kinds of record that can be found, each with its label in the index; the script says it in each language."""
PAGES = "Pages"
"""What pages are called there."""
_SUGGESTED = 4
"""How many records of a kind are suggested at most."""
_WORDS_FOR_DOCUMENTS = gettext_noop(
    "who wrote author signed issued received sent says text content document status valid force last lasted "
    "withdrawn rescinded"
)
"""Words by which readers ask for a document, those of the language in use."""
_WORDS_FOR_PENALTIES = gettext_noop("penalties punishment sentence prison jail fine maximum")
"""Words by which readers look for the penalties of a statute."""


@dataclass(frozen=True)
class SearchEntry:
    """One thing to find: its address relative to the site, its title, its label in the filter, and its text.

    ``answer`` is the sentence or the number that a reader comes for, which each result shows. ``names`` are further
    words that find it but are not shown: its other names, and terms that the site avoids. ``day`` is when an event
    was, "2017-04-11" or "2017-04", for a search that names a date.
    """

    url: str
    title: str
    kind: str
    text: str
    names: str = ""
    answer: str = ""
    day: str = ""


def entries(queries: Queries) -> Iterator[SearchEntry]:
    """Yield an entry for every record of the kinds above."""
    for record_id in queries.entities:
        if queries.kinds[record_id] in KINDS:
            yield entry(record_id, queries)
    for source_id in queries.documents:
        yield from _document(source_id, queries)
    yield from _versions(queries)


def _versions(queries: Queries) -> Iterator[SearchEntry]:
    """Yield an entry for the site in each other language, by the name of that language in it and in this one."""
    topic = queries.dataset.topic
    for tag in {topic.language, *topic.translations} - {language.code()}:
        up, own = "" if language.code() == topic.language else "../", phrase.capital(language.name(tag))
        url = f"{up}index.html" if tag == topic.language else f"{up}{tag}/index.html"
        here = str(Locale.parse(tag, sep="-").get_language_name(language.code().replace("-", "_")))
        yield SearchEntry(url, own, PAGES, topic.title, f"{own.partition(' ')[0]}; {here}")


def entry(record_id: str, queries: Queries) -> SearchEntry:
    """Return the entry of a record."""
    record = queries.entities[record_id]
    event = record if isinstance(record, Event) else None
    title, answer, text = TEXTS[type(record)](record, queries)
    date = None if event else queries.date_of(record_id)  # the answer of an event begins with it
    shown = one_line(f"{f'{date}. ' if date else ''}{answer} {text} {record.note or ''}")
    sought = [message(_WORDS_FOR_PENALTIES)] if isinstance(record, Statute) and record.provisions else []
    other = " ".join((*_avoided(shown, queries), *sought))
    day = f"{weekday(event)}; {event.date}" if event and event.key else ""  # so key events come first
    names_alone = record.name.split() if isinstance(record, Actor) and record.kind == "person" else []
    called = (*getattr(record, "aliases", ()), getattr(record, "heading", ""), *names_alone)
    names = "; ".join(name for name in (*called, *_avoided(title, queries), other, day) if name)
    when = event.date.text if event else ""
    kind = KINDS[queries.kinds[record_id]]
    return SearchEntry(queries.href(record_id), title, kind, shown, names, answer, when)


def suggested(queries: Queries, home: str) -> tuple[SearchEntry, ...]:
    """Return what to show before anything is searched for: the documents that the topic is about, then some records.

    ``home`` is the text of the home page: its first questions, numbers and terms are suggested, and if it has no
    question, the first of all.
    """
    found: dict[str, list[str]] = {"question": [], "series": [], "term": []}
    for name in map(str, instructions.named([("", home)])):
        record_id = queries.owner(name)
        group = found.get(queries.kinds.get(record_id, ""), [])
        group += [record_id] if record_id not in group else []
    found["question"] = found["question"] or [row.id for row in matrix(queries).rows]
    listed = [next(_document(source_id, queries)) for source_id in queries.documents]
    return (*listed, *(entry(name, queries) for group in found.values() for name in group[:_SUGGESTED]))


def _document(source_id: str, queries: Queries) -> Iterator[SearchEntry]:
    """Yield an entry for a document that the topic is about, and one for each of its sections."""
    shown, page = documents.document(source_id, queries), documents.page(source_id, queries)
    record, outline = shown.record, shown.record.outline
    assert outline
    kind = KINDS["comparison"]
    said = _said(shown, queries)
    followed = " ".join(f"{date}: {link.label}." for date, link in shown.followed)
    headings = gettext("It says: %(headings)s.", headings=", ".join(heading for _, heading, _ in shown.sections))
    text = f"{said} {outline.length or ''}. {record.note or ''} {followed} {headings}"
    yield SearchEntry(page.href, page.label, kind, one_line(text), message(_WORDS_FOR_DOCUMENTS), said)
    for anchor, heading, clauses in shown.sections:
        text = " ".join(f"{clause.verb}: {clause.fact.text}" for clause in clauses)
        yield SearchEntry(f"{page.href}#{anchor}", f"{page.label}: {heading}", kind, one_line(text))


def _said(shown: documents.DocumentView, queries: Queries) -> str:
    """Return what a reader asks of a document: what it is, whose, of when, to whom it went and what came of it."""
    outline = shown.record.outline
    assert outline
    voices = [queries.dataset.statements[clause.statement].attributed_to for clause in outline.clauses]
    speakers = Counter(words.voice(one, queries).label for one in voices if one.actor).most_common(1)
    by = ", ".join((*(speaker for speaker, _ in speakers), shown.record.publisher))
    parts = (
        f"{shown.record.title}, {shown.record.issued}." if shown.record.issued else f"{shown.record.title}.",
        gettext("By: %(author)s.", author=by),
        gettext("Status: %(status)s.", status=shown.status) if shown.status else "",
        *(
            gettext("The latest to follow it: %(date)s, %(event)s.", date=date, event=link.label)
            for date, link in shown.followed[-1:]
        ),
        gettext("Sent to: %(addressee)s.", addressee=outline.addressed_to) if outline.addressed_to else "",
    )
    return " ".join(filter(None, parts))


def _avoided(text: str, queries: Queries) -> Iterator[str]:
    """Yield the avoided terms whose replacement is in a text, since readers may search for them."""
    lowered = normalise(text).lower()
    return (item.avoid for item in queries.dataset.topic.wording if normalise(item.use).lower() in lowered)
