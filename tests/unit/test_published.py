"""The rule that what was published changes only together with a correction."""

from typing import Any

import pytest

from macros.checks import Finding
from macros.model import Correction, Dataset, Event, Series, Statement, Statute
from macros.review import corrected
from tests.factories import dataset, make


def _told(base: Dataset, head: Dataset) -> list[tuple[str, str]]:
    findings: list[Finding] = list(corrected(base)(head))
    return [(finding.id, finding.message) for finding in findings]


def _event(**fields: Any) -> Dataset:
    return dataset(events={"lamp-lit": make(Event, **fields)})


def _law(pounds: int) -> Dataset:
    fine = {"amount": pounds, "currency": "GBP"}
    first = {"id": "first", "label": "x", "max_prison": "none", "min_prison": "none", "fine": fine}
    return dataset(statutes={"law": make(Statute, provisions=(first,))})


def _words(delivery: str | None, speaker: str = "a keeper") -> Dataset:
    words = make(Statement, delivery=delivery, attributed_to={"described": speaker})
    return dataset(statements={"words": words})


@pytest.mark.parametrize(
    ("base", "head", "told"),
    [
        (_event(date="1901-05-01"), _event(date="1901-05-02"), ("lamp-lit", "1901-05-01", "1901-05-02")),
        (_event(status="happened"), _event(status="rescinded"), ("lamp-lit", "happened", "rescinded")),
        (_words("prepared"), _words("delivered"), ("words", "prepared", "delivered")),
        (_words("prepared"), _words("prepared", "a sailor"), ("words", "a keeper", "a sailor")),
        (_words("prepared"), _words(None), ("words", "prepared", "nothing")),
        (_law(100), _law(10), ("law", "100", "10")),
    ],
)
def test_a_changed_value_needs_a_correction(base: Dataset, head: Dataset, told: tuple[str, str, str]) -> None:
    """A date, a status, a speaker, whether he spoke it, or a fine that differs is told with what it was and is."""
    name, was, now = told
    assert _told(base, head) == [(name, f'it was published as "{was}" and is now "{now}"')]


def test_a_value_where_there_was_none_needs_no_correction() -> None:
    """What is told for the first time was not published as something else."""
    assert _told(_words(None), _words("prepared")) == []


def test_other_words_need_none() -> None:
    """A record that says the same in other words is no correction."""
    assert _told(_event(title="The lamp is lit"), _event(title="A lamp is lit")) == []


def test_a_record_that_is_gone_is_told() -> None:
    """A record that was published and has neither a file nor a successor is refused."""
    assert _told(_event(), dataset()) == [("topic", '"lamp-lit" was published and is gone')]


def test_a_correction_explains_a_change() -> None:
    """A correction of the record that was not there before lets its values change."""
    changed = make(Correction, entity="lamp-lit")
    head = dataset(events={"lamp-lit": make(Event, date="1901-05-02")}, corrections={"lamp-day": changed})
    assert _told(_event(date="1901-05-01"), head) == []


def test_an_old_correction_explains_no_new_change() -> None:
    """A correction that was published itself explains nothing that changed since."""
    old = {"corrections": {"lamp-day": make(Correction, entity="lamp-lit")}}
    base = dataset(events={"lamp-lit": make(Event, date="1901-05-01")}, **old)
    head = dataset(events={"lamp-lit": make(Event, date="1901-05-02")}, **old)
    assert _told(base, head) == [("lamp-lit", 'it was published as "1901-05-01" and is now "1901-05-02"')]


def _lamps(first: int, second: int, corrected_id: str = "") -> Dataset:
    numbers = [{"id": name, "period": "1901", "value": value} for name, value in (("one", first), ("two", second))]
    made = {"slip": make(Correction, entity=corrected_id)} if corrected_id else {}
    return dataset(series={"lamps": make(Series, observations=numbers)}, corrections=made)


def test_a_correction_of_one_number_explains_no_other() -> None:
    """A number is corrected by its own name or by that of its series; its neighbours are not."""
    base = _lamps(5, 6)
    assert _told(base, _lamps(7, 6, "one")) == []
    assert _told(base, _lamps(7, 8, "lamps")) == []
    assert _told(base, _lamps(7, 8, "one")) == [("lamps", 'it was published as "6" and is now "8"')]


def _quoted(*quotes: str) -> Dataset:
    return _event(citations=[{"source": "gazette", "locator": "p1", "quote": {"exact": exact}} for exact in quotes])


def test_of_two_quotes_in_one_place_the_one_that_differs_is_told() -> None:
    """The other one stays; a further quote needs no correction."""
    assert _told(_quoted("was lit", "at night"), _quoted("was lit", "by day")) == [
        ("lamp-lit", 'it was published as "at night" and is now "by day"')
    ]
    assert _told(_quoted("was lit", "at night"), _quoted("is lit", "by day")) == [
        ("lamp-lit", 'it was published as "was lit, at night" and is now "is lit, by day"')
    ]
    assert _told(_quoted("was lit"), _quoted("was lit", "at night")) == []


def test_a_finding_leads_to_the_value() -> None:
    """It names the field and says what to do; a renamed record is none that is gone."""
    (finding,) = corrected(_event(date="1901-05-01"))(_event(date="1901-05-02"))
    assert (finding.path, finding.rule) == (("date",), "uncorrected")
    assert finding.remedy == "add a file to data/corrections/ that says was, now and why; or put it back"
    head = dataset(events={"first-light": make(Event)}, moved={"lamp-lit": "first-light"})
    assert _told(_event(), head) == []
