"""The words for values: numbers with their qualifier, periods, prison terms."""

import re
from decimal import Decimal

from macros.model import Fine, Observation, PrisonTerm, Provision, Series, amounts

OPEN_UP = frozenset({"more than", "at least"})
"""Qualifiers that make a number a lower bound."""
OPEN_DOWN = frozenset({"up to", "under"})
"""Qualifiers that make a number an upper bound."""
ROUNDED = frozenset({"about", "nearly"})
"""Qualifiers of a number that its source has rounded."""
PLANNED = frozenset({"announced", "proposed", "projected"})
"""Statuses of numbers that are planned, not counted."""
GAP = "gap"
LANGUAGE = "en"
"""The language of the words."""
UNSTATED = "(kind of year not stated)"
"""What follows a year whose kind its source does not state; a chart has a star instead, with one note."""
_TERMS = {
    "none": "no prison term",
    "remainder": "the rest of the earlier sentence",
    "life or death": "life, or the death penalty",
}


def plain(value: Decimal, unit: str = "", language: str = LANGUAGE) -> str:
    """Return a number in words: "1,234", "−5", "2 million"; with a unit that is a sign: "52%", "£1.4 million"."""
    return amounts.plain(value, unit, language)


def with_unit(words: str, unit: str) -> str:
    """Return a number in words with its unit, which "52%" and "£5" have already."""
    return words if amounts.is_sign(unit) else f"{words} {unit}"


def named(observation: Observation, unit: str) -> str:
    """Return a number with its unit in words, as prose has it: "52 percent", "125 lamps", "£5"."""
    return f"{number(observation)} {unit}" if unit == "percent" else with_unit(number(observation, unit), unit)


def unit_name(unit: str, language: str = LANGUAGE) -> str:
    """Return what a unit is called: "euros" for EUR, any other unit as it is."""
    return amounts.unit_name(unit, language)


def number(observation: Observation, unit: str = "") -> str:
    """Return a number as its source gives it: "more than 500,000", "52%", "10 to 20", "gap"."""
    if observation.status == "gap":
        return GAP
    if observation.value is not None:
        words = plain(observation.value, unit)
    else:
        assert observation.low is not None
        assert observation.high is not None
        words = f"{plain(observation.low, unit)} to {plain(observation.high, unit)}"
    return words if observation.qualifier == "exact" else f"{observation.qualifier} {words}"


def status(observation: Observation) -> str:
    """Return "announced", "partial" or another status, "computed here" for a formula, "" for a plain count or a gap."""
    if observation.status not in ("published", "gap"):
        return str(observation.status)
    return "computed here" if observation.formula and observation.status != "gap" else ""


def full(observation: Observation, unit: str, *, has_unit: bool = False) -> str:
    """Return a number with its qualifier and status, and its unit if ``has_unit``: "125 lamps, announced"."""
    words = number(observation, unit)
    words = with_unit(words, unit) if has_unit and observation.status != GAP else words
    return f"{words}, {status(observation)}" if status(observation) else words


def end(observation: Observation) -> str:
    """Return "up" for a lower bound, "down" for an upper bound, else "closed": how the mark of a number ends."""
    return "up" if observation.qualifier in OPEN_UP else "down" if observation.qualifier in OPEN_DOWN else "closed"


def period(observation: Observation, series: Series) -> str:
    """Return the time a number holds for, with the kind of its year: "fiscal 2016", "school year 2018–19"."""
    words = years_of(observation, series)
    if series.year_starts and series.period_kind != "calendar year":
        return f"{series.period_kind} {words}"
    if series.period_kind in ("fiscal year", "school year"):
        return f"{series.period_kind.removesuffix(' year')} {words}"
    if series.period_kind == "not stated" and observation.period.precision == "year":
        return f"{words} {UNSTATED}"
    return words


def years_of(observation: Observation, series: Series) -> str:
    """Return the time a number holds for, a year that runs into the next one as "2018–19"."""
    words = str(observation.period)
    if series.year_starts in (None, 1):
        return words
    return re.sub(r"[0-9]{4}", lambda year: f"{year[0]}–{(int(year[0]) + 1) % 100:02}", words)


def capital(text: str) -> str:
    """Return text with its first letter capitalised."""
    return text[:1].upper() + text[1:]


def term(text: PrisonTerm) -> str:
    """Return a prison term in words: "6 months", "10 years more", "the rest of the earlier sentence"."""
    return f"{text[1:]} more" if text.startswith("+") else _TERMS.get(text, str(text))


def longest(provision: Provision) -> str:
    """Return the longest prison term of a tier in words: "6 months", "2 years, fixed, consecutive"."""
    words = term(provision.max_prison)
    words += ", fixed" if provision.fixed and provision.max_prison.years else ""
    return words + (", consecutive" if provision.consecutive else "")


def least(provision: Provision) -> str:
    """Return the mandatory minimum of a tier in words, or "none"."""
    return "none" if provision.min_prison == "none" else term(provision.min_prison)


def years(term: PrisonTerm) -> float | None:
    """Return the length of a prison term in years; None for life, death and the remainder of a sentence."""
    return None if term.years is None else float(term.years)


def fine(fine: Fine | None, without: str = "–") -> str:
    """Return a fine in words: "$5,000", "€50 to €250, doubled for a second offence", "unlimited"."""
    if fine is None:
        return without
    sums = [plain(amount, str(fine.currency)) for amount in (fine.least, fine.amount) if amount is not None]
    return " ".join(filter(None, [" to ".join(sums), fine.note]))
