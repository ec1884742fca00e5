"""The rule that what was published changes only together with a correction."""

from typing import Any

from macros.checks import Finding
from macros.diff import corrected
from macros.model import Correction, Dataset, Event
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
