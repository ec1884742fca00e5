"""The search entries of records; those of hand-written pages are in ``sections``."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from babel import Locale

from macros import language, phrase
from macros.language import gettext, gettext_noop, message
from macros.model import Actor, Comparison, Entity, Event, Series, Source, Statute
from macros.model.words import normalise, one_line
from macros.pages import instructions
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
"""The kinds of record that can be found, each with its label in the index; the script translates it."""
PAGES = "Pages"
"""The label of pages."""
_SUGGESTED = 4  # the most records of a kind that are suggested
_WORDS_FOR_DOCUMENTS = gettext_noop(
    "wrote written author signed issued released published came come out date dated day year received sent says text "
    "content summary document status valid force last lasted withdrawn rescinded"
)
"""Words by which readers ask for a document."""
_WORDS_FOR_PENALTIES = gettext_noop("penalties punishment sentence prison jail fine maximum")
"""Words by which readers look for the penalties of a statute."""
_WORDS_FOR_NUMBERS = gettext_noop("chart charts graph graphs statistics data")
"""Words by which readers look for numbers."""
_WORDS_FOR_COMPARISONS = gettext_noop(
    "change changes changed compare compared comparison difference differences differ"
)
"""Words by which readers ask what became of one document in another."""


@dataclass(frozen=True)
class SearchEntry:
    """One thing to find: its address relative to the site, its title, its label in the filter, and its text.

    ``answer`` is the sentence or the number that a result shows. ``names`` are further words that find it but are not
    shown: its other names, and terms that the site avoids. ``asked`` are words by which readers ask for it: it comes
    first in a search that has no others, but for those by which the topic is called. ``day`` is the date of an event
    in EDTF, such as "2017-04-11" or "2017-04", for a search that names a date.
    """

    url: str
    title: str
    kind: str
    text: str
    names: str = ""
    asked: str = ""
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
    """Yield an entry for the site in each other language, under the name of that language in it and in this one."""
    topic = queries.dataset.topic
    up = "" if language.code() == topic.language else "../"
    for tag in {topic.language, *topic.translations} - {language.code()}:
        url = f"{up}index.html" if tag == topic.language else f"{up}{tag}/index.html"
        own_name = phrase.capital(language.name(tag))
        name_here = str(Locale.parse(tag, sep="-").get_language_name(language.code().replace("-", "_")))
        yield SearchEntry(url, own_name, PAGES, topic.title, f"{own_name.partition(' ')[0]}; {name_here}")


def entry(record_id: str, queries: Queries) -> SearchEntry:
    """Return the entry of a record."""
    record = queries.entities[record_id]
    event = record if isinstance(record, Event) else None
    title, answer, text = TEXTS[type(record)](record, queries)
    date = None if event else queries.date_of(record_id)  # the answer of an event begins with it
    full_text = one_line(f"{f'{date}. ' if date else ''}{answer} {text} {record.note or ''}")
    further_words = " ".join((*_avoided(full_text, queries), *_words_for(record)))
    date_words = f"{weekday(event)}; {event.date}" if event and event.key else ""  # so key events come first
    parts_of_name = record.name.split() if isinstance(record, Actor) and record.kind == "person" else []
    citation = (record.citation or "") if isinstance(record, Source) else ""
    other_names = (*getattr(record, "aliases", ()), getattr(record, "heading", ""), *parts_of_name, citation)
    names = (*other_names, *_avoided(title, queries), further_words, date_words)
    return SearchEntry(
        url=queries.href(record_id),
        title=title,
        kind=KINDS[queries.kinds[record_id]],
        text=full_text,
        names="; ".join(filter(None, names)),
        asked=message(_WORDS_FOR_COMPARISONS) if isinstance(record, Comparison) else "",
        answer=answer,
        day=event.date.text if event else "",
    )


def _words_for(record: Entity) -> Iterator[str]:
    """Yield words by which readers look for a record of such a kind."""
    if isinstance(record, Statute) and record.provisions:
        yield message(_WORDS_FOR_PENALTIES)
    if isinstance(record, Series):
        yield message(_WORDS_FOR_NUMBERS)


def suggested(queries: Queries, home: str) -> tuple[SearchEntry, ...]:
    """Return what to show before anything is searched for: the documents that the topic is about, then some records.

    ``home`` is the text of the home page: the first questions, series and terms that it names are suggested. If it
    names no question, the first of all are.
    """
    by_kind: dict[str, list[str]] = {"question": [], "series": [], "term": []}
    for name in map(str, instructions.named([("", home)])):
        record_id = queries.owner(name)
        group = by_kind.get(queries.kinds.get(record_id, ""), [])
        if record_id not in group:
            group.append(record_id)
    by_kind["question"] = by_kind["question"] or [row.id for row in matrix(queries).rows]
    documents = [next(_document(source_id, queries)) for source_id in queries.documents]
    return (*documents, *(entry(record_id, queries) for ids in by_kind.values() for record_id in ids[:_SUGGESTED]))


def _document(source_id: str, queries: Queries) -> Iterator[SearchEntry]:
    """Yield an entry for a document that the topic is about, and one for each of its sections."""
    view, page = documents.document(source_id, queries), documents.page(source_id, queries)
    outline = view.record.outline
    assert outline
    kind = KINDS["comparison"]
    answer = _answer(view, queries)
    followed = " ".join(f"{date}: {link.label}." for date, link in view.followed)
    headings = gettext("It says: %(headings)s.", headings=", ".join(heading for _, heading, _ in view.sections))
    text = f"{answer} {outline.length or ''}. {view.record.note or ''} {followed} {headings}"
    asked = message(_WORDS_FOR_DOCUMENTS)
    yield SearchEntry(page.href, page.label, kind, one_line(text), asked=asked, answer=answer)
    for anchor, heading, clauses in view.sections:
        text = " ".join(f"{clause.verb}: {clause.fact.text}" for clause in clauses)
        yield SearchEntry(f"{page.href}#{anchor}", f"{page.label}: {heading}", kind, one_line(text))


def _answer(view: documents.DocumentView, queries: Queries) -> str:
    """Return the facts on a document: its title, date, author, status, what followed, and its addressee."""
    record, outline = view.record, view.record.outline
    assert outline
    voices = [queries.dataset.statements[clause.statement].attributed_to for clause in outline.clauses]
    speakers = Counter(words.voice(voice, queries).label for voice in voices if voice.actor).most_common(1)
    author = ", ".join((*(speaker for speaker, _ in speakers), record.published_by))
    parts = (
        f"{record.title}, {record.issued}." if record.issued else f"{record.title}.",
        gettext("By: %(author)s.", author=author),
        gettext("Status: %(status)s.", status=view.status) if view.status else "",
        *(
            gettext("The latest to follow it: %(date)s, %(event)s.", date=date, event=link.label)
            for date, link in view.followed[-1:]
        ),
        gettext("Sent to: %(addressee)s.", addressee=outline.addressed_to) if outline.addressed_to else "",
    )
    return " ".join(filter(None, parts))


def _avoided(text: str, queries: Queries) -> Iterator[str]:
    """Yield the avoided terms whose replacement is in a text, since readers may search for them."""
    lowered = normalise(text).lower()
    return (item.avoid for item in queries.dataset.topic.wording if normalise(item.use).lower() in lowered)
