"""Dates mean the days that they say, no more and no fewer."""

import re
import time
from calendar import monthrange
from datetime import date, timedelta

import edtf
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from macros.model import dates
from macros.model.dates import Edtf, Point
from tests.factories import ROOT

_DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
_WORDS = re.compile(
    r"(?P<about>about )?(?P<before>\d+)? ?(?P<month>[A-Z][a-z]+)? ?(?P<after>\d+)?(?P<uncertain> \(uncertain\))?"
)


@st.composite
def points(draw: st.DrawFn) -> str:
    """Draw a single date: a year, a month or a day, with or without a mark."""
    written = draw(_DAYS).isoformat()[: draw(st.sampled_from([4, 7, 10]))]
    return written + draw(st.sampled_from(["", "", "~", "?", "%"]))


@st.composite
def spans(draw: st.DrawFn) -> str:
    """Draw a span that does not end before it starts, of near days as often as of far ones."""
    first = draw(points())
    near = dates.parse(first).first
    assert near
    days = st.integers(0, 800).map(lambda count: date.fromordinal(min(near.ordinal + count, date.max.toordinal())))
    cut = draw(st.sampled_from([4, 7, 10]))
    second = draw(st.one_of(points(), days.map(lambda day: day.isoformat()[:cut])))
    last = dates.parse(second).last
    assert last
    assume(near <= last)
    return f"{first}/{second}"


@st.composite
def one_of_several(draw: st.DrawFn) -> str:
    """Draw a day that is one of several, of which the last is up to forty days after the first."""
    first = draw(st.dates(min_value=date(1, 1, 1), max_value=date(9999, 11, 1)))
    return f"[{first.isoformat()}..{(first + timedelta(days=draw(st.integers(1, 40)))).isoformat()}]"


open_spans = st.one_of(points().map("../{}".format), points().map("{}/..".format))
any_dates = st.one_of(points(), spans(), one_of_several(), open_spans)


def _bound(moment: time.struct_time) -> tuple[int, ...]:
    return tuple(moment[:3])


_OLD_OR_VAGUE = st.one_of(
    st.integers(-9999, 0).map(lambda year: f"-{-year:04}" if year else "0000"),
    st.integers(10_000, 99_999).map(lambda year: f"Y{year}"),
    st.integers(10_000, 99_999).map(lambda year: f"Y-{year}"),
    st.integers(1, 99).map(lambda century: f"{century:02}XX"),
    st.integers(1, 999).map(lambda decade: f"{decade:03}X"),
    st.integers(1, 99).map(lambda century: f"-{century:02}XX"),
    st.tuples(st.integers(1, 9999), st.integers(21, 24)).map(lambda pair: f"{pair[0]:04}-{pair[1]}"),
)


@given(st.one_of(points(), spans(), one_of_several(), _OLD_OR_VAGUE))
def test_bounds_are_those_of_the_reference_implementation(text: str) -> None:
    """The first and the last day of a date are those that the edtf package gives."""
    theirs, ours = edtf.parse_edtf(text), dates.parse(text)
    assert (ours.first, ours.last) == (_bound(theirs.lower_strict()), _bound(theirs.upper_strict()))


@given(any_dates)
def test_text_is_kept(text: str) -> None:
    """A date is written again exactly as it was read."""
    assert dates.parse(text).text == text


@given(any_dates)
def test_last_day_is_not_before_the_first(text: str) -> None:
    """No date ends before it starts."""
    parsed = dates.parse(text)
    assert parsed.first is None or parsed.last is None or parsed.first <= parsed.last


@given(_DAYS)
def test_a_day_means_itself(day: date) -> None:
    """A day starts and ends on that day."""
    parsed = dates.parse(day.isoformat())
    assert (parsed.first, parsed.last, parsed.precision) == (day.timetuple()[:3], day.timetuple()[:3], "day")
    assert parsed.first
    assert parsed.first.ordinal == day.toordinal()


def _read(words: str, other: Point | None = None) -> Point:
    """Read words back; ``other`` is the side of a span that says what this one leaves out."""
    match = _WORDS.fullmatch(words.replace(" CE", ""))
    assert match, words
    day, name, year = match["before"], match["month"], match["after"]
    if not name and not other:  # a number alone is a year
        day, year = None, day
    month = dates.months().index(name) + 1 if name else None
    if other and not year:
        year, month = str(other.year), month or other.month
    about, uncertain = bool(match["about"]), bool(match["uncertain"])
    return Point(int(year), month, int(day) if day else None, about=about, uncertain=uncertain)


@given(points())
def test_label_of_a_single_date_says_all_of_it_and_no_more(text: str) -> None:
    """The words of a date, read back, are the same date at the same precision."""
    assert _read(str(dates.parse(text))) == dates.parse(text).begin


@given(spans())
def test_label_of_a_span_says_both_sides_and_no_more(text: str) -> None:
    """The words of a span, read back, are the same two dates; what one side leaves out, the other says."""
    parsed = dates.parse(text)
    first, _, second = str(parsed).partition(" to ")
    end = _read(second or first)
    begin = _read(first, end if parsed.begin and parsed.begin.month else None)
    assert (begin, end) == (parsed.begin, parsed.end)


@given(one_of_several())
def test_label_of_one_of_several_days_does_not_sound_like_a_span(text: str) -> None:
    """Of two days it says "or", of more "between"; no words make a day that is not known a time that lasts."""
    parsed = dates.parse(text)
    assert parsed.first
    assert parsed.last
    words = str(parsed)
    assert " to " not in words
    days = parsed.last.ordinal - parsed.first.ordinal
    assert (" or " in words) == (days == 1)
    assert words.startswith("between ") == (" and " in words) == (days > 1)


@given(open_spans)
def test_label_of_an_open_span_names_its_one_side(text: str) -> None:
    """An open span is "since" its beginning or "by" its end."""
    parsed = dates.parse(text)
    if parsed.begin:
        assert str(parsed) == f"since {parsed.begin.words()}"
    else:
        assert parsed.end
        assert str(parsed) == f"by {parsed.end.words()}"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2017-04-11", "11 April 2017"),
        ("2017-04", "April 2017"),
        ("2017", "2017"),
        ("2017~", "about 2017"),
        ("2017-04?", "April 2017 (uncertain)"),
        ("2017%", "about 2017 (uncertain)"),
        ("2017-04-10/2017-04-11", "10 to 11 April 2017"),
        ("2017-03-31/2017-04-11", "31 March to 11 April 2017"),
        ("2016-12-31/2017-01-01", "31 December 2016 to 1 January 2017"),
        ("2017-02/2017-04", "February to April 2017"),
        ("2015/2017", "2015 to 2017"),
        ("2017/2017", "2017"),
        ("2017/2017-04-11", "2017 to 11 April 2017"),
        ("2017-04-11/2017", "11 April 2017 to 2017"),
        ("2017-04-11/2017-04", "11 April to April 2017"),
        ("../2017-04-11", "by 11 April 2017"),
        ("2005/..", "since 2005"),
        ("[2017-04-10..2017-04-11]", "10 or 11 April 2017"),
        ("[2017-04-10..2017-04-12]", "between 10 and 12 April 2017"),
        ("[2016-12-31..2017-01-01]", "31 December 2016 or 1 January 2017"),
        ("0830", "830"),
        ("0000", "1 BCE"),
        ("0010", "10 CE"),
        ("0099-05", "May 99 CE"),
        ("-0043/0100", "44 BCE to 100"),
        ("[0010-04-10..0010-04-12]", "between 10 and 12 April 10 CE"),
        ("001X", "10–19 CE"),
        ("000X", "1 BCE–9 CE"),
        ("-0043-03-15", "15 March 44 BCE"),
        ("-2699~", "about 2700 BCE"),
        ("Y-12018", "12,019 BCE"),
        ("Y12018", "12018"),
        ("18XX", "19th century"),
        ("20XX", "21st century"),
        ("-01XX", "2nd century BCE"),
        ("186X", "1860s"),
        ("180X", "1800–1809"),
        ("-004X", "50–41 BCE"),
        ("2018-21", "spring 2018"),
        ("2018-24?", "winter 2018 (uncertain)"),
    ],
)
def test_label(text: str, label: str) -> None:
    """A date reads as an editor would write it."""
    assert str(dates.parse(text)) == label


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2017", "year"),
        ("2017-04", "month"),
        ("2017-04-11", "day"),
        ("2018-21", "season"),
        ("186X", "decade"),
        ("18XX", "century"),
        ("2017/2018", "span"),
        ("[2017-04-10..2017-04-11]", "one of several days"),
    ],
)
def test_precision(text: str, precision: str) -> None:
    """The precision of a date is that of its writing."""
    assert dates.parse(text).precision == precision


_FORM = (
    'is not a date: write "2017-04-11", "2017-04", "2017", "2017~" for about 2017, '
    'a span such as "2017-04-10/2017-04-11", one of several days, "[2017-04-10..2017-04-11]", '
    'a season, "2018-21" for spring, "186X", "18XX", or "-0043" for 44 BCE'
)
_STARTS = "\"2018\" for the year that starts then, and 'year_starts' for its month in the series"
_YEAR = "as 0000 is 1 BCE, -0043 is 44 BCE"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", f"'' {_FORM}"),
        ("April 2017", f"'April 2017' {_FORM}"),
        ("2017-4-1", f"'2017-4-1' {_FORM}"),
        ("4/11/2017", "'4/11/2017' is not a date: write year, month and day in this order: \"2017-04-11\""),
        ("11.4.2017", "'11.4.2017' is not a date: write year, month and day in this order: \"2017-04-11\""),
        ("2018/19", f"'2018/19' is not a date: write {_STARTS}"),
        ("17", f"'17' is not a date: write \"0017\", which is 17 CE: {_YEAR}"),
        ("12018", f"'12018' is not a date: write \"Y12018\", which is 12018: {_YEAR}"),
        ("44 BC", f"'44 BC' is not a date: write \"-0043\", which is 44 BCE: {_YEAR}"),
        ("-44", f"'-44' is not a date: write \"-0044\", which is 45 BCE: {_YEAR}"),
        ("2017-04-11T10:00", f"'2017-04-11T10:00' {_FORM}"),
        ("2017-04-11 ", f"'2017-04-11 ' {_FORM}"),
        ("2017-04-11\n", f"'2017-04-11\\n' {_FORM}"),
        ("2017/", f"'2017/' {_FORM}"),
        ("2017~~", f"'2017~~' {_FORM}"),
        ("2017-XX", f"'2017-XX' {_FORM}"),
        ("2017-25", "'2017-25' is not a date, as there is no such day: write one of the calendar"),
        ("XXXX", f"'XXXX' {_FORM}"),
        ("-0000", f"'-0000' is not a date: write \"0000\", which is 1 BCE: {_YEAR}"),
        ("\uff12\uff10\uff11\uff17", f"'\uff12\uff10\uff11\uff17' {_FORM}"),
        ("2017/2018/2019", f"'2017/2018/2019' {_FORM}"),
        ("../..", f"'../..' {_FORM}"),
        ("2017-02-30", "'2017-02-30' is not a date, as there is no such day: write one of the calendar"),
        ("2017-13", "'2017-13' is not a date, as there is no such day: write one of the calendar"),
        ("2017-00", "'2017-00' is not a date, as there is no such day: write one of the calendar"),
        ("2017-02-29/2018", "'2017-02-29/2018' is not a date, as there is no such day: write one of the calendar"),
        ("2017-04-11/2017-04-10", "'2017-04-11/2017-04-10' ends before it starts: write the earlier date first"),
        ("2018/2017", "'2018/2017' ends before it starts: write the earlier date first"),
        ("[2017-04-11..2017-04-11]", "'[2017-04-11..2017-04-11]' names one day: write it alone"),
        ("[2017-04-11..2017-04-10]", "'[2017-04-11..2017-04-10]' ends before it starts: write the earlier date first"),
        ("[2017-04..2017-05]", f"'[2017-04..2017-05]' {_FORM}"),
    ],
)
def test_refusal(text: str, message: str) -> None:
    """What is not a date of the subset is refused with the reason."""
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        dates.parse(text)


@given(st.text(alphabet="0123456789-/.~?%X[] ", max_size=22))
def test_anything_else_is_refused_in_the_same_way(text: str) -> None:
    """Any text is either a date that ends no earlier than it starts, or refused with a ValueError."""
    try:
        parsed = dates.parse(text)
    except ValueError:
        return
    assert parsed.first is None or parsed.last is None or parsed.first <= parsed.last


@given(st.integers(1, 9999), st.integers(0, 13), st.integers(0, 32))
def test_exactly_the_days_of_the_calendar_exist(year: int, month: int, day: int) -> None:
    """A day is accepted if and only if the calendar has it."""
    exists = 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
    try:
        dates.parse(f"{year:04}-{month:02}-{day:02}")
    except ValueError:
        assert not exists
    else:
        assert exists


@given(points(), points())
def test_order_is_that_of_the_earliest_days(one: str, other: str) -> None:
    """Of two dates the one with the earlier first day comes first."""
    a, b = dates.parse(one), dates.parse(other)
    assert a.first
    assert b.first
    if a.first < b.first:
        assert a.sort_key < b.sort_key


def test_order_of_a_timeline() -> None:
    """The longer of two dates that start together comes first, and an open beginning sorts by its end."""
    written = "2018 -0043 Y-12018 18XX 1800 2017-04-11 ../2017-04-11 2017-04 2017 2017/.. 2017-01-01 2016-12-31"
    ordered = sorted(map(dates.parse, written.split()), key=lambda parsed: parsed.sort_key)
    assert " ".join(parsed.text for parsed in ordered) == (
        "Y-12018 -0043 18XX 1800 2016-12-31 2017/.. 2017 2017-01-01 2017-04 2017-04-11 ../2017-04-11 2018"
    )


def _days(parsed: Edtf, within: tuple[int, int]) -> set[int]:
    first = parsed.first.ordinal if parsed.first else within[0]
    last = parsed.last.ordinal if parsed.last else within[1]
    return set(range(max(first, within[0]), min(last, within[1]) + 1))


_NEAR = st.dates(min_value=date(2016, 11, 1), max_value=date(2017, 3, 1))
_SHORT = st.one_of(
    _NEAR.map(date.isoformat),
    _NEAR.map(lambda day: day.isoformat()[:7]),
    st.tuples(_NEAR, _NEAR).map(lambda pair: "/".join(day.isoformat() for day in sorted(pair))),
    _NEAR.map("../{}".format),
    _NEAR.map("{}/..".format),
)


@given(_SHORT, _SHORT)
def test_dates_overlap_where_they_share_a_day(one: str, other: str) -> None:
    """Two dates overlap if and only if some day belongs to both."""
    within = (date(2016, 1, 1).toordinal(), date(2018, 1, 1).toordinal())
    a, b = dates.parse(one), dates.parse(other)
    assert a.overlaps(b) == b.overlaps(a) == bool(_days(a, within) & _days(b, within))


@pytest.mark.parametrize("written", ["2017-04-11", "-0043-03-15", "2017-04", "0830", "-0043"])
def test_a_date_is_written_in_iso_8601_for_machines(written: str) -> None:
    """Feeds and JSON-LD have dates that programs read, as exact as the record's."""
    date = dates.parse(written)
    assert date.begin
    assert date.begin.iso == written
    assert str(date.first).startswith(written)


@pytest.mark.parametrize("guide", ["en/docs/about/rules.md", "es/docs/acerca/reglas.md"])
def test_the_guide_of_a_new_topic_names_dates_that_can_be_read(guide: str) -> None:
    """Each form of a date that editors are shown is one."""
    text = (ROOT / "scripts/starter" / guide).read_text(encoding="utf-8")
    shown = re.findall(r'`"([^"]+)"`', text.partition("{ #forms }")[2])
    assert [dates.parse(one).precision for one in shown[:4]] == ["year", "season", "decade", "century"]
    assert all(dates.parse(one) for one in shown)
