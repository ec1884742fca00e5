"""The date of a record is compared with the dates in its quoted words, in the languages whose words are read."""
# ruff: noqa: RUF001 - letters of other scripts

from dataclasses import replace

import pytest

from macros.checks.finding import Finding
from macros.checks.quoteddates import quoted_beginnings_hold, quoted_dates_hold_the_date, quoted_years_are_as_sure
from macros.model import Dataset, Event, Series, Source
from tests.factories import dataset, make


def _cited(words: str) -> dict[str, object]:
    return {"source": "gazette", "locator": "p1", "quote": {"exact": words}}


def _event(language: str, words: str, date: str) -> Dataset:
    told = dataset(events={"lit": make(Event, date=date, basis={"kind": "stated"}, citations=[_cited(words)])})
    return replace(told, sources={"gazette": make(Source, language=language)})


def _found(language: str, words: str, date: str) -> list[Finding]:
    """Return what the rule finds in an event of a date that quotes these words."""
    return list(quoted_dates_hold_the_date(_event(language, words, date)))


_READ = [
    ("en", "on November 8th, 1959", "1959-11-08", "1959-11-07"),
    ("en", "on the 8th of November 1959", "1959-11-08", "1959-11-07"),
    ("en", "on 8 Nov. 1959", "1959-11-08", "1959-11-09"),
    ("en", "on 8 Nov 1959", "1959-11-08", "1959-11-09"),
    ("en", "the 4th of July", "1959-07-04", "1959-07-05"),
    ("en", "on 8.11.1959", "1959-11-08", "1959-11-09"),
    ("en", "on 8/11/1959", "1959-11-08", "1959-11-09"),
    ("en", "on 8/11/1959", "1959-08-11", "1959-09-11"),
    ("en-GB", "on 8/11/1959", "1959-11-08", "1959-08-11"),
    ("en-US", "on 8/11/1959", "1959-08-11", "1959-11-08"),
    ("fr", "le 08/11/1959", "1959-11-08", "1959-08-11"),
    ("fr", "le 8 nov. 1959", "1959-11-08", "1959-11-09"),
    ("fr", "le premier mai 1959", "1959-05-01", "1959-05-02"),
    ("es", "el 8/11/1959", "1959-11-08", "1959-08-11"),
    ("es", "el primero de mayo de 1959", "1959-05-01", "1959-05-02"),
    ("es", "el 1.º de mayo de 1959", "1959-05-01", "1959-05-02"),
    ("es", "en setiembre de 1959", "1959-09", "1959-10"),
    ("ar", "في 8 تشرين الثاني 1959", "1959-11-08", "1959-12-08"),
    ("ar", "في ٢٠ أيار ٢٠٢٣", "2023-05-20", "2023-05-21"),
    ("de", "am 8.11.1959", "1959-11-08", "1959-08-11"),
    ("en", "in the spring of 2018", "2018-21", "2018-22"),
    ("es", "a principios de 2019", "2019", "2018"),
    ("de", "in der Nacht vom 8. auf den 9. August 2023", "2023-08-08", "2023-08-07"),
    ("en", "from 3 to 7 May 2021", "2021-05-03/2021-05-07", "2021-05-08"),
    ("nl", "van 3 tot 7 mei 2021", "2021-05-03", "2021-05-04"),
    ("pl", "3 i 7 maja 2021", "2021-05-03", "2021-05-04"),
    ("sv", "den 3 och 7 maj 2021", "2021-05-07", "2021-05-08"),
    *(
        (language, words, day, other)
        for language, words in (
            ("en", "on the night of 12/13 May 1943"),
            ("en", "on 12 or 13 May 1943"),
            ("en", "on the 12th or the 13th of May 1943"),
            ("en", "on the 12th/13th of May 1943"),
            ("en", "the night of 12 into 13 May 1943"),
            ("en", "on 12–13 May 1943"),
            ("en", "on May 12/13, 1943"),
            ("en", "on May 12th or 13th, 1943"),
            ("en", "on 12 May/13 May 1943"),
            ("de", "am 12./13. Mai 1943"),
            ("de", "in der Nacht vom 12. zum 13. Mai 1943"),
            ("fr", "dans la nuit du 12/13 mai 1943"),
            ("fr", "le 12 ou le 13 mai 1943"),
            ("es", "la noche del 12/13 de mayo de 1943"),
            ("es", "el 12 o el 13 de mayo de 1943"),
            ("sv", "natten 12/13 maj 1943"),
            ("ar", "ليلة 12/13 مايو 1943"),
        )
        for day in ("1943-05-12", "1943-05-13", "1943-05-12/1943-05-13")
        for other in ("1943-05-11", "1943-05-14", "1943-04-12")
    ),
    *(
        (language, words, day, other)
        for language, words in (
            ("en", "on the night of 30 April/1 May 1943"),
            ("en", "on 30 April–1 May 1943"),
            ("en", "on 30 April or 1 May 1943"),
            ("en", "on April 30/May 1, 1943"),
            ("de", "vom 30. April auf den 1. Mai 1943"),
            ("fr", "du 30 avril au 1er mai 1943"),
            ("es", "30 de abril/1 de mayo de 1943"),
        )
        for day in ("1943-04-30", "1943-05-01")
        for other in ("1943-04-29", "1943-05-02", "1943-04-01", "1943-05-30")
    ),
    ("fr", "les 1er/2 mai 1943", "1943-05-01", "1943-05-03"),
    ("en", "in early 2019", "2019", "2018"),
    ("fr", "au printemps 2018", "2018-21", "2018-22"),
    ("es", "en la primavera de 2018", "2018-21", "2018-23"),
    ("ar", "في ربيع ٢٠١٨", "2018-21", "2018-23"),
    ("de", "im Frühjahr 2018", "2018-21", "2018-23"),
    ("en", "in the 19th century", "18XX", "19XX"),
    ("en", "in the nineteenth century", "18XX", "19XX"),
    ("en", "in the 3rd century BC", "-02XX", "02XX"),
    ("fr", "au XIXe siècle", "18XX", "19XX"),
    ("fr", "au dix-neuvième siècle", "18XX", "19XX"),
    ("es", "en el siglo XIX", "18XX", "19XX"),
    ("es", "en el siglo III a. C.", "-02XX", "02XX"),
    ("ar", "في القرن التاسع عشر", "18XX", "19XX"),
    ("de", "im 19. Jahrhundert", "18XX", "19XX"),
    ("fr", "dans les années 1860", "186X", "187X"),
    ("es", "en la década de 1860", "186X", "187X"),
]
"""Language and words, a date that they give, and one that they do not."""


def test_a_date_is_read_as_its_language_writes_it() -> None:
    """Ordinals, short names of months, digits, seasons, decades and centuries are dates."""
    assert [case for case in _READ if _found(*case[:3])] == []
    found = {case: [one.rule for one in _found(*case[:2], case[3])] for case in _READ}
    assert {case: rules for case, rules in found.items() if rules != ["quoted-date"]} == {}


@pytest.mark.parametrize(
    ("language", "words", "date"),
    [
        ("en", "the first May 2019 election", "2019-05-30"),
        ("en", "from the 18th to the 19th century", "17XX"),
        ("en", "the 18th and 19th centuries", "17XX"),
        ("en", "in the 19th century", "1850"),
        ("fr", "les années 2010 et 2011", "2011"),
        ("es", "el siglo de las luces", "17XX"),
        ("en", "in the winter of 2018–19", "2019-24"),
        ("en", "version 8.11.1959 of 3 May 2018", "2018-05-03"),
    ],
)
def test_a_date_that_is_not_certain_is_left(language: str, words: str, date: str) -> None:
    """What may be of another time is no mistake."""
    assert not _found(language, words, date)


@pytest.mark.parametrize(
    ("language", "words", "year"),
    [
        ("en", "around 1709", "1709"),
        ("en", "built circa 1709", "1709"),
        ("en", "was begun about 2700 BC", "-2699"),
        ("fr", "vers 1709", "1709"),
        ("fr", "vers 2700 av. J.-C.", "-2699"),
        ("es", "hacia 1709", "1709"),
        ("es", "alrededor de 1709", "1709"),
        ("ar", "نحو ١٧٠٩", "1709"),
        ("de", "um 44 v. Chr.", "-0043"),
        ("de", "etwa 1709", "1709"),
    ],
)
def test_a_year_that_is_about_is_not_exact(language: str, words: str, year: str) -> None:
    """Words for about before the year of a record are its ~."""
    assert not list(quoted_years_are_as_sure(_event(language, words, f"{year}~")))
    assert [one.rule for one in quoted_years_are_as_sure(_event(language, words, year))] == ["quoted-date"]


@pytest.mark.parametrize(
    ("language", "words", "year"),
    [
        ("en", "a law about 1709", "1709"),
        ("en", "around 1709, in 1709 as others say", "1709"),
        ("en", "around 1709", "1700/1709"),
        ("en", "around 500 lamps in 1709", "1709"),
        ("de", "um 1709 Lampen zu kaufen", "1709"),
        ("en", "in Washington, D.C. 1709", "1709"),
        ("es", "el camino hacia 2030", "2030"),
        ("fr", "en route vers 2030", "2030"),
        ("ar", "نحو ٢٠٣٠", "2030"),
    ],
)
def test_a_year_that_may_be_exact_is_left(language: str, words: str, year: str) -> None:
    """What is said of something else, or exactly elsewhere, is no mistake."""
    assert not list(quoted_years_are_as_sure(_event(language, words, year)))


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "since 2005"), ("fr", "depuis 2005"), ("es", "desde 2005"), ("ar", "منذ ٢٠٠٥"), ("de", "seit 2005")],
)
def test_what_lasts_begins_in_the_quoted_year(language: str, words: str) -> None:
    """The year since which something lasts is where its date begins; of a date that ends, it tells nothing."""
    assert not list(quoted_beginnings_hold(_event(language, words, "2005/..")))
    assert not list(quoted_beginnings_hold(_event(language, words, "2010")))
    assert not list(quoted_beginnings_hold(_event("en", "the first one since 1990", "2005/..")))
    assert [one.rule for one in quoted_beginnings_hold(_event(language, words, "2004/.."))] == ["quoted-date"]


def _counted(language: str, words: str, period: str) -> list[Finding]:
    """Return what the rule finds in the only number of a series that quotes these words."""
    kind = "month" if "-" in period else "calendar year"
    number = {"id": "many", "period": period, "value": 500}
    told = dataset(series={"lamps": make(Series, period_kind=kind, observations=[number], citations=[_cited(words)])})
    return list(quoted_dates_hold_the_date(replace(told, sources={"gazette": make(Source, language=language)})))


@pytest.mark.parametrize(
    ("language", "words", "right", "wrong"),
    [
        ("en", "500 lamps in 2021", "2021", "2011"),
        ("fr", "500 lampes en 2021", "2021", "2011"),
        ("es", "500 faros en 2021", "2021", "2011"),
        ("ar", "٥٠٠ في يونيو ٢٠٢٢", "2022-06", "2022-07"),
        ("en", "500 lamps in March 2018", "2018-03", "2018-04"),
    ],
)
def test_the_words_of_a_series_of_one_number_give_its_period(language: str, words: str, right: str, wrong: str) -> None:
    """The quote of a series is that of its only number."""
    assert not _counted(language, words, right)
    assert [one.rule for one in _counted(language, words, wrong)] == ["quoted-date"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "12 more than in 2020"),
        ("en", "500 lamps in the year before 2020"),
        ("es", "12 más que en 2020"),
        ("fr", "12 de plus qu'en 2020"),
        ("ar", "أكثر مما كان عام 2020"),
        ("tr", "2020 yılı"),
    ],
)
def test_a_period_that_is_compared_with_another_is_left(language: str, words: str) -> None:
    """A rise on 2020 is one of 2021."""
    assert not _counted(language, words, "2021")
