"""The words for values: numbers with their qualifier, periods, prison terms."""

from decimal import Decimal

from macros.model import Observation, PrisonTerm, Provision, Series

OPEN_UP = frozenset({"more than", "at least"})
"""Qualifiers that make a number a lower bound."""
OPEN_DOWN = frozenset({"up to", "under"})
"""Qualifiers that make a number an upper bound."""
ROUNDED = frozenset({"about", "nearly"})
"""Qualifiers of a number that its source has rounded."""
PLANNED = frozenset({"announced", "proposed", "projected"})
"""Statuses of numbers that are planned, not counted."""
GAP = "gap"
_MONTHS = 12
_LARGE = ((10**12, 10**10, " trillion"), (10**9, 10**7, " billion"), (10**6, 10**5, " million"))
"""For each scale: the smallest number written with it, what that number is a multiple of, and the word."""
_TERMS = {
    "none": "no prison term",
    "remainder": "the rest of the earlier sentence",
    "life or death": "life, or the death penalty",
}


def plain(value: Decimal, unit: str = "") -> str:
    """Return a number in words: "1,234", "−5", "2 million"; or "52%" for the unit percent."""
    scales = ((size, scale) for size, step, scale in _LARGE if abs(value) >= size and value % step == 0)
    size, scale = next(scales, (1, "%" if unit == "percent" else ""))
    return f"{(value / size).normalize() if size > 1 else value:,f}{scale}".replace("-", "−")


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
    words += f" {unit}" if has_unit and unit != "percent" and observation.status != "gap" else ""
    return f"{words}, {status(observation)}" if status(observation) else words


def end(observation: Observation) -> str:
    """Return "up" for a lower bound, "down" for an upper bound, else "closed": how the mark of a number ends."""
    return "up" if observation.qualifier in OPEN_UP else "down" if observation.qualifier in OPEN_DOWN else "closed"


def period(observation: Observation, series: Series) -> str:
    """Return the time a number holds for, with the kind of year if it is not the calendar year: "fiscal 2016"."""
    words = str(observation.period)
    if series.period_kind == "fiscal year":
        return f"fiscal {words}"
    if series.period_kind == "not stated" and observation.period.precision == "year":
        return f"{words} (kind of year not stated)"
    return words


def capital(text: str) -> str:
    """Return text with its first letter capitalised."""
    return text[:1].upper() + text[1:]


def term(text: PrisonTerm) -> str:
    """Return a prison term in words: "6 months", "10 years more", "the rest of the earlier sentence"."""
    return f"{text[1:]} more" if text.startswith("+") else _TERMS.get(text, str(text))


def longest(provision: Provision) -> str:
    """Return the longest prison term of a tier in words: "6 months", "2 years, fixed, consecutive"."""
    words = term(provision.max_prison)
    words += ", fixed" if provision.fixed and provision.max_prison.months else ""
    return words + (", consecutive" if provision.consecutive else "")


def least(provision: Provision) -> str:
    """Return the mandatory minimum of a tier in words, or "none"."""
    return "none" if provision.min_prison == "none" else term(provision.min_prison)


def years(term: PrisonTerm) -> float | None:
    """Return the length of a prison term in years; None for life, death and the remainder of a sentence."""
    return None if term.months is None else term.months / _MONTHS
