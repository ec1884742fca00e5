"""The rule that what was published changes only together with a correction."""

from typing import Any

from macros.checks import Finding
from macros.model import Correction, Dataset, Event, Series, Statement, Statute
from macros.review import corrected
from tests.factories import dataset, make


def _told(base: Dataset, head: Dataset) -> list[tuple[str, str]]:
    findings: list[Finding] = list(corrected(base)(head))
    return [(finding.id, finding.message) for finding in findings]


def _event(**fields: Any) -> Dataset:
    return dataset(events={"lamp-lit": make(Event, **fields)})


def test_a_changed_date_needs_a_correction() -> None:
    """A date that was published and differs is refused, with what it was and what it is."""
    told = _told(_event(date="1901-05-01"), _event(date="1901-05-02"))
    assert told == [("lamp-lit", 'it was published as "1901-05-01" and is now "1901-05-02"')]


def test_a_changed_status_needs_a_correction() -> None:
    """A status that was published and differs is refused."""
    told = _told(_event(status="happened"), _event(status="rescinded"))
    assert told == [("lamp-lit", 'it was published as "happened" and is now "rescinded"')]


def test_a_changed_speaker_needs_a_correction() -> None:
    """Who said something, and whether he spoke it, are refused when they differ."""
    spoken = {"delivery": "prepared", "attributed_to": {"described": "a keeper"}}
    base = dataset(statements={"words": make(Statement, **spoken)})
    delivered = dataset(statements={"words": make(Statement, **spoken | {"delivery": "delivered"})})
    assert _told(base, delivered) == [("words", 'it was published as "prepared" and is now "delivered"')]
    another = dataset(statements={"words": make(Statement, **spoken | {"attributed_to": {"described": "a sailor"}})})
    assert _told(base, another) == [("words", 'it was published as "a keeper" and is now "a sailor"')]


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


def test_a_changed_fine_needs_a_correction() -> None:
    """A fine that was published and differs is refused, as a prison term is."""

    def law(pounds: int) -> Dataset:
        first = {
            "id": "first",
            "label": "x",
            "max_prison": "none",
            "min_prison": "none",
            "fine": {"amount": pounds, "currency": "GBP"},
        }
        return dataset(statutes={"law": make(Statute, provisions=(first,))})

    assert _told(law(100), law(10)) == [("law", 'it was published as "100" and is now "10"')]


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


def test_a_value_that_is_gone_needs_a_correction() -> None:
    """It is told as what it was; a value where there was none needs no correction."""
    bare = dataset(statements={"words": make(Statement)})
    told = dataset(statements={"words": make(Statement, delivery="prepared")})
    assert _told(told, bare) == [("words", 'it was published as "prepared" and is now "nothing"')]
    assert _told(bare, told) == []


def test_a_finding_leads_to_the_value() -> None:
    """It names the field and says what to do; a renamed record is none that is gone."""
    (finding,) = corrected(_event(date="1901-05-01"))(_event(date="1901-05-02"))
    assert (finding.path, finding.rule) == (("date",), "uncorrected")
    assert finding.remedy == "add a file to data/corrections/ that says was, now and why"
    head = dataset(events={"first-light": make(Event)}, moved={"lamp-lit": "first-light"})
    assert _told(_event(), head) == []
