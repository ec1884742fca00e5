"""Words in the language of a site: dates and numbers as the CLDR has them, phrases from the catalogue."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from io import BytesIO
from typing import Any, get_args

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from pydantic import ValidationError

from macros import charts, language, phrase
from macros.draft import candidates, stub
from macros.exports.data import HOME, listing
from macros.model import (
    Correction,
    Event,
    Observation,
    Provision,
    Record,
    Series,
    Source,
    Statement,
    Statute,
    Topic,
    dates,
)
from macros.model.base import Basis
from macros.model.facts import Force
from macros.model.kinds import LAW_KINDS, SOURCE_KINDS
from macros.model.translation import texts
from macros.notation.dates import dates_of
from macros.queries import Queries
from macros.views import charted, law, penalties, support, verdicts, words
from macros.views.facts import fact
from macros.views.figure import sparkline
from macros.views.sources import sources
from scripts.words import VALUES
from tests.factories import ROOT, dataset, make, queries_of, with_text

_CITED = {"source": "gazette", "locator": "p1", "quote": {"exact": "was lit"}}


@pytest.fixture
def speak() -> Iterator[Callable[[str], object]]:
    """Return a function that takes a language into use for one test."""
    yield language.use
    language.use(language.SOURCE)


def _law(*terms: str) -> Statute:
    tiers = [make(Provision, id=f"tier-{number}", label="(a)", max_prison=term) for number, term in enumerate(terms)]
    return make(Statute, provisions=tiers)


@pytest.mark.parametrize(
    ("code", "written", "words"),
    [
        ("es", "2017-04-11", "11 de abril de 2017"),
        ("es", "2017-04", "abril de 2017"),
        ("es", "2017-04-10/2017-04-11", "del 10 al 11 de abril de 2017"),
        ("es", "2016/2018", "de 2016 a 2018"),
        ("es", "[2017-04-10..2017-04-11]", "el 10 o el 11 de abril de 2017"),
        ("es", "../2017-04-11", "a más tardar el 11 de abril de 2017"),
        ("es", "2017~", "hacia 2017"),
        ("es", "-0043", "44 a. C."),
        ("es", "186X", "década de 1860"),
        ("es", "18XX", "siglo XIX"),
        ("es", "-03XX", "siglo IV a. C."),
        ("fr", "2017-04-11", "11 avril 2017"),
        ("ar", "2017-04", "أبريل 2017"),
        ("ja", "2017-04-11", "2017年4月11日"),
        ("hu", "2017-04-10/2017-04-11", "2017. április 10. to 2017. április 11."),
        ("pl", "2017-04-11", "11 kwietnia 2017"),
        ("pl", "2017-02/2017-04", "luty to kwiecień 2017"),
        ("yo", "2017-04-11", "11 Oṣù Ìgbé 2017"),
        ("fil", "2017-04-10/2017-04-11", "Abril 10, 2017 to Abril 11, 2017"),
        ("tlh", "2017-04-11", "11 April 2017"),
    ],
)
def test_a_date_in_the_language_in_use(speak: Callable[[str], object], code: str, written: str, words: str) -> None:
    """Order, names and joints are those of the language; Slavic months have another form beside a day than alone.

    What both sides of a span share stands once where a date is day, month and year in this order.
    """
    date = dates.parse(written)
    speak(code)
    assert str(date) == words


@pytest.mark.parametrize("code", ["la", "th", "de", "ar"])
def test_days_in_words_are_found_again(speak: Callable[[str], object], code: str) -> None:
    """A day and a month as any language writes them, with an era or without, are read as one."""
    speak(code)
    for written in ("2017-04-11", "2017-04"):
        assert any(pattern.fullmatch(str(dates.parse(written))) for pattern in dates_of(code))


@pytest.mark.parametrize(
    ("kind", "tag", "message"),
    [
        (Source, "xx", '"xx" is not the tag of a language: write one of two or three letters, such as de'),
        (Topic, "deu", '"deu" is not the tag of a language: write one of two or three letters, such as de'),
        (Topic, "grc", 'it is not known how "grc" writes dates and numbers: write another, such as en'),
    ],
)
def test_a_language_that_is_none_is_refused(kind: type[Record], tag: str, message: str) -> None:
    """A slip such as ge for de is told at once; the sources of a site may be in a language that no site can be in."""
    with pytest.raises(ValidationError, match=re.escape(message)):
        make(kind, language=tag)
    assert make(Source, language="grc").language == "grc"
    assert language.direction("grc") == "ltr"


@pytest.mark.parametrize(
    ("code", "value", "unit", "words"),
    [
        ("es", "1250000", "", "1.250.000"),
        ("es", "52", "percent", "52\u00a0%"),
        ("es", "500", "EUR", "500\u00a0€"),
        ("es", "2000000", "", "2 millones"),
        ("fr", "52.5", "percent", "52,5\u00a0%"),
        ("tr", "52", "percent", "%52"),
        ("ar", "1234", "", "1,234"),
    ],
)
def test_a_number_in_the_language_in_use(
    speak: Callable[[str], object], code: str, value: str, unit: str, words: str
) -> None:
    """Separators and signs stand as the language has them."""
    speak(code)
    assert phrase.format_number(Decimal(value), unit) == words


def test_a_number_with_its_words(speak: Callable[[str], object]) -> None:
    """Qualifier, unit, status and period are Spanish; a million takes a word before what is counted."""
    speak("es")
    many = make(Observation, value=2_000_000, qualifier="more than", status="announced")
    cases = make(Series, unit="casos")
    assert phrase.full(many, cases) == "más de 2 millones de casos, anunciado"
    assert phrase.full(make(Observation, value=125), cases) == "125 casos"
    assert phrase.named(make(Observation, value=52), make(Series, unit="percent")) == "52 por ciento"
    year = make(Observation, period="2016")
    assert phrase.period(year, make(Series, period_kind="fiscal year")) == "año fiscal 2016"
    assert phrase.period(year, make(Series, period_kind="school year", year_starts=9)) == "año escolar 2016–17"


def test_penalties_in_spanish(speak: Callable[[str], object]) -> None:
    """A term is found by its code, and told in words: the longest, the range, what is added."""
    queries = queries_of(statutes={"act": _law("6 months", "2 years", "life")})
    speak("es")
    assert penalties.penalty("tier-0", queries).label == "hasta 6 meses"
    assert penalties.in_words(queries.dataset.statutes["act"]) == "de un máximo de 6 meses a cadena perpetua"
    assert penalties.in_words(_law("1 year", "2 years")) == "de un máximo de 1 año a un máximo de 2 años"
    assert phrase.term(_law("+10 years").provisions[0].max_prison) == "10 años más"


def test_support_and_verdicts_in_spanish(speak: Callable[[str], object]) -> None:
    """Counts have the right plural, and codes of the data are words."""
    order = make(Statement, kind="directive", force="shall consider", citations=[_CITED])
    queries = Queries(
        dataset(events={"lit": make(Event, status="revoked", citations=[_CITED])}, statements={"o": order})
    )
    speak("es")
    assert support.in_words("lit", queries) == "una fuente"
    assert language.message(verdicts.MATCHES.word) == "coincide"
    assert fact("lit", queries).marks == ("revocado",)
    assert (fact("o", queries).kind, fact("o", queries).marks) == ("directiva", ("Debe considerar",))


def test_the_changes_of_a_law_are_dated_in_spanish(speak: Callable[[str], object]) -> None:
    """A sentence that starts with its date gives it to the list."""
    act = make(Statute, amended="El 11 de abril de 2017, se amplió.\nEn mayo de 2018 se derogó.")
    queries = queries_of(statutes={"act": act})
    speak("es")
    changes = law.law("act", queries).changes
    assert changes == (("11 de abril de 2017", ("Se amplió.",)), ("mayo de 2018", ("Se derogó.",)))


def test_a_chart_has_the_months_of_the_language(speak: Callable[[str], object]) -> None:
    """Labels of an axis of time, and what a reader who picks a number is told, are Spanish."""
    months = [{"id": f"m-{n}", "period": f"2017-{n:02}", "value": n} for n in range(1, 7)]
    queries = queries_of(series={"lamps": make(Series, period_kind="month", observations=months)})
    speak("es")
    shown = charted.of_series("lamps", queries)
    drawn = charts.draw(charts.specs("lines", shown, ""), "a", "", "")["wide"]
    assert {"ene 2017", "abr 2017"} <= set(re.findall(r"<text[^>]*>([^<]+)</text>", drawn))
    assert shown.rows[0].details["Período"] == "Enero de 2017"
    assert sparkline(shown.rows).first == "1 lamps (enero de 2017)"


def test_codes_of_units_are_not_translated() -> None:
    """Percent and the codes of currencies say how a number is written; what is counted is words."""
    series = {f"s-{number}": make(Series, unit=unit) for number, unit in enumerate(("percent", "EUR", "lamps"))}
    found = [words for _, name, words in texts(dataset(series=series)) if name.endswith(".unit")]
    assert found == ["lamps"]


def test_every_code_that_readers_see_has_a_word() -> None:
    """A new kind or status in the model needs a word."""
    records = ((Event, "status"), (Statement, "kind"), (Observation, "status"), (Series, "period_kind"))
    fields: list[Any] = [model.model_fields[name].annotation for model, name in records]
    fields += [Basis.model_fields["kind"].annotation, Correction.model_fields["kind"].annotation, Force]
    codes = {code for field in fields for code in get_args(field)} | {str(one.name) for one in LAW_KINDS + SOURCE_KINDS}
    assert codes - {*VALUES} == {"not read"}


def test_every_text_of_the_code_is_translated() -> None:
    """The Spanish catalogue has each text that Python shows, with the same values to fill in."""
    keywords: dict[str, Any] = {"marked": None, "gettext": None, "ngettext": (1, 2)}
    found = extract_from_dir(ROOT / "macros", [("**.py", "python")], keywords=keywords)
    file = ROOT / "macros" / "locale" / "es" / "LC_MESSAGES" / "messages.po"
    catalogue = read_po(BytesIO(file.read_bytes()), locale="es")
    wanted = Catalog(locale="es")
    for _, _, text, _, _ in found:
        wanted.add(text)
    missing = [one.id for one in wanted if one.id and not (catalogue.get(one.id) and catalogue[one.id].string)]
    assert missing == []
    assert [(one.id, errors) for one, errors in catalogue.check()] == []


def test_kinds_of_sources_and_tables_are_told_in_the_language(speak: Callable[[str], object]) -> None:
    """The lists of sources and of data files have no English words; a kind of the topic's own has its label."""
    own = {"name": "logbook", "heading": "Diarios", "role": "press", "label": "diario de a bordo"}
    known = {"gazette": make(Source), "log": make(Source, kind="logbook")}
    queries = queries_of(topic=make(Topic, source_kinds=[own]), sources=known)
    speak("es")
    shown = {name: words.source_kind(name, queries) for _, members in sources(queries) for name, _ in members}
    assert shown == {"gazette": "artículo de prensa", "log": "diario de a bordo"}
    listed = {one.path: one.meaning for one in listing(queries).data}
    assert listed[f"{HOME}sources.csv"] == "Un documento en que se apoyan hechos"


def test_a_draft_of_a_spanish_text() -> None:
    """Numbers and dates suggest their kinds, and a number is read as the language writes it."""
    lines = {"paragraphs": (1,)}
    source = with_text(language="es", text={"file": "gazette.txt", "sha256": "0" * 64, "lines": lines})
    text = "Hubo 1.250 casos en la frontera. ¿Quién lo dijo en abril de 2017? Él ordenó al guarda que volviera a casa."
    found = list(candidates(dataset(sources={"gazette": source}), "gazette", text))
    assert [(one.kind, one.words) for one in found] == [
        ("series", "1.250"),
        ("event", "abril de 2017"),
        ("statement", ""),
    ]
    series = stub(found[0], "read")
    assert isinstance(series, Series)
    assert series.observations[0].value == 1250
