"""The date of a record is compared with the dates in its quoted words, in the languages whose words are read."""

from dataclasses import replace

import pytest

from macros.checks.finding import Finding
from macros.checks.quoteddates import quoted_dates_hold_the_date
from macros.model import Event, Source
from tests.factories import dataset, make


def _found(language: str, words: str, date: str) -> list[Finding]:
    """Return what the rule finds in an event of a date that quotes these words."""
    citation = {"source": "gazette", "locator": "p1", "quote": {"exact": words}}
    told = dataset(events={"lit": make(Event, date=date, basis={"kind": "stated"}, citations=[citation])})
    return list(quoted_dates_hold_the_date(replace(told, sources={"gazette": make(Source, language=language)})))


@pytest.mark.parametrize(
    ("language", "words", "right", "wrong"),
    [
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
    ],
)
def test_a_date_is_read_as_its_language_writes_it(language: str, words: str, right: str, wrong: str) -> None:
    """Ordinals, short names of months, digits, seasons, decades and centuries are dates."""
    assert not _found(language, words, right)
    assert [one.rule for one in _found(language, words, wrong)] == ["quoted-date"]


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
