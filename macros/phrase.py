"""The words for values in the language in use: numbers with their qualifier, periods, prison terms."""

import re
from decimal import Decimal

from macros import language
from macros.language import gettext, gettext_noop, message, ngettext
from macros.model import Fine, Observation, PrisonTerm, Provision, Series, Statute, amounts

_BOUNDS = {"more than": "up", "at least": "up", "up to": "down", "under": "down"}
"""The side on which a qualifier leaves a number open."""
ROUNDED = frozenset({"about", "nearly"})
"""Qualifiers of a number that its source has rounded."""
PLANNED = frozenset({"announced", "proposed", "projected"})
"""Statuses of numbers that are planned, not counted."""
_QUALIFIED = {
    "exact": "%(number)s",
    "more than": gettext_noop("more than %(number)s"),
    "at least": gettext_noop("at least %(number)s"),
    "about": gettext_noop("about %(number)s"),
    "nearly": gettext_noop("nearly %(number)s"),
    "up to": gettext_noop("up to %(number)s"),
    "under": gettext_noop("under %(number)s"),
}
VERIFIED = {
    "verified": gettext_noop("✓ verified word for word"),
    "recorded here": gettext_noop("recorded in this change, not verified here"),
    "not verified": gettext_noop("not verified yet"),
    "no text": gettext_noop("no text to verify against"),
}
"""What each verdict on a quote means to a reader."""
_TERMS = {
    "none": gettext_noop("no prison term"),
    "life": gettext_noop("life"),
    "life or death": gettext_noop("life, or the death penalty"),
    "remainder": gettext_noop("the rest of the earlier sentence"),
}


def format_number(value: Decimal, unit: str = "") -> str:
    """Return a number in words: "1,234", "−5", "2 million"; with a unit that is a sign: "52%", "£1.4 million"."""
    return amounts.format_number(value, unit, language.code())


def with_unit(number: str, unit: str) -> str:
    """Return a number in words followed by its unit; "52%" and "£5" are returned as they are."""
    if amounts.is_sign(unit):
        return number
    if number[-1:].isalpha():  # some languages join the unit to "2 million" by another word
        return gettext("%(millions)s %(unit)s", millions=number, unit=unit)
    return gettext("%(number)s %(unit)s", number=number, unit=unit)


def named(observation: Observation, series: Series) -> str:
    """Return a number with its unit in words, as prose writes it: "52 percent", "125 lamps", "£5", "no number"."""
    if observation.is_gap:
        return gettext("no number")
    if series.unit == amounts.PERCENT:
        return gettext("%(number)s percent", number=number(observation))
    unit = unit_of(observation, series)
    return with_unit(number(observation, unit), unit)


def unit_of(observation: Observation, series: Series) -> str:
    """Return the unit of a number, in the singular if the language in use says so: "ships", or "ship" for 1."""
    value = observation.value
    is_one = value is not None and amounts.is_one(value, language.code())
    return str((is_one and series.unit_of_one) or series.unit)


def unit_name(unit: str) -> str:
    """Return the name of a unit: "euros" for EUR, "percent" for %, and any other unit unchanged."""
    return gettext("percent") if unit == amounts.PERCENT else amounts.unit_name(unit, language.code())


def number(observation: Observation, unit: str = "") -> str:
    """Return a number as its source gives it: "more than 500,000", "52%", "10 to 20", "gap"."""
    if observation.is_gap:
        return gettext("gap")
    if observation.value is not None:
        words = format_number(observation.value, unit)
    else:
        assert observation.low is not None
        assert observation.high is not None
        words = gettext(
            "%(low)s to %(high)s", low=format_number(observation.low, unit), high=format_number(observation.high, unit)
        )
    return gettext(_QUALIFIED[observation.qualifier], number=words)


def bare(observation: Observation, unit: str) -> str:
    """Return a number for a sentence that names its unit: "52", "5"; a sign of money stays: "£5"."""
    return number(observation, "" if unit == amounts.PERCENT else unit)


def status(observation: Observation) -> str:
    """Return the status of a number in words: "announced", "partial", "computed here"; "" for a count or a gap."""
    if observation.status == "partial" or observation.status in PLANNED:
        return message(observation.status)
    return gettext("computed here") if observation.formula and not observation.is_gap else ""


def full(observation: Observation, series: Series, *, has_unit: bool = True) -> str:
    """Return a number with its qualifier, its unit (unless ``has_unit`` is False) and its status.

    For example "125 lamps, announced".
    """
    unit = unit_of(observation, series)
    words = number(observation, unit)
    if has_unit and not observation.is_gap:
        words = with_unit(words, unit)
    status_words = status(observation)
    return gettext("%(number)s, %(status)s", number=words, status=status_words) if status_words else words


def end(observation: Observation) -> str:
    """Return on which side a number is open: "up" for a lower bound, "down" for an upper bound, else "closed"."""
    return _BOUNDS.get(observation.qualifier, "closed")


def period(observation: Observation, series: Series) -> str:
    """Return the time that a number holds for, with the kind of its year: "fiscal 2016", "school year 2018–19"."""
    years = years_of(observation, series)
    match series.period_kind:
        case "fiscal year" if series.year_starts:
            return gettext("fiscal year %(years)s", years=years)
        case "fiscal year":
            return gettext("fiscal %(year)s", year=years)
        case "school year":
            return gettext("school year %(years)s", years=years)
    return gettext("%(year)s, kind of year not stated", year=years) if is_unstated(observation, series) else years


def period_in_list(observation: Observation, series: Series) -> str:
    """Return the same for a list that explains the star below it: "fiscal 2016", "2017*"."""
    return f"{observation.period}*" if is_unstated(observation, series) else period(observation, series)


def is_unstated(observation: Observation, series: Series) -> bool:
    """Whether a number holds for a year whose kind its source does not state; charts mark it with a star."""
    return series.period_kind == "not stated" and observation.period.precision == "year"


def years_of(observation: Observation, series: Series) -> str:
    """Return the time that a number holds for; a year that runs into the next one is "2018–19"."""
    period = str(observation.period)
    if series.year_starts in (None, 1):
        return period
    return re.sub(r"[0-9]{4}", lambda year: _year_and_next(int(year[0])), period)


def _year_and_next(year: int) -> str:
    return gettext("%(year)s–%(next)s", year=year, next=f"{(year + 1) % 100:02}")


def capital(text: str) -> str:
    """Return text with its first letter capitalised."""
    return text[:1].upper() + text[1:]


def term(text: PrisonTerm) -> str:
    """Return a prison term in words: "6 months", "10 years more", "the rest of the earlier sentence"."""
    if text in _TERMS:
        return message(_TERMS[text])
    count, unit = text.removeprefix("+").split()
    words = _duration(int(count), unit.removesuffix("s"))
    return gettext("%(term)s more", term=words) if text.is_added else words


def _duration(count: int, unit: str) -> str:
    match unit:
        case "day":
            return ngettext("%(num)s day", "%(num)s days", count)
        case "week":
            return ngettext("%(num)s week", "%(num)s weeks", count)
        case "month":
            return ngettext("%(num)s month", "%(num)s months", count)
    return ngettext("%(num)s year", "%(num)s years", count)


def longest(provision: Provision) -> str:
    """Return the longest prison term of a tier in words: "6 months", "2 years, fixed, consecutive"."""
    words = term(provision.max_prison)
    is_fixed = provision.fixed and provision.max_prison.years
    if is_fixed and provision.consecutive:
        return gettext("%(term)s, fixed, consecutive", term=words)
    if is_fixed:
        return gettext("%(term)s, fixed", term=words)
    return gettext("%(term)s, consecutive", term=words) if provision.consecutive else words


def least(provision: Provision) -> str:
    """Return the mandatory minimum of a tier in words, or "none"."""
    return gettext("none") if provision.min_prison == "none" else term(provision.min_prison)


def years(term: PrisonTerm) -> float | None:
    """Return the length of a prison term in years; None for life, death and the remainder of a sentence."""
    return None if term.years is None else float(term.years)


def law_of(statute: Statute) -> str:
    """Return the day whose law a statute is, with its status unless it is in force: "1 May 1901 (repealed)"."""
    day = str(statute.as_of)
    return day if statute.status == "in force" else f"{day} ({message(statute.status)})"


def fine(fine: Fine | None, without: str = "–") -> str:
    """Return a fine in words: "$5,000", "€50 to €250, doubled for a second offence", "unlimited".

    Return ``without`` if there is none.
    """
    if fine is None:
        return without
    sums = [format_number(amount, str(fine.currency)) for amount in (fine.least, fine.amount) if amount is not None]
    amount_words = gettext("%(low)s to %(high)s", low=sums[0], high=sums[1]) if sums[1:] else "".join(sums)
    return " ".join(filter(None, [amount_words, fine.note]))
