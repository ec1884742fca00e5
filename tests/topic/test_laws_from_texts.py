"""What the pages of laws say of penalties, classes and amendments is what the texts say that are at hand."""

import difflib
import os
import re
from functools import cache
from pathlib import Path

import pytest

from macros.checks.texts import passages, read_texts
from macros.model import Provision, Statute
from macros.model.words import normalise
from macros.notation.durations import duration, durations
from tests.factories import ROOT, loaded

TEXTS = Path(os.environ.get("TEXTS", ROOT.parent / "shared" / "texts"))
"""The folder of the texts of laws, beside that of the figures; they are not part of this repository."""

pytestmark = pytest.mark.skipif(not TEXTS.is_dir(), reason=f"the texts of laws are not at hand in {TEXTS}")

_SECTION = re.compile(r"(?:8|18|28|34) U\.S\.C\. § \d+A?")
_AMENDED = re.compile(r"On (\d+) ([A-Z][a-z]+) (\d{4}), Pub\. L\. (\d+)-(\d+)")
_REVOKED = re.compile(r"Executive Order (\d+), § ([\w()]+)")
"""An order that revoked another, and the section in which it did."""
_FOOTNOTE = re.compile(r"\d( \d)*( (so in original|see references in text).*)?")
"""The mark of a footnote of the editors among the words of a law, perhaps with the footnote."""
_LEAST = {"A": None, "B": 300, "C": 120, "D": 60, "E": 12}
"""Of each class of felony by 18 U.S.C. § 3559(a), the months from which on it is one; class E is above twelve."""


@cache
def _edition(source: str) -> dict[str, str]:
    """Return the passages of an edition of the Code, by locator."""
    texts, _ = read_texts(loaded(ROOT), [TEXTS])
    return passages(loaded(ROOT).sources[source], texts[source])


LAWS = {name: law for name, law in loaded(ROOT).statutes.items() if _SECTION.match(law.citation)}


def _section(law: Statute) -> str:
    found = _SECTION.match(law.citation)
    assert found
    return found[0]


def _changes(former: str, later: str) -> list[str]:
    """Return the words in which two editions of a law differ, but for the footnotes of their editors."""
    both = [re.findall(r"\w+", text.lower()) for text in (former, later)]
    steps = difflib.SequenceMatcher(None, both[0], both[1], autojunk=False).get_opcodes()
    parts = [" ".join([*both[0][a:b], *both[1][c:d]]) for step, a, b, c, d in steps if step != "equal"]
    return [part for part in parts if not _FOOTNOTE.fullmatch(part)]


@pytest.mark.parametrize("name", LAWS)
def test_a_law_was_amended_when_its_notes_say_so(name: str) -> None:
    """Each public law that a page names up to the edition of 2016 stands in it, with the day that the page gives."""
    law = LAWS[name]
    notes = " ".join(text for place, text in _edition("us-code-2016").items() if place.startswith(_section(law)))
    for day, month, year, congress, number in _AMENDED.findall(law.amended):
        if int(congress) < 114:
            credit = rf"Pub\. L\. {congress}[-–]{number}\b.{{0,80}}? {month[:3]}\w*\.? {day}, {year}"
            assert re.search(credit, notes), f"{congress}-{number} of {day} {month} {year}"


@pytest.mark.parametrize("name", LAWS)
def test_the_later_edition_differs_where_the_page_says_so(name: str) -> None:
    """A law that "has the same words" in the edition of 2026 has them, but for the parts that the page excepts."""
    law, place = LAWS[name], _section(LAWS[name])
    told = next((line for line in law.amended.split("\n") if "the same words" in line), "")
    if not told:
        pytest.skip("the page does not compare the editions")
    former, later = (_edition(source) for source in ("us-code-2016", "us-code-2026"))
    only = re.search(r"same words in (?:subsection|paragraph) (\(\w+\))", told)
    without = re.search(r"but for subsection (\(\w\))", told)
    parts = sorted({one for one in (*former, *later) if re.fullmatch(rf"{re.escape(place)}\(\w\)", one)})
    if "but for" in told and not without:
        assert _changes(former[place], later[place])
        return
    if only:
        parts = [one for one in former if one.startswith(place) and one.endswith(only[1])][:1]
    elif without:
        parts = [one for one in parts if not one.endswith(without[1])]
        assert _changes(former.get(place + without[1], ""), later.get(place + without[1], ""))
    for one in parts or [place]:
        assert _changes(former.get(one, ""), later.get(one, "")) == [], one


def _months(provision: Provision) -> float:
    count, unit = provision.max_prison.split()
    months, kind = duration(int(count), unit.rstrip("s"))
    return months if kind == "month" else months / 30


TIERS = [(law, tier) for law in LAWS.values() for tier in law.provisions]


@pytest.mark.parametrize(("law", "tier"), TIERS, ids=[str(tier.id) for _, tier in TIERS])
def test_a_tier_has_the_terms_and_the_class_of_the_law(law: Statute, tier: Provision) -> None:
    """Its terms stand in the section, and its class is that of its longest term by 18 U.S.C. § 3559(a)."""
    stated = durations(_edition("us-code-2016")[_section(law)], "en")
    terms = [term for term in (tier.max_prison, tier.min_prison) if re.fullmatch(r"\d+ \w+", term)]
    assert {duration(int(count), unit.rstrip("s")) for count, unit in map(str.split, terms)} <= stated
    grade = re.fullmatch(r"Class ([A-E]) felony", tier.grade or "")
    if grade and re.fullmatch(r"\d+ \w+", tier.max_prison):
        months = _months(tier)
        assert grade[1] == next(one for one, least in _LEAST.items() if least is not None and months >= least)
        assert months > 12
    elif grade:
        assert (grade[1], tier.max_prison.is_life) == ("A", True)


def _revocations() -> list[tuple[str, str, str, str]]:
    """Return each order at hand that revoked another: its number, the section, the day told, and the other."""
    found = []
    for law in loaded(ROOT).statutes.values():
        for line in law.amended.split("\n") if law.citation.startswith("Executive Order") else ():
            told, named = re.match(r"On (\d+ \w+ \d{4})", line), re.search(r"revoked (it|Executive Order \d+)", line)
            for number, section in _REVOKED.findall(line) if told and named else ():
                revoked = str(law.citation) if named and named[1] == "it" else str(named and named[1])
                found += [(number, section, told[1], revoked)] if told and list(TEXTS.glob(f"eo-{number}-*")) else []
    return found


@pytest.mark.parametrize(("number", "section", "day", "revoked"), _revocations())
def test_an_order_was_revoked_on_the_day_and_in_the_section_of_another(
    number: str, section: str, day: str, revoked: str
) -> None:
    """The signature of the later order has the day, and the section named there names the order that it revoked."""
    name = next(source for source in loaded(ROOT).sources if re.match(rf"eo-{number}-", source))
    whole = " ".join(next(TEXTS.glob(f"eo-{number}-*")).read_text("utf-8").split())
    date, month, year = day.split()
    assert f"THE WHITE HOUSE, {month} {date}, {year}." in whole
    places = {place.replace(" ", ""): text for place, text in _edition(name).items()}
    if f"Sec.{section}" not in places:  # (v) is read as a numeral within (u)
        section = section.replace("(v)", "(u)(v)")
    assert revoked in places.get(f"Sec.{section}", "")


def test_the_basis_of_a_fine_is_a_paragraph_that_the_tier_cites() -> None:
    """A fine by 18 U.S.C. § 3571 rests on the paragraph of it that is quoted for the tier."""
    rests = {str(tier.id): tier for _, tier in TIERS if tier.fine_basis}
    cited = {
        name: {str(one.locator) for one in tier.citations if one.locator.startswith("18 U.S.C. § 3571")}
        for name, tier in rests.items()
    }
    assert {name for name, places in cited.items() if places and str(rests[name].fine_basis) not in places} == set()


BILL_LINES = [(law, line) for law in LAWS.values() for line in law.amended.split("\n") if re.search(r"\bbill\b", line)]


@pytest.mark.parametrize(("law", "line"), BILL_LINES)
def test_a_line_on_a_bill_has_terms_of_the_bill(law: Statute, line: str) -> None:
    """Each term in it, but for a year, is in the section of the bill that amends the law."""
    number = law.citation.replace("8 U.S.C. § ", "8 U.S.C. ")
    (section,) = (
        text for place, text in _edition("hr-3486").items() if re.fullmatch(r"Sec\. \d+", place) and number in text
    )
    assert durations(line, "en") - {duration(1, "year")} <= durations(section, "en") | _terms(law)


def _terms(law: Statute) -> set[tuple[int, str]]:
    """Return the prison terms of a law as it is."""
    given = [one.split() for tier in law.provisions for one in (tier.max_prison, tier.min_prison)]
    return {duration(int(one[0]), one[1].rstrip("s")) for one in given if one[0].isdigit()}


def test_an_element_has_the_lengths_of_time_of_its_own_quotes() -> None:
    """A length of time in an element stands in the words that are quoted for it, not only elsewhere in the law."""
    wrong = []
    for law, element in ((one, element) for one in LAWS.values() for element in one.elements):
        quoted = [durations(normalise(one.quote.exact), "en") for one in element.citations if one.quote]
        if quoted and not durations(element.text, "en") <= set().union(*quoted):
            wrong.append((law.citation, element.text))
    assert wrong == []


ADDED = [
    (law, part)
    for law in LAWS.values()
    for line in law.amended.split("\n")
    for part in re.findall(r"On \d+ \w+ 20(?:1[7-9]|2\d), Pub\. L\. [\d-]+.*?added subsection ((?:\(\w+\))+)", line)
]


@pytest.mark.parametrize(("law", "part"), ADDED)
def test_a_subsection_that_was_added_stands_in_the_later_edition_alone(law: Statute, part: str) -> None:
    """A subsection that a law added after 2016 is not in the edition of 2016, and is in that of 2026."""
    former, later = (_edition(source) for source in ("us-code-2016", "us-code-2026"))
    assert (_section(law) + part not in former, _section(law) + part in later) == (True, True)
