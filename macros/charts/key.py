"""How to read a chart: one sentence for each convention that it uses."""

from collections.abc import Sequence

from macros import phrase
from macros.charts.data import Row, Tier

SILENCE = "A cell says how many facts on the topic rest on the source; “silent” means that none does."


def rows(drawn: Sequence[Row], noun: str) -> tuple[str, ...]:
    """Return what the bars or the dots of these numbers mean; ``noun`` is what one of them is called."""
    qualifiers, planned = _qualifiers(drawn), _planned(drawn)
    soft = ["rounded"] if qualifiers & phrase.ROUNDED else []
    soft += ["computed here"] if any(row.observation.formula for row in drawn) else []
    found = (
        (qualifiers & phrase.OPEN_UP, "An arrow that points to the right is an open end: the number is a lower bound."),
        (qualifiers & phrase.OPEN_DOWN, "An arrow that points back is an open end: the number is an upper bound."),
        (soft, f"{'An open' if noun == 'mark' else 'A pale'} {noun} is {' or '.join(soft)}."),
        (_has(drawn, "partial"), f"An open {noun} counts a part of its period."),
        (planned, f"{'An open mark' if noun == 'mark' else 'A dashed outline'} is {planned}, not counted."),
    )
    return tuple(sentence for is_used, sentence in found if is_used)


def lines(drawn: Sequence[Row]) -> tuple[str, ...]:
    """Return what the lines and the marks of these numbers mean."""
    qualifiers, planned = _qualifiers(drawn), _planned(drawn)
    found = (
        (any(row.low is not None for row in drawn), "An upright stroke with two ends is a range."),
        (qualifiers & phrase.OPEN_UP, "An arrow that points upwards is an open end: the number is a lower bound."),
        (qualifiers & phrase.OPEN_DOWN, "An arrow that points downwards is an open end: the number is an upper bound."),
        (qualifiers & phrase.ROUNDED, "A pale mark is a rounded number."),
        (_has(drawn, "partial"), "A hollow mark counts a part of its period."),
        (planned, f"A hollow mark is {planned}, not counted."),
        (_has(drawn, "gap"), "Where there is no number the line breaks; the shaded stretch is the gap."),
        (any(not row.is_firm for row in drawn), "Only exact and final numbers are joined."),
    )
    return tuple(sentence for is_used, sentence in found if is_used)


def _qualifiers(drawn: Sequence[Row]) -> set[str]:
    return {row.observation.qualifier for row in drawn}


def _has(drawn: Sequence[Row], status: str) -> bool:
    return any(row.observation.status == status for row in drawn)


def _planned(drawn: Sequence[Row]) -> str:
    """Return the words for numbers that nobody counted: "announced or proposed"."""
    return " or ".join(status for status in ("announced", "proposed", "projected") if _has(drawn, status))


def ladder(tiers: Sequence[Tier]) -> tuple[str, ...]:
    """Return what the marks of these penalties mean."""
    terms = [tier.provision.max_prison for tier in tiers]
    found = (
        (any(phrase.years(tier.provision.min_prison) for tier in tiers), "A stroke marks the mandatory minimum."),
        (any(term.startswith("life") for term in terms), "A bar with an arrow runs off the scale."),
        (any(term.startswith("+") for term in terms), "A dashed outline is added to another sentence."),
        (
            any(tier.provision.consecutive for tier in tiers),
            "“Consecutive” means served after the sentence for another offence.",
        ),
    )
    return tuple(sentence for is_used, sentence in found if is_used)
